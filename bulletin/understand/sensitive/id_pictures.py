"""Pictures of papers that say who somebody is, as a text, a picture's words or a file's name tell of them.

«Ảnh chụp hai mặt căn cước của các hộ gửi kèm» tells of some; «mang theo bản chụp căn cước» asks for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.model.sensitive import Sensitive
from bulletin.understand.sensitive.kinds import Kinds
from bulletin.understand.sensitive.sentences import Said, finding, words_in
from bulletin.words.text.patterns import verbose

_PICTURE = verbose(
    r"""
    (?<!\w)(?:ảnh|hình|scan|hình ảnh|ảnh chụp|bản chụp|bản scan|bản quét|ảnh scan|file scan|bản phô tô)(?: chụp| màu)?:?
    (?: (?:hai|2|cả hai|mặt trước|mặt sau|các) ?(?:mặt)?)?(?: (?:và )?mặt (?:trước|sau))*(?: của)?(?: thẻ)?
    [ ](?:căn cước(?: công dân)?|cccd|cmnd|chứng minh (?:nhân dân|thư)|hộ chiếu|thẻ bhyt|bằng lái(?: xe)?
    |giấy phép lái xe|giấy khai sinh|sổ hộ khẩu)
    """
)
_BOTH_SIDES = re.compile(r"(?:cccd|căn cước|cmnd) (?:2|hai) mặt")
_THERE = verbose(
    r"(?<!\w)(?:kèm theo|gửi kèm|đính kèm|kèm dưới|dưới đây|như sau|gửi ở dưới|bên dưới|đã gửi|đã đăng|được gửi"
    r"|được đăng|xem (?:tại|tệp"
    r"|ảnh)|trong (?:tệp|nhóm|file)"
    r"|của (?:ông|bà|anh|chị|cháu|các hộ))(?!\w)"
)
_ASKED = verbose(
    r"(?<!\w)(?:nộp|mang|chuẩn bị|hồ sơ (?:gồm|cần)|thành phần hồ sơ|xuất trình|cần có|bổ sung|tải lên"
    r"|đề nghị (?:gửi|nộp)|gửi về|chụp lại)(?!\w)"
)

_OF_A_FILE = (".jp", ".png", ".webp", ".gif", ".pdf")
_NAME = re.compile(
    r"""
    (?<![\w-])(?:cccd|cmnd|căn[ ]cước|can[-_]cuoc|ho[-_]chieu|(?:giay[-_])?khai[-_]sinh|the[-_]bhyt)[-_ ]
    [\w .()-]{1,60}\.(?:jpe?g|png|webp|gif|pdf)(?!\w)
    """,
    re.VERBOSE,
)
_FORM = re.compile(
    r"mau|mẫu|huong|hướng|thu-tuc|quy-trinh|to-khai|cap-|lam-|doi-|lich|lịch|dich-vu|thong-bao|gan-chip|tuyen-truyen"
)


def id_pictures(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    """Each picture that a sentence says is there."""
    if any(ending in said.low for ending in _OF_A_FILE):
        for m in _NAME.finditer(said.low):
            if not _FORM.search(m[0]):
                yield finding(kinds["id_image"], said, m.span())
    if not words_in(kinds["id_image"], said):
        return
    for m in (*_PICTURE.finditer(said.low), *_BOTH_SIDES.finditer(said.low)):
        sentence = said.around(m.start()).low
        if _THERE.search(sentence) and not _ASKED.search(sentence):
            yield finding(kinds["id_image"], said, m.span())
