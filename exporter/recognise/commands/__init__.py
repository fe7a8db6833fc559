"""Readers of commands: headings, items, lines, sentences, pairs, and blocks of code with their tasks."""
