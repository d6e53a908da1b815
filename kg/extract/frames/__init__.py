"""Verbs, nouns and states that mean an event, by the rows of the tables."""
