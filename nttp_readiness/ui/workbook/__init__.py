"""The frame around the pages of an open document."""
