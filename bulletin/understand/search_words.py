"""What search keeps of a notice or a page: a pure function of it, so what did not change need not be read again."""

from __future__ import annotations

from bulletin.model.notice import Notice, PlainPage
from bulletin.model.prose import Prose
from bulletin.model.search_words import Indexed
from bulletin.understand.search_areas import areas_apart
from bulletin.words.dates.printed import short
from bulletin.words.encoding.styled_letters import unstyled
from bulletin.words.text.blocks import plain
from bulletin.words.text.search_terms import Pieces, words_of


def searched_notice(notice: Notice, prose: Prose, pieces: Pieces) -> Indexed:
    """A notice is found by its title and type, its number, day, issuer and urgency, its card, its text and
    its files. `pieces` are those of all texts of one reader: they only save time."""
    card = notice.summary
    said = (card.what, card.who, card.when, card.call, plain(prose.text), *(a.title for a in notice.attachments))
    text = unstyled("\n".join(filter(None, said)))  # an excerpt shows what was found
    number = f" số {notice.number.printed}" if notice.number else ""
    label = f"{notice.type}{number} ngày {short(notice.signed_on)} của {notice.issuer}"
    return Indexed(
        text=text,
        title=words_of(notice.title, notice.urgency, notice.type, pieces=pieces),
        # «giải phóng mặt bằng» finds what says GPMB, «tổ 8» what says «tổ 7 - 12».
        words=words_of(
            notice.title,
            notice.urgency,
            label,
            text,
            *(row.means for row in prose.abbreviations),
            *areas_apart(text),
            pieces=pieces,
        ),
    )


def searched_page(page: PlainPage, prose: Prose, pieces: Pieces) -> Indexed:
    """The same for a plain page."""
    text = unstyled("\n".join(filter(None, (page.summary, plain(prose.text)))))
    return Indexed(
        text=text, title=words_of(page.title, pieces=pieces), words=words_of(page.title, text, pieces=pieces)
    )
