"""What is said and shown, as values: the same on screen, on paper and in tables."""
