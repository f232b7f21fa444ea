"""Every form that leaves the program, declared beside those for the same occasion."""
