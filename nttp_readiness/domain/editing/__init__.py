"""Every way in which an assessment can change, as pure functions."""
