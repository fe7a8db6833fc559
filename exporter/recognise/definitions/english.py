"""English grammar: what a sentence speaks of, and the names it gives in passing.

Goes in: the run of a sentence or clause. Comes out: its clauses that have subjects of their own, and the claims that a
clause can be read to make, the likeliest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.recognise.definitions.claims import BRACKET, SET_APART, Claim, Form, claim_from, named, parted, told_after
from exporter.recognise.definitions.kinds import VERBS_EN
from exporter.recognise.text.runs import BOLD, CODE, Run
from exporter.recognise.text.words import FARES

AS_EN: Final = (
    r"(?:is|are|(?:can|may|could)\sbe)\s(?:(?:best|often|usually|generally|simply|sometimes|also)\s)?"
    r"(?:defined|described|thought of|understood|viewed|seen|regarded|pictured)\s(?:simply\s)?as|(?:is|are)\sshort\sfor"
)
"""What says outright what its subject is, with a verb: "is defined as", "can be thought of as"."""

SUBJECT_EN: Final = re.compile(
    r"^(?:(?:so|basically|in short|in \w+(?: \w+)?),?\s)?(?:(?:the|an?|each|every)\s)?"
    r"(?P<term>(?!(?:the|an?)\s)[^\s,;:()?!]+(?:\s(?!(?:that|which|who|where)\s)[^\s,;:()?!]+){0,4}?)"
    r"(?P<alias>" + BRACKET + r")?(?P<extra>,?\s(?:or|aka|a\.k\.a\.?|also known as)\s[^,]{2,30},)?\s"
    r"(?:(?:itself|together|also|actually|generally|typically|usually|automatically|simply|then|each|both)\s)*"
    r"(?P<verb>"
    + AS_EN
    + r"|is|are|refers? to|means?|stands? for|(?-i:(?=[a-z]))(?:"
    + VERBS_EN
    + r"))\s(?:that\s)?(?P<meaning>.+)$",
    re.IGNORECASE,
)

NO_SUBJECT_EN: Final = re.compile(
    r"^(?:if|when|after|before|by|in|on|at|for|to|with|from|as|since|because|while|once|also|then|so|but"
    r"|and|or|not|no|there"
    r"|here|use|using|although|though|unless|until|where|how|what|which|why|who|whether|let|please|let's)\b",
    re.IGNORECASE,
)

OCCURS_EN: Final = re.compile(
    r"^(?:(?:the|an?)\s)?(?P<term>(?!(?:this|that|it|these)\b)[^\s,;:()?!]+(?:\s[^\s,;:()?!]+){0,2}?)(?P<alias>"
    + BRACKET
    + r")?"
    r"(?<!error)(?<!issue)(?<!problem)(?<!exception)(?<!warning)\s"
    r"(?P<meaning>(?:occurs?|happens?|arises?)\s(?:when|if|whenever)\s.+)$",
    re.IGNORECASE,
)
"""What comes about under some condition: "A deadlock occurs when …"."""

CALL_EN: Final = re.compile(
    r"(?:^|,\s)(?:we|people|you|programmers|developers)\s(?:(?:can|often|usually|also|sometimes)\s)?call\s"
    r"(?P<meaning>(?:this|these|such|an?|the|any)\b.+)$",
    re.IGNORECASE,
)
"""What somebody calls so: "We call a pod that … a job"."""

LAST_ARTICLE_EN: Final = re.compile(r"\s(?:an?|the)$", re.IGNORECASE)

COPULA_EN: Final = re.compile(rf"^(?:{AS_EN}|is|are|means?|refers? to|stands? for)$", re.IGNORECASE)

DEFINED_EN: Final = re.compile(rf"^(?:{AS_EN}|refers? to|stands? for|means?)$", re.IGNORECASE)

NAMED_EN: Final = re.compile(
    r"^(?P<meaning>(?:this|these|it|.{12,}?))\s(?:is|are)\s(?:also\s|often\s|usually\s|sometimes\s)?(?:called"
    r"|known as|termed|named|referred to as)\s(?:an?\s|the\s)?"
    r"(?P<term>[\"“‘'][^\"”’]{2,50}[\"”’']|[^\s,.;]+(?:\s[^\s,.;]+){0,3})$",
    re.IGNORECASE,
)

LED_EN: Final = re.compile(
    r"^(?:\s(?:command|instruction|file|folder|directory|field|key|keyword|character|sign|symbol|flag|function|method"
    rf"|property|attribute|section|variable|parameter))?\s(?!{FARES})"
    r"(?P<meaning>(?!is\b|was\b|has\b|this\b|means\b|stands\b|refers\b)[a-z]{2,}s\s\S.+)$"
)
"""A verb behind a code word that is the subject: "`replicas` sets how many …"."""

ARTICLE_EN: Final = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)

TOLD_ON_EN: Final = re.compile(
    r"(?:\s(?:which|that)\s(?P<does>(?:acts?|allows?|lets?|runs?|is|are|provides?|stores?|manages?|centralizes|holds?"
    r"|contains?|handles?|controls?|defines?|keeps?|tells?)\s.+)|,\s(?P<is>(?:an?|the)\s\w+\s[^,]{8,}))$"
)
"""What is told on, behind a name that is set apart: "**etcd**, the backend for …", "`charts` that allow …"."""

LOCATED_EN: Final = re.compile(
    r"^(?P<meaning>(?:(?:the|an?)\s)?(?:[\w'-]+\s){1,4}?(?:files?|director(?:y|ies)|folder|logs?|database|data|socket))\s"
    r"(?:is|are)\s(?:located|stored|found|saved|kept)?\s?(?:at|in|under)\s(?P<term>[~/][\w~/.$-]+)(?:$|,|\sand\s)",
    re.IGNORECASE,
)
"""What stands at a path: "The configuration file is located at `/etc/app.conf`"."""

BETWEEN_EN: Final = re.compile(
    r"^(?P<meaning>(?:the|an?)\s(?:(?!(?:is|are|was|has|have|can|will)\s)[\w'-]+\s){1,5}[\w'-]+),"
    r"\s(?P<term>[^\s,]+(?:\s[^\s,]+)?),\s",
    re.IGNORECASE,
)
"""A name that is set apart between commas, behind what it is: "The default user, `admin`, has …"."""

NAMED_ON_EN: Final = re.compile(
    r"\s(?:the|an?)\s(?P<term>[A-Z][\w.-]+(?:\s[\w-]+)?),\s"
    r"(?P<meaning>(?:the|an?)\s(?:[\w-]+\s){1,2}(?:which|that|who)\s.+)$"
)
"""What is told on of a name of capital letters: "the Redis server, the program which …"."""

APPOSED_EN: Final = re.compile(
    r"(?:^(?:an?\s|the\s)?|\s(?:an?|the)\s|\s(?=(?-i:[A-Z])))(?P<term>(?!(?:an?|the)\s)[\w.-]+(?:\s[\w.-]+){0,2}),\s"
    r"(?P<meaning>an?\s(?:[\w-]+\s){1,5}?(?:which|that|who|used|for|designed|responsible)\s[^,;]{8,})",
    re.IGNORECASE,
)
"""What a name is, said behind it: "a kubelet, an agent that …"."""

WHICH_EN: Final = re.compile(
    r"^(?:an?\s|the\s)?(?P<term>(?!(?:an?|the)\s)[\w.-]+(?:\s[\w.-]+){0,2}),\swhich\s"
    r"(?P<meaning>(?:is|are|" + VERBS_EN + r")\s[^,;]{8,})",
    re.IGNORECASE,
)
"""What a clause in passing tells of the subject: "The control plane, which makes …, runs on …"."""

CALLED_EN: Final = re.compile(
    r"(?P<meaning>\b(?:an?|some|the|using|with)\s(?:(?!(?:an?|the|some)\s)[\w-]+\s){0,4}[\w-]+)"
    r"\s(?:called|known as|named)\s(?:the\s|an?\s)?"
    r"(?P<term>[\"“‘'][^\"”’]{2,40}[\"”’']|(?!(?:after|by|as|in|on|for|with|from|to)\b)[\w.-]+(?:\s[A-Z][\w.-]*){0,2})(?P<told>,?\s(?:which|that|who)\s[^;]+)?",
)
"""A name given in passing: "a tool called Ansible, which …"."""

CHOSEN_EN: Final = re.compile(
    r"\b(?:files?|folders?|director(?:y|ies)|branch(?:es)?|users?|group|containers?|repos?|repository|namespaces?|database"
    r"|tables?|columns?|images?|network|variables?|projects?|apps?|servers?|package|class|function|one|it)$",
    re.IGNORECASE,
)
"""What gets any name one likes."""

SAYS_EN: Final = re.compile(
    r"(?:[\"'“‘\[])(?P<term>[^\s\"'”’\]]{1,20})[\"'”’\]](?:\s(?:character|sign|symbol|flag|letter|option|key))?"
    r"\s(?:stands for|means|denotes|represents)\s(?P<meaning>(?:(?!\swhich\s)[^,;])+)"
)
"""A sign in quotes or brackets of which a sentence tells in passing what it stands for."""

JOINT_EN: Final = re.compile(
    r"(?:;|,\s(?:and|while|whereas|but)|\swhile|\swhereas|\sand|,)\s"
    r"(?=(?:(?:the|an?)\s)?(?!(?:it|this|that|they|there|which|who|what)\s)[^\s,]+(?:\s[^\s,]+)?\s"
    r"(?:(?:is|are)\s(?:the|an?|one|used)\s|stands for|means|refers to))",
    re.IGNORECASE,
)
"""What joins two clauses that both tell what something is."""


def clauses_en(sentence: Run) -> Iterator[Run]:
    """The clauses of a sentence that each tell what something is; the sentence itself, if there is one."""
    return iter((sentence,)) if NO_SUBJECT_EN.match(sentence.text) else parted(sentence, JOINT_EN)


def english(body: Run) -> Iterator[Claim]:
    """The claims a clause can be read to make, the likeliest first."""
    if match := NAMED_EN.match(body.text):
        yield claim_from("named", body, match)
    yield from _called(body)
    if match := OCCURS_EN.match(body.text):
        yield claim_from("defined", body, match)
    article = ARTICLE_EN.match(body.text)
    yield from told_after(body.part(article.end(), len(body.text)) if article else body, LED_EN)
    match = SUBJECT_EN.match(body.text)
    if match and not NO_SUBJECT_EN.match(match["term"].lstrip("◦○●•*- ")):
        claim = claim_from("topic", body, match)
        copula = COPULA_EN.match(match["verb"])
        form: Form = "defined" if DEFINED_EN.match(match["verb"]) else "topic"
        if copula or CODE not in claim.term.marks or claim.term.marks[0] == CODE:
            said = body.part(match.start("meaning" if copula else "verb"), len(body.text))
            yield Claim(form, claim.term, claim.aliases, said)
    yield from _told_on(body)
    yield from _beside(body)
    yield from _in_passing(body)


def _called(body: Run) -> Iterator[Claim]:
    """What somebody calls by a name that is set apart, at the end of the clause."""
    called = CALL_EN.search(body.text)
    start = len(body.marks.rstrip(BOLD + CODE))
    if called and called.start("meaning") < start < len(body.text):
        said = body.part(called.start("meaning"), start)
        article = LAST_ARTICLE_EN.search(said.text)
        yield Claim(
            "named", *named(body.part(start, len(body.text))), said.part(0, article.start()) if article else said
        )


def _told_on(body: Run) -> Iterator[Claim]:
    for name in SET_APART.finditer(body.marks):
        told = TOLD_ON_EN.match(body.text, name.end())
        if told and name.start():
            said = body.part(*told.span("does" if told["does"] else "is"))
            yield Claim("pointed", *named(body.part(*name.span())), said)


def _beside(body: Run) -> Iterator[Claim]:
    """What an English sentence says a path or a name is, beside telling something else."""
    for pattern in (LOCATED_EN, BETWEEN_EN):
        match = pattern.match(body.text)
        if match and set(body.marks[slice(*match.span("term"))]) <= {BOLD, CODE}:
            yield claim_from("pointed", body, match)
    if match := NAMED_ON_EN.search(body.text):
        yield claim_from("pointed", body, match)


def _in_passing(body: Run) -> Iterator[Claim]:
    """What a sentence tells of a name that it does not speak of in the first place."""
    for pattern in (APPOSED_EN, WHICH_EN, SAYS_EN):
        for match in pattern.finditer(body.text):
            yield claim_from("pointed", body, match)
    called = CALLED_EN.search(body.text)
    if called and (called["told"] or (len(called["meaning"].split()) > 2 and not CHOSEN_EN.search(called["meaning"]))):
        said = body.part(called.start("meaning"), called.end("told") if called["told"] else called.end("meaning"))
        yield Claim("pointed", *named(body.part(*called.span("term"))), said)
