"""Question banks and overlays in folders, and everything that may be wrong with them."""
