"""Excel, OpenDocument and CSV: out, and back from people."""
