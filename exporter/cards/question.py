"""Meaning → question: one sentence where the language allows it surely, else what is given and a short question."""

from __future__ import annotations

from exporter.cards.wording import Wording


def asked_for(given: str, noun: str, line: str, wording: Wording) -> str:
    """HTML that asks for the `noun` (command, option) whose meaning is `given`; `line` is the short question."""
    return wording.asked(given, noun) or with_line(given, line)


def with_line(given: str, line: str) -> str:
    """What is given, and a question on a line of its own."""
    return f'<div class="told">{given}</div><div class="ask">{line}</div>'
