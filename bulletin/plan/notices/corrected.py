"""What an editor has changed of a published notice, in a sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.model.notice import Notice
from bulletin.words.dates.printed import short


def corrected_in_words(notice: Notice) -> Iterator[str]:
    """«Đã sửa ngày 10/5/2022: đổi giờ họp sang 20 giờ.», the last first."""
    for one in notice.corrected:
        yield f"Đã sửa ngày {short(one.on)}: {one.what.rstrip('.')}."
