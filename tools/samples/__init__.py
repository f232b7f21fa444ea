"""The samples that come with the program, each made of its texts: `python3 run.py samples`."""
