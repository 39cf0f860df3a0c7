"""The house: floors, walls, doors, frozen values and the ban on clocks, read off the syntax trees.

`faults()` takes any tree of Python files, so that the tests below can prove on small wrong trees that it sees.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# From the ground up. A room may import rooms of lower floors only, and itself.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("model",),
    ("words", "disk", "in_chunks"),
    ("addresses",),
    ("knowledge",),
    ("read", "attached", "check", "understand", "plan", "render", "write", "pack", "fix", "manifest", "signing"),
    ("ward_files",),
    ("entries", "finished", "looked"),
    ("pipeline", "explain", "draft", "generate", "report", "arguments", "what_waits"),
    ("preview", "importers", "withdraw", "key_files"),
    ("serve", "import_files", "verify"),
    ("cli",),
    ("build",),
)
# Each third-party package has one room that imports it; pictures are drawn in one and looked into in another.
DOORS: dict[str, str | tuple[str, ...]] = {
    "yaml": "words",
    "frontmatter": "read",
    "pydantic": "check",
    "pydantic_core": "check",
    "markdown": "understand",
    "nh3": ("understand", "check"),
    "jinja2": "render",
    "PIL": ("render", "attached"),
    "feedgenerator": "render",
    "filelock": "write",
    "segno": "words",
    "pypdfium2": ("importers", "attached"),  # an extra: without it every file but a PDF is read
    "cryptography": "signing",  # an extra: without it nothing is signed, and no signature checked
    "livereload": "serve",
    "tornado": "serve",
}
CLOCK_ROOMS = {"cli", "serve"}
CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime", "fromtimestamp"}
NETWORK = {"socket", "ssl", "urllib.request", "http.client", "http.server", "ftplib", "smtplib", "asyncio"}


def floor_of(room: str) -> int | None:
    return next((i for i, rooms in enumerate(FLOORS) if room in rooms), None)


def modules(root: Path) -> Iterator[tuple[str, str, ast.Module]]:
    """(room, path, tree) of build.py and of every file of bulletin/."""
    for path in [root / "build.py", *sorted((root / "bulletin").rglob("*.py"))]:
        if not path.exists() or path == root / "bulletin" / "__init__.py":
            continue
        parts = path.relative_to(root).with_suffix("").parts
        yield (
            parts[0] if len(parts) == 1 else parts[1],
            path.relative_to(root).as_posix(),
            ast.parse(path.read_text("utf-8")),
        )


def imports(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every dotted name imported, wherever it stands; `from bulletin import read` counts as bulletin.read."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            if node.module == "bulletin":
                yield from ((f"bulletin.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "(relative)", node.lineno


def faults(root: Path) -> list[str]:
    found = []
    for room, path, tree in modules(root):
        floor = floor_of(room)
        if floor is None:
            found.append(f"{path}: room «{room}» stands on no floor")
            continue
        for name, line in imports(tree):
            found += _arrow(room, floor, f"{path}:{line}", name)
        if room not in CLOCK_ROOMS:
            found += [f"{path}:{line}: clock {name}() outside cli and serve" for name, line in clocks(tree)]
        found += [f"{path}:{line}: {what}" for what, line in _mutable(tree, room)]
        found += [f"{path}:{line}: {what}" for what, line in _placed(tree, room)]
    return found


def _arrow(room: str, floor: int, where: str, name: str) -> Iterator[str]:
    if name == "(relative)":
        yield f"{where}: relative import; write the room's whole name"
    top = name.split(".")[0]
    if top == "bulletin":
        other = name.split(".")[1]
        target = floor_of(other)
        if other != room and (target is None or target >= floor):
            what = "through a wall" if target == floor else "upwards"
            yield f"{where}: {room} → {other} goes {what}"
    elif top in DOORS and room not in (DOORS[top] if isinstance(DOORS[top], tuple) else (DOORS[top],)):
        yield f"{where}: {room} → {top}: the door to {top} is {DOORS[top]}"
    if room != "serve" and any(name == n or name.startswith(f"{n}.") for n in NETWORK):
        yield f"{where}: {room} → {name}: a build touches no network"


def clocks(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Calls of date.today(), datetime.now(), time.time() …, and their import by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS and isinstance(node.value, ast.Name | ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            if owner in {"date", "datetime", "time"}:
                yield f"{owner}.{node.attr}", node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from ((alias.name, node.lineno) for alias in node.names if alias.name in CLOCKS)


def _mutable(tree: ast.Module, room: str) -> Iterator[tuple[str, int]]:
    """Dataclasses must be frozen with slots; a value of model must not hold a list, dict or set."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef):
            continue
        for decorator in node.decorator_list:
            name = decorator.func if isinstance(decorator, ast.Call) else decorator
            if isinstance(name, ast.Name) and name.id == "dataclass":
                options = {k.arg for k in decorator.keywords} if isinstance(decorator, ast.Call) else set()
                if not {"frozen", "slots"} <= options:
                    yield f"dataclass {node.name} is not frozen with slots", node.lineno
        if room == "model":
            for field in node.body:
                if isinstance(field, ast.AnnAssign) and any(
                    isinstance(n, ast.Name) and n.id in {"list", "dict", "set", "Any"}
                    for n in ast.walk(field.annotation)
                ):
                    yield f"{node.name} has a field that can change, or of any type", field.lineno


# The rooms of what things mean; of a problem alone where it is belongs to what it says: two places, two problems.
APART_FROM_PLACE, OF_A_PLACE = {"model", "plan"}, {"Problem"}


def _placed(tree: ast.Module, room: str) -> Iterator[tuple[str, int]]:
    """Where a thing stands must not take part in equality: a remark above it would make it another thing."""
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name not in OF_A_PLACE]
    for node in classes if room in APART_FROM_PLACE else ():
        for field in node.body:
            if isinstance(field, ast.AnnAssign) and any(
                isinstance(n, ast.Name) and n.id == "Place" for n in ast.walk(field.annotation)
            ):
                keywords = field.value.keywords if isinstance(field.value, ast.Call) else []
                if ("compare", "False") not in {(k.arg, ast.unparse(k.value)) for k in keywords}:
                    yield f"{node.name} is compared by its place", field.lineno


PLANNERS = ("notices", "calendar", "dispatches", "site_wide")


def seeing_all(root: Path) -> dict[str, list[str]]:
    """Module → what in it takes or holds the whole desk or archive: parameters and fields of planners."""
    found: dict[str, list[str]] = {}
    plan = root / "bulletin" / "plan"
    for path in sorted(path for room in PLANNERS for path in (plan / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
                names = {n.id for n in ast.walk(node.annotation) if isinstance(n, ast.Name)}
                names |= {n.attr for n in ast.walk(node.annotation) if isinstance(n, ast.Attribute)}
                names |= {
                    word
                    for n in ast.walk(node.annotation)
                    if isinstance(n, ast.Constant) and isinstance(n.value, str)
                    for word in re.findall(r"\w+", n.value)
                }
                if all_ := names & {"Desk", "Archive"}:
                    module = path.relative_to(plan).with_suffix("").as_posix()
                    found.setdefault(module, []).append(f"line {node.lineno} takes the whole {all_.pop()}")
    return found


def test_planners_see_inputs_of_their_own() -> None:
    assert seeing_all(ROOT) == {}


@pytest.mark.parametrize(
    "text", ["def f(desk: Desk): ...", "def f(*, a: 'Archive | None'): ...", "class A:\n    x: d.Desk"]
)
def test_a_planner_that_sees_all_is_seen(tmp_path: Path, text: str) -> None:
    for room, code in {
        "notices": text,
        "inputs": "def f(desk: Desk): ...",
        "calendar": "def f(seen: Inputs): ...",
    }.items():
        (tmp_path / "bulletin" / "plan" / room).mkdir(parents=True)
        (tmp_path / "bulletin" / "plan" / room / "a.py").write_text(code, encoding="utf-8")
    assert seeing_all(tmp_path).keys() == {"notices/a"}


def test_the_house_stands() -> None:
    assert faults(ROOT) == []


def test_every_dependency_has_a_door() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = {d.split(">")[0].replace("-", "_") for d in declared}
    import_names = {"python_frontmatter": "frontmatter", "pyyaml": "yaml", "pillow": "PIL"}
    assert {import_names.get(n, n) for n in names} == set(DOORS)


WRONG = [
    ("bulletin/words/a.py", "from bulletin.plan import plan", "words → plan goes upwards"),
    ("bulletin/render/a.py", "from bulletin.plan.lists import home", "render → plan goes through a wall"),
    ("bulletin/check/a.py", "from bulletin import read", "check → read goes through a wall"),
    ("bulletin/check/a.py", "def f():\n    import bulletin.understand", "check → understand goes through a wall"),
    ("bulletin/plan/a.py", "import jinja2", "plan → jinja2: the door to jinja2 is render"),
    ("bulletin/check/a.py", "from markdown.util import STX", "check → markdown: the door to markdown is understand"),
    ("bulletin/plan/a.py", "from datetime import date\nx = date.today()", "clock date.today() outside cli and serve"),
    ("bulletin/write.py", "import datetime\nx = datetime.datetime.now()", "clock datetime.now() outside cli and serve"),
    ("bulletin/pipeline.py", "import time\nx = time.time()", "clock time.time() outside cli and serve"),
    ("bulletin/read.py", "from time import time", "clock time() outside cli and serve"),
    ("bulletin/read.py", "import urllib.request", "read → urllib.request: a build touches no network"),
    ("bulletin/plan/a.py", "from .lists import home", "relative import; write the room's whole name"),
    ("bulletin/utils.py", "x = 1", "room «utils» stands on no floor"),
    (
        "bulletin/plan/a.py",
        "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int",
        "dataclass A is not frozen",
    ),
    ("bulletin/model/a.py", "class A:\n    x: list[int]", "A has a field that can change"),
    (
        "bulletin/model/a.py",
        "from dataclasses import dataclass\n@dataclass(frozen=True, slots=True)\nclass A:\n    place: Place",
        "A is compared by its place",
    ),
    (
        "bulletin/model/a.py",
        "@dataclass(frozen=True, slots=True)\nclass A:\n    old: tuple[tuple[str, Place | None], ...] = field(default=())",
        "A is compared by its place",
    ),
    ("build.py", "import yaml", "build → yaml: the door to yaml is words"),
]


@pytest.mark.parametrize(("path", "text", "fault"), WRONG)
def test_a_wrong_tree_is_seen_with_its_arrow(tmp_path: Path, path: str, text: str, fault: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(text, encoding="utf-8")
    found = faults(tmp_path)
    assert len(found) == 1
    assert found[0].startswith(f"{path}:")
    assert fault in found[0]


def test_a_right_tree_is_let_through(tmp_path: Path) -> None:
    (tmp_path / "bulletin" / "plan").mkdir(parents=True)
    text = "from datetime import date\nfrom bulletin.words.fold import slug\nfrom bulletin.plan.lists import home\nx = date(2022, 5, 1)"
    (tmp_path / "bulletin" / "plan" / "a.py").write_text(text, encoding="utf-8")
    assert faults(tmp_path) == []


# --- sizes and shapes ------------------------------------------------------------------------------------------------

DEEPEST_ROOM, DEEPEST = 6, 12  # modules in the longest chain of imports: inside one room, in the whole program
MOST = {"lines of a function": 60, "branches": 15, "lines of a class": 200, "lines of a file": 400}
LONGEST_REGEX = 120  # characters of a pattern that is not verbose
LONGEST_UNTOLD = 20  # lines of a private function without a docstring


def sizes(root: Path) -> list[str]:
    """What is too large to be read at once, in every file of the program."""
    found = []
    for _, path, tree in modules(root):
        text = (root / path).read_text("utf-8")
        found += _over(path, 1, "lines of a file", text.count("\n"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found += _over(path, node.lineno, "lines of a class", _length(node), node.name)
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found += _over(path, node.lineno, "lines of a function", _length(node), node.name)
                found += _over(path, node.lineno, "branches", branches(node), node.name)
                if node.name.startswith("_") and _length(node) > LONGEST_UNTOLD and not ast.get_docstring(node):
                    found.append(f"{path}:{node.lineno}: {node.name} has {_length(node)} lines and no docstring")
            elif isinstance(node, ast.Call) and (signs := _pattern(node)) > LONGEST_REGEX:
                found.append(f"{path}:{node.lineno}: a regular expression of {signs} characters that is not verbose")
    return found


def _over(path: str, line: int, what: str, count: int, name: str = "") -> list[str]:
    return [f"{path}:{line}: {name or 'the file'} has {count} {what}, more than {MOST[what]}"] * (count > MOST[what])


def _length(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def branches(function: ast.AST) -> int:
    """McCabe's number, in which every `and`, `or`, conditional expression, comprehension and case counts too."""
    count, stack = 1, list(ast.iter_child_nodes(function))
    while stack:
        node = stack.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue  # counted by itself
        forks = ast.If | ast.For | ast.While | ast.ExceptHandler | ast.IfExp | ast.comprehension | ast.match_case
        count += isinstance(node, forks) + (len(node.values) - 1 if isinstance(node, ast.BoolOp) else 0)
        stack += ast.iter_child_nodes(node)
    return count


def _pattern(call: ast.Call) -> int:
    """Characters written in a pattern that is compiled and not verbose; 0 for any other call."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if name != "compile" or not call.args or any("VERBOSE" in ast.dump(part) for part in (*call.args, *call.keywords)):
        return 0
    parts = [n.value for n in ast.walk(call.args[0]) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return 0 if any(part.startswith("(?x") for part in parts) else sum(map(len, parts))


def chains(root: Path) -> list[str]:
    """Imports that go too deep (those inside functions do not count: they happen when they are needed), and modules
    that are imported by a sibling for a mere constant."""
    trees = {_dotted(path): tree for _, path, tree in modules(root)}
    arrows = {name: {to for to, _ in _eager(tree, trees)} - {name} for name, tree in trees.items()}
    rooms = {name: _room(name) for name in trees}
    found = _too_deep("the whole", arrows, DEEPEST)
    for room in sorted(set(rooms.values())):
        inside = {n: {to for to in tos if rooms[to] == room} for n, tos in arrows.items() if rooms[n] == room}
        found += _too_deep(room, inside, DEEPEST_ROOM)
    for name, tree in trees.items():
        for to, names in _eager(tree, trees):
            beside = to != name and rooms[to] == rooms[name]
            if beside and names and all(n.isupper() for n in names) and _has_rules(trees[to]):
                found.append(f"{name} imports {', '.join(sorted(names))} of {to}: a constant of several needs a module")
    return found


def _dotted(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _room(name: str) -> str:
    return name.split(".")[1] if "." in name else name


def _has_rules(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in tree.body)


def _eager(tree: ast.Module, known: Collection[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """(module, names asked of it) of each import that happens when the file itself is imported."""
    stack: list[ast.stmt] = list(tree.body)
    while stack:
        node = stack.pop()
        if isinstance(node, ast.If | ast.Try | ast.ClassDef):
            stack += [n for n in ast.iter_child_nodes(node) if isinstance(n, ast.stmt)]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {a.name for a in node.names}
            below = {name for name in names if f"{node.module}.{name}" in known}
            yield from ((f"{node.module}.{name}", frozenset[str]()) for name in below)
            if node.module in known and names - below:
                yield node.module, frozenset(names - below)


def _too_deep(where: str, arrows: Mapping[str, Collection[str]], most: int) -> list[str]:
    below: dict[str, tuple[str, ...]] = {}

    def chain(name: str) -> tuple[str, ...]:
        if name not in below:
            below[name] = ()  # a circle ends where it began
            below[name] = (name, *max((chain(to) for to in arrows.get(name, ())), key=len, default=()))
        return below[name]

    longest = max((chain(name) for name in arrows), key=len, default=())
    return [f"{where}: {len(longest)} deep, more than {most}: {' → '.join(longest)}"] * (len(longest) > most)


def test_nothing_is_too_large_to_read() -> None:
    assert sizes(ROOT) == []


def test_imports_are_shallow() -> None:
    assert chains(ROOT) == []


LARGE = [
    ("def f():\n" + "    x = 1\n" * 60, "f has 61 lines of a function, more than 60"),
    ("class A:\n" + "    x = 1\n" * 200, "A has 201 lines of a class, more than 200"),
    ("x = 1\n" * 401, "the file has 401 lines of a file, more than 400"),
    ("def f(x):\n    return " + " or ".join(["x"] * 16), "f has 16 branches, more than 15"),
    ("def f(x):\n" + "    if x:\n        pass\n" * 15, "f has 16 branches, more than 15"),
    ("def f(x):\n    return [" + ", ".join(["1 if x else 2"] * 15) + "]", "f has 16 branches, more than 15"),
    ("def _f():\n" + "    x = 1\n" * 20, "_f has 21 lines and no docstring"),
    ("import re\nA = re.compile('" + "a" * 121 + "')", "a regular expression of 121 characters that is not verbose"),
]


@pytest.mark.parametrize(("text", "fault"), LARGE)
def test_what_is_too_large_is_seen(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "bulletin" / "plan").mkdir(parents=True)
    (tmp_path / "bulletin" / "plan" / "a.py").write_text(text, encoding="utf-8")
    (found,) = sizes(tmp_path)
    assert found.startswith("bulletin/plan/a.py:")
    assert found.endswith(fault)


def test_what_is_just_small_enough_is_let_through(tmp_path: Path) -> None:
    (tmp_path / "bulletin").mkdir()
    texts = [
        "def _f():\n    'Says what.'\n" + "    x = 1\n" * 58,
        "class A:\n" + "    x = 1\n" * 199,
        "import re\nA = re.compile('" + "a" * 120 + "')\nB = re.compile('" + "b" * 300 + "', re.VERBOSE)",
        "def f(x):\n    return " + " or ".join(["x"] * 15),
    ]
    for i, text in enumerate(texts):
        (tmp_path / "bulletin" / f"a{i}.py").write_text(text, encoding="utf-8")
    assert sizes(tmp_path) == []


def linked(root: Path, count: int, room: str = "plan") -> None:
    """`count` modules of a room, each importing the next."""
    (root / "bulletin" / room).mkdir(parents=True, exist_ok=True)
    for i in range(count):
        text = f"from bulletin.{room}.a{i + 1} import f\n" if i + 1 < count else "def f(): pass\n"
        (root / "bulletin" / room / f"a{i}.py").write_text(text, encoding="utf-8")


def test_a_room_that_is_too_deep_is_seen(tmp_path: Path) -> None:
    linked(tmp_path, DEEPEST_ROOM)
    assert chains(tmp_path) == []
    linked(tmp_path, DEEPEST_ROOM + 1)
    (found,) = chains(tmp_path)
    assert found.startswith("plan: 7 deep, more than 6: bulletin.plan.a0 → bulletin.plan.a1 →")


def test_a_whole_that_is_too_deep_is_seen_and_what_is_imported_later_does_not_count(tmp_path: Path) -> None:
    for room, below in (("plan", "words"), ("words", "model"), ("model", "")):
        linked(tmp_path, 5, room)
        if below:
            last = tmp_path / "bulletin" / room / "a4.py"
            last.write_text(f"from bulletin.{below}.a0 import f\n", encoding="utf-8")
    (found,) = chains(tmp_path)
    assert found.startswith("the whole: 15 deep, more than 12: bulletin.plan.a0 →")
    (tmp_path / "bulletin/words/a4.py").write_text("def f():\n    from bulletin.model.a0 import f\n", encoding="utf-8")
    assert chains(tmp_path) == []


def test_an_import_for_a_mere_constant_is_seen(tmp_path: Path) -> None:
    linked(tmp_path, 1)
    (tmp_path / "bulletin/plan/b.py").write_text("from bulletin.plan.c import MOST\n", encoding="utf-8")
    (tmp_path / "bulletin/plan/c.py").write_text("MOST = 1\ndef f(): pass\n", encoding="utf-8")
    assert chains(tmp_path) == ["bulletin.plan.b imports MOST of bulletin.plan.c: a constant of several needs a module"]
    (tmp_path / "bulletin/plan/c.py").write_text("MOST = 1\n", encoding="utf-8")
    assert chains(tmp_path) == []
