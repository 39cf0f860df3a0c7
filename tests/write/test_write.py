"""Writing: only what differs, nothing of a stranger's, never outside; a failed check writes nothing."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bulletin import write
from bulletin.cli import main
from bulletin.disk import Folder
from bulletin.model.place import Place
from bulletin.write.own_names import COPY, LIST
from tests.conftest import ROOT, Ward

SITE = {"index.html": b"<p>1", "a/index.html": b"<p>2", "feed.atom": b"x"}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name not in (LIST, COPY)
    }


def test_only_bytes_that_differ_are_written(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write.write(SITE, out)
    before = {p: p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file()}
    os.utime(out / "index.html", ns=(1, 1))
    done, _ = write.write({**SITE, "a/index.html": b"<p>3"}, out)
    assert done is not None
    assert (done.written, done.removed, done.kept) == (("a/index.html",), (), 2)
    assert (out / "index.html").stat().st_mtime_ns == 1
    assert (out / "feed.atom").stat().st_mtime_ns == before[out / "feed.atom"]
    assert tree(out)["a/index.html"] == b"<p>3"


def test_what_no_page_owns_any_more_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write.write(SITE, out)
    done, problems = write.write({"index.html": b"<p>1"}, out)
    assert done is not None
    assert done.removed == ("a/index.html", "feed.atom")
    assert problems == ()
    assert sorted(p.name for p in out.iterdir()) == [LIST, COPY, "index.html"]


def test_a_folder_with_a_dot_is_written_and_removed_like_any_other(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write.write({**SITE, ".well-known/security.txt": b"x"}, out)
    assert tree(out)[".well-known/security.txt"] == b"x"
    done, problems = write.write(SITE, out)
    assert done is not None
    assert (done.removed, problems) == ((".well-known/security.txt",), ())
    assert not (out / ".well-known").exists()


def test_a_strangers_file_survives_ten_builds_and_is_told(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write.write(SITE, out)
    (out / "a" / "cua-toi.txt").write_text("của tôi", encoding="utf-8")
    for i in range(10):
        done, problems = write.write({"index.html": b"%d" % i} if i % 2 else SITE, out)
        assert done is not None
        assert [(p.code, p.place.path.endswith("a/cua-toi.txt")) for p in problems] == [("output-stranger", True)]
    assert (out / "a" / "cua-toi.txt").read_text(encoding="utf-8") == "của tôi"


@pytest.mark.parametrize("withdrawn", ["a/index.html", "feed.atom"])
def test_what_was_altered_and_must_go_is_an_error_until_it_is_gone(tmp_path: Path, withdrawn: str) -> None:
    out = tmp_path / "out"
    write.write(SITE, out)
    (out / withdrawn).write_bytes(b"mine now")
    rest = {path: data for path, data in SITE.items() if path != withdrawn}
    for _ in range(3):
        _, problems = write.write(rest, out)
        assert (out / withdrawn).read_bytes() == b"mine now"
        assert [(p.code, p.severity) for p in problems] == [("output-remains", "error")]
    (out / withdrawn).unlink()
    _, problems = write.write(rest, out)
    assert problems == ()
    assert tree(out) == rest


def test_what_cannot_be_removed_is_an_error_until_it_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    write.write(SITE, out)

    def refuses(self: Folder, name: str) -> None:
        raise PermissionError(errno.EACCES, "", name)

    monkeypatch.setattr(Folder, "remove", refuses)
    for _ in range(2):
        done, problems = write.write({"index.html": b"<p>1"}, out)
        assert done is not None
        assert [p.code for p in problems] == ["output-remains"] * 2
    monkeypatch.undo()
    assert write.write({"index.html": b"<p>1"}, out)[1] == ()
    assert tree(out) == {"index.html": b"<p>1"}


def test_a_page_edited_by_hand_is_told_before_it_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write.write(SITE, out)
    (out / "a/index.html").write_bytes(b"by hand")
    seen = write.look(SITE, out, {"a/index.html": Place(path="content/pages/a.md")})
    assert [(p.code, "content/pages/a.md" in p.hint) for p in seen.problems] == [("output-edited", True)]
    assert (out / "a/index.html").read_bytes() == b"by hand"
    assert write.put(seen)[1] == ()
    assert tree(out) == SITE
    assert write.look(SITE, out).problems == ()


@pytest.mark.parametrize("there", ["index.html", "a", "a/index.html/x"])
def test_a_stranger_in_the_way_stops_everything(tmp_path: Path, there: str) -> None:
    out = tmp_path / "out"
    (out / there).parent.mkdir(parents=True)
    (out / there).write_bytes(b"mine")
    before = tree(out)
    done, problems = write.write(SITE, out)
    assert done is None
    assert {p.code for p in problems} == {"output-in-the-way"}
    assert tree(out) == before


def test_an_empty_folder_in_the_way_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "out" / "index.html").mkdir(parents=True)
    done, problems = write.write(SITE, tmp_path / "out")
    assert done is None
    assert [p.code for p in problems] == ["output-in-the-way"]


def test_a_site_restored_without_its_list_is_taken_up_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write.write(SITE, out)
    (out / LIST).unlink()
    done, problems = write.write(SITE, out)
    assert done is not None
    assert (done.written, problems) == ((), ())


def test_a_list_that_names_other_places_removes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write.write(SITE, out)
    victim = tmp_path / "victim"
    victim.write_bytes(b"x")
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"  # of b"x"
    with (out / LIST).open("a") as file:
        file.write(f"{digest}  ../victim\n{digest}  {victim}\n{digest}  a/../../victim\n")
    write.write({}, out)
    assert victim.read_bytes() == b"x"


@pytest.mark.parametrize("turn", [1, -1])
def test_a_file_of_ours_makes_room_for_a_folder_and_back(tmp_path: Path, turn: int) -> None:
    out = tmp_path / "out"
    first, second = [{"cu.html": b"1", "b": b"x"}, {"cu.html/index.html": b"2", "b": b"x"}][::turn]
    write.write(first, out)
    done, problems = write.write(second, out)
    assert done is not None
    assert (tree(out), problems) == (second, ())
    (out / "cu.html" / "cua-toi.txt" if turn == 1 else out / "cua-toi.txt").write_text("x")
    done, _ = write.write(first, out)
    assert (done is None) == (turn == 1)  # a stranger's file in that folder stops it


def test_links_in_the_output_lead_nowhere(tmp_path: Path) -> None:
    out, outside = tmp_path / "out", tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"mine")
    out.mkdir()
    (out / "a").symlink_to(outside)
    done, _ = write.write(SITE, out)
    assert done is None
    assert (outside / "index.html").read_bytes() == b"mine"


def test_readable_whatever_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o077)
    try:
        write.write(SITE, tmp_path / "out")
    finally:
        os.umask(old)
    assert {oct(p.stat().st_mode & 0o777) for p in (tmp_path / "out").rglob("*") if p.is_file()} == {"0o644"}
    assert (tmp_path / "out" / "a").stat().st_mode & 0o777 == 0o755


def run(*arguments: str) -> int:
    return main([*arguments, "--templates", str(ROOT / "templates"), "--today", "2022-05-01"])


def test_dangerous_targets_are_refused_and_nothing_is_touched(
    ward: Ward, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ward.notice("2022/a")
    monkeypatch.setenv("HOME", str(ward.root / "home"))
    (ward.root / "home").mkdir()
    (ward.root / "repo" / ".git").mkdir(parents=True)
    (ward.root / "a-file").write_text("x")
    work = ward.root / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    before = tree(ward.root)
    targets = [
        ".",
        "..",
        "/",
        str(ward.root / "home"),
        "../repo",
        "../content",
        "../content/x",
        str(ward.root),
        "../a-file",
    ]
    for target in targets:
        assert run("--content", str(ward.content), "--output", target) == 2, target
        assert "[output-refused]" in capsys.readouterr().err
    assert tree(ward.root) == before


def test_a_failed_check_writes_nothing_and_the_last_good_site_stays(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ward.root)
    ward.notice("2022/a")
    assert run() == 0
    before = tree(ward.root / "output")
    ward.notice("2022/b", date="31/4/2022")
    ward.notice("2022/c", "Xem [đây](/khong-co/).")
    assert run() == 1
    assert tree(ward.root / "output") == before


def test_clean_removes_what_we_made_and_nothing_else(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ward.root)
    ward.notice("2022/a")
    run()
    (ward.root / "output" / "cua-toi.txt").write_text("x")
    assert main(["clean"]) == 0
    assert [p.name for p in (ward.root / "output").rglob("*")] == ["cua-toi.txt"]
    (ward.root / "output" / "cua-toi.txt").unlink()
    run()
    assert main(["clean"]) == 0
    assert not (ward.root / "output").exists()
