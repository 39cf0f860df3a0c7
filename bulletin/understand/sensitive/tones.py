"""Tones where they are set today: «hoà» and «hòa» are one word."""

from __future__ import annotations

import re

_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
    "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# Of open syllables: not «soát», «quý».
_OLD_TONE = re.compile(r"[ou](?<!qu)(?:(?<=o)[àáảãạèéẻẽẹ]|(?<=u)[ỳýỷỹỵ])(?![^\W\d_])")


def tones(low: str) -> str:
    """«hoà», «uỷ» → «hòa», «ủy»: the same length."""
    return _OLD_TONE.sub(lambda m: _TONES[m[0]], low)
