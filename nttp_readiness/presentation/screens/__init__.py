"""Words of single pages: help, share, earlier states, what came in."""
