"""Whom to turn to."""
