"""Content is untrusted: in no field can it put a script, a handler or `javascript:` on a page, or leave the folders."""

from __future__ import annotations

import html
import json
import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.model.problem import Problem
from bulletin.model.prose import Prose
from bulletin.understand.prose import understand
from tests.conftest import ROOT, Ward
from tests.markup import markup_of
from tests.properties import examples

STRINGS = [
    "<script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "javascript:alert(1)",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java\tscript:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](vbscript:x)",
    "![a](javascript:alert(1))",
    "![a](https://nơi-khác.example/x.png)",
    "[a](//noi-khac.example)",
    '<https://a.example/"onmouseover=alert(1)>',
    '[a](https://a.example/"onmouseover="alert(1))',
    '[a](https://a.example "x\\" onclick=\\"alert(1)")',
    '{: onclick="alert(1)" }',
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>-->",
    "{{ 7*7 }}{% raw %}",
    "<a href='javascript:alert(1)'>x</a>",
    "<style>@import 'x'</style>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "]]><script>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "| <script> | b |\n|---|---|\n| <img onerror=1> | d |",
]
SAFE_SCHEMES = ("http://", "https://", "mailto:", "tel:", "webcal://thu.example/")


# What the templates write, and no content can: the search form, and the script of the search page.
OURS: tuple[tuple[str, ...], ...] = (
    ("form", 'action="/tim-kiem/"', 'role="search"'),
    ("input", 'id="_tim"', 'name="q"'),
    ("input", 'id="_lien-ket"', 'readonly value="https://thu.example/thong-bao/2022/'),
    ("script", 'src="/static/search-', 'data-index="/tim-kiem/muc-luc/'),
    ("script", 'src="/static/share-'),
    ("script", 'src="/static/offline-', 'data-worker="/sw.js"'),
    ("svg", '<svg aria-hidden="true" width="'),
)


class Danger(HTMLParser):
    """Collects what could run. All other scripts are data, not code."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        tells = self.get_starttag_text() or ""
        ours = any(tag == of and all(sign in tells for sign in signs) for of, *signs in OURS)
        if (
            not ours
            and tag in ("iframe", "object", "embed", "svg", "math", "style", "base", "form", "input", "script")
            and (tag != "script" or given.get("type") != "application/ld+json")
        ):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.found.append(f"{tag} {name}")
            address = "".join((value or "").split()).lower()
            if (
                name in ("href", "src", "action")
                and ":" in address.split("/")[0]
                and not address.startswith(SAFE_SCHEMES)
            ):
                self.found.append(f"{tag} {name}={value}")

    @classmethod
    def of(cls, page: str) -> list[str]:
        danger = cls()
        danger.feed(page)
        danger.close()
        return danger.found


def test_the_detector_sees_danger() -> None:
    assert len(Danger.of("<script>x</script><p onclick=1><a href='java\nscript:x'><svg><img src=data:x>")) == 5


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@pytest.mark.parametrize("text", STRINGS)
def test_no_field_lets_anything_run(ward: Ward, text: str) -> None:
    line = quoted(text.replace("\n", " ").replace("\t", " "))
    fields = dict.fromkeys(("title", "issuer", "place", "type"), line)
    ward.write("site.yml", (ward.content / "site.yml").read_text("utf-8").replace("Y tế", line))
    ward.notice("a", "Chữ.", fields=f"[{line}]", recipients=f"[{line}]", signer=line, **fields)
    ward.write(
        "notices/a.md",
        (ward.content / "notices/a.md")
        .read_text("utf-8")
        .replace(
            "---\n\n",
            f"summary: {{what: {line}, who: {line}, when: {line}, call: {line}}}\nattachments: [{{file: files/a.pdf, title: {line}}}]\n---\n\n",
        ),
    )
    ward.write("files/a.pdf", "x")
    ward.write("pages/b.md", f"---\ntitle: {line}\nsummary: {line}\npublish: public\n---\n\nChữ.\n")
    built = ward.build()
    assert built.files or "<!--" in text  # a comment in a key is refused
    for path, data in built.files.items():
        if isinstance(data, bytes) and path.endswith((".html", ".atom")):
            assert Danger.of(data.decode()) == [], path


@pytest.mark.parametrize("text", STRINGS)
def test_no_body_lets_anything_run(text: str) -> None:
    prose, _ = understand(text, "x.md", 1, "")
    assert Danger.of(markup_of(prose)) == []


@examples(100)
@given(
    st.lists(
        st.one_of(st.sampled_from(STRINGS), st.text(max_size=6), st.sampled_from("<>\"'`&()[]\n/=: ")), max_size=12
    )
)
def test_no_mixture_lets_anything_run(parts: list[str]) -> None:
    prose, _ = understand("".join(parts), "x.md", 1, "")
    assert Danger.of(markup_of(prose)) == []


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//noi-khac.example",
        "www.abc.vn",
        "../a",
        "file:///etc/passwd",
        "/\\a.example",
    ],
)
def test_a_link_that_is_refused_is_told_at_its_line(ward: Ward, link: str) -> None:
    ward.notice("2022/a", f"Một.\n\nHai [đây]({link}).")
    problems = ward.build().problems
    assert [p.code for p in problems] == ["body-link-scheme"]
    assert problems[0].place.line == 9
    assert link in problems[0].says


TRAVERSALS = [
    "/../x/",
    "/a/../../x/",
    "/a\\..\\x/",
    "/%2e%2e/x/",
    "//x/",
    "C:/x",
    "/a/./b/",
    "/con/",
    "/aux.txt",
    "/a b/",
    "/ấ/",
    "/.git/",
]


@pytest.mark.parametrize("path", TRAVERSALS)
def test_an_alias_cannot_leave_the_site(ward: Ward, path: str) -> None:
    ward.notice("2022/a", aliases=f"[{quoted(path)}]")
    assert ward.codes() == ["alias-unusable"]


@pytest.mark.parametrize(
    "path",
    [
        "files/../site.yml",
        "../secret",
        "/etc/passwd",
        "files\\..\\x",
        "site.yml",
        "files/./a.pdf",
        "files/..",
        "files/",
    ],
)
def test_an_attachment_comes_from_files_only(ward: Ward, path: str) -> None:
    ward.write("files/a.pdf", "x")
    ward.notice("2022/a", "[a](/files/a.pdf)", attachments=f"[{quoted(path)}]")
    assert ward.codes() == ["attachment-path"]


def test_a_file_name_cannot_leave_the_site(ward: Ward) -> None:
    ward.write("notices/....md", "---\ntitle: a\ndate: 1/1/2022\npublish: public\n---\n\nChữ.\n")
    ward.write("notices/con.md", "---\ntitle: a\ndate: 1/1/2022\npublish: public\n---\n\nChữ.\n")
    assert set(ward.codes()) <= {"path-unsafe"}
    ward.write("notices/x.md", "---\ntitle: a\ndate: 1/1/2022\npublish: public\nnumber: ../../x\n---\n\nChữ.\n")
    assert "number-unreadable" in ward.codes()


def test_links_of_the_disk_are_not_followed(ward: Ward) -> None:
    (ward.root / "secret.txt").write_text("bí mật")
    (ward.content / "files").mkdir()
    (ward.content / "files" / "a.txt").symlink_to(ward.root / "secret.txt")
    (ward.content / "notices").mkdir(exist_ok=True)
    (ward.content / "notices" / "up").symlink_to(ROOT)
    assert ward.codes() == ["file-link", "file-link"]


def test_text_of_a_notice_is_never_a_template(ward: Ward) -> None:
    ward.notice("a", "{{ 7*7 }} {% include 'base.html' %}", title="'{{ view }}'")
    page = ward.text("thong-bao/2022/a/index.html")
    assert "{{ 7*7 }}" in html.unescape(page)
    assert "49" not in page


MONSTERS = {
    "one line of numbers": "1-CV/" * 200_000,
    "open brackets": "[" * 30_000,
    "open links": "[a](" * 10_000,
    "open images": "![" * 20_000,
    "open addresses": "[a](<" * 5_000,
    "stars": "*a " * 30_000,
    "quotes of code": "`a" * 20_000,
    "tags": "<a " * 20_000,
    "entities": "&amp;" * 30_000,
    "footnotes": "\n".join(f"x[^{i}]" for i in range(2000)) + "\n\n" + "\n".join(f"[^{i}]: n" for i in range(2000)),
    "terms": "a\n:   b\n" * 2_400,
    "a wide table": "|" + "a|" * 5_000 + "\n|" + "-|" * 5_000,
    "dashes": "- " * 20_000,
}


@pytest.mark.parametrize("text", MONSTERS.values(), ids=MONSTERS)
def test_no_text_keeps_the_program_busy(text: str) -> None:
    """Each of these took, or would take, minutes where time grows with the square of the length."""
    prose, problems = understand(text, "x.md", 1, "")
    assert markup_of(prose)
    assert [p for p in problems if p.severity == "error"] == []


@pytest.mark.parametrize(
    "text", ["\n".join("  " * i + "- a" for i in range(400)), "- " * 3_000 + "a", "> " * 3_000 + "a"]
)
def test_lists_in_lists_without_end_are_an_error(text: str) -> None:
    assert [p.code for p in understand(text, "x.md", 7, "")[1]] == ["body-too-deep"]


def test_a_text_that_broke_off_leaves_nothing_to_the_next() -> None:
    """Where it breaks off depends on what called it: from somewhere it is in the middle of a list."""
    fresh = markup_of(understand("Chữ.", "x.md", 1, "")[0])

    def from_depth(depth: int) -> tuple[Prose, tuple[Problem, ...]]:
        return from_depth(depth - 1) if depth else understand("- a\n\n    - b\n\n        - c", "x.md", 1, "")

    broken = 0
    for depth in range(sys.getrecursionlimit() - 400, sys.getrecursionlimit()):
        try:
            broken += bool(from_depth(depth)[1])
        except RecursionError:
            continue
        assert markup_of(understand("Chữ.", "x.md", 1, "")[0]) == fresh, depth
    assert broken


@pytest.mark.parametrize("hidden", ["\\0", "\\x0c", "\\u202e", "\\u200b"])
def test_hidden_characters_written_as_escapes_are_seen(ward: Ward, hidden: str) -> None:
    ward.notice("2022/a", title=f'"a{hidden}b"')
    assert ward.codes() == ["file-control-character"]


def test_a_feed_changes_addresses_and_not_the_text(ward: Ward) -> None:
    ward.notice("2022/a", 'ghi href="/abc và href="#y nhé, [x](/linh-vuc/).')
    html = json.loads(ward.text("feed.json"))["items"][0]["content_html"]
    assert 'ghi href="/abc và href="#y nhé' in html
    assert 'href="https://thu.example/linh-vuc/"' in html


def test_a_link_inside_content_carries_no_draft_out(ward: Ward) -> None:
    draft = ward.notice("2022/nhap", publish="draft")
    (ward.content / "files").mkdir()
    (ward.content / "files" / "a.pdf").symlink_to(draft)
    ward.notice("2022/a", attachments="[files/a.pdf]")
    assert "file-link" in ward.codes()


def test_two_files_of_one_address_name_both(ward: Ward) -> None:
    ward.write("files/a b.pdf", "%PDF-1")
    ward.write("files/A-b.pdf", "%PDF-2")
    ward.notice("2022/a", "[x](/files/a_b.pdf)")
    (found,) = ward.build().problems
    assert found.code == "address-collision"
    assert "a b.pdf" in found.says
    assert "A-b.pdf" in found.says


MORE_MONSTERS = {
    "blanks in a heading": "# a" + " " * 60_000 + "b",
    "blanks in a link": "[a](" + " " * 60_000 + "x",
    "open footnotes": "[^" * 30_000,
    "a table of millions": "a|b\n-|-\n" + "c|d\n" * 1_000 + "|" * 2_000,
}


@pytest.mark.parametrize("text", MORE_MONSTERS.values(), ids=MORE_MONSTERS)
def test_no_blank_keeps_the_program_busy(text: str) -> None:
    assert markup_of(understand(text, "x.md", 1, "")[0])


def test_a_line_of_signs_is_judged_at_once(ward: Ward) -> None:
    ward.notice("2022/a", "_" * 60_000 + "x")
    ward.write("notices/b.md", b"\0" * 300_000)
    assert ward.codes().count("file-control-character") == 5
