"""Over time: the next round, what moved, and newer versions of a bank."""
