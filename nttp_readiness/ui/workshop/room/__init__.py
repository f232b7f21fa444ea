"""The wall in front of a room, and the facilitator's notes."""
