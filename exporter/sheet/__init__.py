"""The printed sheet: a study note as HTML for paper."""

from exporter.sheet.layout import Sheet, sheet_of, text_of

__all__ = ["Sheet", "sheet_of", "text_of"]
