"""HTML tags and comments: their patterns and their attributes."""

import re
from typing import Final

from exporter.kramdown.element import ContentModel
from exporter.kramdown.patterns import SPACE, XML_NAME
from exporter.kramdown.rules.html_elements import ELEMENTS, KNOWN, content_model

_ATTRIBUTE: Final = rf"{SPACE}*=(?:{SPACE}*)(?:\w+|(?P<quote>\"|').*?(?P=quote))"

comment: Final = re.compile(r"<!--(.*?)-->", re.S)
instruction: Final = re.compile(r"<\?(.*?)\?>", re.S)
tag: Final = re.compile(rf"<((?>{XML_NAME})){SPACE}*((?>{SPACE}+{XML_NAME}(?:{_ATTRIBUTE})?)*){SPACE}*(/)?>", re.S)
close_tag: Final = re.compile(rf"</({XML_NAME}){SPACE}*>")
_attribute: Final = re.compile(rf"{SPACE}*({XML_NAME})(?:{SPACE}*={SPACE}*(?:(\w+)|(\"|')(.*?)\3))?", re.S)

_models: Final[dict[str, ContentModel | None]] = {"0": "raw", "1": None, "span": "span", "block": "block"}


def parse_attributes(text: str, *, small: bool) -> dict[str, str]:
    """`a="b" c` as names and values; the last of equal names counts."""
    found: dict[str, str] = {}
    for name, bare, _, quoted in _attribute.findall(text):
        found[name.lower() if small else name] = bare or quoted
    return found


def markdown_model(name: str, attributes: dict[str, str], otherwise: ContentModel) -> ContentModel:
    """How an element's content is read; takes the attribute `markdown` out, which says so."""
    value = attributes.pop("markdown", None)
    if value not in _models:
        return otherwise
    return _models[value] or content_model(name)


def is_placeholder(name: str) -> bool:
    """Whether `<name>` is no HTML element, and so a word that stands for another."""
    return name not in KNOWN and name.lower() not in KNOWN


def end_tag(name: str) -> re.Pattern[str]:
    """The end tag of `name`, in whatever case if it is one of HTML's."""
    return re.compile(rf"</{re.escape(name)}{SPACE}*>", re.I if name in ELEMENTS else 0)
