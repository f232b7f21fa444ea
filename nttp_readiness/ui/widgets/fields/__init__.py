"""Controls that take an answer: lines, dates, choices, the answers to a question."""
