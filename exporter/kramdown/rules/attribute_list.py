"""Attribute lists: what stands between `{:` and `}`, and giving it to an element."""

import re
from typing import Final

from exporter.kramdown.element import AttributeList, Element
from exporter.kramdown.located import BLANKS
from exporter.kramdown.patterns import LIST_ID, SPACE
from exporter.kramdown.reading import Reading

_CLASS: Final = r"\.([^ \t\r\n\f\v.#]+)"
_ID: Final = r"#([A-Za-z][A-Za-z0-9_:-]*)"
_PAIR: Final = rf"({LIST_ID})=(\"|')((?:\\\}}|\\\2|[^\}}\x02])*?)\2"
_id_or_class: Final = re.compile(rf"{_ID}|{_CLASS}")
_any: Final = re.compile(
    rf"(?:\A|{SPACE})(?:{_PAIR}|({LIST_ID})|((?:{_ID}|{_CLASS})+))(?={SPACE}|\Z)",
)


def parse_attribute_list(reading: Reading, text: str, into: AttributeList, start: int, end: int) -> None:
    """Read `text` into `into`; `start` and `end` say where it stands, for a warning."""
    if into.end <= into.start:
        into.start, into.end = start, end
    if text.strip(BLANKS) in ("", ":"):
        return
    found = False
    for match in _any.finditer(text):
        found = True
        if match[4]:
            into.references.append(match[4])
        elif match[5]:
            for name, word in _id_or_class.findall(match[5]):
                if word:
                    add_class(into.attributes, word)
                else:
                    into.attributes["id"] = name
        else:
            value = match[3].replace("\\}", "}").replace("\\" + match[2], match[2])
            into.attributes[match[1]] = value
    if not found:
        advice = 'write `.class`, `#id`, `key="value"` or the name of a list, with blanks between'
        reading.warn("attribute-list-invalid", f"no attribute in `{text.strip()}`", start, end, advice)


def add_class(attributes: dict[str, str], words: str) -> None:
    """Classes add up; every other attribute is overwritten."""
    attributes["class"] = f"{attributes.get('class', '')} {words}".lstrip(BLANKS)


def merge(into: AttributeList, more: AttributeList) -> None:
    """Two lists for one element."""
    into.references.extend(more.references)
    _update(into.attributes, more.attributes)


def apply(reading: Reading, element: Element, given: AttributeList) -> None:
    """Give `element` what its attribute list says, lists defined elsewhere first."""
    _apply(reading, element.attrs, given, frozenset())
    for name in unresolved(reading, given):
        if name not in ("toc", "footnotes", "standalone") and not name.startswith("auto_ids"):
            advice = f"write `.{name}` for a class, or define the list: `{{:{name}: .class}}`"
            message = f"no attribute list is called `{name}`"
            reading.warn("attribute-list-orphan", message, given.start, given.end, advice)


def unresolved(reading: Reading, given: AttributeList) -> list[str]:
    """The names in `given` that no list in the note defines."""
    return [name for name in given.references if name not in reading.attribute_lists]


def _apply(reading: Reading, attributes: dict[str, str], given: AttributeList, seen: frozenset[str]) -> None:
    for name in given.references:
        defined = reading.attribute_lists.get(name)
        if defined is not None and name not in seen:
            _apply(reading, attributes, defined, seen | {name})
    _update(attributes, given.attributes)


def _update(into: dict[str, str], more: dict[str, str]) -> None:
    for key, value in more.items():
        if key == "class":
            add_class(into, value)
        else:
            into[key] = value
