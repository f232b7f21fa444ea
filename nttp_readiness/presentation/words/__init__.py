"""How figures, dates, owners and answers are said; the blocks of a report."""
