"""Which HTML elements there are, as kramdown sorts them, and as browsers know them.

kramdown's own lists decide how an element's content is read; `KNOWN` decides, in notes mode, whether `<word>` is a tag
at all or a placeholder.
"""

from typing import Final

from exporter.kramdown.element import ContentModel
from exporter.kramdown.patterns import HTML_SPAN_ELEMENTS
from exporter.words import words_of

BLOCK_CONTENT: Final = words_of(
    "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header "
    "hgroup iframe li main map menu nav noscript object section summary td"
)
SPAN_CONTENT: Final = words_of(
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb "
    "rbc rp rt rtc ruby select small span strong sub sup th tt"
)
_RAW_CONTENT: Final = words_of("script style math option textarea pre code kbd samp var")

SPAN_ELEMENTS: Final = HTML_SPAN_ELEMENTS
BLOCK_ELEMENTS: Final = words_of(
    "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 "
    "h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary "
    "table tbody td th thead tfoot tr ul"
)
VOID_ELEMENTS: Final = words_of("area base br col command embed hr img input keygen link meta param source track wbr")
ELEMENTS: Final = SPAN_ELEMENTS | BLOCK_ELEMENTS | VOID_ELEMENTS | BLOCK_CONTENT | SPAN_CONTENT | _RAW_CONTENT

KNOWN: Final = ELEMENTS | words_of(
    "audio bdi canvas center data datalist dialog dir font frame frameset hgroup marquee meter nobr noframes output "
    "picture plaintext progress s search slot strike svg template time title video xmp "
    "circle clippath defs ellipse g line lineargradient path polygon polyline rect stop symbol text tspan use"
)


def content_model(name: str) -> ContentModel:
    """How the content of an element is read where Markdown is allowed in it."""
    if name in BLOCK_CONTENT:
        return "block"
    return "span" if name in SPAN_CONTENT else "raw"


def proper_name(name: str) -> str:
    """HTML's elements are written small; a name that is none stays as written."""
    small = name.lower()
    return small if small in ELEMENTS else name
