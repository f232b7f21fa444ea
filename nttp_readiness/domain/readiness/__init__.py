"""Levels, stages, ranges, and how each figure was worked out."""
