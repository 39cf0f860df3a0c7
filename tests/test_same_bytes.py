"""The same commit and day give the same bytes: whatever the folder, zone, locale, hash seed, file order, umask, NFC or NFD."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from datetime import UTC
from pathlib import Path

import pytest

from bulletin.disk import Folder
from bulletin.write import LIST
from tests.conftest import ROOT, Ward


def built(root: Path, umask: int = 0o022, **environment: str) -> dict[str, bytes]:
    """Builds `root`/content in a process of its own."""
    command = [sys.executable, str(ROOT / "build.py"), "--templates", str(ROOT / "templates"), "--today", "2022-05-01"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(command, cwd=root, env=env, umask=umask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    out = root / "output"
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def copy(to: Path, form: str = "NFC", *, backwards: bool = False) -> Path:
    """The real content and a few odd names, made file by file in one order or the other."""
    ward = Ward(to / "source")
    shutil.rmtree(ward.content)
    shutil.copytree(ROOT / "content", ward.content)
    ward.notice(
        "2022/thông báo về đường ố", "Xem [phụ lục](</files/Phụ lục số ố.pdf>).", attachments="[files/Phụ lục số ố.pdf]"
    )
    ward.notice("2022/ẵm-ệ", "Chữ Đảng ủy.", title="Đảng ủy ốm")
    ward.write("files/Phụ lục số ố.pdf", "x")
    files = sorted((p for p in ward.content.rglob("*") if p.is_file()), reverse=backwards)
    for file in files:
        name = unicodedata.normalize(form, file.relative_to(ward.root).as_posix())
        target = to / "work" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_bytes()
        target.write_bytes(unicodedata.normalize(form, text.decode()).encode() if file.suffix != ".pdf" else text)
    return to / "work"


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = built(copy(tmp_path_factory.mktemp("reference")))
    assert "thong-bao/2022/thong-bao-ve-duong-o/index.html" in files
    assert LIST in files
    return files


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
        {
            "TZ": "America/Los_Angeles",
            "LC_ALL": "POSIX",
            "PYTHONHASHSEED": "3",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
    ],
    ids=lambda e: e["TZ"],
)
def test_zone_locale_and_hash_seed_change_nothing(
    tmp_path: Path, reference: dict[str, bytes], environment: dict[str, str]
) -> None:
    assert built(copy(tmp_path), **environment) == reference


def test_order_of_files_umask_and_folder_change_nothing(tmp_path: Path, reference: dict[str, bytes]) -> None:
    assert built(copy(tmp_path / "ở đâu đó", backwards=True), umask=0o077) == reference


def test_names_and_texts_in_nfd_change_nothing(tmp_path: Path, reference: dict[str, bytes]) -> None:
    assert built(copy(tmp_path, "NFD")) == reference


def test_the_order_in_which_the_disk_lists_changes_nothing(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abcde":
        ward.notice(name, title=f"Việc {name}")
    before = ward.files()
    listing = Folder.entries
    monkeypatch.setattr(Folder, "entries", lambda self: sorted(listing(self), reverse=True))
    assert ward.files() == before


def test_twice_writes_nothing(tmp_path: Path, reference: dict[str, bytes]) -> None:
    work = copy(tmp_path)
    assert built(work) == reference
    times = {p: p.stat().st_mtime_ns for p in (work / "output").rglob("*")}
    assert built(work) == reference
    assert {p: p.stat().st_mtime_ns for p in (work / "output").rglob("*")} == times


def test_the_day_is_the_day_of_viet_nam(monkeypatch: pytest.MonkeyPatch) -> None:
    """At 18:30 UTC it is the next day at home, whatever the machine's zone says."""
    from datetime import datetime, timezone

    from bulletin import cli

    class Evening(datetime):
        @classmethod
        def now(cls, tz: timezone | None = None) -> datetime:  # type: ignore[override]
            return datetime(2022, 4, 30, 18, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(cli, "datetime", Evening)
    assert cli.today().isoformat() == "2022-05-01"
