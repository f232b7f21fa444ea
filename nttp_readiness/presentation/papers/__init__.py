"""Everything that is made for paper or file, as lists of blocks and tables."""
