"""Every kind of page, as vnu reads it: the checker behind the W3C's. `.ci/vnu` brings it; Java runs it.

Where either is missing the tests are skipped and say so; in CI they fail.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from bulletin.addresses import NOT_FOUND, file_of
from bulletin.model.views.page import Files
from bulletin.pipeline import build
from bulletin.write import write
from tests.browser.conftest import CONTACTS, LONG
from tests.browser.test_pages import PATHS
from tests.browser.test_tasks import ward_that_asks
from tests.conftest import ROOT

KINDS = {".html", ".css", ".svg"}
# Each would be found by one of vnu's parts: a wrong word of each kind of file.
WRONG = {
    "xau.html": (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Xấu</title></head><body><h1>Xấu</h1><ul><p>Ý</p></ul>',
        "Element “p” not allowed as child of element “ul”",
    ),
    "xau.css": ("h1 { colour: red }", "Property “colour” doesn't exist"),
    "xau.svg": ('<svg xmlns="http://www.w3.org/2000/svg"><rekt/></svg>', "Element “rekt” not allowed"),
}
Said = Mapping[str, list[str]]


@pytest.fixture(scope="module")
def jar() -> Path:
    kept = sorted((ROOT / ".boot").glob("vnu-*.jar"))
    found = Path(os.environ.get("VNU") or next(iter(kept[-1:]), "vnu.jar"))
    if found.is_file() and shutil.which("java"):
        return found
    lacks = "no Java" if not shutil.which("java") else "no vnu.jar"
    if os.environ.get("CI"):
        pytest.fail(f"{lacks}: pages cannot be checked; .ci/vnu tells why", pytrace=False)
    pytest.skip(f"{lacks}: pages are not checked; .ci/vnu brings vnu.jar where Java and npm are")


def built(content: Path, *, preview: bool = False) -> Files:
    made = build(content, ROOT / "templates", date(2022, 5, 1), preview=preview)
    assert not made.failed, [str(p) for p in made.problems]
    return made.files


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Files]:
    """The real content, with contacts; a ward with a notice of each kind and its drafts; a ward that asks for much."""
    folder = tmp_path_factory.mktemp("content")
    real = Path(shutil.copytree(ROOT / "content", folder / "real"))
    with (real / "site.yml").open("a", encoding="utf-8") as file:
        file.write(CONTACTS)
    kinds = Path(shutil.copytree(ROOT / "tests/sites/kinds/content", folder / "kinds"))
    (kinds / "notices/2022/dan-nhieu.md").write_text(LONG, encoding="utf-8")
    return {
        "real": built(real),
        "kinds": built(kinds),
        "preview": built(kinds, preview=True),
        "asked": ward_that_asks(),
    }


@pytest.fixture(scope="module")
def said(jar: Path, sites: Mapping[str, Files], tmp_path_factory: pytest.TempPathFactory) -> Said:
    """What vnu says of each file, in one run: errors and warnings."""
    folder = tmp_path_factory.mktemp("valid")
    for name, files in sites.items():
        written, problems = write(files, folder / name)
        assert written, problems
    for name, (text, _) in WRONG.items():
        (folder / name).write_text(text, encoding="utf-8")
    paths = sorted(path for path in folder.rglob("*") if path.suffix in KINDS)
    # Its schemas are deep; for so short a run the better compiler costs twice of what it saves.
    java = ["java", "-Xmx512m", "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", jar]
    command = [*java, "--also-check-css", "--also-check-svg", "--format", "json", *paths]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr.startswith("{"), f"vnu: exit code {done.returncode}\n{done.stderr[-2000:]}"
    found: dict[str, list[str]] = {path.relative_to(folder).as_posix(): [] for path in paths}
    for row in json.loads(done.stderr)["messages"]:
        path = Path(unquote(urlsplit(row["url"]).path))
        found[path.relative_to(folder).as_posix()].append(f"{row.get('lastLine', 0)}: {row['message']}")
    return found


def test_every_kind_of_page_is_looked_at(said: Said) -> None:
    urls = [NOT_FOUND if kind == "missing" else path.partition("?")[0] for kind, path in PATHS.items()]
    assert {f"real/{file_of(url)}" for url in urls} <= said.keys()


def test_no_page_has_an_error_or_a_warning(said: Said) -> None:
    assert {name: rows for name, rows in said.items() if rows and name not in WRONG} == {}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_page_is_seen(said: Said, name: str) -> None:
    assert any(WRONG[name][1] in row for row in said[name]), said[name]
