"""A report of blocks as tagged PDF on reportlab."""
