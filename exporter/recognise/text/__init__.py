"""Reading text as it stands: inlines as lines, where sentences end, labels, the words of each language."""
