"""What holds for every text: parsing never fails, nodes stand where they say, texts are joined."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.kramdown import parse, to_html
from exporter.kramdown.nodes import Document, Node, Text, children, walk
from exporter.source import SourceFile, Span
from tests.strategies import notes


def read(text: str) -> Document:
    return parse(SourceFile("note.md", text))


@given(st.one_of(notes(), st.text(), st.text(alphabet="*_`<>[](){}:|-+#!&\"'~$\\ \n\ta1.^=", max_size=80)))
@settings(deadline=None, max_examples=200)
def test_every_text_makes_a_document_and_html(text: str) -> None:
    assert isinstance(read(text), Document)
    assert isinstance(to_html(text), str)


def _assert_in_order(around: Span, inside: Iterable[Node]) -> None:
    at = around.start
    for node in inside:
        assert at <= node.span.start <= node.span.end <= around.end, node
        at = node.span.end


@given(notes())
@settings(deadline=None, max_examples=200)
def test_nodes_lie_within_their_parent_in_order_and_apart(text: str) -> None:
    document = read(text)
    _assert_in_order(Span(0, len(text)), document.blocks)
    for block in document.blocks:
        for node in walk(block):
            _assert_in_order(node.span, children(node))


@given(notes())
@settings(deadline=None, max_examples=200)
def test_a_text_stands_in_the_file_as_it_is(text: str) -> None:
    for block in read(text).blocks:
        for node in walk(block):
            if isinstance(node, Text):
                written = text[node.span.start : node.span.end]
                assert written == node.text or any(char in written for char in "\\&{")


@given(notes())
@settings(deadline=None, max_examples=200)
def test_texts_are_joined_and_none_is_empty(text: str) -> None:
    for block in read(text).blocks:
        for node in walk(block):
            assert not (isinstance(node, Text) and not node.text)
            inside = list(children(node))
            assert not any(isinstance(one, Text) and isinstance(other, Text) for one, other in pairwise(inside))


@given(notes())
@settings(deadline=None, max_examples=200)
def test_findings_have_a_place_in_the_file(text: str) -> None:
    for found in read(text).diagnostics:
        assert found.span is not None
        assert 0 <= found.span.start <= found.span.end <= len(text)
