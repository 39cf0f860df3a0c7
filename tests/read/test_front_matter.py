"""Front matter typed by hand: every trap is a problem at its place, and every value comes through as typed."""

from __future__ import annotations

import unicodedata

import pytest

from bulletin.model.problem import Problem
from bulletin.model.source import Field, Raw, Source
from bulletin.read import decode, parse, parse_yaml


def read(data: str | bytes) -> tuple[Source | None, tuple[Problem, ...]]:
    return parse(Raw(path="x.md", relative="x.md", data=data if isinstance(data, bytes) else data.encode()))


def fenced(front: str, body: str = "Một việc.\n") -> str:
    return f"---\n{front}\n---\n{body}"


def accepted(data: str | bytes) -> Source:
    source, problems = read(data)
    assert problems == ()
    assert source is not None
    return source


def told(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    return [(p.code, p.place.line, p.place.col) for p in problems]


# --- what is refused, and where ------------------------------------------------------------------------------------

REFUSED: dict[str, tuple[str | bytes, tuple[str, int, int]]] = {
    "empty file": ("", ("front-missing", 1, 1)),
    "blank lines only": ("\n \n", ("front-missing", 1, 1)),
    "no front matter": ("Một việc.\n", ("front-missing", 1, 1)),
    "no front matter, after blank lines": ("\n\nMột việc.\n", ("front-missing", 3, 1)),
    "no front matter, but rules in the body": ("Một\n\n---\n\nhai\n\n---\n\nba\n", ("front-missing", 1, 1)),
    "json": ('{"title": "Thử"}\n', ("front-missing", 1, 1)),
    "toml": ('+++\ntitle = "Thử"\n+++\n', ("front-missing", 1, 1)),
    "indented fence": (" ---\ntitle: Thử\n---\n", ("front-missing", 1, 1)),
    "unclosed": ("---\ntitle: Thử\n\nMột việc.\n", ("front-unclosed", 1, 1)),
    "unclosed, after blank lines": ("\n\n---\ntitle: Thử\n", ("front-unclosed", 3, 1)),
    "only a fence": ("---", ("front-unclosed", 1, 1)),
    "five dashes open": ("-----\ntitle: Thử\n-----\n", ("front-fence", 1, 1)),
    "five dashes close": ("---\ntitle: Thử\n-----\n\nMột\n---\n", ("front-fence", 3, 1)),
    "two dashes": ("--\ntitle: Thử\n--\n", ("front-fence", 1, 1)),
    "long dashes of Word": ("——\ntitle: Thử\n——\n", ("front-fence", 1, 1)),
    "a list": (fenced("- title: Thử"), ("front-not-keys", 2, 1)),
    "a scalar": (fenced("Thử"), ("front-not-keys", 2, 1)),
    "a quoted scalar": (fenced('"title: Thử"'), ("front-not-keys", 2, 1)),
    "a key without blank": (fenced("draft:true"), ("front-not-keys", 2, 1)),
    "nbsp after the colon": (fenced("publish:\u00a0draft"), ("front-not-keys", 2, 1)),
    "a list as a key": (fenced("[a]: b"), ("front-not-keys", 2, 1)),
    "a second document": (fenced("title: Thử\n--- hai"), ("front-not-keys", 3, 1)),
    "tab before a key": (fenced("title: Thử\nsummary:\n\twhat: Một"), ("front-tab", 4, 1)),
    "tab before the first key": (fenced("\ttitle: Thử"), ("front-tab", 2, 1)),
    "two colons": (fenced("title: Kết luận: giao ban"), ("front-colon", 2, 16)),
    "two colons, NFD": (
        unicodedata.normalize("NFD", fenced("title: Kết luận: giao ban")),
        ("front-colon", 2, 16),
    ),
    "anchor": (fenced("title: &thu Thử"), ("front-alias", 2, 8)),
    "alias": (fenced("title: *thu"), ("front-alias", 2, 8)),
    "alias of an anchor": (fenced("title: Thử\nfields: [&a Một, *a]"), ("front-alias", 3, 10)),
    "anchor on a list": (fenced("fields: &a [Một]"), ("front-alias", 2, 9)),
    "anchor on a mapping": (fenced("summary: &a {what: Một}"), ("front-alias", 2, 10)),
    "alias bomb": (
        fenced("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]"),
        ("front-alias", 2, 4),
    ),
    "tag": (fenced("title: !!python/object:os.system Thử"), ("front-alias", 2, 8)),
    "plain tag": (fenced("title: !thu Thử"), ("front-alias", 2, 8)),
    "tag on a key": (fenced("!!str title: Thử"), ("front-alias", 2, 1)),
    "tag on the whole": (fenced("!!map {title: Thử}"), ("front-alias", 2, 1)),
    "nested too deep": (fenced(f"fields: {'[' * 100}{']' * 100}"), ("front-too-deep", 2, 17)),
    "text after quotes": (fenced('title: "Thử" một'), ("front-yaml", 2, 14)),
    "a value that begins with %": (fenced("title: %5"), ("front-yaml", 2, 8)),
    "a value that begins with @": (fenced("title: @5"), ("front-yaml", 2, 8)),
    "a value that begins with a backtick": (fenced("title: `5`"), ("front-yaml", 2, 8)),
    "a value that begins with a dash": (fenced("title: - 75"), ("front-yaml", 2, 8)),
    "uneven list": (fenced("fields:\n  - Một\n - Hai"), ("front-yaml", 4, 2)),
    "control character": ("---\ntitle: Th\x0b\n---\n", ("file-control-character", 2, 10)),
    "UTF-16 without its mark": (fenced("title: Thử").encode("utf-16-le"), ("file-not-utf8", 2, 1)),
    "UTF-16 with its mark": (b"\xff\xfe" + fenced("title: Thử").encode("utf-16-le"), ("file-not-utf8", 1, 1)),
    "UTF-16, big end first, with its mark": (
        b"\xfe\xff" + fenced("title: Thử").encode("utf-16-be"),
        ("file-not-utf8", 1, 1),
    ),
    "TCVN3": (b"---\ntitle: Th\xf6\n---\n", ("file-not-utf8", 2, 1)),
    "Windows-1258": (b"---\ntitle: \xd0\xecng\n---\n", ("file-not-utf8", 2, 1)),
}


@pytest.mark.parametrize("trap", REFUSED)
def test_refused_at_its_place(trap: str) -> None:
    data, expected = REFUSED[trap]
    source, problems = read(data)
    assert source is None
    assert told(problems) == [expected]


@pytest.mark.parametrize(
    "front",
    [
        "title: Thử\ndraft:true\ndate: 1/5/2022",
        "title: Thử\npublish:\u00a0draft\ndate: 1/5/2022",
        "title: Thử\npublish draft",
        'title: "Thử\npublish: draft',
        "title: [Thử\npublish: draft",
        "title: Thử\n  publish: draft",
        "title: **Thử**",
        "title: & Thử",
        "title: > Thử",
        "title: Thử\n...\npublish: draft",
        "%YAML 1.1",
        "? [a]\n: b",
        "? ? a",
        "title: {a: b",
        "title: 'Thử",
        ": Thử",
    ],
)
def test_never_read_by_half(front: str) -> None:
    """What cannot be read as keys and values is refused as a whole: a notice never goes out without its metadata."""
    source, problems = read(fenced(front))
    assert source is None
    assert problems
    assert all(p.severity == "error" for p in problems)


def test_unclosed_front_matter_does_not_take_a_rule_of_the_body_for_its_end() -> None:
    source, problems = read("---\ntitle: Thử\npublish: draft\n\nMột việc.\n\n---\n\nHai.\n")
    assert source is None
    assert problems


# --- duplicate keys: told with both lines, and the rest is still judged ----------------------------------------------


def test_duplicate_keys_name_both_lines() -> None:
    source, problems = read(fenced("title: Một\ndate: 1/5/2022\ntitle: Hai\nsummary:\n  what: a\n  what: b\ntitle: Ba"))
    assert told(problems) == [
        ("front-duplicate-key", 4, 1),
        ("front-duplicate-key", 7, 3),
        ("front-duplicate-key", 8, 1),
    ]
    for found, key, first in zip(problems, ("title", "what", "title"), (2, 6, 2), strict=True):
        assert f"«{key}»" in found.says
        assert f"dòng {first})" in found.says
    assert source is not None
    assert source.front["title"].value == "Một"


def test_a_key_in_nfd_is_the_same_key() -> None:
    key = "ngày"
    _, problems = read(fenced(f"{key}: 1\n{unicodedata.normalize('NFD', key)}: 2"))
    assert told(problems) == [("front-duplicate-key", 3, 1)]


# --- values come through as typed --------------------------------------------------------------------------------------

AS_TYPED = [
    *("075", "0117", "08", "61", "1_000", "0x1F", "0o17", "1e3", "-5", "+84", ".5", "1.10", "4.10", "12.0"),
    *("7:30", "07:30", "10:00", "12:30:45", "0243.8751234", "024 3875 1234"),
    *("no", "No", "NO", "yes", "on", "off", "true", "False", "null", "Null", "~", ".inf", ".nan", "=", "<<"),
    *("2022-04-28", "2022-4-28", "28/4/2022", "01/5", "2022-04-28T10:00:00Z", "2022"),
    *("75-TB/ĐU", "75 -TB/ĐU", "12/KH-UBND", "01/2024/QĐ-UBND", "#75", "a#b", "a: b", "-", "?", "[a", "{a", "*a", "&a"),
    *("Kết luận: giao ban", "5 * 10", "100%", "a & b", "«Thử»", "“Thử”", "it's", "C:\\thu", "\u00a0Thử\u00a0"),
]
PLAIN_TOO = [text for text in AS_TYPED if text[0] not in "#[{*&?-=\u00a0" and ": " not in text]


@pytest.mark.parametrize("text", AS_TYPED)
def test_quoted_values_are_text(text: str) -> None:
    assert accepted(fenced(f"value: '{text.replace(chr(39), chr(39) * 2)}'")).front["value"].value == text


@pytest.mark.parametrize("text", PLAIN_TOO)
def test_plain_values_are_text(text: str) -> None:
    """No number, date, boolean or null is guessed, neither alone, nor in a list, nor in a mapping."""
    front = accepted(fenced(f"value: {text}\nitems:\n  - {text}\nkeys:\n  a: {text}")).front
    assert front["value"] == Field(value=text, line=2, col=8, key_line=2, key_col=1)
    items, keys = front["items"].value, front["keys"].value
    assert isinstance(items, tuple)
    assert isinstance(keys, dict)
    assert items[0].value == text
    assert keys["a"].value == text


@pytest.mark.parametrize(
    "key",
    ["content", "handler", "no", "on", "off", "yes", "2022", "1.10", "null", "~", "true", "metadata", "<<", "ngày"],
)
def test_any_key_is_text(key: str) -> None:
    """`content` and `handler` are parameters of python-frontmatter; `no` and `2022` are no text to YAML."""
    assert accepted(fenced(f"{key}: Thử")).front == {
        key: Field(value="Thử", line=2, col=len(key) + 3, key_line=2, key_col=1)
    }


def test_empty_values_and_empty_front_matter() -> None:
    assert accepted("---\n---\nMột.\n").front == {}
    assert accepted(fenced("# lời nhắc")).front == {}
    front = accepted(fenced('a:\nb: ""\nc: []\nd: {}\ne: ~')).front
    assert [field.value for field in front.values()] == ["", "", (), {}, "~"]


def test_long_values() -> None:
    front = accepted(fenced("a: Một\n  việc\nb: |\n  Một\n  việc\nc: >\n  Một\n  việc\nd:")).front
    assert [field.value for field in front.values()] == ["Một việc", "Một\nviệc\n", "Một việc\n", ""]


# --- the body is kept whole, with its lines ------------------------------------------------------------------------------

BODIES = [
    "",
    "\n",
    "\n\n  Một việc.  \n\n\n",
    "Một\n\n-----\n\nHai\n\n-----\n\nBa\n",
    "---\ntitle: Hai\n---\nBa\n",
    "----\n+ Một\n- Hai\n...\n",
    "không có dòng cuối",
    "{ngoặc} [ngoặc] # thăng\n\tTab\n",
]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("blank", [0, 3])
def test_the_body_is_kept_whole(body: str, blank: int) -> None:
    source = accepted("\n" * blank + f"---\ntitle: Thử\n\npublish: draft\n---\n{body}")
    assert source.body == body
    assert source.front_line == blank + 1
    assert source.body_line == blank + 6
    assert source.front["publish"].line == blank + 4


def test_blanks_after_a_fence_do_no_harm() -> None:
    source = accepted("---  \ntitle: Thử\n---\t\nMột.\n")
    assert (source.front["title"].value, source.body, source.body_line) == ("Thử", "Một.\n", 4)


# --- bytes and letters -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_one_text_however_it_was_saved(mark: bytes, end: str, form: str) -> None:
    text = "---\ntitle: Kết luận của Đảng ủy\nfields:\n  - Đất đai\n---\n\nMột việc đã ổn.\n"
    data = mark + unicodedata.normalize(form, text).replace("\n", end).encode()
    assert accepted(data) == accepted(text)


def test_site_yml_has_no_fences() -> None:
    def ward(data: bytes) -> object:
        return parse_yaml(Raw(path="site.yml", relative="site.yml", data=data))

    text = "name: Thử\nplace: Phúc Đồng\n"
    fields, problems = parse_yaml(Raw(path="site.yml", relative="site.yml", data=text.encode()))
    assert problems == ()
    assert fields is not None
    assert (fields["place"].value, fields["place"].line, fields["place"].col) == ("Phúc Đồng", 2, 8)
    assert ward(b"\xef\xbb\xbf" + unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode()) == (fields, ())
    assert parse_yaml(Raw(path="site.yml", relative="site.yml", data=b"- a"))[0] is None
    assert parse_yaml(Raw(path="site.yml", relative="site.yml", data=b"name: Th\xf6"))[0] is None


@pytest.mark.parametrize("before", ["", "---\ntitle: Thử\n---\n\n", "Đảng ủy "])
@pytest.mark.parametrize("wrong", [b"\xff", b"\xb8", b"\xc0\xaf", b"\xed\xa0\x80", b"\xe1\xbb"])
def test_the_first_wrong_byte_is_named(before: str, wrong: bytes) -> None:
    text, problems = decode(Raw(path="x.md", relative="x.md", data=before.encode() + wrong + b"\n"))
    assert text == ""
    assert told(problems) == [("file-not-utf8", before.count("\n") + 1, 1)]
    assert f"(byte thứ {len(before.encode()) + 1})" in problems[0].says


@pytest.mark.parametrize(
    "character", [*"\x00\x01\x08\x0b\x0c\x0e\x1b\x1f\x7f\x80\x85\x9f", *"\u2028\u2029\u202a\u202e\u2066\u2069\uffff"]
)
def test_control_characters_are_told_where_they_stand(character: str) -> None:
    before = unicodedata.normalize("NFD", "---\ntitle: Thử\n---\n\nĐã ổn")
    _, problems = decode(Raw(path="x.md", relative="x.md", data=f"{before}{character} {character}".encode()))
    # Columns count letters as an editor shows them: one for «ổ», however it was typed.
    assert told(problems) == [("file-control-character", 5, 6), ("file-control-character", 5, 8)]
    assert all(f"U+{ord(character):04X}" in p.says for p in problems)


@pytest.mark.parametrize("character", ["\t", "\u00a0", "–", "…", "😀", "\u1ef9"])
def test_other_characters_are_not(character: str) -> None:
    assert decode(Raw(path="x.md", relative="x.md", data=f"a{character}b".encode())) == (f"a{character}b", ())
