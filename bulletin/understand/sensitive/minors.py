"""Children: a child's name with its class, school, birth or parents; graver with an illness, less so with a prize."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.model.sensitive import Sensitive
from bulletin.understand.sensitive.kinds import Kinds
from bulletin.understand.sensitive.people import Person, people
from bulletin.understand.sensitive.sentences import Said, Sentence, finding, spots, words_in
from bulletin.words.text.patterns import verbose

_CHILD = re.compile(r"(?<!\w)(?:cháu|bé|em|học sinh|hs|con)(?!\w)")
_NAMED = re.compile(r"(?: gái| trai| là)?(?: tên(?: là)?)?:? [^\W\d_a-z]| lớp \d")
_TRAIT = re.compile(
    r"""
    (?<!\w)(?: lớp\s(?:\d{1,2}\s?[a-zđ]?\d?(?!\w)|mầm|chồi|lá|mẫu\sgiáo)
      | (?:học\ssinh\s)?trường\s(?:tiểu\shọc|th\b|thcs|mầm\snon|mẫu\sgiáo|trung\shọc|thpt)
      | (?:học\ssinh\s)?(?:lớp|khối)\s\d
      | (?<=[–(,-]\s)\d{1,2}[a-e]\d?(?!\w)
      | (?:[0-9]|1[0-5])\s?(?:tuổi|tháng\stuổi)
      | (?:cha|mẹ|bố|phụ\shuynh|ông\snội|bà\snội|ông\sngoại|bà\sngoại)(?:\slà|:)
      | con\s(?:gái\s|trai\s)?(?:của\s)?(?:ông|bà|anh|chị)
      | sinh\s(?:ngày\s|năm\s)?(?:\d{1,2}/\d{1,2}/)?(?P<born>20[0-9]{2}) )
    """,
    re.VERBOSE,
)
# Other sentences of adults hold a class too: «cô Mẫu, chủ nhiệm lớp 4A».
_TEACHER = re.compile(r"chủ nhiệm|giáo viên|giảng viên|cô giáo|thầy giáo|phụ huynh em")
_PRIZE = verbose(
    r"(?<!\w)(?:đạt giải|giải (?:nhất|nhì|ba|khuyến khích|vàng)|huy chương|khen thưởng|tuyên dương|học bổng"
    r"|học sinh giỏi|chúc mừng"
    r"|thủ khoa|vinh danh|giấy khen|phát biểu|biểu diễn|trao quà|tặng quà|biểu dương)(?!\w)"
)
_OF_CHILDREN = re.compile(r"danh sách (?:các )?(?:trẻ|học sinh|cháu|em)(?!\w)")
_CLASS = re.compile(r"lớp \d|trường (?:tiểu học|thcs|mầm non)|khối \d")
_NEAR = 90
_TOP = 300  # characters in which a text says what it is about


def minors(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    """Each child once."""
    if not words_in(kinds["minor_identity"], said):
        return
    done = -1
    for m in _CHILD.finditer(said.low):
        if m.start() < done or not _NAMED.match(said.text, m.end()):
            continue
        sentence = said.around(m.start())
        done = sentence.stop
        yield from _of_sentence(sentence, kinds, said)
    for sentence in _listed(said):
        yield from _of_sentence(sentence, kinds, said, is_list=True)


def _listed(said: Said) -> Iterator[Sentence]:
    """Items of lists of children: «Danh sách trẻ vào lớp 1:»."""
    if _OF_CHILDREN.search(said.low):
        yield from (one for one in said.sentences if one.is_item and _OF_CHILDREN.search(one.lead))


def _of_sentence(sentence: Sentence, kinds: Kinds, said: Said, *, is_list: bool = False) -> Iterator[Sensitive]:
    """The children of a sentence; in a list of children whoever stands there, with the class that its head names."""
    is_ill = any(spots(kinds["minor_health"], said, text) for text in (sentence.low, sentence.lead))
    is_praised = any(_PRIZE.search(text) for text in (sentence.low, sentence.lead, said.low[:_TOP]))
    for person in people(sentence.text, sentence.low):
        trait = _trait(person, sentence.low)
        is_known = trait is not None or (is_list and _CLASS.search(sentence.lead) is not None)
        if person.is_official or not (_is_child(person, trait) or (is_list and is_known)):
            continue
        name = "minor_health" if is_ill else "minor_praised" if is_praised else "minor_identity"
        if is_ill or is_known:
            at = sentence.start
            words = (at + trait.start(), at + trait.end()) if trait else None
            yield finding(kinds[name], said, (at + person.start, at + person.stop), words)


def _trait(person: Person, low: str) -> re.Match[str] | None:
    """What makes a child known beside its name: class, school, age, parents."""
    near = _TRAIT.search(low, person.stop, person.stop + _NEAR)
    if near and _TEACHER.search(low, person.stop, near.end()):
        return None
    return near or next(
        (
            m
            for m in _TRAIT.finditer(low, max(0, person.first - 40), person.first)
            if "lớp" in m[0] or "học sinh" in m[0]
        ),
        None,
    )


def _is_child(person: Person, trait: re.Match[str] | None) -> bool:
    if _CHILD.match(person.title):
        return True
    return bool(trait and not person.title and ("lớp" in trait[0] or "học sinh" in trait[0]))
