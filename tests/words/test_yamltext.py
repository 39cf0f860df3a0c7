"""YAML read as text with places: whatever is typed, it never raises, and every place points at what was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hypothesis import example, given
from hypothesis import strategies as st

from bulletin.model.problem import CODES
from bulletin.model.source import Field
from bulletin.words.yamltext import Value, plain, read_yaml

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
