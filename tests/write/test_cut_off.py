"""A build that ends at any moment: no page that anybody can reach leads to what is not there, and the next build
makes whole what it left."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import write
from bulletin.disk import Folder
from bulletin.write.own_names import COPY, LIST
from tests.properties import examples


class Cut(BaseException):
    """The process is killed."""


def dying(monkeypatch: pytest.MonkeyPatch, after: int) -> Callable[[], int]:
    """Every change of a name counts; the one after `after` does not take place, nor any other."""
    done = 0

    def counted(name: str) -> None:
        change = getattr(Folder, name)

        def wrapped(*given: object, **how: object) -> object:
            nonlocal done
            if done >= after:
                raise Cut
            done += 1
            return change(*given, **how)

        monkeypatch.setattr(Folder, name, wrapped)

    for name in ("make", "move", "remove"):
        counted(name)
    return lambda: done


def site(pages: Mapping[str, str], style: str) -> dict[str, bytes]:
    """Pages by name → the names to which they link; each uses the style and a file of its own, the front page all."""
    files: dict[str, bytes] = {f"static/style-{style}.css": style.encode(), "feed.atom": " ".join(pages).encode()}
    for name, to in {**pages, "": "".join(pages)}.items():
        links = [f"/{other}/" for other in to if other in pages] + [f"/static/style-{style}.css", "/"]
        if name:
            files[f"{name}/anh.png"] = name.encode()
            links.append(f"/{name}/anh.png")
        text = "".join(f'<a href="{link}">' for link in links)
        files[f"{name}/index.html".lstrip("/")] = f"{style}{text}".encode()
    return files


def on_disk(out: Path) -> dict[str, bytes]:
    found = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    return {path: data for path, data in found.items() if path not in (LIST, COPY) and "being-written" not in path}


def broken(files: Mapping[str, bytes], known: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """(page, link) from pages that stood before or can be reached from these, to what is not there."""
    seen, todo, missing = set[str](), [path for path in known if path in files], set[tuple[str, str]]()
    while todo:
        page = todo.pop()
        if page in seen or not page.endswith(".html"):
            continue
        seen.add(page)
        for link in re.findall(rb'href="/([^"]*)"', files[page]):
            target = link.decode() + "index.html" * (link == b"" or link.endswith(b"/"))
            if target in files:
                todo.append(target)
            else:
                missing.add((page, target))
    return missing


NAMES = "abcd"
PAGES = st.dictionaries(st.sampled_from(NAMES), st.text(NAMES, max_size=3), max_size=3)


@examples(3)
@given(PAGES, PAGES, PAGES, st.booleans())
def test_at_any_moment(
    tmp_path_factory: pytest.TempPathFactory,
    first: dict[str, str],
    second: dict[str, str],
    third: dict[str, str],
    restyled: bool,
) -> None:
    old, new, last = site(first, "1"), site(second, "2" if restyled else "1"), site(third, "3")
    after, ended = 0, False
    while not ended:
        out = tmp_path_factory.mktemp("out") / "site"
        write.write(old, out)
        with pytest.MonkeyPatch.context() as monkeypatch:
            count = dying(monkeypatch, after)
            try:
                write.write(new, out)
                ended = True
            except Cut:
                pass
        there = on_disk(out)
        # What was withdrawn may lead to what was withdrawn before it: to that nobody leads any more.
        gone = old.keys() - new.keys()
        alive = {path: data for path, data in old.items() if path not in gone or there.keys() >= gone}
        assert broken(there, alive) == set(), after
        # Any page that lies there has its style and its pictures.
        assert [row for row in broken(there, there) if not row[1].endswith(".html")] == [], after
        # The next build knows all that is there as its own, and nothing is left aside.
        _, problems = write.write(last, out)
        assert problems == ()
        kept = {path for path in (*old, *new) if path.startswith("static/")}
        assert {path: data for path, data in on_disk(out).items() if path not in kept - last.keys()} == last
        assert list(out.rglob("*being-written*")) == []
        after += 1 if count() == after else 10**6


def test_styles_and_search_of_the_last_site_stay_for_one_more_build(tmp_path: Path) -> None:
    out = tmp_path / "out"
    search = {"tim-kiem/tu/1-a.json": b"{}"}
    write.write(site({"a": ""}, "1") | search, out)
    write.write(site({"a": ""}, "2"), out)
    assert {"static/style-1.css", "static/style-2.css", "tim-kiem/tu/1-a.json"} <= on_disk(out).keys()
    done, problems = write.write(site({"a": ""}, "2"), out)
    assert done is not None
    assert (done.removed, problems) == (("static/style-1.css", "tim-kiem/tu/1-a.json"), ())
    assert on_disk(out) == site({"a": ""}, "2")


def test_with_a_page_that_is_withdrawn_the_search_goes_that_told_of_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write.write(site({"a": "", "b": ""}, "1") | {"tim-kiem/bai/1-a.json": b"of b"}, out)
    write.write(site({"a": ""}, "2"), out)
    assert on_disk(out).keys() == {*site({"a": ""}, "2"), "static/style-1.css"}


def test_nothing_takes_its_place_before_all_of_it_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is found while the last site stands untouched, and what was written is gone again."""
    out = tmp_path / "out"
    write.write(site({"a": "b", "b": "a"}, "1"), out)
    before = on_disk(out)
    create, count = Folder.create, 0

    def full(self: Folder, name: str) -> object:
        nonlocal count
        count += 1
        if count == 4:
            raise OSError(28, "No space left on device")
        return create(self, name)

    monkeypatch.setattr(Folder, "create", full)
    done, problems = write.write(site({"b": "", "c": "b"}, "2"), out)
    assert done is None
    assert ["ổ đĩa đã đầy" in p.says and "giữ nguyên" in p.hint for p in problems] == [True]
    assert on_disk(out) == before
    assert list(out.rglob("*being-written*")) == []
