"""Assessments in files: packed, opened, found, moved, locked, and each version of their format."""
