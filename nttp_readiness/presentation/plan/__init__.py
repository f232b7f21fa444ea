"""The plan in words: rows, reasons, sorting, following up, requests."""
