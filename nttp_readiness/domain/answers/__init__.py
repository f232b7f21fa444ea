"""An assessment as one frozen value, with the tallies of its workshops."""
