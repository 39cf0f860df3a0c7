"""The walk through `content/`: what is read, under which name, and what is not."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

import pytest

from bulletin.disk import Folder
from bulletin.model.problem import Problem
from bulletin.model.source import Content
from bulletin.read import read, read_templates


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Thử {path.name}", encoding="utf-8")


def walked(folder: Path) -> tuple[Content, tuple[Problem, ...]]:
    return read(folder, "content")


def names(found: Content) -> list[str]:
    texts = [raw.path.removeprefix("content/") for raw in (*found.notices, *found.pages, *found.dispatches)]
    return [*texts, *found.assets, *(["site.yml"] if found.ward else [])]


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(p.code, p.place.path) for p in problems]


def test_each_file_goes_to_its_room(content: Path) -> None:
    write(content, "site.yml", "notices/2022/a.md", "notices/b.md", "pages/c/d.md", "files/2022/e.pdf", "files/f.md")
    write(content, "dispatches/b.yml", "dispatches/2022/a.YML")
    found, problems = walked(content)
    assert problems == ()
    assert [(raw.path, raw.relative, raw.data) for raw in found.notices] == [
        ("content/notices/2022/a.md", "2022/a.md", "Thử a.md".encode()),
        ("content/notices/b.md", "b.md", "Thử b.md".encode()),
    ]
    assert [(raw.path, raw.relative) for raw in found.pages] == [("content/pages/c/d.md", "c/d.md")]
    assert [(raw.path, raw.data) for raw in found.dispatches] == [
        ("content/dispatches/2022/a.YML", "Thử a.YML".encode()),
        ("content/dispatches/b.yml", "Thử b.yml".encode()),
    ]
    assert list(found.assets) == ["files/2022/e.pdf", "files/f.md"]
    asset = found.assets["files/2022/e.pdf"]
    assert (asset.disk, asset.size) == (content / "files/2022/e.pdf", len("Thử e.pdf".encode()))
    assert asset.sha256 == hashlib.sha256("Thử e.pdf".encode()).hexdigest()
    assert found.ward is not None
    assert found.ward.path == "content/site.yml"


def test_an_empty_folder_is_no_problem(content: Path) -> None:
    assert walked(content) == (Content(ward=None, notices=(), pages=(), dispatches=(), assets={}), ())


@pytest.mark.parametrize(
    "name",
    [
        "ghi-chu.txt",
        "a.md",
        "notices/a.txt",
        "pages/a.html",
        "notices/a.yml",
        "dispatches/a.md",
        "dispatches/a.yaml",
        "dispatches/a.yml.txt",
        "khac/a.md",
        "2022/site.yml",
        "files",
        "notices",
    ],
)
def test_what_has_no_room_is_told(content: Path, name: str) -> None:
    write(content, name)
    found, problems = walked(content)
    assert names(found) == []
    assert told(problems) == [("file-unknown", f"content/{name}")]
    assert problems[0].severity == "warning"


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", ".a.md.swp", ".gitkeep", "._a.md", ".#a.md", "~$a.docx", "a.md~", "a.md.swp", "a.md.SWX"),
        *("a.tmp", "a.md.bak", "a.part", "a.pdf.crdownload", "Thumbs.db", "desktop.ini", "DESKTOP.INI", ".git/a.md"),
    ],
)
@pytest.mark.parametrize("room", ["notices", "files/2022", "."])
def test_droppings_of_editors_are_not_there(content: Path, room: str, name: str) -> None:
    write(content, f"{room}/{name}")
    found, problems = walked(content)
    assert (names(found), problems) == ([], ())


@pytest.mark.parametrize("name", ["a.b.md", "tmp.md", "bak.md", "a~b.md", "$a.md", "thumbs.md"])
def test_ordinary_names_are_not_droppings(content: Path, name: str) -> None:
    write(content, f"notices/{name}")
    found, problems = walked(content)
    assert (names(found), problems) == ([f"notices/{name}"], ())


def test_a_flash_film_is_not_the_swap_file_of_an_editor(content: Path) -> None:
    """Left out, «a.swf» would be called missing where it lies; it is there, and of a kind that is refused."""
    write(content, "files/a.swf")
    found, problems = walked(content)
    assert (names(found), problems) == (["files/a.swf"], ())


# --- the order and the form of names ----------------------------------------------------------------------------------------


def test_the_order_is_that_of_names_whatever_the_disk_says(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(content, *(f"notices/{name}.md" for name in ("b", "a", "c/b", "c/a", "đ", "â", "Z", "10", "2")))
    first = walked(content)
    real = Folder.entries
    monkeypatch.setattr(Folder, "entries", lambda self: sorted(real(self), reverse=True))
    assert walked(content) == first
    monkeypatch.setattr(Folder, "entries", lambda self: sorted(real(self)))
    assert walked(content) == first
    assert [raw.relative for raw in first[0].notices] == [
        *("10.md", "2.md", "Z.md", "a.md", "b.md", "c/a.md", "c/b.md", "â.md", "đ.md")
    ]


def test_names_are_nfc_and_bytes_are_found_under_the_name_on_disk(content: Path) -> None:
    spread = unicodedata.normalize("NFD", "Thử số/Đường ố.pdf")
    write(content, f"files/{spread}", f"notices/{spread}.md", f"pages/{spread}.md")
    found, problems = walked(content)
    assert problems == ()
    assert names(found) == [
        "notices/Thử số/Đường ố.pdf.md",
        "pages/Thử số/Đường ố.pdf.md",
        "files/Thử số/Đường ố.pdf",
    ]
    assert found.assets["files/Thử số/Đường ố.pdf"].disk.read_bytes()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("notices/MOT.md", "notices/mot.md"),
        ("notices/ĐẢNG.md", "notices/đảng.md"),
        ("notices/thử.md", unicodedata.normalize("NFD", "notices/thử.md")),
        ("notices/THỬ.md", unicodedata.normalize("NFD", "notices/thử.md")),
        ("notices/2022/A.md", "notices/2022/a.md"),
        ("notices/Thu/a.md", "notices/thu/b.md"),
        ("files/ß.pdf", "files/ss.pdf"),
    ],
)
@pytest.mark.parametrize("backwards", [False, True])
def test_two_names_that_some_disk_takes_for_one(content: Path, first: str, second: str, backwards: bool) -> None:
    write(content, *([second, first] if backwards else [first, second]))
    if not {first, second} <= {path.relative_to(content).as_posix() for path in content.rglob("*")}:
        pytest.skip("this disk does not keep such names apart")
    _, problems = walked(content)
    assert {p.code for p in problems} == {"file-names-collide"}
    assert {p.severity for p in problems} == {"error"}


def test_equal_names_in_different_folders_do_not_collide(content: Path) -> None:
    write(content, "notices/a.md", "notices/2022/A.md", "pages/a.md", "files/a.md")
    assert walked(content)[1] == ()


# --- links ----------------------------------------------------------------------------------------------------------------------


def test_a_link_to_a_file_inside_is_followed(content: Path) -> None:
    write(content, "files/a.pdf", "notices/a.md")
    (content / "files/b.pdf").symlink_to("a.pdf")
    (content / "notices/b.md").symlink_to(content / "notices/a.md")
    found, problems = walked(content)
    assert problems == ()
    assert found.assets["files/b.pdf"].sha256 == found.assets["files/a.pdf"].sha256
    assert [raw.data for raw in found.notices] == ["Thử a.md".encode()] * 2


@pytest.mark.parametrize("outside", ["../bi-mat.md", "../content-2/bi-mat.md", "../content/../bi-mat.md"])
@pytest.mark.parametrize("absolute", [False, True])
@pytest.mark.parametrize("name", ["a.md", "notices/a.md", "pages/a.md", "files/a.pdf", "site.yml"])
def test_a_link_that_leaves_is_refused(content: Path, name: str, outside: str, absolute: bool) -> None:
    target = content / outside
    write(content, outside)
    link = content / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(target if absolute else "../" * name.count("/") + outside)
    assert link.read_text(encoding="utf-8") == "Thử bi-mat.md"
    found, problems = walked(content)
    assert names(found) == []
    assert told(problems) == [("file-link", f"content/{name}")]


def test_a_chain_of_links_that_leaves_is_refused(content: Path) -> None:
    write(content, "../bi-mat.pdf")
    (content / "files").mkdir()
    (content / "files/a.pdf").symlink_to(content / "../bi-mat.pdf")
    (content / "files/b.pdf").symlink_to("a.pdf")
    found, problems = walked(content)
    assert names(found) == []
    assert told(problems) == [("file-link", "content/files/a.pdf"), ("file-link", "content/files/b.pdf")]


@pytest.mark.parametrize("target", ["..", ".", "../..", "../notices", "/"])
def test_a_link_to_a_folder_is_not_followed(content: Path, target: str) -> None:
    write(content, "notices/a.md")
    (content / "files").mkdir()
    (content / "files/vong").symlink_to(target)
    found, problems = walked(content)
    assert names(found) == ["notices/a.md"]
    assert told(problems) == [("file-link", "content/files/vong")]


def test_a_link_to_nothing_is_told(content: Path) -> None:
    (content / "files").mkdir()
    (content / "files/a.pdf").symlink_to("khong-co.pdf")
    found, problems = walked(content)
    assert names(found) == []
    assert told(problems) == [("file-link", "content/files/a.pdf")]


def test_content_itself_may_be_a_link(content: Path, tmp_path: Path) -> None:
    write(content, "notices/a.md")
    (tmp_path / "khac").symlink_to(content)
    assert walked(tmp_path / "khac") == walked(content)


# --- templates --------------------------------------------------------------------------------------------------------------------


def test_templates_and_their_static_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        "b.html",
        "a.html",
        "partials/c.html",
        "static/style.css",
        "static/chu/a.woff2",
        "ghi-chu.txt",
        ".a.html",
    )
    texts, static, problems = read_templates(tmp_path)
    assert problems == ()
    assert list(texts.items()) == [
        ("a.html", "Thử a.html"),
        ("b.html", "Thử b.html"),
        ("partials/c.html", "Thử c.html"),
    ]
    assert list(static) == ["chu/a.woff2", "style.css"]
    assert static["style.css"].disk == tmp_path / "static/style.css"
