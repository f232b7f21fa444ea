"""What this computer keeps of an assessment beside its file, and how all of it is deleted."""
