"""Properties of finding: what is printed is found again, one more is one more, and nothing else changes."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bulletin.model.number import Style
from bulletin.model.prose import Prose
from bulletin.understand.prose import understand
from tests.properties import examples
from tests.understand.citations.test_cases import HERE, KNOWN, NOWHERE

DASHES = st.sampled_from(["-", "–", "—", "−", "\u2010", "\u2011"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A number as an office prints it, and what it must be read as."""

    text: str
    type: str
    said: str
    found: tuple[str, int | None, str, str, Style]


def codes(*systems: str, unit: bool = False) -> list[str]:
    rows = [row for row in KNOWN.issuers if row.code and row.unit == unit and (not systems or row.system in systems)]
    return [code for row in rows for code in (row.code, *row.also)]


ISSUERS = codes()
UNITS = codes("state", unit=True)
SERIALS = st.builds(lambda n, letter: f"{n}{letter}", st.integers(1, 99999), st.sampled_from(["", "", "", "a", "đ"]))
STYLES: dict[str, list[Style]] = {
    "party": ["party"],
    "mass": ["party", "state"],
    "state": ["state", "normative"],
    "legal": ["normative"],
    "law": ["law"],
}
TYPES = [
    (row, code, style) for row in KNOWN.types for style in STYLES.get(row.system, ()) for code in (row.code, *row.also)
]


def spelled(sign: str) -> st.SearchStrategy[str]:
    """A dash or slash with odd blanks. A dash between two blanks may end a number, so it gets one at most."""
    blanks = st.sampled_from(["", " ", "\u00a0"])
    if sign == "/":
        return st.builds("{}/{}".format, blanks, blanks)
    return st.builds(lambda dash, blank, after: dash + blank if after else blank + dash, DASHES, blanks, st.booleans())


@st.composite
def printed(draw: st.DrawFn) -> Printed:
    row, code, style = draw(st.sampled_from(TYPES))
    serial, year = draw(SERIALS), draw(st.integers(1946, 2049))
    issuer = draw(st.sampled_from(ISSUERS))
    if style == "law":
        issuer = f"{row.code}{draw(st.integers(1, 16))}"
        text, found = f"{serial}/{year}/{issuer}", (serial, year, "", issuer)
        style = "law" if row.code == "QH" else "normative"
    elif not code:
        issuer, style = f"{issuer}-{draw(st.sampled_from(UNITS))}", "state"
        assume(issuer.split("-")[0].casefold() not in KNOWN.type_codes)
        text, found = f"{serial}/{issuer}", (serial, None, "", issuer)
    else:
        text, found = {
            "party": (f"{serial}-{code}/{issuer}", (serial, None, code, issuer)),
            "state": (f"{serial}/{code}-{issuer}", (serial, None, code, issuer)),
            "normative": (f"{serial}/{year}/{code}-{issuer}", (serial, year, code, issuer)),
        }[style]
    signs = draw(st.sampled_from(["", "-", "-/"]))
    shown = "".join(draw(spelled(c)) if c in signs else c for c in text)
    said = draw(st.sampled_from([f"{row.name} số ", f"{row.name.upper()} SỐ: ", f"{row.name} ", ""]))
    return Printed(text=shown, type=row.name, said=said, found=(*found, style))


def read(text: str) -> Prose:
    return understand(text, "x.md", 1, "", HERE)[0]


def mended(text: str) -> str:
    return re.sub(r"\s", "", re.sub("[\u2010-\u2015\u2212]", "-", text)).replace("&amp;", "&")


@examples(200)
@given(printed())
def test_what_is_printed_is_found_again(number: Printed) -> None:
    prose = understand(f"Thực hiện {number.said}{number.text} đã nêu.", "x.md", 1, "", NOWHERE)[0]
    assert len(prose.mentions) == 1
    (mention,) = prose.mentions
    found = mention.number
    assert (found.serial, found.year, found.code, found.issuer, found.style) == number.found
    assert mended(number.text) == found.printed
    if number.said:
        assert mention.type == number.type
    else:
        assert number.type in KNOWN.type_names(found)


# Words, dates and figures of notices that cite nothing, to be parted by blanks.
PLAIN = [
    "Đảng ủy", "yêu cầu", "chi bộ", "tổ dân phố", "số 5", "ngày 15/4/2022", "và", "của", "Quận ủy", "30/4", "15/17 hộ",
    "1/500", "thực hiện", "thay thế", "24/7,", "cho", "1.500.000 đồng/người", "đường 13,5m", "(", ")", ";", "nhân dân.",
    "“Tuổi trẻ”", "F0, F1", "-", "12, 13", "2021-2022", "không", "Ban chỉ đạo 35", "công tác", "TDP 3/P.", "96ha", "…",
]  # fmt: skip
CITED = ["Công văn số {}-CV/QU", "Kế hoạch {}/KH-UBND", "Nghị định số {}/2020/NĐ-CP", "Luật số {}/2013/QH13"]


@examples(100)
@given(
    st.lists(st.sampled_from(PLAIN), max_size=12),
    st.lists(st.sampled_from(PLAIN), max_size=12),
    st.sampled_from(CITED),
    st.integers(1, 9999),
    st.sampled_from(["", " ngày 15/4/2022", " ngày 15/4/2022 của Quận ủy"]),
)
def test_one_citation_more_is_one_more(before: list[str], after: list[str], cited: str, serial: int, tail: str) -> None:
    words = " ".join(["Theo", *before]), " ".join([*after, "đã nêu."])
    assert read(" ".join(words)).mentions == ()
    (mention,) = read(f"{words[0]} {cited.format(serial)}{tail} {words[1]}").mentions
    assert mention.number.serial == str(serial)


# Forms, places, plots of land, classes, routes: what is counted like documents and is none.
COUNTED = (
    "Mẫu", "Biểu", "Biểu-mẫu", "Phụ lục", "QCVN", "TCVN", "thửa", "tổ", "TDP", "lớp", "khối", "tuyến", "mã", "STT",
    "hồ", "nhà", "ngõ", "ngách", "hẻm", "lô", "tờ", "phòng", "căn", "km", "ISO", "TK", "GPLX", "quốc", "đường", "ô",
    "trang", "bảng", "hình", "đội", "mũi", "công tác", "sách", "quyển", "sổ", "tiêu chuẩn",
)  # fmt: skip


@pytest.mark.parametrize("word", COUNTED)
def test_behind_a_word_for_other_things_a_number_is_none(word: str) -> None:
    assert [m.number.printed for m in read("Xem bài 12/KH-UBND ở trên.").mentions] == ["12/KH-UBND"]
    assert read(f"Xem {word} 12/KH-UBND ở trên.").mentions == ()
