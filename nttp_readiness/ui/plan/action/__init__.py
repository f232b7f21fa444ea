"""One action by itself."""
