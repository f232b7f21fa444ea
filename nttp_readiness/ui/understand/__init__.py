"""Where we stand, what holds us, and how it was worked out."""
