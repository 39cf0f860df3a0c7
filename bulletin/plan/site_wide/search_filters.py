"""What narrows a search: the choices on its page, and the terms that the index keeps for them.

A filter is named in the address of a search, «/tim-kiem/?loai=cong-van», and its term in the index is «@loai=cong-van»:
search.js puts the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bulletin.model.views.search import Filter, Option
from bulletin.words.text.alphabet import collation_key
from bulletin.words.text.fold import slug

_FIELD, _TYPE, _YEAR = "linh-vuc", "loai", "nam"


def field_term(key: str) -> str:
    """«dat-dai» → «@linh-vuc=dat-dai»."""
    return f"@{_FIELD}={key}"


def type_term(type_: str) -> str:
    """«Công văn» → «@loai=cong-van»."""
    return f"@{_TYPE}={slug(type_)}"


def year_term(year: int) -> str:
    """2022 → «@nam=2022»."""
    return f"@{_YEAR}={year}"


def filters(fields: Mapping[str, str], types: Iterable[str], years: Iterable[int]) -> Iterator[Filter]:
    """The filters that leave a choice: `fields` by key, names of `types` (of two with one slug the last), and `years`,
    the newest first."""
    by_slug = {slug(name): name for name in types if name}
    for name, label, options in (
        (_FIELD, "Lĩnh vực", _by_alphabet(fields)),
        (_TYPE, "Tên loại", _by_alphabet(by_slug)),
        (_YEAR, "Năm", tuple(Option(value=str(year), words=str(year)) for year in sorted(set(years), reverse=True))),
    ):
        if len(options) > 1:
            yield Filter(name=name, label=label, options=options)


def _by_alphabet(names: Mapping[str, str]) -> tuple[Option, ...]:
    rows = sorted(names.items(), key=lambda row: collation_key(row[1]))
    return tuple(Option(value=value, words=words) for value, words in rows)
