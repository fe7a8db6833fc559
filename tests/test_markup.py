from __future__ import annotations

from exporter.kramdown.nodes import (
    BulletList,
    CodeBlock,
    HtmlBlock,
    HtmlInline,
    Image,
    Inline,
    Link,
    ListItem,
    Paragraph,
    Strong,
    Table,
    TableCell,
    TableRow,
    Text,
)
from exporter.markup import MarkupOptions, block_html, blocks_html, image_sources, inlines_html
from exporter.source import Span

AT = Span(0, 0)


def text(value: str) -> Text:
    return Text(value, span=AT)


def test_text_is_escaped_in_and_out_of_code() -> None:
    assert inlines_html((text("a < b & c"), Strong((text("<none>"),), span=AT))) == (
        "a &lt; b &amp; c<strong>&lt;none&gt;</strong>"
    )
    assert block_html(CodeBlock("x < <y>\n", span=AT)) == "<pre><code>x &lt; &lt;y&gt;</code></pre>"


def test_known_languages_are_highlighted_and_keep_every_character() -> None:
    html = block_html(CodeBlock("\n$ grep 'a' | wc  -l\n\n", "bash", span=AT))
    assert "<span class=\"s1\">'a'</span>" in html
    assert html.startswith("<pre><code>\n$ grep ")
    assert block_html(CodeBlock("x\n", "no-such-language", span=AT)) == "<pre><code>x</code></pre>"


def test_raw_html_loses_scripts_handlers_and_unknown_tags_but_not_its_text() -> None:
    html = block_html(HtmlBlock('<div onclick="x()"><script>1</script><b>t</b><foo>u</foo></div>', span=AT))
    assert html == "<div><b>t</b>u</div>"
    assert inlines_html((HtmlInline('<u style="x">', (text("a"),), "</u>", span=AT),)) == "<u>a</u>"
    assert inlines_html((HtmlInline("<blink>", (text("a"),), "</blink>", span=AT),)) == "a"


def test_links_that_lead_nowhere_keep_their_words() -> None:
    assert inlines_html((Link((text("a"),), "javascript:alert(1)", span=AT),)) == "a"
    assert inlines_html((Link((text("a"),), "https://x.example/?a=1&b", 'q"', span=AT),)) == (
        '<a href="https://x.example/?a=1&amp;b" title="q&quot;">a</a>'
    )


def test_images_are_looked_up_in_markdown_and_in_raw_html() -> None:
    options = MarkupOptions(image=lambda src: {"그림 1.png": "k-1.png"}.get(src))
    blocks = (
        Paragraph((Image("그림", "그림 1.png", span=AT), Image("other", "b.png", span=AT)), span=AT),
        HtmlBlock('<p><img src="그림 1.png" onerror="x"></p>', span=AT),
    )
    assert blocks_html(blocks, options) == (
        '<p><img src="k-1.png" alt="그림"><span class="missing">other</span></p>\n<p><img src="k-1.png"></p>'
    )
    assert [src for src, _ in image_sources(blocks)] == ["그림 1.png", "b.png", "그림 1.png"]


def test_tables_and_task_lists_keep_their_shape() -> None:
    row = TableRow((TableCell((text("a"),), span=AT), TableCell((text("b"),), span=AT)), span=AT)
    assert block_html(Table((row,), ((row,),), (), ("right", None), span=AT)) == (
        '<table><thead><tr><th class="right">a</th><th>b</th></tr></thead>'
        '<tbody><tr><td class="right">a</td><td>b</td></tr></tbody></table>'
    )
    items = (ListItem((Paragraph((text("x"),), tight=True, span=AT),), checked=True, span=AT),)
    assert block_html(BulletList(items, span=AT)) == '<ul><li class="task done">x</li></ul>'


def test_the_wrap_hook_sees_every_inline() -> None:
    def wrap(node: Inline, html: str) -> str:
        return f"[{html}]" if isinstance(node, Strong) else html

    assert inlines_html((text("a"), Strong((text("b"),), span=AT)), MarkupOptions(wrap=wrap)) == (
        "a[<strong>b</strong>]"
    )
