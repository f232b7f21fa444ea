"""Share: makes files in a worker, shows them as pictures, saves and prints them."""
