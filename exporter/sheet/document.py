"""A whole HTML document: head, style, page bodies.

Goes in: sheets, a type size, families of faces. Comes out: text for WeasyPrint (or a browser) to read.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from exporter.markup import escape
from exporter.settings import SheetSettings
from exporter.sheet.page import FOOTER_SIZE, INK, TINT, Page, accents_of, type_sizes

COLOURS: Final[dict[str, str]] = {
    "ink": INK,
    "body": "#2b323c",
    "mute": "#4d5560",
    "rule": "#b9c0ca",
    "hair": "#d9dde3",
    "tint": TINT,
}
INK_SAVER_COLOURS: Final[dict[str, str]] = {"tint": "#ffffff", "mute": "#3a3f47"}
INK_SAVER_STYLE: Final = (
    ".h2{background:none;color:var(--ink);border:1pt solid var(--ink)}"
    ".h4 .k,.step .no{background:none;color:var(--ink);border:.6pt solid var(--ink)}"
    "pre.code,code,.syn,.t th{background:none}"
)


@cache
def house_style() -> str:
    """The style sheet beside this module."""
    return (files("exporter.sheet") / "sheet.css").read_text("utf-8")


def document(title: str, language: str, bodies: str, style: str) -> str:
    """An HTML document."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><meta name="generator" content="kramdeck">'
    return (
        f'<!doctype html><html lang="{language}"><head>{head}<style>{style}</style></head><body>{bodies}</body></html>'
    )


def style(
    settings: SheetSettings, page: Page, size: float, text_faces: tuple[str, ...], code_faces: tuple[str, ...]
) -> str:
    """The house style with what a sheet adds to it."""
    return house_style() + own_style(settings, page, size, text_faces, code_faces)


def own_style(
    settings: SheetSettings, page: Page, size: float, text_faces: tuple[str, ...], code_faces: tuple[str, ...]
) -> str:
    """What a sheet adds to the house style: sizes, colours, paper, faces.

    Behind its faces stand those of the other role, then the system's.
    """
    text = ", ".join([*(f'"{family}"' for family in (*text_faces, *code_faces)), "sans-serif"])
    code = ", ".join([*(f'"{family}"' for family in (*code_faces, *text_faces)), "monospace"])
    accents = accents_of(settings)
    colours = COLOURS | (INK_SAVER_COLOURS if settings.ink_saver else {})
    values = {
        **{name: f"{points}pt" for name, points in type_sizes(size).items()},
        **colours,
        "foot": f"{FOOTER_SIZE}pt",
        "columns": str(page.columns),
        "text-face": text,
        "code-face": code,
        "a0": accents[0].ink,
        "a": accents[0].ink,
        "at": accents[0].tint,
    }
    properties = "".join(f"--{name}:{value};" for name, value in values.items())
    sections = "".join(f".s{at}{{--a:{accent.ink};--at:{accent.tint}}}" for at, accent in enumerate(accents))
    paper = f"@page{{size:{page.width}mm {page.height}mm}}"
    saver = INK_SAVER_STYLE if settings.ink_saver else ""
    return f":root{{{properties}}}{sections}{paper}{saver}"
