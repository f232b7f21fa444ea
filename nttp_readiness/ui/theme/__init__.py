"""Colours, type, sizes, and how everything is painted."""
