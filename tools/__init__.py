"""What the project needs to be made and tried, and no part of the program."""
