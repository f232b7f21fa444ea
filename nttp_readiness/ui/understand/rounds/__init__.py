"""What moved since an earlier round, and the next round."""
