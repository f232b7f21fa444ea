"""`windows check`: what people get, installed, used and removed in a Windows that is new."""
