"""What goes out and comes back: copies, sheets, two versions of one assessment."""
