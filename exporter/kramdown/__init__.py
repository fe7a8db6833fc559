"""Study notes as kramdown reads them: `parse` gives the document tree, `to_html` what kramdown prints."""

from exporter.kramdown.reader import parse, to_html

__all__ = ["parse", "to_html"]
