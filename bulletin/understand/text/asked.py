"""Whom a notice is for, and what it asks of them, in its own words: for the card on line one of its page.

    3. Đối tượng: trẻ từ 2 tháng đến 24 tháng tuổi.             whom: the line with that label, when there is one
    Đề nghị phụ huynh mang theo sổ tiêm chủng. Trẻ tiêm bù …    asked: the first sentence that asks residents

Nothing is put in other words. A sentence that is long, or asks offices, is left where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from bulletin.model.prose import Asked
from bulletin.model.text import Block, Words
from bulletin.words.text.blocks import plain
from bulletin.words.text.corrected import Pairs, corrected_words
from bulletin.words.text.patterns import verbose
from bulletin.words.text.sentences import SENTENCE_END

_MOST = 200  # characters
_WHOM = verbose(
    r"""
    \W{0,4}(?:(?:[0-9]{1,2}|[a-zđ])[.)] ?)?                        # «3. »
    (?:
        đối tượng(?P<others> (?:không|chưa|hoãn|tạm hoãn|miễn|được miễn|chống|loại trừ|trừ|bị|vi phạm))?
        |thành phần(?= ?:| (?:tham|dự|mời|họp|hội))                    # not «thành phần hồ sơ»
        |dành cho
    )
    (?: [^:.;\n]{0,30})?: ?(?P<value>[^\n]{4,})
    """,
    re.IGNORECASE,
)
_PEOPLE = "(?:nhân dân|bà con|người dân|công dân|cư dân|hộ(?: dân| gia đình)?|phụ huynh|cử tri|chủ hộ|chủ nuôi)"
_BRING = verbose(
    r"""
    (?<!\w)(?:
        (?:mang|đem|cầm) theo|(?:nhớ|cần|phải|phỏng vấn|khi đi|khi đến) mang|xuất trình|hồ sơ(?: gồm)?:
    )
    |^mang (?:căn cước|cccd|thẻ|sổ|giấy|bản|đơn)(?!\w)
    """,
    re.IGNORECASE,
)
# A line of its own that leads to what to bring, item by item.
_HEADED = verbose(
    r"""
    (?:[IVX]{1,4}[.)] ?|[0-9a-zđ]{1,2}[.)/] ?)?    # «III. », «3) »
    (?P<name>
        [^:.;]{0,40}?
        (?:giấy tờ(?: cần)?(?: mang theo)?|(?:cần )?mang theo|hồ sơ gồm|hồ sơ(?: cần)? nộp)(?: gồm)?
    )
    [ ]?:?
    """,
    re.IGNORECASE,
)
_MOST_ITEMS, _MOST_OF_ITEM, _MOST_LISTED = 6, 110, 280
_ASKS = verbose(
    rf"""
    (?:^|[.!?,:]\s)
    (?:
        (?:kính )?(?:đề nghị|yêu cầu|mong|mời|khuyến cáo)\s(?:(?:toàn thể|các|quý|mọi|tất cả|toàn bộ)\s)*{_PEOPLE}(?!\w)
        |(?:các )?(?:hộ dân|hộ gia đình|người dân|công dân|bà con|nhân dân)\s(?:cần|nên|phải|lưu ý|chủ động|không)(?!\w)
    )
    """,
    re.IGNORECASE,
)
# To offices; or «hôm nay», which is another day tomorrow.
_NOT_TO_US = re.compile(
    r"(?<!\w)(?:giao|các đồng chí|cán bộ, công chức|các ban|ban ngành|tổ trưởng|hôm nay|ngày mai|tuần này)(?!\w)",
    re.IGNORECASE,
)


def asked(content: Iterable[Words | Block], errata: Pairs) -> Asked:
    """Of a text, with its errata mended."""
    lines = corrected_words(plain(content), errata).split("\n")
    whom = [m for line in lines if (m := _WHOM.match(line))]
    sentences = [sentence for line in lines for sentence in _sentences(line)]
    return Asked(
        whom=_named(whom[0]) if len(whom) == 1 else "",
        request=(
            next((s for s in sentences if _BRING.search(s) and not _HEADED.fullmatch(s.rstrip(" ."))), "")
            or _listed(lines)
            or next(filter(_ASKS.search, sentences), "")
        ),
    )


def _listed(lines: Sequence[str]) -> str:
    """What to bring, of a heading or a line that leads to its items: «Giấy tờ mang theo: Căn cước; sổ hộ nghèo»."""
    for at, line in enumerate(lines):
        head = _HEADED.fullmatch(line)
        if not head:
            continue
        items = list(takewhile(_is_short, lines[at + 1 : at + 1 + _MOST_ITEMS]))
        ends = next((i for i, item in enumerate(items, 1) if item.endswith((".", "./."))), 0)
        said = "; ".join(item.rstrip(" .;,") for item in items[:ends])
        name = head["name"].strip()
        told = f"{name[0].upper()}{name[1:].lower() if name.isupper() else name[1:]}: {said}."
        return told if ends > 1 and len(told) <= _MOST_LISTED and not _NOT_TO_US.search(said) else ""
    return ""


def _is_short(line: str) -> bool:
    return len(line) <= _MOST_OF_ITEM and not line.endswith(":")


def _sentences(line: str) -> Iterable[str]:
    """Those of a line that are short and not to offices."""
    for start, stop in pairwise((0, *(m.end() for m in SENTENCE_END.finditer(line)), len(line))):
        sentence = line[start:stop].strip()
        if 8 < len(sentence) <= _MOST and not sentence.endswith(":") and not _NOT_TO_US.search(sentence):
            yield sentence


def _named(line: re.Match[str]) -> str:
    """Whom a line names; "" of one that names who is left out: «Đối tượng không tiêm: …»."""
    whom: str = line["value"]
    return whom.strip(" .;,") if not line["others"] and len(whom) <= _MOST else ""
