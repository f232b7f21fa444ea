"""One person's answers, on a shared computer or their own."""
