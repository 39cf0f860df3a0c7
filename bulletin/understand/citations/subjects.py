"""What a document is about, in the words of the text that cites it: «Kế hoạch số 12 **về việc tổng vệ sinh** …»."""

from __future__ import annotations

import re

from bulletin.words.text.patterns import verbose

_LONGEST = 220
_ABOUT = verbose(
    r"""
    [ ,]{0,3}
    (?:
        (?=[“\"«])  # a title in quotes
        |(?=(?:
            về việc|về|v/v|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|triển khai|công bố
            |thành lập|tăng cường|thực hiện
        )[ ])
    )
    """,
    re.IGNORECASE,
)
_ABOUT_LEAD = re.compile(r"(?:về việc|về|v/v):? {1,3}", re.IGNORECASE)
# Up to the end of the clause; a semicolon inside quotes ends nothing.
_SUBJECT = re.compile(r"(?:“[^”]{0,300}”|«[^»]{0,300}»|\"[^\"]{0,300}\"|[^;:.]|\.(?! |$))*")
# A list goes on to the next citation; a sentence turns to somebody else.
_LISTS = re.compile(r"(?:,|;|và|hoặc) {0,3}(?:các |những |theo |căn cứ |thực hiện )?$", re.IGNORECASE)
_TURNS = verbose(r"""
    ,? (?:như sau|nêu rõ)\b
    |, (?:
        trong đó|vừa qua|theo đó|nay|đồng thời|để|nhằm|đề nghị|yêu cầu
        |(?:  # somebody who does something
            UBND|HĐND|MTTQ|Ủy ban|Uỷ ban|Chủ tịch|Đảng ủy|Quận ủy|Công an
            |Ban [A-ZĐ]|Sở [A-ZĐ]|Phòng [A-ZĐ]
        )
    )
""")


def subject_at(text: str, at: int, stop: int) -> str:
    """What the document cited before `at` is about, in the words of the text; "" when it does not say.

    `stop` is where the next citation begins: it ends the subject, unless the subject is about that very document. No
    longer than `_LONGEST`, with «…» where it was cut.
    """
    about = _ABOUT.match(text, at)
    if not about:
        return ""
    lead = _ABOUT_LEAD.match(text, about.end())
    start = lead.end() if lead else about.end()
    clause = _SUBJECT.match(text, start, start + _LONGEST)
    end = clause.end() if clause else start
    if stop < end and _LISTS.search(text, start, stop):
        end = stop
    subject = text[start:end]
    if turn := _TURNS.search(subject):
        subject = subject[: turn.start()]
    elif end == start + _LONGEST:
        subject = subject.rsplit(" ", 1)[0] + "…"
    subject = " ".join(subject.split()).strip(" ,.").removesuffix(" và").rstrip(" ,")
    return subject.rstrip(")") if subject.count(")") > subject.count("(") else subject
