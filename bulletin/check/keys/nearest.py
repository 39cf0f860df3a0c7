"""The name that was probably meant by one that nobody knows."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from bulletin.words.text.fold import slug

# What clerks write for a key when they do not look it up.
_VIETNAMESE = {
    "title": "tieu-de trich-yeu ten",
    "number": "so so-ky-hieu",
    "date": "ngay ngay-ban-hanh",
    "issuer": "co-quan co-quan-ban-hanh",
    "place": "noi dia-danh",
    "type": "loai ten-loai",
    "publish": "cong-khai dang draft",
    "published": "ngay-dang",
    "updated": "ngay-sua sua-doi-ngay cap-nhat ngay-cap-nhat",
    "corrected": "da-sua sua lan-sua sua-doi corrections",
    "withdrawn": "thu-hoi ngay-thu-hoi go-bo rut",
    "reason": "ly-do vi-sao",
    "expires": "het-han",
    "urgency": "do-khan",
    "fields": "linh-vuc tags",
    "summary": "tom-tat",
    "signer": "nguoi-ky",
    "recipients": "noi-nhan",
    "attachments": "dinh-kem",
    "subject": "ve-viec v-v title",
    "link": "lien-ket dia-chi url",
    "file": "tep",
    "list_only": "noi-bo chi-liet-ke internal",
    "events": "viec lich",
    "errata": "dinh-chinh",
    "cleared": "da-duyet duoc-dang cho-phep da-xet cong-khai-duoc",
    "words": "chu",
    "why": "vi-sao ly-do",
    "accept": "chap-nhan giu-nguyen bo-qua da-xem ignore",
    "about": "ve chu",
    "what": "viec noi-dung",
    "by": "han cham-nhat han-chot",
    "on": "ngay trong-ngay",
    "from": "tu tu-ngay bat-dau",
    "to": "den den-ngay den-het ket-thuc",
    "every": "lap-lai hang-tuan hang-thang",
    "for": "danh-cho",
    "who": "ai doi-tuong",
    "where": "o-dau dia-diem noi",
    "hours": "gio",
    "should": "dung sua-thanh",
    "says": "sai",
    "note": "ghi-chu",
    "anniversary": "ngay-ky-niem",
    "windows": "thoi-gian",
    "form": "hinh-thuc",
    "slogans": "khau-hieu",
    "channels": "hinh-thuc kenh",
    "lead": "chu-tri",
    "units": "phoi-hop don-vi",
    "basis": "can-cu",
    "topics": "chu-de",
    "takedown_by": "thao-do han-thao-do",
    "id": "ma",
    "name": "ten",
    "days_off": "ngay-nghi",
    "anniversaries": "ngay-ky-niem",
    "origin": "ngay-goc tinh-tu",
    "status": "tinh-trang",
    "kind": "loai",
}


def near(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or ""; blanks, signs, case and marks do not count."""
    names = {slug(name): name for name in known}
    bare = slug(word.replace("_", "-"))
    for key, words in _VIETNAMESE.items():
        if bare in words.split() and key in names.values():
            return key
    close = difflib.get_close_matches(bare, names, n=1, cutoff=0.6)
    return names[close[0]] if close else ""
