"""Many teams in words: the same tables on screen, on paper and in a spreadsheet."""
