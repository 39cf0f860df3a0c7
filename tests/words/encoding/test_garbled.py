"""Broken letters are seen, whatever broke them, and given back; no good text is suspected."""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bulletin.words.encoding.garbled import LOST, MOJIBAKE, STYLED, garbled
from bulletin.words.encoding.legacy_charsets import CHARSETS, Charset
from bulletin.words.encoding.styled_letters import PLAIN, unstyled
from bulletin.words.encoding.syllables import is_syllable
from tests.properties import examples

ROOT = Path(__file__).parents[3]
SYLLABLES = [
    "thông",
    "báo",
    "phường",
    "xã",
    "nhân",
    "dân",
    "nộp",
    "thuế",
    "trước",
    "ngày",
    "đến",
    "hết",
    "tổ",
    "chức",
    "họp",
    "giờ",
    "sáng",
    "chiều",
    "tại",
    "nhà",
    "văn",
    "hóa",
    "đường",
    "điện",
    "nước",
    "tiêm",
    "chủng",
    "người",
    "cao",
    "tuổi",
    "trẻ",
    "em",
    "hộ",
    "nghèo",
    "đăng",
    "ký",
    "khai",
    "tử",
    "kỷ",
    "luật",
    "quyết",
    "định",
    "kế",
    "hoạch",
    "hướng",
    "dẫn",
    "nghị",
    "quyết",
    "ủy",
    "ban",
    "mặt",
    "trận",
    "đoàn",
    "hội",
    "phụ",
    "nữ",
    "cựu",
    "chiến",
    "binh",
    "khuyến",
    "học",
    "quỹ",
    "ủng",
    "hộ",
    "bão",
    "lũ",
    "phòng",
    "cháy",
    "chữa",
    "cháy",
    "vệ",
    "sinh",
    "môi",
    "trường",
    "rác",
    "thải",
]
TEXTS = st.lists(st.sampled_from(SYLLABLES), min_size=8, max_size=20).map(" ".join).filter(lambda t: len(set(t)) > 12)


def in_1252(text: str) -> str:
    """UTF-8 read as Windows-1252, the gaps of which programs fill from Latin-1."""
    data = text.encode()
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in data)


def in_charset(name: str, text: str) -> str:
    charset = next(c for c in CHARSETS if c.name.startswith(name))
    signs = {letter: sign for sign, letter in charset.letters.items()}
    return "".join(signs.get(c, c) for c in text)


@examples(12)
@given(TEXTS, st.sampled_from([str.lower, str.capitalize, str.upper]), st.integers(1, 2), st.booleans())
def test_utf8_read_as_windows_once_or_twice(text: str, case, times: int, latin: bool) -> None:  # type: ignore[no-untyped-def] # str methods
    text = f"«{case(text)}» – 30/11/2025… 📢"
    broken = text
    for _ in range(times):
        broken = broken.encode().decode("latin-1") if latin else in_1252(broken)
    (found,) = garbled(unicodedata.normalize("NFC", broken))
    assert (found.kind, found.sure, found.right) == (MOJIBAKE, True, text)


@examples(12)
@given(TEXTS, st.sampled_from(["TCVN3", "VNI", "VISCII"]), st.sampled_from([str.lower, str.capitalize]))
def test_the_charsets_before_unicode(text: str, name: str, case) -> None:  # type: ignore[no-untyped-def] # str methods
    text = f"{case(text)}: người phường, 30/11/2025, 12 m², UBND."
    broken = unicodedata.normalize("NFC", in_charset(name, text))
    assume(not re.search("[\u0102-\u1ef9]", broken))  # a capital that the charset lacks
    (found,) = garbled(broken)
    assert (found.kind.split(",")[0], found.sure, found.right) == (name, True, text)


@examples(8)
@given(TEXTS)
def test_letters_that_became_question_marks(text: str) -> None:
    broken = "".join(c if c.isascii() else "?" for c in f"{text}, phường thông báo")
    (found,) = garbled(broken)
    assert (found.kind, found.sure, found.right) == (LOST, True, "")


STYLES = {
    "bold": (0x1D400, 0x1D41A), "sans bold italic": (0x1D63C, 0x1D656), "script": (0x1D4D0, 0x1D4EA),
    "monospace": (0x1D670, 0x1D68A), "full width": (0xFF21, 0xFF41), "circles": (0x24B6, 0x24D0),
}  # fmt: skip


@examples(8)
@given(TEXTS, st.sampled_from(sorted(STYLES)), st.booleans())
def test_signs_that_look_like_letters(text: str, style: str, upper: bool) -> None:
    text = text.upper() if upper else text
    big, small = STYLES[style]
    spread = unicodedata.normalize("NFD", text)
    fancy = "".join(
        chr(big + ord(c) - 65) if "A" <= c <= "Z" else chr(small + ord(c) - 97) if "a" <= c <= "z" else c
        for c in spread
    )
    found = garbled(f"Một dòng.\n{unicodedata.normalize('NFC', fancy)}")
    assert [(one.line, one.kind, one.sure, one.right) for one in found] == [(1, STYLED, False, text)]
    assert unstyled(fancy) == text


GOOD = """\
“THỊ XÃ” XÃ… cây «lá»… ĐÃ” và Ã
QÐ-UBND, Ðảng ủy, ð; hoà, khoá, quí, kĩ, thuỷ, Hoàng, tuý, uý; XÃ\u00a0BỒ ĐỀ; “Ê”, Ô, Ơ
12 m², 3 m³, 30°C, 2,5 µm, ½, ¼, 1ª, n° 5, © 2025 UBND, Zalo®, Vietel™, «ban», A·B, 5×3, 10±2, §1, ¶, No¹ và chú thích²
Café, résumé, naïve, Pokémon, Müller, São Paulo, Zürich, Citroën, Muñoz, Noël, Beyoncé, Québec, señor, fiancé
Ê-đê, Hrê, Krông Nô, Đắk Lắk, H’Mông, Xơ Đăng, Plei Ku, Gia Rai, Y Bih, K’Ho, Đắc Sơn
Làm gì? Ở đâu? Ai? làm gì?Ở đâu? (có không?) “Thế nào?” https://a.vn/?q=rac&b?c=d a.vn/x?y=z FAQ? ??? [?] ?!
hộp Ⓐ, nhóm máu 🅰, ①②③, ½, №, ℃, ㎡, ™, 1️⃣ 2️⃣ 🇻🇳 ℓ, Ω, α, β, ＡＢ？"""


def test_good_texts_are_not_suspected() -> None:
    for line in GOOD.splitlines()[:-1]:
        assert garbled(line) == (), line
    assert [one.kind for one in garbled(GOOD)] == [STYLED]  # «ＡＢ»
    texts = [
        *(ROOT / "content").rglob("*.*"),
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "bulletin/knowledge").glob("*.yml"),
    ]
    told = [(path.name, one) for path in texts for one in garbled(path.read_text("utf-8"))]
    assert [(name, one.kind) for name, one in told if name != "huong-dan-bien-tap.md"] == []


@pytest.mark.parametrize("word", SYLLABLES)
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["th", "ng", "phöôøng", "thng", "baùo", "Zalo", "web", "thoong2", "", "đđ", "hòá"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_one_strange_word_is_doubtful() -> None:
    assert [one.sure for one in garbled("Ông Dän và mọi người")] == [False]
    assert [one.right for one in garbled("Các hộ ®Õn nhà văn hóa")] == ["Các hộ đến nhà văn hóa"]


def test_every_sign_has_one_letter() -> None:
    assert set(PLAIN.values()) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    for charset in CHARSETS:
        assert len(set(charset.letters.values())) >= 70


def test_any_text_is_read_in_linear_time() -> None:
    """What looked back over the text at every sign would take minutes."""
    shuffled = random.Random(5)
    for piece in ("?a", "á»", "Ã", "𝐓", "a¸", " a?b", "«á»", "".join(shuffled.choices("aÃ¸á»?« ", k=40))):
        garbled("é" + piece * 5_000)


@pytest.mark.parametrize("charset", CHARSETS, ids=lambda charset: charset.name)
def test_a_text_is_looked_into_just_where_it_has_what_no_vietnamese_word_has(charset: Charset) -> None:
    """Every sign of Latin-1 between each two neighbours that make a difference."""
    for sign in map(chr, range(0xA0, 0x100)):
        for before in ("", "a", "A", "e", "E", "o", "O", "x", "Z", "é"):
            for text in (f"{before}{sign}{after}" for after in ("", "a", "Z", " ")):
                assert bool(charset.somewhere.search(text)) == bool(charset.sure.search(text)), text
