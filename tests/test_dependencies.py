"""What the program stands on: all of it is declared, and a verb loads its own part only."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_architecture import imports, modules

# The site is to be made with these four.
OWNERS = {"jinja2", "markdown", "python-frontmatter", "livereload"}
# Libraries and rooms that no other verb needs. `serve` has a server and a watcher of its own.
OF_SERVE = {"livereload", "tornado", "bulletin.serve"}


def declared(root: Path) -> set[str]:
    """Names of the distributions in `dependencies` and in extras, as PyPI compares them."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [line for lines in project.get("optional-dependencies", {}).values() for line in lines]
    return {_plain(re.split(r"[<>=!~\[; ]", line)[0]) for line in [*project["dependencies"], *extras]}


def imported(root: Path) -> dict[str, str]:
    """Distribution of every third party that the program imports, or the module's own name → where the first stands."""
    owners = packages_distributions()
    places: dict[str, str] = {}
    for _, path, tree in modules(root):
        for name, line in imports(tree):
            top = name.split(".")[0]
            if top not in sys.stdlib_module_names and top not in ("bulletin", "(relative)"):
                places.setdefault(_plain(owners.get(top, [top])[0]), f"{path}:{line}")
    return places


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    assert imported(ROOT).keys() == declared(ROOT) >= OWNERS


def test_an_import_that_came_through_another_is_seen(tmp_path: Path) -> None:
    (tmp_path / "bulletin" / "words").mkdir(parents=True)
    (tmp_path / "bulletin" / "words" / "a.py").write_text("def f():\n    import yaml, os\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[project]\ndependencies = ["python-frontmatter>=1"]\n', encoding="utf-8")
    assert imported(tmp_path) == {"pyyaml": "bulletin/words/a.py:2"}
    assert imported(tmp_path).keys() - declared(tmp_path) == {"pyyaml"}
    assert declared(tmp_path) - imported(tmp_path).keys() == {"python-frontmatter"}


# What a verb must not load.
HEAVY = {
    "markdown",
    "nh3",
    "jinja2",
    "PIL",
    "feedgenerator",
    "pydantic",
    "yaml",
    "frontmatter",
    "filelock",
    "cryptography",
} | OF_SERVE
TEXT = {"yaml", "frontmatter", "pydantic"}
VERBS = {
    "--help": set[str](),
    "clean --output khong-co": set[str](),
    "new Một-việc --date 1/5/2022": {"yaml", "pydantic"},
    "generate": {"yaml", "pydantic"},
    "days 22/12": TEXT,
    "explain a.md": {*TEXT, "markdown", "nh3"},
    "verify khong-co": set(),
    "check": HEAVY - OF_SERVE - {"filelock", "cryptography"},
}


@pytest.mark.parametrize("typed", VERBS)
def test_a_verb_loads_what_it_uses(typed: str, tmp_path: Path) -> None:
    """Beside its answer, the names of all modules that its process has loaded."""
    (tmp_path / "a.md").write_text("Số 12/TB-UBND\n", encoding="utf-8")
    program = (
        "import sys\nfrom bulletin.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print('\\nloaded:', *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *typed.split()],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.rpartition("\nloaded: ")[2].split())
    assert loaded & HEAVY == VERBS[typed]
