"""What is swapped, saved or taken away between being seen and being read, copied or shown is told, never published."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bulletin import disk, pack, write
from bulletin.disk import Folder
from bulletin.model.source import Asset
from bulletin.read import read
from tests.conftest import Ward

SECRET = b"bi-mat-9481"


def swap_for_link(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent.parent.parent / "bi-mat.txt")


def swap_for_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


SWAPS: dict[str, Callable[[Path], object]] = {
    "a link": swap_for_link,
    "a pipe": swap_for_pipe,
    "nothing": Path.unlink,
    "other bytes": lambda path: path.write_bytes(SECRET),
    "more bytes": lambda path: path.write_bytes(path.read_bytes() + SECRET),
}


def once(monkeypatch: pytest.MonkeyPatch, does: Callable[[], object]) -> None:
    """After the first look into the folder of files."""
    entries, done = Folder.entries, []

    def seen(self: Folder) -> list[tuple[str, disk.Kind]]:
        found = entries(self)
        if self.path.endswith("/files") and not done:
            done.append(does())
        return found

    monkeypatch.setattr(Folder, "entries", seen)


@pytest.fixture
def handing_out(ward: Ward) -> Ward:
    (ward.root / "bi-mat.txt").write_bytes(SECRET)
    ward.write("files/a.txt", "Mẫu đơn.")
    ward.notice("2022/a", attachments="[files/a.txt]")
    return ward


@pytest.mark.parametrize("swap", ["a link", "a pipe", "nothing"])
@pytest.mark.parametrize("holds", [True, False])
def test_between_being_seen_and_being_read(
    handing_out: Ward, monkeypatch: pytest.MonkeyPatch, swap: str, holds: bool
) -> None:
    monkeypatch.setattr(disk, "HOLDS", holds)  # False: as on Windows
    once(monkeypatch, lambda: SWAPS[swap](handing_out.content / "files/a.txt"))
    found, problems = read(handing_out.content, "content")
    assert dict(found.assets) == {}
    assert [(p.code, p.place.path) for p in problems] == [("file-unreadable", "content/files/a.txt")]


@pytest.mark.parametrize("holds", [True, False])
def test_a_folder_swapped_for_a_link(handing_out: Ward, monkeypatch: pytest.MonkeyPatch, holds: bool) -> None:
    monkeypatch.setattr(disk, "HOLDS", holds)
    (handing_out.root / "ngoai").mkdir()
    (handing_out.root / "ngoai/a.txt").write_bytes(SECRET)
    handing_out.write("files/2022/a.txt", "Mẫu đơn.")

    def swap() -> None:
        (handing_out.content / "files/2022").rename(handing_out.root / "da-doi")
        (handing_out.content / "files/2022").symlink_to(handing_out.root / "ngoai")

    once(monkeypatch, swap)
    found, problems = read(handing_out.content, "content")
    assert [*found.assets] == ["files/a.txt"]
    assert [(p.code, p.place.path) for p in problems] == [("file-unreadable", "content/files/2022")]


@pytest.mark.parametrize("swap", SWAPS)
def test_between_being_read_and_being_published(handing_out: Ward, tmp_path: Path, swap: str) -> None:
    out = tmp_path / "out"
    write.write({"index.html": b"old"}, out)
    files = handing_out.files()
    SWAPS[swap](handing_out.content / "files/a.txt")
    done, problems = write.write(files, out)
    assert done is None
    assert [p.code for p in problems] == ["file-unreadable"]
    assert not any(SECRET in p.read_bytes() for p in out.rglob("*") if p.is_file())
    assert (out / "index.html").read_bytes() == b"old"
    with pytest.raises(OSError):
        pack.pack(files, tmp_path / "a.zip", date(2022, 5, 1))
    assert not list(tmp_path.glob("*a.zip*"))


def test_an_attachment_saved_again_is_published_by_the_next_build(handing_out: Ward, tmp_path: Path) -> None:
    out = tmp_path / "out"
    files = handing_out.files()
    handing_out.write("files/a.txt", "Mẫu đơn mới.")
    assert write.write(files, out)[0] is None
    assert write.write(handing_out.files(), out)[1] == ()
    assert (out / "files/a.txt").read_text("utf-8") == "Mẫu đơn mới."
    handing_out.notice("2022/a", publish="draft")
    assert write.write(handing_out.files(), out)[1] == ()
    assert not (out / "files").exists()


def test_a_text_that_is_saved_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"a" * 10)
    with Folder.at(tmp_path) as folder, folder.open("a.md") as file:
        pieces = disk.chunks(file)
        assert next(pieces) == b"a" * 10
        path.write_bytes(b"b" * 20)
        with pytest.raises(OSError) as told:
            list(pieces)
    assert told.value.errno == errno.ESTALE


def test_an_asset_of_any_length_is_read_no_further_than_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"a")
    asset = Asset(path="files/a.bin", disk=path, size=1, sha256="0" * 64)
    path.write_bytes(b"a" * 10_000_000)
    taken = 0
    with pytest.raises(OSError):
        for chunk in disk.asset_chunks(asset):
            taken += len(chunk)
    assert taken == 1


@pytest.mark.parametrize("holds", [True, False])
def test_a_folder_of_the_output_swapped_for_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, holds: bool
) -> None:
    monkeypatch.setattr(disk, "HOLDS", holds)
    out, outside = tmp_path / "out", tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"mine")
    write.write({"a/index.html": b"1", "index.html": b"1"}, out)
    seen = write.look({"a/index.html": b"2", "index.html": b"2"}, out)
    (out / "a").rename(tmp_path / "moved")
    (out / "a").symlink_to(outside)
    done, problems = write.put(seen)
    assert done is None
    assert [p.code for p in problems] == ["output-unwritable"]
    assert (outside / "index.html").read_bytes() == b"mine"
    assert (out / "index.html").read_bytes() == b"1"
