"""Finished files wait on the disk, so a build needs no memory for a whole site; what waits is the same site."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import cli, write
from bulletin.model.kept import Kept
from bulletin.model.source import Asset
from tests.conftest import ROOT, Ward


@given(st.data(), st.lists(st.binary(max_size=50), max_size=8))
def test_what_waits_can_be_read_whenever_and_leaves_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, files: list[bytes]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    before = sorted(folder.iterdir())
    with write.Spool(folder) as spool:
        kept = list[Kept]()
        for file in files:
            kept.append(spool.keep(file))
            one = data.draw(st.integers(0, len(kept) - 1))
            assert kept[one].read() == files[one]
        assert [(file.read(), file.size) for file in kept] == [(file, len(file)) for file in files]
        assert sorted(folder.iterdir()) == before


def test_what_waits_is_the_site(ward: Ward, tmp_path: Path) -> None:
    ward.notice("a", number="1/TB-UBND")
    in_memory = ward.files()
    with write.Spool(tmp_path) as spool:
        kept = ward.files(keep=spool.keep)
        assert {type(data) for data in kept.values()} == {Kept, Asset}
        done, _ = write.write(kept, tmp_path / "output")
        assert done and set(done.written) == set(in_memory)
    again, problems = write.write(in_memory, tmp_path / "output")
    assert again and (again.written, problems) == ((), ())


def test_a_full_disk_is_told_and_the_last_site_stays(
    ward: Ward, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ward.root)
    build = ["build", "--templates", str(ROOT / "templates"), "--today", "2022-05-01"]
    assert cli.main(build) == 0
    before = {path: path.read_bytes() for path in Path("output").rglob("*") if path.is_file()}
    ward.notice("a", number="1/TB-UBND")
    real = tempfile.TemporaryFile

    def full(*args: object, **kwargs: object) -> IO[bytes]:
        file: IO[bytes] = real(*args, **kwargs)  # type: ignore[call-overload]

        def refuse(_: bytes) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(file, "write", refuse)
        return file

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    assert cli.main(build) == 1
    assert "ổ đĩa đã đầy" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in Path("output").rglob("*") if path.is_file()} == before
