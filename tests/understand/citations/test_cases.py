"""The readable cases of `tests/cases/so-ky-hieu.md` and `tests/cases/dan-chieu.md`; `GOLDEN=write` fills them in.

A title that begins with «(lỗi)» tells what should be read and is not yet: such a case must fail.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from bulletin import knowledge
from bulletin.model.dispatch import Guess, Mention
from bulletin.model.issuer import Tier
from bulletin.model.problem import Problem
from bulletin.model.prose import Prose
from bulletin.model.source import Raw
from bulletin.read import decode
from bulletin.understand.citations.mentions import Citing
from bulletin.understand.prose import understand
from bulletin.understand.vocabulary import vocabulary
from bulletin.words.dates.printed import short
from bulletin.words.papers.document_numbers import parse_number
from tests.markup import markup_of

CASES = Path(__file__).parents[2] / "cases"
CASE = re.compile(r"^(?P<title>.+)\n\.\n(?P<input>(?:.*\n)*?)\.\n(?P<expected>(?:.*\n)*?)\.\n", re.MULTILINE)
WRONG = "(lỗi)"

KNOWN = knowledge.load()
ENDED = date(2025, 7, 1)
CHAIN = (
    Tier(level="commune", name="phường Phúc Đồng", until=ENDED),
    Tier(level="district", name="quận Long Biên", until=ENDED),
    Tier(level="province", name="thành phố Hà Nội"),
)
NOWHERE = Citing(vocabulary=vocabulary(KNOWN, ()))
HERE = Citing(
    vocabulary=vocabulary(KNOWN, CHAIN),
    number=parse_number("75-TB/ĐU", KNOWN.type_codes),
    signed_on=date(2022, 4, 28),
)
DOUBTS = {
    "citation-doubtful": "nghi ngờ",
    "citation-unfilled": "chưa có số",
    "citation-range": "dãy số",
    "citation-date": "ngày sai",
}


def read(text: str, citing: Citing) -> tuple[Prose, tuple[Problem, ...]]:
    """As an editor's file is read: whatever the spelling of its letters."""
    body, _ = decode(Raw(path="x.md", relative="x.md", data=text.encode()))
    return understand(body, "x.md", 1, "", citing)


def symbols(text: str) -> str:
    """«Công văn | 595-CV/QU | 15/4/2022 | Quận ủy», one a citation, as the text alone tells."""
    prose, problems = read(text, NOWHERE)
    return lines(prose, problems, lambda m: [m.type, m.number.printed, dated(m), guessed(m, m.issuer, "issuer")])


def mentions(text: str) -> str:
    """«595-CV/QU → 595-cv-qu-2022 | 15/4/2022 | Quận ủy Long Biên | thực hiện»: what carries the link → what it is."""
    prose, problems = read(text, HERE)
    links = dict(re.findall(r'<a [^>]*id="(dan:\d+)"[^>]*>(.*?)</a>', markup_of(prose)))

    def told(m: Mention) -> list[str]:
        number = f"{m.type} {m.number.printed}"
        shown = f"{links.get(m.anchor, f'{number} (không liên kết)')} → {guessed(m, m.key, 'period')}"
        return [shown if m.key else f"{number}: chưa rõ", dated(m), guessed(m, m.issued_by, "issuer"), m.relation]

    return lines(prose, problems, told)


def lines(prose: Prose, problems: tuple[Problem, ...], told: Callable[[Mention], list[str]]) -> str:
    shown = [" | ".join(cell or "-" for cell in told(m)) for m in prose.mentions]
    for p in problems:
        if kind := DOUBTS.get(p.code):
            meant = re.search(r"viết ([^;]*);", p.hint)
            value = p.says.partition("«")[2].partition("»")[0]
            shown.append(f"{kind}: {value}" + (f" → {meant[1]}" if meant else ""))
    return "\n".join(shown) or "(không có)"


def dated(m: Mention) -> str:
    return guessed(m, short(m.dated) if m.dated else "", "date")


def guessed(m: Mention, value: str, what: Guess) -> str:
    return f"{value} (suy đoán)" if value and what in m.guessed else value


READERS = {"so-ky-hieu.md": symbols, "dan-chieu.md": mentions}


def cases() -> list[object]:
    found: list[object] = []
    for name in READERS:
        for m in CASE.finditer((CASES / name).read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if m["title"].startswith(WRONG) else []
            found.append(pytest.param(name, m["input"], m["expected"], id=m["title"], marks=marks))
    return found


@pytest.mark.parametrize("name", READERS)
def test_every_case_is_read(name: str) -> None:
    path = CASES / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(CASE.sub(partial(rewritten, name), path.read_text(encoding="utf-8")), encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    titles = [m["title"] for m in CASE.finditer(text)]
    assert len(titles) == len(set(titles)) == text.splitlines().count(".") // 3 > 20


def rewritten(name: str, case: re.Match[str]) -> str:
    if case["title"].startswith(WRONG):
        return case[0]
    return f"{case['title']}\n.\n{case['input']}.\n{READERS[name](case['input'])}\n.\n"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("name", "text", "expected"), cases())
def test_case(name: str, text: str, expected: str, form: str) -> None:
    assert READERS[name](unicodedata.normalize(form, text)) == expected.rstrip("\n")
