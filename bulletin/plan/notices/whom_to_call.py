"""Whom to call about a notice: the line of the editor's card, else what the text itself says, else the ward."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.model.contact import Contact
from bulletin.model.prose import Prose
from bulletin.model.text import Words
from bulletin.model.views.notices import CallPart
from bulletin.plan.notices.html_of_text import html_of_words
from bulletin.words.text.blocks import cut
from bulletin.words.text.phones import phones

_MOST = 90  # signs of a line that a message has room for
_BETWEEN = Words(text="; ")
_IN_ITS_PLACE = Words(text="các số điện thoại ghi trong bài")


def whom_to_call(prose: Prose) -> tuple[CallPart, ...]:
    """By the notice's own words, in pieces: the editor's, else up to three lines of the text with their numbers as
    links, else that the text holds a list; () where it names nobody."""
    if prose.above.call.text:
        return tuple(_stated(prose.above.call))
    lines = prose.calls.lines or ((_IN_ITS_PLACE,) if prose.calls.is_named else ())
    pieces = (piece for line in lines for piece in (_BETWEEN, line))
    return tuple(CallPart(words=html_of_words(piece), dial="") for piece in (*pieces,)[1:])


def _stated(call: Words) -> Iterator[CallPart]:
    start = 0
    for piece, dial in phones(call.text):
        yield CallPart(words=html_of_words(cut(call, start, start + len(piece))), dial=dial)
        start += len(piece)


def whom_to_ask(prose: Prose, contacts: tuple[Contact, ...], *, is_urgent: bool) -> tuple[Contact, ...]:
    """Whom to ask about a notice that names nobody: whom one can call; of what is urgent all of them, for the first may
    have closed."""
    if whom_to_call(prose):
        return ()
    called = tuple(contact for contact in contacts if contact.phone) or contacts
    return called if is_urgent else called[:1]


def call_in_words(prose: Prose, contacts: tuple[Contact, ...]) -> str:
    """The same as a line of plain text, for a message: «Gọi: Trạm Y tế 024 3827 1234»; "" where nobody is known."""
    if call := " ".join(prose.above.call.text.split()):
        return f"Gọi: {call}"
    if line := next((line.text for line in prose.calls.lines if len(line.text) <= _MOST), ""):
        return " ".join(line.split())
    asked = next((contact for contact in whom_to_ask(prose, contacts, is_urgent=False) if contact.phone), None)
    return f"Hỏi: {asked.label}, {asked.phone}" if asked else ""
