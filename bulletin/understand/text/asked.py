"""Whom a notice is for, and what it asks of them, in its own words: for the card on line one of its page.

    3. Đối tượng: trẻ từ 2 tháng đến 24 tháng tuổi.             whom: the line with that label, when there is one
    Đề nghị phụ huynh mang theo sổ tiêm chủng. Trẻ tiêm bù …    bring: what to have with one, a sentence or a list
    Lệ phí: 30.000 đồng/người.                                  pay: the sentence, or short list, that tells a sum
    Các hộ dân chủ động dự trữ nước.                            request: else the first sentence that asks residents

Nothing is put in other words. A sentence that is long, or asks offices, is left where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, takewhile

from bulletin.model.prose import Asked
from bulletin.model.text import Block, Words
from bulletin.words.text.blocks import plain
from bulletin.words.text.corrected import Pairs, corrected_words
from bulletin.words.text.patterns import verbose, whole_words
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
_LABEL = r"(?:[IVX]{1,4}[.)]|[0-9a-zđ]{1,2}[.)/]|\([0-9a-zđ]{1,2}\)) ?"  # «III. », «3) », «(2) »
_OF_ITEM = re.compile(rf"^{_LABEL}")
_PEOPLE = "(?:nhân dân|bà con|người dân|công dân|cư dân|hộ(?: dân| gia đình)?|phụ huynh|cử tri|chủ hộ|chủ nuôi)"
_PAPERS = "(?:giấy|căn cước|cccd|thẻ|sổ|bản (?:sao|chính|gốc|photo)|đơn|hồ sơ)"
_BRING = verbose(
    rf"""
    (?<!\w)(?:
        (?:mang|đem|cầm) theo|(?:nhớ|cần|phải|phỏng vấn|khi đi|khi đến) mang|xuất trình
        |chuẩn bị (?:sẵn |đầy đủ )?{_PAPERS}
        |(?:thành phần )?hồ sơ (?:gồm|bao gồm)
    )
    |^(?:{_LABEL})?(?:thành phần )?hồ sơ:                              # not «Nơi nhận hồ sơ:»
    |^(?:{_LABEL})?mang {_PAPERS}(?!\w)
    """,
    re.IGNORECASE,
)
# A line of its own that leads to what to bring, item by item.
_HEADED = verbose(
    rf"""
    (?:{_LABEL})?
    (?P<name>
        [^:.;]{{0,40}}?
        (?:
            giấy tờ(?: cần)?(?: mang theo)?|(?:cần )?mang theo
            |(?:thành phần )?hồ sơ (?:bao )?gồm|hồ sơ(?: cần)? nộp
        )(?: gồm)?(?: có)?
    )
    [ ]?:?
    """,
    re.IGNORECASE,
)
_MOST_ITEMS, _MOST_OF_ITEM, _MOST_LISTED = 6, 130, 280
_SUM = (
    r"(?<![\w.,])(?:[0-9]{1,3}(?:[., ][0-9]{3}){1,3} ?(?:đồng|đ|vnđ|vnd)(?!\w)"
    r"|[0-9]{1,4}(?:,[0-9])? ?(?:nghìn|ngàn|triệu) đồng)"
)
# What tells a sum that residents pay or are paid.
_PAYS = verbose(
    rf"""
    (?<!\w)(?:
        (?:lệ |học |viện )?phí|giá(?! (?:khởi|trị|đất))
        |mức (?:thu|đóng|nộp|góp|hưởng|chi|hỗ trợ|trợ cấp|vận động)
        |tiền (?!mặt)|(?:phải |thu |nộp |đóng |trả )(?=[0-9])|đóng góp|thu(?= (?:[0-9]|mỗi|theo))
    )
    [^;.]{{0,60}}?(?:{_SUM})
    """,
    re.IGNORECASE,
)
_NO_PRICE = whole_words(
    "phạt|tối đa|quỹ|kinh phí|ngân sách|dự toán|tổng mức",  # fines, budgets
    "giải (?:nhất|nhì|ba|khuyến khích)|đã (?:thu|chi|nộp|quyên)",  # prizes, what was paid
)
_SUM_HEAD = verbose(
    rf"""
    (?:{_LABEL})?
    (?P<name>
        (?:[^:.;]{{0,20}}?(?:lệ phí|học phí)|mức (?:thu|đóng|nộp|phí|giá|hưởng|chi)|giá vé|tiền đóng)[^:.;]{{0,40}}
    )
    [ ]?:?
    """,
    re.IGNORECASE,
)
_OF_SUM = re.compile(_SUM, re.IGNORECASE)
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
        bring=_listed(lines, _HEADED, _up_to_a_stop)
        or next((s for s in sentences if _BRING.search(s) and not _HEADED.fullmatch(s.rstrip(" ."))), ""),
        pay=next((s for s in sentences if _PAYS.search(s) and not _NO_PRICE.search(s.lower())), "")
        or _listed(lines, _SUM_HEAD, _with_sums),
        request=next(filter(_ASKS.search, sentences), ""),
    )


def _listed(lines: Sequence[str], head: re.Pattern[str], items_of: Callable[[Sequence[str]], Sequence[str]]) -> str:
    """The items behind a heading or a line that leads to them: «Giấy tờ mang theo: Căn cước; sổ hộ nghèo.»"""
    for at, line in enumerate(lines):
        heading = head.fullmatch(line)
        if not heading:
            continue
        listed = "; ".join(item.rstrip(" .;,/") for item in items_of(lines[at + 1 : at + 1 + _MOST_ITEMS]))
        name = heading["name"].strip()
        told = f"{name[0].upper()}{name[1:].lower() if name.isupper() else name[1:]}: {listed}."
        if listed and len(told) <= _MOST_LISTED and not _NOT_TO_US.search(listed):
            return told
    return ""


def _up_to_a_stop(lines: Sequence[str]) -> Sequence[str]:
    """Two or more short ones, of which only the last ends with a full stop."""
    items = list(takewhile(_is_short, lines))
    ends = next((i for i, item in enumerate(items, 1) if item.endswith(".")), 0)
    return items[:ends] if ends > 1 else ()


def _with_sums(lines: Sequence[str]) -> Sequence[str]:
    """Those that tell a sum each."""
    return tuple(takewhile(lambda line: _is_short(line) and _OF_SUM.search(line), lines))


def _is_short(line: str) -> bool:
    return len(line) <= _MOST_OF_ITEM and not line.endswith(":")


def _sentences(line: str) -> Iterable[str]:
    """Those of a line that are short and not to offices."""
    for start, stop in pairwise((0, *(m.end() for m in SENTENCE_END.finditer(line)), len(line))):
        sentence = _OF_ITEM.sub("", line[start:stop].strip(" ;"))
        if 8 < len(sentence) <= _MOST and not sentence.endswith(":") and not _NOT_TO_US.search(sentence):
            yield sentence


def _named(line: re.Match[str]) -> str:
    """Whom a line names; "" of one that names who is left out: «Đối tượng không tiêm: …»."""
    whom: str = line["value"]
    return whom.strip(" .;,") if not line["others"] and len(whom) <= _MOST else ""
