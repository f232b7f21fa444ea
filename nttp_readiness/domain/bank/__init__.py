"""The question bank, and everything that it is checked for."""
