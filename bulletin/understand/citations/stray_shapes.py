"""Shapes that stray from what offices print now: «163-CP», «88/2014-QH13», «15KL/TU» look like rooms, plates and
classes too. Whether one is a number, the words around it tell, by a rule for each form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from bulletin.model.number import Number
from bulletin.understand.citations.cited import Block
from bulletin.understand.citations.number_shapes import Form, Symbol

# Papers whose numbers held the issuer's code alone, whoever that was: «Thông tư số 18-TBXH».
_OLD_TYPES = frozenset((
    "Nghị định", "Nghị quyết", "Quyết định", "Chỉ thị", "Thông tư", "Thông tư liên tịch", "Sắc lệnh", "Pháp lệnh",
))  # fmt: skip
_DECREE, _DECREE_CODE = "Sắc lệnh", "SL"  # of 1945–1957, with their type's code alone: «Sắc lệnh số 47-SL»
_DATED_OR_WHOSE = re.compile(r",? {1,3}\(?(?:(?:ký |ban hành )?ngày,? {0,3}[0-9]|của )", re.IGNORECASE)
_AFTER_ALONE = re.compile(r" {0,3}(?:$|[.;:()\]”»]|,(?! ?[A-ZĐ]{2})|(?:ngày|của|về|và|năm)\b)")


class Stray(NamedTuple):
    """A shape and the words before it: `kind` is the type said, or ""; `numbered`: «số» or a listed number stands
    between."""

    block: Block
    symbol: Symbol
    number: Number
    kind: str
    numbered: bool


def _is_dashed_law(stray: Stray) -> bool:
    """«Luật số 88/2014-QH13», and «88/2014-QH13» by itself."""
    return bool(stray.kind) or stray.number.style == "law"


def _is_lost_dash(stray: Stray) -> bool:
    """«Kết luận 15KL/TU»: the code of a type, and the type or the issuer is known."""
    knowledge, codes = stray.block.lexicon.knowledge, stray.symbol.codes
    if not stray.kind or codes[0] not in stray.block.lexicon.codes:
        return False
    return stray.kind in knowledge.type_names(stray.number) or bool(knowledge.issuer_rows(codes[1]))


def _is_issuer_alone(stray: Stray) -> bool:
    """«Nghị định số 163-CP»; not «theo Quyết định 5 - UBND phường mời …», «Quyết định 5-UBND phường»."""
    block, symbol, kind, numbered = stray.block, stray.symbol, stray.kind, stray.numbered
    if not kind:
        return False
    if (symbol.spaced or not numbered) and not _AFTER_ALONE.match(block.smooth, symbol.end):
        return False
    code = symbol.codes[0]
    if any(row.system == "state" and not row.unit for row in block.lexicon.issuers(code)):
        return numbered or kind in _OLD_TYPES
    if kind == _DECREE and code == _DECREE_CODE:
        return numbered
    return numbered and _is_unknown_issuer(stray, code)


def _is_unknown_issuer(stray: Stray, code: str) -> bool:
    """«Thông tư số 18-TBXH ngày …»: a code of somebody whom no row knows; «Quyết định số 5-QĐ» has lost its issuer."""
    types = stray.block.lexicon.knowledge.types
    is_of_the_type = any(code in (row.code, *row.also) for row in types if row.name == stray.kind)
    if is_of_the_type or not (code.isalpha() and code[:2].isupper()) or stray.kind not in _OLD_TYPES:
        return False
    return _DATED_OR_WHOSE.match(stray.block.smooth, stray.symbol.end) is not None


_IS_NUMBER: Mapping[Form, Callable[[Stray], bool]] = {
    "state": lambda _: True,
    "party": lambda _: True,
    "dashed": _is_dashed_law,
    "lost": _is_lost_dash,
    "alone": _is_issuer_alone,
}


def is_vouched(stray: Stray) -> bool:
    """Whether the words around a shape vouch that it is a number: «Nghị định số 163-CP», not «phòng 163-CP»."""
    return _IS_NUMBER[stray.symbol.form](stray)
