"""What to do first, the plan, and following it up."""
