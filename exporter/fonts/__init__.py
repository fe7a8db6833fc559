"""The faces a sheet is printed in: found, prepared once, checked against the text."""

from exporter.fonts.faces import FaceChoice, FaceFile, Faces, faces, ready

__all__ = ["FaceChoice", "FaceFile", "Faces", "faces", "ready"]
