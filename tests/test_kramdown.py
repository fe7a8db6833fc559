"""The reader: what the tree says about a note, and what is reported."""

from __future__ import annotations

from exporter.kramdown import parse, to_html
from exporter.kramdown.nodes import (
    Attributes,
    BulletList,
    CodeSpan,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Strong,
    Text,
)
from exporter.source import SourceFile, Span

AT = Span(0, 0)


def read(text: str) -> Document:
    return parse(SourceFile("note.md", text))


def test_front_matter_is_read_and_keeps_its_place() -> None:
    document = read("---\ntitle: 컨테이너\ntags: [a, b]\n---\n\n# 하나\n")
    assert document.front_matter is not None
    assert document.front_matter.get("title") == "컨테이너"
    assert document.front_matter.get("tags") == ["a", "b"]
    assert document.blocks == (Heading(1, (Text("하나", span=AT),), "하나", span=AT),)
    assert document.source.position(document.blocks[0].span.start).line == 6


def test_an_attribute_list_gives_its_class_to_the_paragraph_above() -> None:
    (paragraph,) = read("run it -f FILE\n{: .notice--info}\n").blocks
    assert paragraph == Paragraph(
        (Text("run it -f FILE", span=AT),), span=AT, attributes=Attributes(classes=("notice--info",))
    )


def test_each_item_is_tight_or_loose_for_itself() -> None:
    (block,) = read("- one\n\n  two\n- three\n- four\n").blocks
    assert isinstance(block, BulletList)
    assert [item.blocks[0].tight for item in block.items if isinstance(item.blocks[0], Paragraph)] == [
        False,
        True,
        True,
    ]


def test_emphasis_closes_before_hangul_and_punctuation() -> None:
    (paragraph,) = read("**이미지(Image)**를 `rm` 하다\n").blocks
    assert paragraph == Paragraph(
        (Strong((Text("이미지(Image)", span=AT),), span=AT), Text("를 ", span=AT), CodeSpan("rm", span=AT),
         Text(" 하다", span=AT)),
        span=AT,
    )  # fmt: skip


def test_a_placeholder_is_text_and_is_told() -> None:
    document = read("- 이름은 <none>으로 **바뀜**\n\n  더\n")
    (block,) = document.blocks
    assert isinstance(block, BulletList)
    assert isinstance(block.items[0], ListItem)
    first = block.items[0].blocks[0]
    assert first == Paragraph((Text("이름은 <none>으로 ", span=AT), Strong((Text("바뀜", span=AT),), span=AT)), span=AT)
    assert [found.code for found in document.diagnostics] == ["placeholder-tag"]
    assert document.diagnostics[0].span == Span(6, 12)


def test_flags_keep_their_hyphens_in_the_tree_and_lose_them_in_exact_html() -> None:
    assert read("use --rm\n").blocks == (Paragraph((Text("use --rm", span=AT),), span=AT),)
    assert to_html("use --rm\n") == "<p>use –rm</p>\n"
