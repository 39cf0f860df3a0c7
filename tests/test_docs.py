"""The documents match the code: generated parts, every code and key, every path and command they name."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from bulletin.check.keys.front_matter import NoticeFront
from bulletin.cli import main
from bulletin.generate import GUIDE, generated
from bulletin.model.problem import CODES
from bulletin.read import ENDINGS
from tests.conftest import ROOT, Ward

DOCS = [
    ROOT / name
    for name in (
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CHANGELOG.md",
        "docs/architecture.md",
        "docs/du-lieu.md",
        "docs/may-chu.md",
        "docs/luat-yeu-cau.md",
        GUIDE,
    )
]


@pytest.mark.parametrize("path", generated(ROOT))
def test_generated_files_are_those_of_the_code(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == generated(ROOT)[path], "run: make generate"


def test_the_guide_names_every_key_and_every_code() -> None:
    guide = (ROOT / GUIDE).read_text("utf-8")
    assert [key for key in NoticeFront.model_fields if f"| `{key}` |" not in guide] == []
    assert [code for code in CODES if f"| `{code}` |" not in guide] == []


def test_the_guides_example_of_a_new_ward_works(ward: Ward) -> None:
    guide = (ROOT / GUIDE).read_text("utf-8")
    blocks = re.findall(r"^```\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    ward.write("site.yml", next(b for b in blocks if b.startswith("name:")))
    ward.write("notices/a.md", next(b for b in blocks if b.startswith("---\n")))
    ward.write("files/2022/lich.pdf", "%PDF-")
    assert ward.codes() == []
    assert "thong-bao/2022/12-tb-ubnd/index.html" in ward.files()


def test_the_guides_examples_of_the_calendar_work(ward: Ward) -> None:
    guide = (ROOT / GUIDE).read_text("utf-8")
    blocks = re.findall(r"^```\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    events, errata, campaign, days = (
        next(b for b in blocks if b.startswith(first)) for first in ("events:", "errata:", "title:", "anniversaries:")
    )
    ward.write("calendar/dot.yml", campaign)
    ward.write("calendar/ngay.yml", days)
    said = "Kỷ niệm 135 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022)."
    head = "title: A\npublish: public\n"
    ward.write("notices/a.md", f"---\n{head}date: 28/4/2022\n{errata}---\n\n{said}\n")
    # The document on which the example of a campaign rests.
    ward.write("notices/b.md", f"---\n{head}date: 20/4/2022\nnumber: 12/TB-UBND\n{events}---\n\nNội dung.\n")
    built = ward.build()
    assert built.problems == ()
    assert [len(entry.notice.events or ()) for entry in built.archive.entries] == [0, 4]
    assert [campaign.id for campaign in built.archive.campaigns] == ["dot"]


def test_links_between_documents_lead_somewhere() -> None:
    for doc in DOCS:
        for target in re.findall(r"\]\(([^)#\s<]+)\)", doc.read_text("utf-8")):
            if not target.startswith(("http", "/")) and "…" not in target:
                assert (doc.parent / target).exists(), f"{doc.name}: {target}"


def test_commands_of_the_documents_exist(capsys: pytest.CaptureFixture[str]) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    with pytest.raises(SystemExit):
        main(["--help"])
    verbs = set(re.findall(r"^    ([\w-]+) ", capsys.readouterr().out, re.MULTILINE))
    for doc in DOCS:
        text = doc.read_text("utf-8")
        assert set(re.findall(r"(?:^|`)(?:[A-Z]+=\S+ )?make ([a-z]+)", text, re.MULTILINE)) <= targets, doc.name
        assert set(re.findall(r"build\.py ([a-z]+(?:-[a-z]+)*)", text)) <= verbs, doc.name


def test_the_architecture_page_draws_the_tree_that_is_there() -> None:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    drawn = set(
        re.findall(r"^  ([\w/]+(?:\.py)?)\s{2,}", page.partition("\nbulletin/\n")[2].partition("```")[0], re.MULTILINE)
    )
    real = {p.name + ("/" if p.is_dir() else "") for p in (ROOT / "bulletin").iterdir() if not p.name.startswith("__")}
    assert drawn == real


def paths_named(page: str) -> list[str]:
    """What a document of ours names as a path: a word in backticks with a slash and an ending, or a folder."""
    named = re.findall(r"`([\w.-]+(?:/[\w.-]+)*/(?:[\w-]+\.(?:py|yml|md|html|js|css|csv))?)`", page)
    return [path for path in named if path != "output/"]  # made by a build, never kept


def test_where_one_changes_what_names_files_that_are_there() -> None:
    page = (ROOT / "docs/where-do-i-change.md").read_text("utf-8")
    rows = [line.split("|") for line in page.splitlines() if re.match(r"\| \d+\. ", line)]
    assert len(rows) >= 20
    assert [row[1] for row in rows if not paths_named(row[2])] == []
    assert [path for path in paths_named(page) if not (ROOT / path).exists()] == []
    assert "docs/where-do-i-change.md" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_the_architecture_page_names_files_that_are_there() -> None:
    """From the root, or inside bulletin/; a mere name would be looked for in vain."""
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    gone = [p for p in paths_named(page) if not ((ROOT / p).exists() or (ROOT / "bulletin" / p).exists())]
    bare = set(re.findall(r"`(\w+\.py)`", page)) - {path.name for path in (ROOT / "bulletin").glob("*.py")}
    assert (gone, sorted(bare - {"build.py"})) == ([], [])


def test_the_architecture_page_names_every_file_of_tests() -> None:
    page = (ROOT / "docs/architecture.md").read_text("utf-8").partition("\n## Tests\n")[2].partition("\n## ")[0]
    assert [path.name for path in sorted((ROOT / "tests").glob("test_*.py")) if path.name not in page] == []
    rooms = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and not path.name.startswith(("_", "."))}
    assert [room for room in sorted(rooms) if f"{room}/" not in page] == []


def test_what_a_schema_lets_through_is_what_check_lets_through(ward: Ward) -> None:
    schema = json.loads((ROOT / "schema/front-matter/notice.schema.json").read_text("utf-8"))
    for path in sorted((ROOT / "content/notices").rglob("*.md")):
        front = yaml.load(path.read_text("utf-8").split("---\n")[1], Loader=yaml.BaseLoader)
        jsonschema.validate(front, schema)
    main(["new", "Một việc", "--content", str(ward.content), "--date", "2022-05-01"])
    (made,) = (ward.content / "notices/2022").glob("*.md")
    jsonschema.validate(
        yaml.safe_load(made.read_text("utf-8").split("---\n")[1].replace("01/5/2022", '"01/5/2022"')), schema
    )
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"title": "a", "date": "1/1/2022", "publish": "yes"}, schema)


def test_vs_code_is_wired_to_the_schemas() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    wired = settings["yaml.schemas"]
    assert all((ROOT / schema).is_file() for schema in wired)
    rooms = {f"content/{room}/**/*{ending}" for room, ending in ENDINGS.items()}
    assert {pattern for globs in wired.values() for pattern in globs} == {"content/site.yml", *rooms}
    assert Path(ROOT / ".vscode/thong-bao.code-snippets").is_file()
