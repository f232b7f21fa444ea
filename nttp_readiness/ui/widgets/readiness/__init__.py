"""Controls that show what was worked out: workings and safety stops."""
