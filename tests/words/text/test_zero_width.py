"""Signs of no width: taken out where no word changes, told with the words around them everywhere else."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import cli, fix
from bulletin.words.text.zero_width import hidden, without_hidden
from tests.conftest import ROOT, Ward
from tests.properties import examples

SIGNS = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\xad", "\u200e", "\u202a", "\u202c"]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "typed",
    [
        "ph|ường",
        "Ủ|y ban",
        "nghi|êng",
        "45|/UBND",
        "ngày| 30",
        "ngày |30",
        "|đầu dòng",
        "cuối|\n",
        "phiếu|.",
        "(|xem)",
        "-| mục",
        "một||hai".replace("||", "| "),
    ],
)
def test_goes_where_no_word_changes(sign: str, typed: str) -> None:
    text = f"Một\n{typed}".replace("|", sign)
    assert without_hidden(text) == text.replace(sign, "")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("typed", ["công|dân", "UBND|phường", "20|25", "tổ|7", "m|2", "Hà|Nội", "họp|dân"])
def test_stays_where_two_words_may_meet(sign: str, typed: str) -> None:
    text = typed.replace("|", sign)
    assert without_hidden(text) == text
    (one,) = hidden(text)
    assert one.around == typed.replace("|", f"⟨U+{ord(sign):04X}⟩")


@pytest.mark.parametrize("text", ["👨\u200d👩\u200d👧 gia đình", "👩🏽\u200d🌾", "🏳️\u200d🌈", "\ufeff---\ntitle"])
def test_what_belongs_there_is_not_told(text: str) -> None:
    assert not list(hidden(text))
    assert without_hidden(text) == text


def test_a_soft_hyphen_is_a_letter_of_old_fonts() -> None:
    """TCVN3 writes «ư» so: taking it out would change every word."""
    text = "Uû ban nh©n d©n ph\xadêng"
    assert without_hidden(text) == text


@examples(40)
@given(
    st.lists(st.sampled_from([*SIGNS, "ph", "ường", "công", "dân", " ", "\n", "7", "/", "👨", "đ", "e\u0301"])).map(
        "".join
    )
)
def test_only_they_go(text: str) -> None:
    mended = without_hidden(text)
    assert [c for c in mended if c not in SIGNS] == [c for c in text if c not in SIGNS]
    assert without_hidden(mended) == mended


FRONT = "---\r\ntitle: Ph\u200bát quà\r\ndate: 1/5/2022\r\npublish: public\r\n---\r\n\r\n"


def test_check_fix_writes_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line ends, letters in two pieces, the mark at the beginning and the rights of the file stay."""
    content = tmp_path / "content"
    (content / "notices").mkdir(parents=True)
    (content / "site.yml").write_bytes((ROOT / "tests/broken/body-unread/content/site.yml").read_bytes())
    spread = unicodedata.normalize("NFD", "Nhà văn hóa")
    notice = content / "notices/a.md"
    typed = f"\ufeff{FRONT}{spread} ph\u200bường, công\u200bdân, 45\u2060/UBND.\r\n"
    notice.write_bytes(typed.encode())
    notice.chmod(0o640)
    other = content / "notices/b.md"
    other.write_text("---\ntitle: Hai\ndate: 1/5/2022\npublish: draft\n---\n\nHai.\n", encoding="utf-8")
    before = other.stat().st_mtime_ns
    arguments = ["check", "--content", str(content), "--templates", str(ROOT / "templates"), "--today", "2022-05-02"]

    assert cli.main(arguments) == cli.PROBLEMS
    told = capsys.readouterr().err
    assert notice.read_bytes() == typed.encode()
    assert "«Ph⟨U+200B⟩át»" in told
    assert "make fix" in told

    assert cli.main([*arguments, "--fix"]) == cli.PROBLEMS  # «công dân» is for the editor to mend
    told = capsys.readouterr().err
    right = typed.replace("Ph\u200bát", "Phát").replace("ph\u200bường", "phường").replace("45\u2060", "45")
    assert notice.read_bytes() == right.encode()
    assert notice.stat().st_mode & 0o777 == 0o640
    assert told.count("đã bỏ ký tự ẩn") == 3
    assert "«công⟨U+200B⟩dân,»" in told
    assert other.stat().st_mtime_ns == before
    assert sorted(path.name for path in notice.parent.iterdir()) == ["a.md", "b.md"]

    notice.write_bytes(right.replace("công\u200b", "công ").encode())
    assert cli.main([*arguments, "--fix"]) == cli.OK
    assert "đã bỏ" not in capsys.readouterr().err


def test_a_file_that_is_saved_while_it_is_mended_stays_as_saved(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    notice = ward.notice("a", "Các ph\u200bường.")

    def mended(text: str) -> str:
        if "\u200b" in text:
            notice.write_text("Bản mới hơn.\n", encoding="utf-8")
        return without_hidden(text)

    monkeypatch.setattr(fix, "without_hidden", mended)
    (told,) = fix.fix(ward.content)
    assert "không ghi đè" in told
    assert notice.read_text("utf-8") == "Bản mới hơn.\n"
    assert [path.name for path in notice.parent.iterdir()] == ["a.md"]
