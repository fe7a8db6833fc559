"""Prints of several study notes: the handbook and the cut-out flash cards, laid out, fitted and bound.

Goes in: what `sheet` makes of notes and decks, and the faces. Comes out: `Printed`. What is measured here is decided in
`sheet`.
"""

from exporter.prints.flashcards import print_flashcards
from exporter.prints.handbook import print_handbook

__all__ = ["print_flashcards", "print_handbook"]
