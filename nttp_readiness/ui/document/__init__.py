"""The open document: one way in for changes, saving, and the copy for after a crash."""
