"""The plan: its page, and the actions in a table, one by one, or as a picture."""
