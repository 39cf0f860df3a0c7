"""YAML read as text with places: whatever is typed, it never raises, and every place points at what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bulletin.model.problem import CODES
from bulletin.model.source import Field
from bulletin.words.yaml.read import Value, plain, read_yaml
from tests.properties import examples

SIGNS = [*" \t\n\n:::-[]{},'\"#&*!|>%@`?~=<.\\", "\r", "\x00", "\u0085", "\u00a0", "\u2028", "\ufeff", *"aĐố0", "😀"]
PIECES = ["a: b\n", "- a\n", "  ", "a:\n", "---\n", "...\n", "&x ", "*x ", "!!y ", "? ", "[{", "|\n", "%YAML 1.1\n"]


@given(st.one_of(st.text(), st.text(alphabet=SIGNS), st.lists(st.sampled_from(SIGNS + PIECES)).map("".join)))
@example("[" * 5000)
@example("{a: " * 5000)
@example("- " * 5000)
@example("a: &a [x]\n" + "".join(f"b{i}: [*a, *a]\n" for i in range(1000)))
@example("\ufeffa: b")
@example("a: \x00")
@example("a: b\r\nc")
def test_never_raises(text: str) -> None:
    found, problems = read_yaml(text, "x.md", 3)
    assert all(p.code in CODES and p.severity == "error" for p in problems)
    assert all(p.place.path == "x.md" and p.place.line >= 3 and p.place.col >= 1 for p in problems)
    assert all(isinstance(key, str) for key in found)
    if any(p.code != "front-duplicate-key" for p in problems):
        assert found == {}


@given(st.lists(st.sampled_from(SIGNS + PIECES)).map("".join), st.integers(1, 50))
def test_the_first_line_only_shifts(text: str, first: int) -> None:
    _, at_one = read_yaml(text, "x.md", 1)
    _, shifted = read_yaml(text, "x.md", first)
    assert [(p.code, p.place.line + first - 1, p.place.col) for p in at_one] == [
        (p.code, p.place.line, p.place.col) for p in shifted
    ]


# --- a small writer of YAML, to know what must be read and where it stands ---------------------------------------------------

words = st.text(alphabet=[*"abđĐốƯ019", "😀"], min_size=1, max_size=8)
bare = st.one_of(
    words, st.sampled_from(["075", "7:30", "no", "~", "1.10", "2022-04-28", "75-TB/ĐU", "75 -TB/ĐU", "a#b"])
)
quoted = st.text(alphabet=[*"ab đố019:#-&*![]{},%@`?|>~", "😀"], max_size=8)
scalars = st.one_of(
    bare.map(lambda text: (text, text)),
    quoted.map(lambda text: (f'"{text}"', text)),
    quoted.map(lambda text: (f"'{text}'", text)),
)
Written = tuple[str, str] | list["Written"] | dict[str, "Written"]
trees = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(words, inner, min_size=1, max_size=3)
    ),
    max_leaves=6,
)


def written(tree: Written, indent: int) -> str:
    """Block style; a scalar follows its key or dash, everything else begins a line of its own."""
    blank = " " * indent
    if isinstance(tree, tuple):
        return tree[0]
    rows = (
        [(f"{blank}-", item) for item in tree]
        if isinstance(tree, list)
        else [(f"{blank}{k}:", v) for k, v in tree.items()]
    )
    return "\n".join(
        f"{head} {v[0]}" if isinstance(v, tuple) else f"{head}\n{written(v, indent + 2)}" for head, v in rows
    )


def bare_value(tree: Written) -> Value:
    if isinstance(tree, tuple):
        return tree[1]
    if isinstance(tree, list):
        return [bare_value(item) for item in tree]
    return {key: bare_value(item) for key, item in tree.items()}


def places(field: Field, tree: Written, key: str | None) -> Iterator[tuple[int, int, str]]:
    """(line, column, what must stand there) of a value, of its key, and of all below."""
    if isinstance(tree, tuple):
        yield field.line, field.col, tree[0]
    if key is None:
        assert (field.key_line, field.key_col) == (field.line, field.col)
    else:
        yield field.key_line, field.key_col, f"{key}:"
    if isinstance(tree, list):
        assert isinstance(field.value, tuple)
        for item, below in zip(field.value, tree, strict=True):
            yield from places(item, below, None)
    elif isinstance(tree, dict):
        assert isinstance(field.value, Mapping)
        for name, below in tree.items():
            yield from places(field.value[name], below, name)


@given(st.dictionaries(words, trees, min_size=1, max_size=4), st.integers(1, 9), st.sampled_from(["", "# lời\n\n"]))
def test_places_point_at_what_was_typed(tree: dict[str, Written], first: int, before: str) -> None:
    text = before + written(tree, 0)
    found, problems = read_yaml(text, "x.md", first)
    assert problems == ()
    assert {key: plain(field) for key, field in found.items()} == bare_value(tree)
    lines = text.split("\n")
    for key, field in found.items():
        for line, col, expected in places(field, tree[key], key):
            assert lines[line - first][col - 1 :].startswith(expected)


@given(st.lists(words, min_size=1, max_size=8))
def test_of_equal_keys_the_first_stays_and_each_other_is_told(keys: list[str]) -> None:
    text = "\n".join(f"{key}: {i}" for i, key in enumerate(keys))
    found, problems = read_yaml(text, "x.md")
    assert {key: plain(field) for key, field in found.items()} == {key: str(keys.index(key)) for key in keys}
    again = [(i, key) for i, key in enumerate(keys) if key in keys[:i]]
    assert [(p.code, p.place.line) for p in problems] == [("front-duplicate-key", i + 1) for i, _ in again]
    for told, (_, key) in zip(problems, again, strict=True):
        assert f"«{key}»" in told.says
        assert f"dòng {keys.index(key) + 1})" in told.says


@given(st.lists(st.sampled_from(["a", "b", '"c d"']), min_size=1, max_size=5))
def test_flow_style(items: list[str]) -> None:
    text = f"x: [{', '.join(items)}]\ny: {{{', '.join(f'k{i}: {item}' for i, item in enumerate(items))}}}"
    found, problems = read_yaml(text, "x.md")
    assert problems == ()
    bare_items = [item.strip('"') for item in items]
    assert plain(found["x"]) == bare_items
    assert plain(found["y"]) == {f"k{i}": item for i, item in enumerate(bare_items)}
    rows = text.split("\n")
    values = found["x"].value
    assert isinstance(values, tuple)
    assert all(rows[0][field.col - 1 :].startswith(item) for field, item in zip(values, items, strict=True))


# --- what clerks get wrong: (YAML, line, what the advice must say) -------------------------------------------------------------

ITEM = "events:\n  - what: Họp\n    by: 1/5/2022\n"
WINDOW = "windows:\n  - {form: Băng rôn, from: 1/5/2022, to: 2/5/2022"
MISTAKES = {
    "a key one blank short": ("events:\n  - what: Họp\n   on: 5/5/2022", 3, "dòng này thụt vào đúng 4 dấu cách"),
    "a key under the dash": ("events:\n  - what: Họp\n  on: 5/5/2022", 3, "dòng này thụt vào đúng 4 dấu cách"),
    "a key two blanks too far": ("events:\n  - what: Họp\n      on: 5/5/2022", 3, "phải thẳng cột với khoá đầu sau dấu «-»"),
    "after a quoted value": ('events:\n  - what: "Họp"\n      on: 5/5/2022', 3, "dòng này thụt vào đúng 4 dấu cách"),
    "the third key": (f"{ITEM}   on: 5/5/2022\ndate: 1/5/2022", 4, "dòng này thụt vào đúng 4 dấu cách"),
    "a key below a key": ("summary:\n  what: a\n   who: b", 3, "dòng này thụt vào đúng 2 dấu cách"),
    "a key of the top": ("date: 1/5/2022\n  title: a", 2, "dòng này không thụt vào"),
    "the first key": (" date: 1/5/2022\ntitle: a", 1, "xoá dấu cách ở đầu dòng"),
    "a dash too far": ("fields:\n  - Y tế\n   - Giáo dục", 3, "dòng này thụt vào đúng 2 dấu cách"),
    "a dash short": ("fields:\n   - Y tế\n  - Giáo dục", 3, "dòng này thụt vào đúng 3 dấu cách"),
    "a list under a value": ("title: a\nfields: Y tế\n  - Giáo dục", 3, "để trống sau dấu hai chấm ở dòng trên"),
    "a dash and a key": ("events:\n  -what: Họp\n   on: 5/5/2022", 2, "sau «-» phải có dấu cách: «- what: Họp»"),
    "a dash and a lone key": ("events:\n  -what: Họp", 2, "sau «-» phải có dấu cách: «- what: Họp»"),
    "a dash and a text": ("fields:\n  -Y tế\n  -Giáo dục\ndate: a", 2, "sau «-» phải có dấu cách: «- Y tế»"),
    "the second dash": ("fields:\n  - Y tế\n  -Giáo dục\ndate: a", 3, "sau «-» phải có dấu cách: «- Giáo dục»"),
    "a colon in brackets": ("windows:\n  - {form:Băng rôn, from: 1/5/2022}", 2, "phải có dấu cách: «form: Băng rôn»"),
    "a colon after a dash": ("events:\n  - what:Họp\n    on: 1/5/2022", 2, "phải có dấu cách: «what: Họp»"),
    "a comma in brackets": ("windows:\n  - {form: Băng rôn, cờ, from: 1/5/2022}", 2, "đặt cả giá trị trong dấu nháy kép"),
    "a bracket at the end": (WINDOW, 2, "thêm dấu «}»"),
    "a bracket before a key": (f"{WINDOW}\ntitle: a", 2, "thêm dấu «}»"),
    "a bracket before an item": (f"{WINDOW}\n  - {{form: Cờ}}", 2, "thêm dấu «}»"),
    "a square bracket": ("fields: [Y tế, Giáo dục\ntitle: a", 1, "thêm dấu «]»"),
    "the wrong bracket": ("fields: [Y tế, Giáo dục}\ntitle: a", 1, "thay «}» bằng «]»"),
    "text after a bracket": ("title: [Hỏa tốc] Họp\ndate: a", 1, "đặt cả giá trị trong dấu nháy kép"),
    "text after a quote": ('slogans:\n  - "Nhiệt liệt" chào mừng', 2, "dấu nháy đơn: '\"Nhiệt liệt\" chào mừng'"),
    "and a colon": ('slogans:\n  - text: "Một" và: hai', 2, "dấu nháy đơn: '\"Một\" và: hai'"),
    "text after a single quote": ("slogans:\n  - 'Nhiệt liệt' chào", 2, "dấu nháy kép: \"'Nhiệt liệt' chào\""),
    "an apostrophe": ("slogans:\n  - 'Đêm B'lao sáng'", 2, "hai lần ('')"),
    "no comma": ('fields: ["Y tế" "Giáo dục"]', 1, "ngăn hai giá trị bằng dấu phẩy"),
    "a comma too many": ("windows:\n  - {form: Băng rôn,, from: 1/5/2022}", 2, "xoá dấu ấy"),
    "text after fences": ("---\ntitle: a\n---\nThân bài.", 3, "bỏ các dòng «---»"),
    "a quote that is not closed": ('title: "Họp\ndate: 1/5/2022', 1, "thêm dấu nháy đóng"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_cure(mistake: str) -> None:
    text, line, cure = MISTAKES[mistake]
    _, (told,) = read_yaml(f"{text}\n", "x.yml")
    assert (told.place.line, cure in told.hint) == (line, True), str(told)


@pytest.mark.parametrize(
    "mistake", [name for name, (_, _, cure) in MISTAKES.items() if "đúng" in cure or "«- " in cure]
)
def test_the_cure_cures(mistake: str) -> None:
    """Who does to the line what the advice says has a file without this fault."""
    text, line, cure = MISTAKES[mistake]
    lines = text.split("\n")
    blanks = re.search(r"đúng (\d+)", cure)
    for i in range(line - 1, len(lines) if "«- " in cure else line):
        lines[i] = (
            " " * int(blanks[1]) + lines[i].lstrip()
            if blanks
            else lines[i].replace("  -", "  - ", 1).replace("-  ", "- ")
        )
    cured = "\n".join(lines).replace("\n   on:", "\n    on:")
    assert read_yaml(f"{cured}\n", "x.yml")[1] == ()


def test_a_file_between_fences_is_read_when_nothing_follows() -> None:
    for text in ("---\na: b\n---\n", "---\na: b\n", "a: b\n---\n\n", "---\na: b\n---\n# lời ghi\n"):
        found, problems = read_yaml(text, "x.yml")
        assert (problems, found["a"].value, found["a"].line) == ((), "b", text.split("\n").index("a: b") + 1)


CLERKS = ["events:\n", "  - what: Họp\n", "  -what: a\n", "   on: 5/5/2022\n", "      by: 1/5\n", "fields: [a, b\n", "- {a:b, c}\n",
          '  - "a" b\n', "  - 'a' b 'c\n", "---\n", "title: a: b\n", "x: [\n", "  - b\n", "]\n", "}\n", " ", "\t", '"', "a", ": ", "#", "\u2028"]  # fmt: skip


@examples(100)
@given(st.lists(st.sampled_from(CLERKS), max_size=8).map("".join))
def test_whatever_clerks_mix_every_complaint_has_a_line_and_an_advice(text: str) -> None:
    _, problems = read_yaml(text, "x.yml", 3)
    last = 3 + len(re.split("\r\n|[\r\n\x85\u2028\u2029]", text))
    assert all(3 <= p.place.line <= last and p.hint for p in problems)
