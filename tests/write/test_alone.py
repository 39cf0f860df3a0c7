"""Builds at once, killed ones, and folders nobody may write to."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock

from bulletin import write
from bulletin.cli import main
from bulletin.disk import Folder
from bulletin.write.own_names import LOCK
from tests.conftest import ROOT, Ward

BUILD = [sys.executable, str(ROOT / "build.py"), "--templates", str(ROOT / "templates"), "--today", "2022-05-01"]


def left(out: Path) -> list[str]:
    return [p.name for p in out.rglob("*") if "being-written" in p.name or p.name == LOCK]


def test_builds_at_once_wait_for_each_other(ward: Ward) -> None:
    ward.notice("2022/a")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [
        subprocess.Popen(BUILD, cwd=ward.root, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    told = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    assert sum("Có lượt chạy khác đang ghi vào output/" in text for text in told) == 1
    there = {p.relative_to(ward.root / "output").as_posix() for p in (ward.root / "output").rglob("*") if p.is_file()}
    assert there >= ward.files().keys()
    assert left(ward.root / "output") == []


def test_a_build_that_waits_in_vain_says_so(
    ward: Ward, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ward.root)
    (ward.root / "output").mkdir()
    for verb in ("build", "clean"):
        with FileLock(ward.root / "output" / LOCK):
            assert main([verb, "--wait", "0"]) == 1
        err = capsys.readouterr().err
        assert "[output-busy]" in err
        assert "Traceback" not in err


def test_a_killed_build_locks_nobody_out_and_leaves_nothing(ward: Ward) -> None:
    ward.notice("2022/a")
    out = ward.root / "output"
    out.mkdir()
    hold = (
        "import sys, time; from pathlib import Path; from bulletin.write import alone\n"
        "with alone(Path(sys.argv[1]), print, wait=0): print('held', flush=True); time.sleep(60)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.Popen([sys.executable, "-c", hold, str(out)], env=env, stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    assert run.stdout.readline() == "held\n"
    run.send_signal(signal.SIGKILL)
    run.wait()
    (out / ".9-ab.being-written.ward-bulletin").mkdir()
    (out / ".9-ab.being-written.ward-bulletin/0").write_bytes(b"half")
    (out / ".index.html.being-written.ward-bulletin").write_bytes(b"half")
    began = time.monotonic()
    with write.alone(out, lambda: None, wait=0) as hindered:
        assert hindered == ()
        assert write.write({"index.html": b"x"}, out)[1] == ()
    assert time.monotonic() - began < 5
    assert left(out) == []


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_a_folder_nobody_may_write_to_is_found_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    out = tmp_path / "out"
    write.write({"a/index.html": b"1", "b/index.html": b"1", "index.html": b"1"}, out)
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    may = Folder.ask_whether_writable

    def asked(self: Folder) -> None:
        if self.path.endswith("/b"):
            raise OSError(number, "", self.path)
        may(self)

    monkeypatch.setattr(Folder, "ask_whether_writable", asked)
    done, problems = write.write({"a/index.html": b"2", "b/index.html": b"2", "index.html": b"2"}, out)
    assert done is None
    assert [(p.code, p.place.path) for p in problems] == [("output-unwritable", (out / "b").as_posix())]
    assert "giữ nguyên" in problems[0].hint
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before


def test_what_cannot_be_made_is_told_before_a_notice_is_read(
    ward: Ward, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ward.root)
    (ward.root / "a-file").write_text("x")
    ward.notice("2022/a", date="31/4/2022")
    assert main(["--output", "a-file/output"]) == 1
    err = capsys.readouterr().err
    assert "[output-unwritable]" in err
    assert "date-impossible" not in err
