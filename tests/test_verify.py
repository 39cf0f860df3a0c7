"""A copy of the site is held against the list that the ward has signed: what is not the ward's is told, in words."""

from __future__ import annotations

import hashlib
import shutil
import stat
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bulletin
from bulletin.cli import main
from tests.conftest import ROOT, Ward

MANIFEST, SIGNATURE, KEY = (f"du-lieu/{name}" for name in ("manifest.json", "manifest.json.sig", "public-key.pem"))
NOTICE = "thong-bao/2022/12-tb-ubnd/index.html"
ONCE = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
Capture = pytest.CaptureFixture[str]


class Place:
    """A ward with a key: `site` is its signed site, `zip` its copy for a stick; nothing here may be changed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        ward = Ward(root)
        ward.write("files/don.txt", "Đơn.")
        ward.notice("a", "Chữ.", number="12/TB-UBND", attachments="[files/don.txt]")
        self.secret, self.public = root / "keys/khoa.pem", root / "keys/khoa-cong-khai.pem"
        self.secret.parent.mkdir()
        assert main(["sign-key", str(self.secret)]) == 0
        assert main(["sign-key", str(self.secret.with_name("khac.pem"))]) == 0
        self.other = self.secret.with_name("khac-cong-khai.pem")
        self.site, self.zip = root / "site", root / "bang-tin.zip"
        self.make(self.site)
        assert main(["zip", *self.given(), "--to", str(self.zip), "--sign", str(self.secret)]) == 0

    def given(self) -> list[str]:
        folders = ["--content", str(self.root / "content"), "--templates", str(ROOT / "templates")]
        return [*folders, "--today", "2022-05-04"]

    def make(self, to: Path, *, secret: Path | None = None) -> None:
        assert main([*self.given(), "--output", str(to), "--sign", str(secret or self.secret)]) == 0


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("signed"))


@pytest.fixture
def copy(place: Place, tmp_path: Path, capsys: Capture) -> Path:
    capsys.readouterr()
    return Path(shutil.copytree(place.site, tmp_path / "copy"))


@pytest.fixture(scope="module")
def scratch(place: Place) -> Path:
    return Path(shutil.copytree(place.site, place.root / "scratch"))


def told(capsys: Capture, *typed: object) -> tuple[int, str]:
    code = main(["verify", *map(str, typed)])
    out, error = capsys.readouterr()
    assert "Traceback" not in error
    return code, out + error


def flipped(path: Path, at: int = 40, bit: int = 1) -> None:
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= bit
    path.write_bytes(data)


def test_a_true_copy_is_the_wards(place: Place, copy: Path, capsys: Capture) -> None:
    for part, count in (
        (copy, 50),
        (copy / "thong-bao", 3),
        (copy / NOTICE, 1),
        (copy / MANIFEST, 50),
        (place.zip, 20),
    ):
        code, words = told(capsys, part, "--key", place.public)
        assert code == 0, words
        assert words.startswith("Đạt: ")
        assert int(words.split()[1]) >= count
        assert "https://thu.example/, dựng ngày 04/5/2022" in words


def test_the_same_site_and_key_make_the_same_bytes(place: Place, tmp_path: Path) -> None:
    place.make(tmp_path / "again")
    for name in (MANIFEST, SIGNATURE, KEY):
        assert (tmp_path / "again" / name).read_bytes() == (place.site / name).read_bytes()


def test_a_build_without_the_key_leaves_no_old_signature(place: Place, copy: Path) -> None:
    assert main([*place.given(), "--output", str(copy)]) == 0
    assert not (copy / SIGNATURE).exists()


def test_each_file_of_the_site_is_held(place: Place, copy: Path, capsys: Capture) -> None:
    """Pages, and also what is named by its content: a name of ten signs is soon made to fit."""
    kinds = [
        NOTICE,
        "index.html",
        "files/don.txt",
        *(next(copy.glob(f"**/*.{end}")) for end in ("css", "js", "png", "ics")),
    ]
    kinds.append(next((copy / "tim-kiem").glob("*/*.json")))
    for path in (copy / kind for kind in kinds):
        flipped(path)
        name = path.relative_to(copy).as_posix()
        for part in (copy, path):
            code, words = told(capsys, part, "--key", place.public)
            assert (code, f"{name}: đã bị sửa, không phải bản của phường." in words) == (1, True), words
        flipped(path)


def test_what_is_missing_and_what_is_strange_is_told(place: Place, copy: Path, capsys: Capture) -> None:
    (copy / NOTICE).unlink()
    (copy / "gia.html").write_text("Giả")
    (copy / "link.html").symlink_to("index.html")
    (copy / "static/gia-0123456789.html").write_text("Giả")
    (copy / "static/style-0123456789.css").write_text("/* lần dựng trước */")
    code, words = told(capsys, copy, "--key", place.public)
    assert code == 1
    assert f"{NOTICE}: thiếu" in words
    assert [line.split(":")[0] for line in words.splitlines() if ": lạ," in line] == [
        "gia.html", "link.html", "static/gia-0123456789.html",
    ]  # fmt: skip
    assert "0 tệp khác, 1 thiếu, 3 lạ" in words
    assert told(capsys, copy / "gia.html", "--key", place.public)[0] == 1


@ONCE
@given(name=st.sampled_from([MANIFEST, SIGNATURE]), at=st.integers(0, 10**6), bit=st.sampled_from([1, 2, 16, 128]))
def test_no_bit_of_the_list_or_its_signature_can_be_changed(
    place: Place, scratch: Path, capsys: Capture, name: str, at: int, bit: int
) -> None:
    capsys.readouterr()
    flipped(scratch / name, at, bit)
    code, words = told(capsys, scratch, "--key", place.public)
    flipped(scratch / name, at, bit)
    assert (code, "Không đạt: chữ ký không đúng" in words) == (1, True), words


def test_who_signs_anew_has_another_key(place: Place, tmp_path: Path, capsys: Capture) -> None:
    """A forger alters a page, lists its hash and signs with a key of his own, which lies beside."""
    forged = tmp_path / "forged"
    place.make(forged, secret=place.other.with_name("khac.pem"))
    capsys.readouterr()
    code, words = told(capsys, forged, "--key", place.public)
    assert code == 1
    assert "chữ ký không đúng" in words
    assert "khoá đi kèm bản này cũng khác" in words
    code, words = told(capsys, forged)
    assert code == 0
    assert "Mới chỉ so với danh sách đi kèm" in words
    assert "xin khoá công khai" in words
    code, words = told(capsys, forged, "--key", forged / KEY)
    assert (code, "nằm ngay trong bản đang soát" in words) == (2, True)


def test_without_a_signature_it_is_told(place: Place, copy: Path, capsys: Capture) -> None:
    shutil.copy(place.other, copy / KEY)
    code, words = told(capsys, copy, "--key", place.public)
    assert (code, f"{KEY} không phải khoá của phường" in words) == (1, True)
    (copy / SIGNATURE).unlink()
    code, words = told(capsys, copy, "--key", place.public)
    assert (code, "không có chữ ký" in words) == (1, True)
    code, words = told(capsys, copy)
    assert (code, "Bản này không có chữ ký" in words) == (0, True)
    flipped(copy / NOTICE)
    code, words = told(capsys, copy)
    assert (code, f"{NOTICE}: khác với danh sách." in words) == (1, True)


def test_a_stick_is_held_packed_and_unpacked(place: Place, tmp_path: Path, capsys: Capture) -> None:
    with zipfile.ZipFile(place.zip) as file:
        file.extractall(tmp_path / "usb")
    page = tmp_path / "usb/bang-tin" / NOTICE
    for part in (tmp_path / "usb", tmp_path / "usb/bang-tin", page, tmp_path / "usb/MO-TRANG-NAY.html"):
        assert told(capsys, part, "--key", place.public)[0] == 0
    flipped(page)
    code, words = told(capsys, tmp_path / "usb", "--key", place.public)
    assert (code, f"bang-tin/{NOTICE}: đã bị sửa" in words) == (1, True)
    bad, true = tmp_path / "bad.zip", (tmp_path / "usb/MO-TRANG-NAY.html").read_bytes()
    shutil.copy(place.zip, bad)
    with zipfile.ZipFile(bad, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr("MO-TRANG-NAY.html", "Giả")
        file.writestr("MO-TRANG-NAY.html", true)  # the last counts for some programs, the first for others
    code, words = told(capsys, bad, "--key", place.public)
    assert (code, "MO-TRANG-NAY.html: đã bị sửa" in words) == (1, True)


@ONCE
@given(
    data=st.binary(max_size=200) | st.sampled_from([b"[" * 10**5, b'{"site":1,"addresses":[],"built":"x","files":[]}'])
)
def test_any_bytes_may_stand_anywhere(place: Place, scratch: Path, capsys: Capture, data: bytes) -> None:
    capsys.readouterr()
    strange = place.root / "keys/strange"
    strange.write_bytes(data)
    assert told(capsys, scratch, "--key", strange)[0] == 2
    kept = {name: (scratch / name).read_bytes() for name in (MANIFEST, SIGNATURE, KEY)}
    for name in kept:
        (scratch / name).write_bytes(data)
        assert told(capsys, scratch, "--key", place.public)[0] == 1
        if name != MANIFEST:
            assert told(capsys, scratch)[0] == 0
        (scratch / name).write_bytes(kept[name])
    (scratch / MANIFEST).write_bytes(data)
    assert told(capsys, scratch)[0] == 1
    (scratch / MANIFEST).write_bytes(kept[MANIFEST])
    whole = place.zip.read_bytes()
    at = int.from_bytes(hashlib.sha256(data).digest()[:4]) % len(whole)
    (place.root / "b.zip").write_bytes(whole[:at] + data + whole[at + len(data) + 1 :])
    assert told(capsys, place.root / "b.zip", "--key", place.public)[0] in (1, 2)


def test_nothing_to_check_is_a_slip(place: Place, copy: Path, tmp_path: Path, capsys: Capture) -> None:
    (copy / "trong").mkdir()
    for typed, why in (
        ([copy / "trong", "--key", place.public], "không có tệp nào để soát"),
        ([tmp_path / "khong-co"], "không có tệp hay thư mục này"),
        ([tmp_path], "không thấy danh sách du-lieu/manifest.json"),
        ([copy, "--key", place.secret], "đó là khoá bí mật, không đưa cho ai"),
        ([copy, "--key", tmp_path / "khong-co"], "không có tệp"),
        ([copy, "--key", copy / "index.html"], "nằm ngay trong bản|không phải khoá công khai"),
    ):
        code, words = told(capsys, *typed)
        assert code == 2
        assert any(part in words for part in why.split("|")), words


def test_what_a_copy_says_of_itself_moves_no_cursor(copy: Path, capsys: Capture) -> None:
    (copy / "\x1b[2Kgia.html").write_text("Giả")
    (copy / MANIFEST).write_bytes((copy / MANIFEST).read_bytes().replace(b"https://thu.example/", b"\\u001b[2K", 1))
    code, words = told(capsys, copy)
    assert code == 1
    assert "\x1b" not in words


# --- the key -------------------------------------------------------------------------------------------------------


def test_the_secret_file_is_its_owners_alone_and_never_written_over(place: Place, capsys: Capture) -> None:
    before = place.secret.read_bytes()
    assert stat.S_IMODE(place.secret.stat().st_mode) == 0o600
    assert main(["sign-key", str(place.secret)]) == 2
    assert place.secret.read_bytes() == before
    assert "không ghi đè" in capsys.readouterr().err
    assert not [
        path for path in place.site.rglob("*") if path.is_file() and before.split(b"\n")[1] in path.read_bytes()
    ]


@pytest.fixture
def ward_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name in ("content", "templates/static", "output", "kho/.git"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "link").symlink_to("output")
    monkeypatch.chdir(tmp_path)
    yield tmp_path


@pytest.mark.parametrize("folder", ["content", "templates/static", "output", "link", "kho"])
def test_a_secret_key_is_not_where_things_are_published(
    ward_here: Path, place: Place, folder: str, capsys: Capture
) -> None:
    assert main(["sign-key", f"{folder}/khoa.pem"]) == 2
    assert not (ward_here / folder / "khoa.pem").exists()
    assert "để khoá ở thư mục khác" in capsys.readouterr().err
    shutil.copy(place.secret, ward_here / folder / "khoa.pem")
    for verb in ("build", "zip"):
        if folder != "kho":
            assert main([verb, "--sign", f"{folder}/khoa.pem"]) == 2
            assert "để khoá ở thư mục khác" in capsys.readouterr().err


def test_a_key_that_others_can_read_is_told(place: Place, tmp_path: Path, capsys: Capture) -> None:
    key = tmp_path / "khoa.pem"
    shutil.copy(place.secret, key)
    key.chmod(0o644)
    place.make(tmp_path / "out", secret=key)
    assert "chmod 600" in capsys.readouterr().err


def test_without_the_library_a_sentence_says_how_to_get_it(
    place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "cryptography"]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, "bulletin.signing")
    monkeypatch.delattr(bulletin, "signing")
    capsys.readouterr()
    for typed in (
        ["verify", str(place.site), "--key", str(place.public)],
        ["build", *place.given(), "--output", str(tmp_path / "out"), "--sign", str(place.secret)],
        ["sign-key", str(tmp_path / "moi.pem")],
    ):
        assert main(typed) == 2
        assert "gõ .ci/setup requirements-sign.txt, hoặc pip install cryptography" in capsys.readouterr().err
    assert main(["verify", str(place.site)]) == 0
    assert not (tmp_path / "moi.pem").exists()
