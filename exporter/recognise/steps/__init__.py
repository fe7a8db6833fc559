"""Sequences: things that come one after the other, however a note numbers them: lists, lines, bold lines, headings."""
