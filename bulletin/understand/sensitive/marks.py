"""Marks that a paper is not for all: secrecy, circulation, drafts; spaced or not, in any case where they stand alone.

A mark fills a line or a cell, stands in brackets, or is named: «đóng dấu Mật», «Độ mật: Tối mật». «bảo mật», «mật độ»,
«bí mật», «khẩn trương» are no marks, nor is a rule of what may be done with marked papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.model.sensitive import Sensitive
from bulletin.understand.sensitive.kinds import Kinds
from bulletin.understand.sensitive.sentences import Said, finding, words_in
from bulletin.words.text.patterns import verbose

_LEVEL = r"(?:tuyệt mật|tối mật|mật)"
_EDGE = r"[\s*_\[\]()|:¦.–-]*"
_ALONE = re.compile(rf"(?m)(?:^|(?<=¦)){_EDGE}(?:dấu |đóng dấu )?(?:mức )?(?:độ )?(?P<mark>{_LEVEL}){_EDGE}(?=$|¦)")
_TOLD = re.compile(rf"(?<!\w)(?:độ mật|mức độ mật|dấu chỉ độ mật)\s?[:–-]\s?(?P<mark>{_LEVEL})(?!\w)")
_STAMPED = re.compile(
    r"(?i:đóng dấu|có dấu|mang dấu)(?i:\sđộ| chỉ độ)? [«“\"]?(?:Tuyệt mật|Tối mật|Mật|TUYỆT MẬT|TỐI MẬT|MẬT)(?!\w)"
)
_AT_THE_END = re.compile(r"(?m)[-–]\s(?P<mark>Tuyệt mật|Tối mật|Mật|TUYỆT MẬT|TỐI MẬT|MẬT)\s*$")
_AT_THE_TOP = re.compile(r"(?m)^\W{0,6}(?P<mark>TUYỆT MẬT|TỐI MẬT|MẬT)\s[(–-]")
_SPACED = {
    "secrecy_mark": ("tuyệt mật", "tối mật", "mật"),
    "internal_mark": (
        "lưu hành nội bộ",
        "không phổ biến",
        "tài liệu nội bộ",
        "tài liệu mật",
        "xem xong trả lại",
        "tài liệu thu hồi",
    ),
    "draft_mark": ("dự thảo",),
}
_INSIDE = "lưu hành nội bộ"
_INTERNAL = verbose(
    r"""
    (?<!\w)(?:tài liệu nội bộ|không phổ biến|tài liệu thu hồi|phổ biến trong nội bộ|không đăng tải|không công bố)(?!\w)
    """
)
# No other paper says these, so they need not stand alone.
_SURELY = verbose(
    r"""
    (?<!\w)(?:(?:xem|đọc|họp) xong trả lại|tài liệu thu hồi sau|(?:thu hồi|trả lại|nộp lại) (?:sau
    |ngay sau) (?:hội nghị|cuộc họp
    |khi họp|khi đọc|buổi họp)|chỉ người có tên mới được bóc bì|(?:không|cấm|không được) (?:sao chụp
    |chụp ảnh,? sao chép)
    |chỉ (?:phổ biến|dùng|sử dụng|lưu hành) (?:trong|cho) (?:nội bộ|đảng|cấp ủy|cơ quan)|lưu hành nội bộ)(?!\w)
    """
)
_SHORT_MARKS = ("(M)", "(TM)", "(TuM)", "-M", "-TM")
_OF_SPACED = frozenset("ậộựổảệ")  # each mark that is spaced has one of these as a letter of its own
_SHORT = 110  # characters of a line that is a mark
_STEMS = (
    "lưu hành", "nộp lại", "tài liệu nội bộ", "không phổ biến", "trả lại", "thu hồi", "bóc bì", "sao chụp",
    "không chụp ảnh", "trong nội bộ", "trong cấp ủy", "trong đảng", "không đăng tải", "không công bố",
)  # fmt: skip
_RULE = verbose(
    r"(?<!\w)(?:không được (?:đăng|phát|đưa)|không (?:đăng|đưa|phát tán|chia sẻ)|nghiêm cấm|cấm|các (?:tài liệu"
    r"|văn bản)|những|mọi|quy chế"
    r"|tài liệu có|văn bản có|hành vi|quy định|tuyệt đối|trường hợp|nếu)(?!\w)"
)
_DRAFT = re.compile(
    rf"(?m)^{_EDGE}(?P<mark>(?:bản )?dự thảo(?: lần (?:thứ )?\w{{1,5}}| \d{{1,2}})?)(?:\s?,?\s?(?:ngày"
    rf"|\()[^\n]{{0,30}})?{_EDGE}$"
)
_CITED = re.compile(
    r"""
    (?<=\s)\((?P<mark> (?i:(?:tuyệt[ ]|tối[ ])?mật) )\)                # «12-CV/QU (Mật)»
    | (?<=[A-ZĐ])\s\((?P<short> M|TM|TuM )\)                         # «05/BC-UBND (M)»
    | (?<!\w)\d{1,5}[-/][\w/-]{1,30}-(?:M|TM)(?![\w-])               # «15/KH-BCH-M»
    """,
    re.VERBOSE,
)
_WORK = verbose(
    r"""
    (?<!\w)(?:mật danh(?! sách)|(?:số lượng|trang bị|có) \d{1,4} (?:khẩu )?(?:súng|vũ khí)|\d{1,4} khẩu (?:súng|đội|ak)
    |\d{1,4} súng
    |kho vũ khí|kho đạn
    |quân số (?:trực|sẵn sàng|thường trực|tại chốt)[^.;\n]{0,40}?\d{1,4}|phương án (?:tác chiến|chiến đấu
    |phòng thủ) (?:tại|khu vực)
    |trận địa|hầm chỉ huy|công trình quốc phòng|vị trí (?:đóng quân|chốt|bố trí))(?!\w)
    """
)
_WORK_AS_SUBJECT = verbose(
    r"kháng chiến|chiến dịch|lịch sử|19[0-7]\d|bảo vệ (?:các )?công trình quốc phòng|luật|nghị định|nghiêm cấm"
    r"|(?:quản lý|giao nộp|thu giữ|phát hiện"
    r"|vận động)[^.\n]{0,40}(?:vũ khí|súng)"
)


def marks(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    """Every mark, once."""
    if "mật" in said.syllables or any(sign in said.text for sign in _SHORT_MARKS):
        yield from _secrecy(said, kinds)
    if any(stem in said.low for stem in _STEMS):
        yield from _internal(said, kinds)
    if _OF_SPACED & said.syllables:
        yield from _spaced(said, kinds)
    if "dự thảo" in said.low:
        capitals = (m for m in _DRAFT.finditer(said.low) if said.text[m.start("mark")].isupper())
        yield from (finding(kinds["draft_mark"], said, m.span("mark")) for m in capitals)
    for m in _WORK.finditer(said.low) if words_in(kinds["defence_detail"], said) else ():
        if not _WORK_AS_SUBJECT.search(said.around(m.start()).low):
            yield finding(kinds["defence_detail"], said, m.span())


def _internal(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    kind = kinds["internal_mark"]
    for m in _INTERNAL.finditer(said.low):
        if _is_mark(said, m) and not _is_rule(said, m.start()):
            yield finding(kind, said, m.span())
    for m in _SURELY.finditer(said.low):
        start, stop = said.plain.line(m.start())
        if not _is_rule(said, m.start()) and (_INSIDE in m[0] or stop - start <= _SHORT):
            yield finding(kind, said, m.span())


def _secrecy(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    spans = {m.span("mark") for pattern in (_ALONE, _TOLD) for m in pattern.finditer(said.low)}
    spans |= {m.span("mark") for pattern in (_AT_THE_END, _AT_THE_TOP) for m in pattern.finditer(said.text)}
    yield from (finding(kinds["secrecy_mark"], said, span) for span in sorted(spans))
    for m in _STAMPED.finditer(said.text):
        if not _is_rule(said, m.start()):
            yield finding(kinds["secrecy_mark"], said, m.span())
    for m in _CITED.finditer(said.text):
        span = m.span(m.lastgroup or 0)
        if span not in spans and not any(start <= span[0] < stop for start, stop in spans):
            yield finding(kinds["secret_citation"], said, span)


def _is_mark(said: Said, m: re.Match[str]) -> bool:
    """Whether it is set as one: in capitals, in brackets, or alone in a short line."""
    words = said.text[m.start() : m.end()]
    start, stop = said.plain.line(m.start())
    before, after = said.text[start : m.start()], said.text[m.end() : stop]
    in_brackets = before.rstrip().endswith(("(", "[")) and after.lstrip().startswith((")", "]"))
    return words.isupper() or in_brackets or not re.search(r"\w", before + after)


def _is_rule(said: Said, at: int) -> bool:
    """Whether the sentence tells what may be done with such papers."""
    sentence = said.around(at)
    return _RULE.search(sentence.low[: at - sentence.start]) is not None


def _spaced(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    """«M Ậ T», «T Ố I  M Ậ T»: a line of single letters that make a mark."""
    for start, stop in _single_letters(said.low):
        letters = re.sub(r"\W", "", said.low[start:stop])
        for name, wanted in _SPACED.items():
            if any(letters == mark.replace(" ", "") for mark in wanted):
                yield finding(kinds[name], said, (start, stop))


_SINGLE = re.compile(r"(?<!\w)[^\W\d_](?: [^\W\d_]){2,40}(?!\w)")


def _single_letters(low: str) -> Iterator[tuple[int, int]]:
    yield from (m.span() for m in _SINGLE.finditer(low))
