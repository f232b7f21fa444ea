"""Readiness as values and pure functions. Nothing here reads a file or knows a window."""
