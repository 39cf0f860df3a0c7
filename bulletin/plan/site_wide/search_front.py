"""What the table of contents of the index already answers: the titles that residents most likely ask for, and what
these are called otherwise. So a phone on a weak network has its first answers, and suggestions while it types, without
a file more; the other files then add what texts say and what is older.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bulletin.model.synonym import Synonym
from bulletin.plan.site_wide.search_postings import standings
from bulletin.plan.site_wide.search_synonyms import called
from bulletin.plan.site_wide.search_values import Document, Numbering
from bulletin.words.text.search_terms import pack

# Characters of all titles in front: about four kilobytes on the way.
_ROOM = 10_000


def front(documents: Sequence[Document], numbering: Numbering, synonyms: Sequence[Synonym]) -> Mapping[str, object]:
    """`ids` of the documents, packed; `rows` what each shows, with other names of it behind; `asked` the documents
    that phrases of residents mean, by `ids`, or the sign of what says nothing of what is sought."""
    ids = sorted(_chosen(documents, numbering))
    titled = [documents[number] for number in ids]
    return {
        "ids": pack(ids),
        "rows": [_row(document) for document in titled],
        "asked": _asked(synonyms, titled),
    }


def _chosen(documents: Sequence[Document], numbering: Numbering) -> Iterator[int]:
    """The known days of the year; of notices those that are not over before those that are, the newest first."""
    room = _ROOM
    notices = range(len(numbering.notices) - 1, -1, -1)
    for number in (
        *range(numbering.first_known_day, len(documents)),
        *(number for number in notices if not documents[number].behind),
        *range(len(numbering.notices), numbering.first_cited),
        *(number for number in notices if documents[number].behind),
    ):
        room -= sum(map(len, _row(documents[number])))
        if room < 0:
            return
        yield number


def _row(document: Document) -> list[str]:
    """As a result shows it, less its text; behind it the words of the title that the title does not show."""
    shown = document.result
    return [*shown.columns[:-1], document.other_names]


def _asked(synonyms: Iterable[Synonym], titled: Sequence[Document]) -> Mapping[str, str]:
    """Code → the phrases that mean it, by commas: what leads to the same titles stands together."""
    titles = [document.indexed.title for document in titled]
    where = standings([document.of_title() for document in titled])
    phrases = defaultdict[str, list[str]](list)
    for term, code in called(synonyms, where, titles).items():
        phrases[code.partition("|")[0]].append(str(term)[1:])
    return {code: ",".join(sorted(group)) for code, group in sorted(phrases.items()) if code not in ("", ".")}
