"""Readers of options: items, tables, sentences, listings and letters, and the command each belongs to."""
