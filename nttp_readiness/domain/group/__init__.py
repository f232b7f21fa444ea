"""What counts of a group say, and which of it may be shown."""
