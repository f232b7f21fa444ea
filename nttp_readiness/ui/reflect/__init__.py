"""Preparing, and answering the questions."""
