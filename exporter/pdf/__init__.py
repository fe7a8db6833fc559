"""HTML → PDF; the only place that knows WeasyPrint, imported when the first page is made.

Goes in: `Sheet`, `Faces`, the folder its pictures may come from. Comes out: `Printed`, or diagnostics for what could
not be printed well.
"""

from exporter.pdf.composing import composed
from exporter.pdf.library import available
from exporter.pdf.limits import LONGEST, within
from exporter.pdf.measuring import strip_of
from exporter.pdf.press import Press, Printed
from exporter.pdf.printer import STRIP_HEIGHT, render

__all__ = ["LONGEST", "STRIP_HEIGHT", "Press", "Printed", "available", "composed", "render", "strip_of", "within"]
