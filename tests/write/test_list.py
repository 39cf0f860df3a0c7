"""The list of what is ours, whatever became of it: nothing of ours is lost sight of, nothing of others is touched."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import write
from bulletin.cli import main
from bulletin.write.own_names import COPY, LIST
from tests.properties import examples

OLD = {"index.html": b"<p>1", "a/index.html": b"<p>2", "cu/index.html": b"<p>3", "feed.atom": b"x"}
NEW = {"index.html": b"<p>1!", "a/index.html": b"<p>2", "moi/index.html": b"<p>4"}
MINE = {"cua-toi.txt": b"mine", "a/cua-toi.txt": b"mine"}


def files(out: Path) -> dict[str, bytes]:
    found = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    return {path: data for path, data in found.items() if not path.startswith(LIST)}


def put(out: Path, there: dict[str, bytes]) -> None:
    for path, data in there.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)


def with_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def with_full_folder(path: Path) -> None:
    with_folder(path)
    (path / "x").write_bytes(b"x")


def with_link(path: Path) -> None:
    path.rename(path.parent.parent / "elsewhere")
    path.symlink_to(path.parent.parent / "elsewhere")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "no text": lambda path: path.write_bytes(b"\xff\xfe"),
    "no text in it": lambda path: path.write_bytes(path.read_bytes().replace(b"feed", b"f\xffed")),
    "empty": lambda path: path.write_bytes(b""),
    "half of it": lambda path: path.write_bytes(path.read_bytes()[: len(path.read_bytes()) // 2]),
    "a line less": lambda path: path.write_bytes(b"\n".join(path.read_bytes().split(b"\n")[:-2]) + b"\n"),
    "other lines": lambda path: path.write_bytes(path.read_bytes().replace(b"  ", b" ")),
    "another path": lambda path: path.write_bytes(path.read_bytes().replace(b"cu/index.html", b"cua-toi.txt")),
    "notes": lambda path: path.write_bytes(b"- mua sua\n"),
    "a folder": with_folder,
    "a folder that is not empty": with_full_folder,
    "a link": with_link,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_list_is_told_and_made_anew(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    out = tmp_path / "out"
    write.write(OLD, out)
    put(out, MINE)
    damage(out / LIST)
    done, problems = write.write(NEW, out)
    assert done is not None
    assert [p.code for p in problems if p.code != "output-stranger"] == ["output-list-damaged"]
    assert files(out) == NEW | MINE
    assert [p.code for p in write.look(NEW, out).problems if "/x" not in p.place.path] == ["output-stranger"] * 2
    assert (out / LIST).read_bytes() == (out / COPY).read_bytes()


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_clean_with_a_damaged_list_leaves_nothing_of_ours(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    out = tmp_path / "out"
    write.write(OLD, out)
    put(out, MINE)
    damage(out / LIST)
    assert write.clean(out) == (4, ())
    assert files(out) == MINE


def test_with_both_damaged_clean_waits_for_a_build_and_forgets_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write.write(OLD, out)
    for name in (LIST, COPY):
        (out / name).write_bytes(b"\xff\xfe")
    removed, problems = write.clean(out)
    assert (removed, [p.code for p in problems], files(out)) == (0, ["output-list-lost"], OLD)
    done, problems = write.write(OLD | NEW, out)
    assert done is not None
    assert [p.code for p in problems] == ["output-list-damaged", "output-edited"]
    assert write.clean(out)[0] == len(OLD | NEW)
    assert files(out) == {}


@examples(12)
@given(st.binary(max_size=60), st.integers(0, 500), st.booleans())
def test_no_list_hurts_what_is_not_ours(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, at: int, copy: bool
) -> None:
    out = tmp_path_factory.mktemp("out")
    write.write(OLD, out)
    put(out, MINE)
    for name in (LIST, COPY)[: 1 + copy]:
        text = (out / name).read_bytes()
        (out / name).write_bytes(text[:at] + data + text[at + len(data) :])
    done, _ = write.write(NEW, out)
    assert done is not None
    assert files(out).items() >= (NEW | MINE).items()
    assert copy or files(out) == NEW | MINE


def test_a_list_of_the_form_before_is_read(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write.write(OLD, out)
    rows = [line for line in (out / LIST).read_text("utf-8").splitlines() if not line.startswith(("--", "ward"))]
    (out / COPY).unlink()
    header = "ward-bulletin 1: the files this program made here, with their SHA-256"
    (out / LIST).write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    assert write.write(NEW, out)[1] == ()
    assert files(out) == NEW


def test_clean_tells_what_was_altered_and_remembers_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "output"
    write.write(OLD, out)
    (out / "a/index.html").write_bytes(b"by hand")
    for _ in range(2):
        assert main(["clean"]) == 1
        assert "[output-remains]" in capsys.readouterr().err
        assert files(out) == {"a/index.html": b"by hand"}
    (out / "a/index.html").unlink()
    assert main(["clean"]) == 0
    assert not out.exists()


def test_a_list_nobody_may_read_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    write.write(OLD, out)
    opened = os.open

    def refuses(path: str, *given: int, **how: int | None) -> int:
        if path == LIST and not given[0] & os.O_CREAT:
            raise PermissionError(13, "Permission denied")
        return opened(path, *given, **how)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuses)
        done, problems = write.write(NEW, out)
    assert done is not None
    assert [p.code for p in problems] == ["output-list-damaged"]
    assert files(out) == NEW
    assert write.look(NEW, out).problems == ()
