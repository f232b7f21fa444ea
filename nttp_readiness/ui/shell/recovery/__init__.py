"""Earlier states, damaged files, and what a crash left behind."""
