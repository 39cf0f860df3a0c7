"""How a private person is reached: a mobile, a mailbox, a home, a number plate, the full day of birth.

Numbers that people are asked to call, and those of offices and officials, are meant to be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.model.sensitive import Sensitive
from bulletin.understand.sensitive.kinds import Kinds
from bulletin.understand.sensitive.people import Person, people
from bulletin.understand.sensitive.places import houses
from bulletin.understand.sensitive.sentences import Said, Sentence, finding, words_in
from bulletin.words.text.patterns import verbose

_MOBILE = re.compile(
    r"""
    [0(+8](?<![\w./-].)(?:                              # the first sign, and what stands before it
      (?:(?<=0)|(?:(?<=\()\+?|(?<=\+)|(?<=8))8?4\)?[ .-]?)[35789]\d(?:[ .-]?\d){7}
    | (?<=0)1[2689]\d(?:[ .-]?\d){7}                      # mobiles before 15/9/2018
    | (?:(?<=riêng[ ].)|(?<=riêng:[ ].)|(?<=nhà:[ ].))0?2\d(?:[ .)-]{0,2}\d){7,8}
    )(?![\w/])
    """,
    re.VERBOSE,
)
_MAIL = re.compile(r"(?<![\w.])[\w.+-]{1,60}@(?:gmail|yahoo|hotmail|outlook|icloud|live|ymail)\.[a-z.]{2,8}(?!\w)")
_PLATE = verbose(
    r"(?<![\w/-])\d{2}[ -]?[A-ZĐ]{1,2}\d?[ -]\d{3}\.?\d{2}(?![\w/])"
    r"|(?<![\w/-])\d{2}[ -]?[A-ZĐ]{1,2}\d?[ -]\d{4}(?![\w/])"
)
_PLATE_WORD = re.compile(r"biển (?:kiểm soát|số|đăng ký)|bks|đks|(?<!\w)xe(?!\w)")
_OF_THE_STATE = verbose(
    r"thanh lý|đấu giá|xe công(?!\w)|xe cứu|xe ô tô của (?:ubnd|ủy ban|công an)|tuyến|xe buýt|xe ép rác|xe chở rác"
)
_BORN = re.compile(r"(?:sinh|ngày sinh|sn|năm sinh)(?: ngày)?:?\s(\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2})")
_HAMLET = re.compile(
    r"""
    (?:trú[ ]tại|thường[ ]trú(?:[ ]tại)?|tạm[ ]trú(?:[ ]tại)?|hktt|cư[ ]trú[ ]tại|ngụ[ ]tại|nơi[ ]ở|chỗ[ ]ở):?[ ]
    ((?:thôn|ấp|tổ|khu|xóm|bản|buôn|tdp|kp)[ ][^,;.¦\n]{1,30})
    """,
    re.VERBOSE,
)
# «Hà Thị Mẫu, số 8 ngách 4/15»: right behind a name.
_BEHIND_A_NAME = re.compile(r"[,(](?<=\w.)\s?(?=(?:số|nhà|ngõ|ngách|hẻm|sn)\s(?:nhà\s)?\d)")
_TO_BE_CALLED = verbose(
    r"""
    (?<!\w)(?:đường dây nóng|hotline|tổng đài|trực ban|lịch trực|liên hệ|liên lạc|phản ánh|mọi chi tiết|thắc mắc
    |hỗ trợ kỹ thuật|gọi(?! điện cho| cho (?:ông|bà|anh|chị))
    |đăng ký (?:qua|với|tại)|trực (?:chỉ huy|24|điện thoại|cơ quan|bão)|danh bạ|ban chỉ đạo|ban chỉ huy|tổ công tác
    |tiếp nhận|phụ trách
    |hướng dẫn|giải đáp|tư vấn|trình báo|báo tin|đầu mối|zalo oa|phòng khám|cửa hàng|công ty|chủ đầu tư
    |đơn vị thi công|văn phòng
    |ubnd|trạm y tế|công an (?:phường|xã)|điện lực|trung tâm|một cửa|chức vụ|chức danh|người tiếp|nhà xe|thợ)(?!\w)
    """
)
_HOME = verbose(
    r"chủ hộ|hộ (?:ông|bà)|công dân|sđt cá nhân|nhà riêng|số riêng|của (?:gia đình|ông|bà|anh|chị)|người (?:bị|vi phạm)"
)
_STANDS_FOR_OFFICE = verbose(
    r"ứng cử|bầu cử|đại biểu quốc hội|tiểu sử|liệt sĩ|liệt sỹ|bà mẹ việt nam anh hùng|từ trần|tang lễ|lễ viếng"
)

_NEAR = 160  # characters of a line before a number that may say whose it is


def contacts(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    """Told of sentences that name a private person; a plate needs its own word alone."""
    yield from _phones(said, kinds)
    if _PLATE_WORD.search(said.low):
        yield from _plates(said, kinds)
    yield from _homes_and_births(said, kinds)


def _private(sentence: Sentence) -> list[Person]:
    return [p for p in people(sentence.text, sentence.low) if not p.is_official and not p.is_comrade]


def _phones(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    spots = [("personal_phone", m.span()) for m in _MOBILE.finditer(said.text)]
    spots += [("email", m.span()) for m in _MAIL.finditer(said.low)] if "@" in said.low else []
    for name, (start, stop) in spots:
        sentence = said.around(start)
        line = said.low[max(said.plain.line(start)[0], start - _NEAR) : start]
        if any(_TO_BE_CALLED.search(words) for words in (sentence.low, sentence.lead, line)):
            continue
        persons = people(sentence.text, sentence.low)
        before = [p for p in persons if p.start + sentence.start < start]
        whose = before[-1] if before else persons[0] if persons else None
        private = whose and not whose.is_official and not whose.is_comrade
        if private or (whose is None and _HOME.search(sentence.low)):
            yield finding(kinds[name], said, (start, stop))


def _plates(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    for m in _PLATE.finditer(said.text):
        sentence = said.around(m.start())
        if _PLATE_WORD.search(sentence.low) and not _OF_THE_STATE.search(sentence.low):
            yield finding(kinds["vehicle_plate"], said, m.span())


def _homes_and_births(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    spots = list(_spots(said, kinds))
    if not spots or _STANDS_FOR_OFFICE.search(said.low):
        return
    for name, (start, stop) in spots:
        if _private(said.around(start)):
            yield finding(kinds[name], said, (start, stop))


def _spots(said: Said, kinds: Kinds) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where a day of birth or a home stands, whosever it is."""
    if "sinh" in said.syllables or "sn" in said.syllables:
        yield from (("birth_date", m.span(1)) for m in _BORN.finditer(said.low))
    for m in _BEHIND_A_NAME.finditer(said.text):
        spans = houses(said.low[m.end() : m.end() + 60])
        is_name = said.text[max(0, m.start() - 12) : m.start()].rpartition(" ")[2][:1].isupper()
        if is_name and spans and not spans[0][0]:
            yield "person_address", (m.end(), m.end() + spans[0][1])
    for index in said.with_words(words_in(kinds["person_address"], said)):
        sentence = said.sentences[index]
        spans = [*houses(sentence.low), *(m.span(1) for m in _HAMLET.finditer(sentence.low))]
        yield from (("person_address", (sentence.start + start, sentence.start + stop)) for start, stop in spans)
