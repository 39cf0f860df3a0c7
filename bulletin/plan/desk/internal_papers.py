"""Sentences that cite, without what they say of internal papers: of those only number, date and issuer may be shown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bulletin.model.dispatch import Mention

_CUT = "…"


def without_internal(mentions: Sequence[Mention], internal: Collection[bool]) -> tuple[Mention, ...]:
    """`mentions` of one notice in the order of its text; `internal` says of each whether it is an internal paper's.

    «Công văn số 595-CV/QU …; Công văn số 118-CV/BTGQU … về việc gửi tài liệu …; Công văn số 573-CV/QU»: the sentence is
    one, so the evidence for 595 must end before 118, and that for 573 must begin behind it.
    """
    flags = tuple(internal)
    done = []
    for i, mention in enumerate(mentions):
        before, number, after = mention.sentence
        if flags[i]:
            done.append(replace(mention, sentence=("", number, ""), subject=""))
            continue
        if _tells_before(mentions, flags, i):
            # What lies between cannot be told apart: only the name of the type is kept.
            own = re.search(rf"{re.escape(mention.type)} {{0,3}}(?:số:?)? {{0,3}}$", before, re.IGNORECASE)
            before = f"{_CUT} {own[0] if own and mention.type else ''}"
        for later, secret in zip(mentions[i + 1 :], flags[i + 1 :], strict=True):
            at = after.find(later.sentence[1])
            if at < 0:
                break
            if secret:
                after = re.split(r"[;,](?!.*[;,])", after[:at])[0].rstrip() + _CUT
                break
        done.append(replace(mention, sentence=(before, number, after)))
    return tuple(done)


def beside_internal(sentence: tuple[str, str, str], internal: Iterable[Mention], line: int = 0) -> tuple[str, str, str]:
    """Evidence (before, phrase, after) of something else: where the number of an internal paper stands beside it, only
    the phrase, as what the words around say may be of that paper. Where they are cut off, it may stand right behind:
    then any number on their `line` counts."""
    before, phrase, after = sentence
    bare = "".join(f"{before}\n{after}".split())
    cut = before.startswith(_CUT) or after.endswith(_CUT)
    beside = any(m.number.normal in bare or (cut and m.place.line == line) for m in internal)
    return (_CUT, phrase, _CUT) if beside else sentence


def _tells_before(mentions: Sequence[Mention], flags: Sequence[bool], i: int) -> bool:
    """Whether the words before a number may speak of an internal paper; they may begin after its number («…»)."""
    before = mentions[i].sentence[0]
    for j in range(i - 1, -1, -1):
        inside = mentions[j].sentence[1] in before
        if flags[j]:
            return inside or before.startswith(_CUT)
        if not inside:
            return False
    return False
