"""Which anniversary a name means: the rows of the registry by their words, however the words are spelled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bulletin.model.anniversary import Anniversary, Lunar
from bulletin.words.dates.stated import Stated
from bulletin.words.text.fold import fold

_WORD = re.compile(r"\w+")
# Where a row's name goes on with what speakers leave out: «Quốc khánh | nước Cộng hòa…», «Giải phóng miền Nam | , …».
_PARTS = re.compile(r",? Ngày | và Ngày | – | - (?=Ngày|Rằm)")
_CUT = re.compile(r"[,(]| nước | về | thành công| – ")
_OPENING = re.compile(r"\W*(?:ngày|lễ|ngành|hội)\b", re.IGNORECASE)
# Words that say nothing of which day it is.
_IDLE = frozenset(("ngai", "le", "nganh", "cua", "nuoc", "va", "vi", "cac", "hoi", "ve", "nhung"))
_IDLE_PAIRS = frozenset((("viet", "nam"), ("ki", "niem"), ("lich", "su"), ("luc", "luong"), ("vi", "dai")))
_FIRST_OF_PAIRS = frozenset(first for first, _ in _IDLE_PAIRS)
_WEAK = frozenset(("truyen", "thong", "thanh", "lap", "chu", "tich", "ho", "chi", "minh", "bac", "nguoi"))
_SHORT: Mapping[str, tuple[str, ...]] = {
    "TNCS": ("thanh", "nien", "cong", "san"),
    "HCM": ("ho", "chi", "minh"),
    "TNTP": ("thieu", "nien", "tien", "phong"),
    "TNXP": ("thanh", "nien", "xung", "phong"),
    "CHXHCN": ("cong", "hoa", "xa", "chu", "nghia"),
    "LHPN": ("lien", "hiep", "phu", "nu"),
    "PN": ("phu", "nu"),
    "LHTN": ("lien", "hiep", "thanh", "nien"),
    "MTTQ": ("mat", "tran", "to", "quoc"),
    "QĐND": ("quan", "nhan", "dan"),
    "QĐNDVN": ("quan", "nhan", "dan"),
    "QPTD": ("quoc", "phong", "toan", "dan"),
    "CAND": ("cong", "an", "nhan", "dan"),
    "ANTQ": ("an", "ninh", "to", "quoc"),
    "BĐBP": ("bo", "doi", "bien", "phong"),
    "CCB": ("cuu", "chien", "binh"),
    "CĐ": ("cong", "doan"),
    "TBLS": ("thuong", "binh", "liet", "si"),
    "ĐCSVN": ("dang", "cong", "san"),
    "NCT": ("nguoi", "cao", "tuoi"),
    "VN": (),
}

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An occasion at text[start:stop]; its name without the dates is text[name[0]:name[1]]."""

    start: int
    stop: int
    name: tuple[int, int]
    ordinal: int | None
    origin: str
    observed: str
    row: Anniversary | None
    years: int | None = None  # from origin to observed


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AnniversaryNames:
    """`by_words` finds rows by what is left of a name without idle words, `by_day` by (lunar, month, day).

    `variants` are the words of every spelling of a row, `beginnings` all with which one of them begins.
    """

    by_words: Mapping[Words, tuple[Anniversary, ...]]
    by_day: Mapping[tuple[bool, int, int], tuple[Anniversary, ...]]
    variants: Mapping[str, tuple[Words, ...]]
    beginnings: frozenset[Words]

    def named_at(self, text: str, at: int, stop: int | None = None) -> tuple[int, tuple[Anniversary, ...]]:
        """(where it ends, its rows) of the longest name that begins at text[at], before `stop`; else (at, ())."""
        end = at
        rows: tuple[Anniversary, ...] = ()
        kept: Words = ()
        for words, past, tail in _words(text, at, min(at + 160, len(text) if stop is None else stop)):
            if not kept and not words and not _OPENING.match(text, at):
                break  # «và Quốc khánh» begins after «và»
            kept += words
            if kept and kept not in self.beginnings:
                break
            if named := self.by_words.get(kept) if words or tail else None:
                end, rows = past, named
        return end, rows

    def named_before(self, text: str, end: int) -> tuple[int, tuple[Anniversary, ...]]:
        """(where it begins, its rows) of the longest name that ends at text[end]; (end, ()) when none does."""
        low = max(0, end - 120)
        starts = [m.start() for m in _WORD.finditer(text, low, end)]
        if low and starts:
            starts = starts[1:]
        for start in starts:
            stop, rows = self.named_at(text, start, end)
            if rows and not text[stop:end].strip(" \"“”')"):
                return start, rows
        return end, ()

    def meant(self, name: str, day: Stated | None, ordinal_year: int | None) -> Anniversary | None:
        """The row that is meant by `name`, said to be on `day`, counted from `ordinal_year`; None when not one is."""
        words = _telling(name)
        rows = self.by_words.get(words, ())
        on_that_day = self._on(day, rows) if day else ()
        if exact := [row for row in rows if row in on_that_day]:
            return _only(exact, ordinal_year)
        if day and day.year:  # the whole date and a telling word in common: «Ngày mất của Người (2/9/1969 - …)»
            whole = [row for row in on_that_day if row.origin == day.said and self._shares(words, row)]
            if len(whole) == 1:
                return whole[0]
        likeness = {row.id: self._likeness(words, row) for row in on_that_day}
        if top := max(likeness.values(), default=0.0):
            return _only([row for row in on_that_day if likeness[row.id] == top], ordinal_year)
        return _only(rows, ordinal_year)

    def _on(self, day: Stated, rows: Sequence[Anniversary]) -> Sequence[Anniversary]:
        """The rows of that day; of the same day of the lunar year only those of `rows`, when no other has it."""
        if not day.day or not day.month:
            return ()
        same = self.by_day.get((day.lunar, day.month, day.day), ())
        if same or day.lunar:
            return same
        return tuple(row for row in self.by_day.get((True, day.month, day.day), ()) if row in rows)

    def _shares(self, words: Words, row: Anniversary) -> bool:
        return any(set(words) & set(variant) - _WEAK for variant in self.variants[row.id])

    def _likeness(self, words: Words, row: Anniversary) -> float:
        """How much of `words` is the row's; 0 when they may well be another day's."""
        best = 0.0
        named = set(words)
        for variant in self.variants[row.id]:
            known = set(variant)
            if named and named <= known:
                return 1.0
            strong, have = (named - _WEAK) or named, (known - _WEAK) or known
            likeness = len(strong & have) / len(strong | have)
            best = max(best, likeness)
        return best if best >= 0.5 else 0.0


def anniversary_names(rows: Iterable[Anniversary]) -> AnniversaryNames:
    """Lay out the rows of the registry. Once a build."""
    by_words: dict[Words, dict[str, Anniversary]] = {}
    by_day: dict[tuple[bool, int, int], tuple[Anniversary, ...]] = {}
    variants: dict[str, tuple[Words, ...]] = {}
    for row in rows:
        forms = dict.fromkeys(_forms(row))
        variants[row.id] = tuple(forms)
        for words in forms:
            by_words.setdefault(words, {})[row.id] = row
        if row.on.day != "last":
            key = (isinstance(row.on, Lunar), row.on.month, row.on.day)
            by_day[key] = (*by_day.get(key, ()), row)
    return AnniversaryNames(
        by_words={words: tuple(by_id.values()) for words, by_id in by_words.items()},
        by_day=by_day,
        variants=variants,
        beginnings=frozenset(words[: i + 1] for words in by_words for i in range(len(words))),
    )


def _forms(row: Anniversary) -> Iterator[Words]:
    """The words of each spelling of a row's name, the whole first, then what is left when its end is left out."""
    for name in (row.name, *row.also):
        for part in (name, *_PARTS.split(name)):
            for piece in (part, _CUT.split(part)[0]):
                words = _telling(piece)
                if len(words) > 1 and set(words) - _WEAK:
                    yield words


def on_day(rows: Iterable[Anniversary], day: Stated) -> bool:
    """Whether one of `rows` falls on that day; «Giỗ Tổ Hùng Vương 10/3» means its own calendar without saying so."""
    return any(
        (row.on.month, row.on.day) == (day.month, day.day) and (of_the_moon(row) or not day.lunar) for row in rows
    )


def since_the_same_year(rows: Iterable[Anniversary], row: Anniversary) -> bool:
    """Whether one of `rows` began in the year of `row`, so that one count fits both."""
    return any(other.origin[:4] == row.origin[:4] != "" for other in rows)


def of_the_moon(row: Anniversary) -> bool:
    """Whether it is a day of the lunar year."""
    return isinstance(row.on, Lunar)


def _folded(word: str) -> str:
    """«sỹ» and «sĩ», «kỷ» and «kỉ» are one word."""
    return fold(word).replace("y", "i")


def _telling(name: str) -> Words:
    return tuple(word for words, _, _ in _words(name, 0, len(name)) for word in words)


def _words(text: str, start: int, stop: int) -> Iterator[tuple[Words, int, bool]]:
    """(its telling words, where it ends, whether it may end a name all the same) of every word of text[start:stop].

    A figure ends them: names have none.
    """
    first: tuple[str, int] | None = None  # a word that may be the first of an idle pair
    for m in _WORD.finditer(text, start, min(stop, len(text))):
        word, end = m[0], m.end()
        if word[0].isdigit():
            break
        folded = _folded(word)
        if first:
            if (first[0], folded) in _IDLE_PAIRS:
                first = None
                yield (), end, True
                continue
            yield (first[0],), first[1], False
            first = None
        if word in _SHORT:
            yield _SHORT[word], end, True
        elif folded in _FIRST_OF_PAIRS:
            first = (folded, end)
        else:
            yield (() if folded in _IDLE else (folded,)), end, False
    if first:
        yield (first[0],), first[1], False


def _only(rows: Iterable[Anniversary], origin_year: int | None) -> Anniversary | None:
    """The one row there is, or the one of several that began in `origin_year`."""
    rows = list(rows)
    if len(rows) > 1 and origin_year:
        rows = [row for row in rows if row.origin[:4] == str(origin_year)] or rows
    return rows[0] if len(rows) == 1 else None
