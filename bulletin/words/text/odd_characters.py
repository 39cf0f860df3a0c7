"""Characters that stand for others: dashes, blanks, slashes and letters like «Đ», each one to one."""

from __future__ import annotations

ODD_SLASHES = "\u2044\u2215\uff0f"
# Every sign that stands for another, one to one, so that places in the plain text are places in the text.
PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe63\uff0d", "-"),
        **dict.fromkeys("\t\n\r\u00a0\u200b\u202f\ufeff" + "".join(map(chr, range(0x2000, 0x200B))), " "),
        **dict.fromkeys(ODD_SLASHES, "/"),
        "Ð": "Đ",
        "Ɖ": "Đ",
        "ð": "đ",
        "ɖ": "đ",
    }
)  # fmt: skip
