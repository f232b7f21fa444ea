"""A group's answers in words, within what may be shown."""
