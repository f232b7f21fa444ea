"""Any file: read with patience, written whole, one save at a time; and where our own are kept."""
