"""Answers of many people: prepare, collect, and what they show."""
