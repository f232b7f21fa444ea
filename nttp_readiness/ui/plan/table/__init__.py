"""The plan as a table that is edited in place."""
