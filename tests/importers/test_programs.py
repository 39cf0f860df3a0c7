"""LibreOffice and tesseract as given programs: what they are asked, what becomes of what they make, how they end."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from bulletin.importers.programs import NoProgramError, ProgramFailedError, run_program
from bulletin.importers.read_paper import read_paper
from bulletin.importers.refusals import NO_OCR, NO_OFFICE, OFFICE_FAILED, PICTURE, SCAN
from bulletin.model.paper import Line, Paper, Refused, Table
from tests.importers.documents import docx, no_program, pdf, zipped

DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(400) + "WordDocument".encode("utf-16-le")
RTF = b"{\\rtf1 x}"
ODT = zipped({"mimetype": b""}).replace(b"mimetype", b"mimetypeapplication/vnd.oasis.opendocument.text")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)


class Program:
    """Notes what it is asked, and makes what it is told."""

    def __init__(self, makes: bytes | Exception) -> None:
        self.makes = makes
        self.asked: list[tuple[tuple[str, ...], Mapping[str, bytes], str, int]] = []

    def __call__(self, argv: tuple[str, ...], files: Mapping[str, bytes], makes: str, seconds: int) -> bytes:
        self.asked.append((argv, files, makes, seconds))
        if isinstance(self.makes, Exception):
            raise self.makes
        return self.makes


@pytest.mark.parametrize(("data", "kind"), [(DOC, "doc"), (RTF, "rtf"), (ODT, "odt")])
def test_old_files_come_through_libreoffice_with_a_profile_of_its_own(data: bytes, kind: str) -> None:
    office = Program(docx("Thông báo"))
    read = read_paper(data, f"Văn bản.{kind}", run=office)
    assert isinstance(read, Paper)
    assert (read.kind, [b.text for b in read.blocks if isinstance(b, Line)]) == (kind, ["Thông báo"])
    ((argv, files, makes, seconds),) = office.asked
    assert (argv[0], seconds, makes) == ("soffice", 60, "out/van-ban.docx")
    assert "-env:UserInstallation=file://{folder}/profile" in argv
    assert argv[-1] == f"{{folder}}/van-ban.{kind}"  # a name that a file brought along is no argument
    settings = files["profile/user/registrymodifications.xcu"].decode()
    for name in ("BlockUntrustedRefererLinks", "DisableMacrosExecution"):
        assert f'<prop oor:name="{name}" oor:op="fuse"><value>true</value>' in settings


@pytest.mark.parametrize(
    ("fault", "why"),
    [(NoProgramError("soffice"), NO_OFFICE), (ProgramFailedError("soffice"), OFFICE_FAILED)],
)
def test_without_libreoffice_one_sentence_says_what_to_do(fault: Exception, why: Refused) -> None:
    assert read_paper(DOC, "a.doc", run=Program(fault)) == why
    assert "lưu" in why.do.lower()
    assert ".docx" in why.do


def row(level: int, line: int, x: int, y: int, w: int, h: int, sure: float, text: str) -> str:
    return "\t".join(map(str, (level, 1, 1, 1, line, 0, x, y, w, h, sure, text)))


SEEN = "\n".join(
    [
        "level\tpage_num\t…",
        row(1, 0, 0, 0, 1654, 2339, -1, ""),
        *(
            cells
            for line, (y, words) in enumerate(
                [(200, [(250, "UBND", 96), (380, "PHƯỜNG", 95), (900, "CỘNG", 95), (1030, "HÒA", 90)]), (240, [(900, "Độc", 90), (990, "lập", 91), (1100, "~", 3)])]
            )
            for cells in [row(4, line, 250, y, 900, 34, -1, ""), *(row(5, line, x, y, 22 * len(t), 30, sure, t) for x, t, sure in words)]
        ),
    ]
)  # fmt: skip


def test_pictures_are_read_only_where_asked_for() -> None:
    assert read_paper(PNG, "a.png", run=no_program) == PICTURE
    assert read_paper(PNG, "a.png", run=no_program, ocr=True) == NO_OCR
    assert read_paper(pdf([]), "a.pdf", run=no_program) == SCAN


@pytest.mark.parametrize(("data", "name", "file"), [(PNG, "a.png", "anh.png"), (pdf([], []), "a.pdf", "trang-1.pgm")])
def test_what_tesseract_sees_stands_where_it_saw_it(data: bytes, name: str, file: str) -> None:
    tesseract = Program(SEEN.encode())
    read = read_paper(data, name, run=tesseract, ocr=True)
    assert isinstance(read, Paper)
    assert read.kind == "ocr"
    head = read.blocks[0]
    assert isinstance(head, Table)
    assert [[line.text for line in cell.blocks if isinstance(line, Line)] for cell in head.rows[0]] == [
        ["UBND PHƯỜNG"], ["CỘNG HÒA", "Độc lập"],
    ]  # fmt: skip
    argv, files, makes, _ = tesseract.asked[0]
    assert (argv[0], argv[argv.index("-l") + 1], makes, list(files)) == ("tesseract", "vie", "chu.tsv", [file])
    if name == "a.pdf":
        assert len(tesseract.asked) == 2  # pages
        assert files[file].startswith(b"P5\n1653 2339\n255\n")


# --- real programs -------------------------------------------------------------------------------------------------


@pytest.fixture
def python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A program by name, as soffice is."""
    target = tmp_path / "bin" / "chuong-trinh"
    target.parent.mkdir()
    target.write_text(f'#!/bin/sh\nexec {sys.executable} -I -c "$@"\n', encoding="utf-8")
    target.chmod(0o755)
    monkeypatch.setenv("PATH", f"{target.parent}{os.pathsep}{os.environ['PATH']}")
    return "chuong-trinh"


def test_a_program_sees_its_files_and_nothing_of_ours(python: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAT_KHAU", "bí mật")
    code = (
        "import os, sys; os.makedirs('out'); where = sys.argv[1]; assert os.getcwd() == os.path.realpath(where);"
        "open('out/a', 'w').write(open('b/c').read() + str('MAT_KHAU' in os.environ) + os.environ['https_proxy'] + os.environ['HOME'] * 0)"
    )
    assert run_program((python, code, "{folder}"), {"b/c": b"x"}, "out/a", 20) == b"xFalsehttp://127.0.0.1:9"


def test_a_program_that_is_not_there_or_makes_nothing_is_told(python: str) -> None:
    with pytest.raises(NoProgramError):
        run_program(("khong-co-chuong-trinh-nay",), {}, "a", 1)
    with pytest.raises(ProgramFailedError):
        run_program((python, "pass"), {}, "a", 20)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to look at")
def test_a_program_ends_with_all_that_it_started(python: str, tmp_path: Path) -> None:
    code = "import subprocess, sys; p = subprocess.Popen(['sleep', '33']); open(sys.argv[1], 'w').write(str(p.pid)); p.wait()"
    begin = time.monotonic()
    with pytest.raises(ProgramFailedError):
        run_program((python, code, str(tmp_path / "pid")), {}, "a", 1)
    assert time.monotonic() - begin < 8
    started = Path("/proc") / (tmp_path / "pid").read_text() / "stat"
    end = time.monotonic() + 5
    while started.exists() and started.read_text().rpartition(")")[2].split()[0] != "Z" and time.monotonic() < end:
        time.sleep(0.01)
    assert time.monotonic() < end
