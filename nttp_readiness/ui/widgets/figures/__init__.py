"""Figures that can be walked through by mouse, keyboard and ear."""
