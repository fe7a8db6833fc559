"""Kramdown text made at random: lines of every construct, indented, quoted and nested as people (and cats) write it.

`kramdown_text` gives whole texts; `SPANS` and `LINES` are the pieces, one construct a row.
"""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

SPANS: Final = (
    ("words", ("word", "가나", "snake_case", "2*3*4", "a_b_c", "http://bare.x", "C:\\dir", "é", "e\u0301", "5'10\"")),
    ("emphasis", ("*em*", "**strong**", "_u_", "__uu__", "***both***", "**한글(x)**은", '*"q"*', "*", "**", "_")),
    ("codespan", ("`code`", "`` a`b ``", "` x `", "`a | b`", "`", "``")),
    ("html", ("<b>*x*</b>", "<br>", "<br/>", '<img src="a.png">', '<span class="x">s</span>', "</b>", "<u>", "</u>",
              '<span markdown="0">*r*</span>', "<code>a|b</code>", "<kbd>k</kbd>", "<!-- a | b -->", "<p>", "</div>",
              '<input type="x" />', "<", ">")),
    ("placeholder", ("<none>", "<이미지명>", "<image id>", "<pod>")),
    ("entity", ("&amp;", "&copy;", "&bogus;", "&#8594;", "&#x2192;", "&")),
    ("quotes", ('"q"', "it's", "'s'", "\"'a'\"", "the '90s", '"', "'")),
    ("typography", ("--", "---", "...", "<<", ">>", "<< a >>", "\\<<", "--rm")),
    ("escapes", ("\\*", "\\`", "\\\\", "\\<", "\\|", "\\a", "\\")),
    ("math", ("$$x^2$$", "$5", "$HOME $PATH", "$$")),
    ("link", ('[link](http://x.y/a b "t")', "[link](<u v>)", "[l](a(b)c)", "[a [b] c](d)", "[![i](j)](k)", "[ref][id]",
              "[id]", "[x]", "[", "](", "!", "(", ")")),
    ("image", ('![img](i.png "T")', '![im *a*](j.png){: width="3"}')),
    ("footnote", ("[^1]", "[^2]", "[^no]")),
    ("attributes", ("{: .c}", "*e*{: .c #i}", '`c`{: k="v"}', "{:", "}", "{#id}", "[l](u){:.x}{:ref}")),
    ("extension", ("{::comment}no{:/}", "{::nomarkdown}<i>{:/}", '{::nomarkdown type="latex"}x{:/nomarkdown}')),
    ("abbreviation", ("HTML", "HTML5", "CSS", "(HTML)")),
    ("strikethrough", ("~~del~~", "~~ no ~~", "~~a *b*~~", "~~")),
    ("autolink", ("<https://a.b/c>", "<a@b.c>")),
    ("bars", ("|", "a | b")),
    ("liquid", ("{{ x }}", "{% y %}", "{{ a | b }}")),
    ("blanks", ("\t", "  ", "\u00a0", "\u3000", "x  ")),
)  # fmt: skip

LINES: Final = (
    ("text", ("text", "가나다라", "some *text* here", "end  ", "end\\", "end\\\\", "  ind", "\\# esc", "1\\. esc",
              "HTML HTML5")),
    ("blank", ("", "", "", "", "  ")),
    ("header", ("# head", "## 머리 *em* {#my-id}", "### h ###", "#nohead", "head\n===", "head\n---", "a\nb\n===",
                "## -- `x` \"q\" [l](u)")),
    ("rule", ("* * *", "---", "***", "- - -")),
    ("quote", ("> quote", "> > q2", ">no", "> - ql", ">", "> # h", "> ```\n> c\n> ```", "> {: .q}")),
    ("list", ("- item", "* item", "+ item", "-  item2", "1. one", "2. two", "10. ten", "1) par", "-", "- {: .li} it",
              "-\ttab", "  - nest", "    - nest4", "   1. n", "- a\n\n  b", "- # h", "- > q", "- ```\n  c\n  ```",
              "-     code", "* a\n  * b\n    * c", "1. a\n   1. b", "- a\n```\nx\n```", "- | a | b", "- a: b\n  : c")),
    ("task", ("- [ ] task", "- [x] done", "1. [X] n")),
    ("code", ("    code", "\tcode", "        code8", "```", "```sh", "``` sh", "~~~", "~~~~ ruby", "```a b",
              "```sh\n$ ls\n```", "  ```\n  x\n  ```")),
    ("definition", ("term", ": def", "  : def2", ":  def", "term\n: a\n: b", "t\n\n: p")),
    ("table", ("| a | b |", "|---|---|", "|:--|--:|", "a | b", "|===|", "| `a|b` | c |", "x |", "---|---",
               "| a | b |\n|---|---|\n| c | d |", "|\u3000")),
    ("attributes", ("{: .cls}", '{: #id .a k="v"}', "{:.c}", '{:ref: .rc x="y"}', "{: ref}", "{: none}", "{:.no_toc}")),
    ("toc", ("* toc\n{:toc}", "{:toc}")),
    ("extension", ("{::comment}\nhidden\n{:/comment}", "{::comment}", "{:/}", "{::nomarkdown}\n<b>raw</b>\n{:/}",
                   '{::options auto_ids="false" /}', '{::options parse_block_html="true" /}')),
    ("eob", ("^",)),
    ("html", ("<div>", "</div>", "<div>one</div>", '<div markdown="1">', '<div markdown="1">in *em*</div>',
              '<div markdown="span">*x*</div>', "<p>para *x*</p>", "<table>", "<tr><td>x</td></tr>", "</table>",
              "<details>", "<summary>s</summary>", "</details>", "<br>", "<span>x</span>", "<pre>", "</pre>",
              "<script>", "</script>", "<!-- c -->", "<!--", "-->", "<hr>", "<h2>H</h2>", "<?php x ?>", "<b>x", "</b>",
              "<center>", '<ol><li markdown="1">*i*</li></ol>', "<style>a{}</style>")),
    ("placeholder", ("<none>", "<image id>", "<이미지> x")),
    ("link", ('[id]: http://x.y "T"', "[ref]: <u v>", '[q]: /a\n  "t2"')),
    ("footnote", ("[^1]: foot *n*", "[^2]: f2\n\n    para2", "[^1]: > q", "[^1]")),
    ("abbreviation", ("*[HTML]: Hyper", "*[CSS]:", "  *[a]: b")),
    ("math", ("$$", "$$\nx\n$$", "$$a$$", "\\$$ a $$")),
    ("image", ("![im](a.png){: standalone}", "![im](a.png)\n{: .c}")),
    ("liquid", ("{% highlight sh %}", "{% endhighlight %}", "{% raw %}", "{% endraw %}", "{% include x %}",
                "{% comment %}", "{% endcomment %}", "{% highlight sh %}\nls -- x\n{% endhighlight %}")),
)  # fmt: skip


def spans() -> st.SearchStrategy[str]:
    """A line of a few spans, joined with and without blanks."""
    span = st.one_of([st.sampled_from(row) for _, row in SPANS])
    return st.lists(st.tuples(span, st.sampled_from(["", " "])).map("".join), min_size=1, max_size=6).map("".join)


def _prefixed(prefix: str, text: str) -> str:
    return "\n".join(prefix + line for line in text.split("\n"))


def lines() -> st.SearchStrategy[str]:
    """A piece of one construct, sometimes with text after it, sometimes indented, quoted or in an item."""
    line = st.one_of([st.sampled_from(row) for _, row in LINES])
    piece = st.one_of(line, line, spans(), st.tuples(line, spans()).map(" ".join))
    prefix = st.sampled_from(["", "", "", "", "", "", " ", "  ", "   ", "    ", "> ", "- "])
    return st.builds(_prefixed, prefix, piece)


def kramdown_text() -> st.SearchStrategy[str]:
    """A whole text."""
    end = st.sampled_from(["\n", "", "\n\n"])
    return st.one_of(
        st.builds(lambda parts, last: "\n".join(parts) + last, st.lists(lines(), min_size=1, max_size=9), end),
        st.lists(spans(), min_size=1, max_size=3).map("\n".join),
    )


def notes() -> st.SearchStrategy[str]:
    """A text as it may stand in a file: front matter, a byte order mark, other line ends, characters of all kinds."""
    head = st.sampled_from(["", "", "", "---\ntitle: x\n---\n", "---\na: [\n---\n", "\ufeff", "---\n"])
    body = st.one_of(kramdown_text(), kramdown_text(), st.text(max_size=60))
    ending = st.sampled_from(["\n", "\n", "\r\n", "\r"])
    return st.builds(lambda top, text, end: (top + text).replace("\n", end), head, body, ending)
