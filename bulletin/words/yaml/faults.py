"""Where YAML cannot be parsed: the line that is to be mended, and what a clerk has to type there.

The parser tells where it gave up; what is wrong usually stands before that place. `RULES` are asked in their order:
what the line itself shows (a tab, a hash, a dash without blank) comes before what the parser missed there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bulletin.words.yaml.loaders import Expected, GaveUp, Mark
from bulletin.words.yaml.misread import (
    HASHED,
    ITEM,
    QUOTE_IT,
    Fault,
    dash,
    dashes_askew,
    indent,
    indented,
    syntax,
    tight,
)

# What the parser missed → (what is wrong, what to do), where the line shows nothing better.
_ADVICE: Mapping[Expected, tuple[str, str]] = {
    Expected.CLOSING_QUOTE: ("dấu nháy mở mà không đóng", "thêm dấu nháy đóng ở cuối giá trị"),
    Expected.TOKEN: ("giá trị bắt đầu bằng ký tự đặc biệt", QUOTE_IT),
    Expected.LINE_END: ("giá trị bắt đầu bằng ký tự đặc biệt", QUOTE_IT),
    Expected.NO_DASH: (
        "dấu «-» đứng sai chỗ",
        f"xuống dòng rồi viết «- …» nếu là danh sách; nếu dấu «-» là chữ của giá trị, {QUOTE_IT}",
    ),
    Expected.NO_COLON: ("dòng thụt vào mà không thuộc khoá nào", "viết khoá thẳng cột với khoá cùng cấp ở trên"),
}
_UNKNOWN = ("không đọc được", f"xem lại dòng này và dòng trên; nếu giá trị có ký tự đặc biệt, {QUOTE_IT}")
# What is not closed, or is no key, is noticed only later: the guilty place is where the parser began.
_BEGAN_EARLIER = frozenset((Expected.CLOSING_QUOTE, Expected.COLON, Expected.CLOSING_BRACKET))
_CLOSING = {"{": "}", "[": "]"}
_SPECIAL = "{}[],:|>'\""

_KEY = re.compile(r" *\w+:(?:\s|$)")
_IN_QUOTES = re.compile(r"""\s*(?:- +)*(?:[^\s'":]+: +)?(?=(["']))\1(?P<inside>.*)\1(?P<blank>\s*)""")
_AFTER_QUOTE = re.compile(r"""["']\s+""")


@dataclass(frozen=True, slots=True)
class _Spot:
    """The place to be judged: `mark` is what is to be mended, `seen` where the parser noticed it."""

    expected: Expected
    mark: Mark
    seen: Mark
    lines: Sequence[str]

    @property
    def text(self) -> str:
        """The line of `mark`."""
        return self.line(self.mark.line)

    def line(self, number: int) -> str:
        """A line by its number from 0; "" behind the last."""
        return self.lines[number] if number < len(self.lines) else ""

    def above(self) -> Iterator[int]:
        """The lines before that of `mark` that are neither empty nor a comment, the nearest first."""
        last = min(self.mark.line, len(self.lines)) - 1
        return (i for i in range(last, -1, -1) if _is_written(self.lines[i]))

    def one_above(self) -> int:
        """The nearest of them; the line of `mark` itself where there is none."""
        return next(self.above(), self.mark.line)


def fault(gave_up: GaveUp, lines: Sequence[str]) -> Fault:
    """What is to be mended where the parser gave up in `lines`: what the first rule that knows the case says."""
    seen = gave_up.noticed or gave_up.began or Mark(0, 0)
    mark = gave_up.began or seen if gave_up.expected in _BEGAN_EARLIER else seen
    spot = _Spot(gave_up.expected, mark, seen, lines)
    for rule in RULES:
        if (not rule.expected or spot.expected in rule.expected) and (judged := rule.judge(spot)):
            return judged
    return syntax(mark, *_ADVICE.get(spot.expected, _UNKNOWN))


# --- what the line itself shows -------------------------------------------------------------------------------------


def _tab(spot: _Spot) -> Fault | None:
    return Fault("front-tab", spot.mark, {}) if "\t" in spot.text else None


def _hash(spot: _Spot) -> Fault | None:
    """«Họp tổ #5: nghe»"""
    hashed = HASHED.search(spot.text)
    return Fault("front-hash", spot.mark, {"value": hashed[0].strip()}) if hashed else None


def _dash(spot: _Spot) -> Fault | None:
    """«-what: Họp» in this line, or in the one above, which it belongs to."""
    return dash(spot.mark.line, spot.text) or dash(spot.one_above(), spot.line(spot.one_above()))


def _curly_quotes(spot: _Spot) -> Fault | None:
    return Fault("front-quotes", spot.mark, {}) if "“" in spot.text or "”" in spot.text else None


# --- what the parser missed -----------------------------------------------------------------------------------------


def _no_key(spot: _Spot) -> Fault:
    return Fault("front-not-keys", spot.mark, {})


def _anchor(spot: _Spot) -> Fault:
    """«**đậm**»: to YAML an alias."""
    return Fault("front-alias", spot.mark, {})


def _behind_the_value(spot: _Spot) -> Fault | None:
    """Text after what a quotation mark or a bracket has closed: «"Nhiệt liệt" chào mừng», «'a' b'», «[a] b»."""
    text = spot.line(spot.seen.line)
    before = text[: spot.seen.column]
    if (closed := _IN_QUOTES.fullmatch(before)) and closed["inside"].strip() == closed["inside"] != "":
        return _behind_quotes(spot.seen, text[closed.start(1) :].rstrip(), closed[1], apart=bool(closed["blank"]))
    if spot.expected is Expected.CLOSING_BRACKET:
        if not (_AFTER_QUOTE.search(before[-3:]) and text[spot.seen.column :].strip()):
            return None
        advice = "ngăn hai giá trị bằng dấu phẩy; nếu là một giá trị, đặt cả giá trị trong dấu nháy đơn '…'"
        return syntax(spot.seen, "sau dấu nháy đóng còn chữ", advice)
    if before.rstrip().endswith(("]", "}")):
        advice = f"xoá chữ thừa; nếu dấu ngoặc là chữ của giá trị, {QUOTE_IT}"
        return syntax(spot.seen, "sau dấu ngoặc đóng còn chữ", advice)
    return None


def _behind_quotes(seen: Mark, value: str, quote: str, *, apart: bool) -> Fault | None:
    """How to write `value`, of which a `quote` inside has closed only the beginning; `apart`: with a blank after it."""
    if not apart and quote == '"':
        return None
    if not apart:
        advice = f"viết dấu nháy đơn bên trong hai lần (''), hoặc {QUOTE_IT}"
        return syntax(seen, "dấu nháy đơn bên trong giá trị đã đóng giá trị quá sớm", advice)
    if quote == "'" and not set('"\\') & set(value):
        return syntax(seen, "sau dấu nháy đóng còn chữ", f'đặt cả giá trị trong dấu nháy kép: "{value}"')
    doubled = value.replace("'", "''")
    return syntax(seen, "sau dấu nháy đóng còn chữ", f"đặt cả giá trị trong dấu nháy đơn: '{doubled}'")


def _open_bracket(spot: _Spot) -> Fault:
    """A bracket that is not closed, or by another."""
    opening = spot.text[spot.mark.column : spot.mark.column + 1]
    closing = _CLOSING.get(opening)
    instead = spot.line(spot.seen.line)[spot.seen.column : spot.seen.column + 1]
    if not closing:
        return syntax(spot.mark, *_UNKNOWN)
    if instead in _CLOSING.values():
        detail = f"mở bằng «{opening}» mà đóng bằng «{instead}»"
        return syntax(spot.seen, detail, f"thay «{instead}» bằng «{closing}»")
    advice = f"thêm dấu «{closing}» vào cuối; nếu dấu «{opening}» là chữ của giá trị, {QUOTE_IT}"
    return syntax(spot.mark, f"dấu «{opening}» mở mà không đóng", advice)


def _odd_quotes(spot: _Spot) -> Fault | None:
    """A quotation mark without its twin, in this line or before it: «title: "Họp "tổ" dân phố"»."""
    odd = next((i for i in range(spot.mark.line + 1) if spot.line(i).count('"') % 2), None)
    if odd is None and spot.text.count('"') <= 2:
        return None
    line = spot.mark.line if odd is None else odd
    return Fault("front-quotes", Mark(line, max(spot.line(line).find('"'), 0)), {})


def _items_of_nothing(spot: _Spot) -> Fault | None:
    """«fields: []» with items below it."""
    line = spot.one_above()
    if line == spot.mark.line or not spot.line(line).split("#")[0].rstrip().endswith("[]"):
        return None
    return syntax(Mark(line, 0), "đã ghi «[]» mà bên dưới lại có mục", "xoá «[]»")


def _tight_above(spot: _Spot) -> Fault | None:
    """«form:Băng rôn» in the line above: no key, so that this one cannot stand below it."""
    line = spot.one_above()
    return tight(Mark(line, indent(spot.line(line))), spot.line(line))


def _second_colon(spot: _Spot) -> Fault | None:
    """«title: Kết luận: họp»; not the colon of a key that only stands in the wrong column."""
    is_key = _KEY.fullmatch(spot.text[: spot.mark.column + 1])
    return None if is_key else Fault("front-colon", spot.mark, {})


def _first_key_indented(spot: _Spot) -> Fault | None:
    first = next((i for i, line in enumerate(spot.lines) if _is_written(line)), None)
    if first is None or not indent(spot.lines[first]):
        return None
    return syntax(Mark(first, 0), "khoá đầu tiên bị thụt vào", "xoá dấu cách ở đầu dòng này")


def _askew(spot: _Spot) -> Fault | None:
    """A key or a dash that does not stand under those of its item, or of its list."""
    if spot.expected is not Expected.NO_COLON and spot.text[: spot.mark.column].strip():
        return None
    own = indent(spot.text)
    return _dash_askew(spot, own) if ITEM.match(spot.text) else _key_askew(spot, own)


def _dash_askew(spot: _Spot, own: int) -> Fault | None:
    """An item whose dash stands in column `own`, which is not that of the list above."""
    for i in spot.above():
        column = indent(spot.lines[i])
        if ITEM.match(spot.lines[i]) and column <= own + 2:
            return dashes_askew(spot.mark.line, spot.text, column) if column != own else None
        if not column:
            break
    return None


def _key_askew(spot: _Spot, own: int) -> Fault | None:
    """A key in column `own`, which is neither that of its item's first key nor that of the line above."""
    nearest = -1
    for i in spot.above():
        item, column = ITEM.match(spot.lines[i]), indent(spot.lines[i])
        if item and column <= own:
            if len(item[0]) == own:
                return None
            how = indented(len(item[0]))
            advice = f"các khoá của một mục phải thẳng cột với khoá đầu sau dấu «-»: dòng này {how}"
            return syntax(Mark(spot.mark.line, own), "khoá không thẳng cột với các khoá khác của mục", advice)
        if nearest < 0:
            nearest = len(item[0]) if item else column
        if not column:
            break
    if nearest in (-1, own) or not _KEY.match(spot.text):
        return None
    advice = f"các khoá cùng cấp phải thẳng cột với khoá ở trên: dòng này {indented(nearest)}"
    return syntax(Mark(spot.mark.line, own), "khoá không thẳng cột với khoá ở trên", advice)


def _special_character(spot: _Spot) -> Fault | None:
    """A bracket, a comma … where the parser stopped, when what it missed tells nothing."""
    character = spot.text[spot.mark.column : spot.mark.column + 1]
    if not character or character not in _SPECIAL or spot.expected in _ADVICE:
        return None
    advice = f"xoá dấu ấy; nếu dấu ấy là chữ của giá trị, {QUOTE_IT}"
    return syntax(spot.mark, f"dấu «{character}» đứng sai chỗ", advice)


def _is_written(line: str) -> bool:
    """Whether a line is neither empty nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


class _Rule(NamedTuple):
    """`judge` is asked when the parser missed one of `expected`, or whatever it missed where there are none."""

    judge: Callable[[_Spot], Fault | None]
    expected: frozenset[Expected] = frozenset()


def _when(*expected: Expected) -> frozenset[Expected]:
    return frozenset(expected)


RULES = (
    _Rule(_tab),
    _Rule(_hash),
    _Rule(_dash, frozenset(Expected) - {Expected.TOKEN, Expected.NO_DASH}),
    _Rule(_no_key, _when(Expected.COLON)),
    _Rule(_anchor, _when(Expected.ANCHOR_NAME)),
    _Rule(_curly_quotes),
    _Rule(_behind_the_value, _when(Expected.KEY, Expected.DASH, Expected.DOCUMENT, Expected.CLOSING_BRACKET)),
    _Rule(_open_bracket, _when(Expected.CLOSING_BRACKET)),
    _Rule(_odd_quotes, _when(Expected.KEY)),
    _Rule(_items_of_nothing, _when(Expected.KEY)),
    _Rule(_tight_above, _when(Expected.NO_COLON)),
    _Rule(_second_colon, _when(Expected.NO_COLON)),
    _Rule(_first_key_indented, _when(Expected.DOCUMENT)),
    _Rule(_askew),
    _Rule(_special_character),
)
