"""What we need from others."""
