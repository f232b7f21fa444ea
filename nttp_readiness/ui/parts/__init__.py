"""Parts that are shared out: asking, putting together, choosing; and a part in its own window."""
