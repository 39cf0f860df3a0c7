"""The rows of document types and issuers, laid out for reading: what a word or a code may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bulletin.knowledge.rows import Knowledge
from bulletin.model.issuer import Issuer, Tier
from bulletin.words.text.fold import fold

# Types that are cited by serial alone, «Thông tư 17»; of others a figure after the name is a count or a title, unless
# the same text cites the paper in full: «Thông báo 630».
_BARE = frozenset((
    "Nghị định", "Nghị quyết", "Thông tư", "Thông tư liên tịch", "Nghị quyết liên tịch", "Chỉ thị", "Quyết định",
    "Kết luận", "Quy định", "Luật", "Pháp lệnh", "Sắc lệnh", "Thông tri", "Công điện",
))  # fmt: skip
_PERHAPS_BARE = _BARE | {
    "Công văn", "Văn bản", "Kế hoạch", "Kế hoạch liên tịch", "Thông báo", "Hướng dẫn", "Báo cáo", "Tờ trình",
    "Chương trình", "Chương trình hành động", "Đề án", "Giấy mời", "Quy chế", "Lệnh",
}  # fmt: skip


Names = dict[str, "Names"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """`types` finds a type's name by its words in lower case, `lengths` how many words to try by the last of them;
    `codes` are the exact codes of types.

    `names` are issuers' names word by folded word, "" where one ends; `bare` the types cited by serial alone;
    `type_ends` the last words of all types before which a number may stand alone. Equal to itself alone, so that what
    it says can be kept.
    """

    knowledge: Knowledge
    types: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]
    codes: frozenset[str]
    folded_codes: frozenset[str]
    names: Names
    by_name: Mapping[str, tuple[Issuer, ...]]
    chain: tuple[Tier, ...]
    type_ends: frozenset[str]
    bare: frozenset[str] = _BARE

    def issuers(self, code: str) -> tuple[Issuer, ...]:
        """The rows of an issuer's code, the ward's own first."""
        return self.knowledge.by_issuer.get(code, ())


def lexicon(knowledge: Knowledge, chain: Iterable[Tier]) -> Lexicon:
    """Lay out `knowledge` (the ward's own issuers included). Once a build: it is the same for every text."""
    types: dict[str, str] = {}
    for row in knowledge.types:
        for name in (row.name, *row.words):
            types.setdefault(name.lower(), row.name)
    lengths: dict[str, set[int]] = {}
    for words in types:
        lengths.setdefault(words.split()[-1], set()).add(len(words.split()))
    names: Names = {}
    by_name: dict[str, tuple[Issuer, ...]] = {}
    for issuer in knowledge.issuers:
        name = fold(issuer.name)
        node = names
        for word in name.split():
            node = node.setdefault(word, {})
        node[""] = {}
        if not issuer.unit:
            by_name[name] = (*by_name.get(name, ()), issuer)
    ends: set[str] = set()
    for row in knowledge.types:
        if row.name in _PERHAPS_BARE:
            last = row.name.split()[-1]
            ends |= {last, last.lower(), last.capitalize(), last.upper(), *row.words}
    return Lexicon(
        knowledge=knowledge,
        types=types,
        lengths={last: tuple(sorted(counts, reverse=True)) for last, counts in lengths.items()},
        codes=frozenset(
            code for row in knowledge.types if row.system != "law" for code in (row.code, *row.also) if code
        ),
        folded_codes=knowledge.type_codes,
        names=names,
        by_name=by_name,
        type_ends=frozenset(ends),
        chain=tuple(chain),
    )
