"""Headers: hosts, nginx and Caddy are told the same of every file; no page needs an exception; whom to tell of a hole."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime, timedelta
from html.parser import HTMLParser

import pytest

from bulletin.check.keys.site_yml import WardSaid
from bulletin.model.views.page import Files
from bulletin.plan.site_wide.http_headers import HSTS, LONG, POLICY, SHORT, for_caddy, for_hosts, for_nginx
from tests.conftest import ROOT, SITE, Ward, sample_site
from tests.plan.site_wide.serving import Said, by_caddy, by_hosts, by_nginx, parsed

BASES = ("", "/phuong", "/bang-tin/phuong")
SECURITY = ".well-known/security.txt"


@pytest.fixture(scope="module")
def files() -> Files:
    """The repository's site."""
    return sample_site().files


def text_of(files: Files, path: str) -> str:
    data = files[path]
    assert isinstance(data, bytes)
    return data.decode()


def address(path: str) -> str:
    return "/" + path.removesuffix("index.html")


def without(said: Said, *names: str) -> Said:
    return {name: value for name, value in said.items() if name not in names}


@pytest.mark.parametrize("base", BASES)
def test_hosts_nginx_and_caddy_say_the_same_of_every_file(files: Files, base: str) -> None:
    hosts, nginx, caddy = by_hosts(for_hosts(base)), by_nginx(for_nginx(base)), by_caddy(for_caddy(base))
    for path in files:
        url = base + address(path)
        said = nginx(url)
        assert said == caddy(url), url
        assert said.pop(HSTS[0]) == HSTS[1]
        # Hosts have the short one as their own rule for whatever no other rule names.
        assert said == {"Cache-Control": SHORT, **hosts(url)}, url


def test_the_site_brings_the_rules_for_hosts_under_its_base_path(ward: Ward, files: Files) -> None:
    assert text_of(files, "_headers") == for_hosts("")
    ward.write("site.yml", SITE.replace("https://thu.example/", "https://thu.example/phuong/"))
    said = by_hosts(ward.text("_headers"))
    assert said("/phuong/") == said("/phuong/thong-bao/") != {}
    assert said("/phuong/static/a.css")["Cache-Control"] == LONG
    assert said("/khac/") == {}


def test_no_other_site_may_frame_a_page_move_its_addresses_or_get_its_forms(files: Files) -> None:
    policy = by_hosts(text_of(files, "_headers"))("/thong-bao/")["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} <= set(policy)


def test_what_is_kept_for_long_is_named_by_its_content(files: Files) -> None:
    said = by_hosts(text_of(files, "_headers"))
    kept = {path for path in files if said(address(path)).get("Cache-Control") == LONG}
    assert kept == {p for p in files if p.startswith("static/") or (p.startswith("tim-kiem/") and p.endswith(".json"))}
    for path in kept:
        data = files[path]
        digest = hashlib.sha256(data).hexdigest() if isinstance(data, bytes) else data.sha256
        own = re.search(r"-?([0-9a-z]+)\.\w+$", path)
        assert own
        assert len(own[1]) in ((10,) if path.startswith("static/") else (4, 8)), path
        if path.startswith("static/"):
            assert own[1] == digest[:10]


def test_another_word_is_another_name_of_what_is_kept(ward: Ward) -> None:
    ward.notice("b", "Một hai ba.")
    ward.notice("a", "Một.")
    before = ward.files()
    ward.notice("a", "Hai.")
    after = ward.files()
    said = by_hosts(ward.text("_headers"))
    kept = {path for path in before if said(address(path)).get("Cache-Control") == LONG}
    assert len(kept - after.keys()) > 2  # the text, words and contents that changed have other names
    assert len(kept & after.keys()) > 2
    assert [path for path in kept & after.keys() if before[path] != after[path]] == []


def test_the_policy_lets_in_nothing_from_elsewhere_and_nothing_inline() -> None:
    assert POLICY["default-src"] == "'none'"
    assert set(POLICY.values()) == {"'none'", "'self'", "'script'"}
    for text in (for_hosts(""), for_nginx(), for_caddy()):
        assert "unsafe" not in text
        assert text.count("default-src 'none'; script-src 'self'; style-src 'self';") == 1


def test_only_a_server_of_ones_own_binds_its_name_to_https_and_says_so() -> None:
    assert HSTS[0] not in for_hosts("")
    for text in (for_nginx(), for_caddy()):
        before, found, _ = text.partition(HSTS[0])
        assert found
        assert "# HSTS:" in before.rpartition("always;\n")[2] or "# HSTS:" in before[-200:]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("server {\n root /a\n}\n", ";"),
        ("server {\n", ";"),
        ("}\n", ";"),
        ("a;\n{ b; }\n", ";"),
        ("a {\n b\n}}\n", "\n"),
    ],
)
def test_the_reader_of_snippets_sees_what_is_not_ended(text: str, end: str) -> None:
    with pytest.raises(AssertionError):
        parsed(text, end)


class Inline(HTMLParser):
    """Everything on a page that runs or styles by itself: what the policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in said and said.get("type") != "application/ld+json"):
            self.found.append(tag)
        self.found += [f"{tag} {name}" for name in said if name == "style" or name.startswith("on") or name == "srcdoc"]
        self.found += [
            f"{tag} {name}" for name, v in attrs if re.match(r"\s*(javascript|vbscript|data):", v or "", re.IGNORECASE)
        ]


def inline(page: str) -> list[str]:
    parser = Inline()
    parser.feed(page)
    return parser.found


def test_no_page_runs_or_styles_anything_inline(files: Files) -> None:
    pages = [path for path in files if path.endswith(".html")]
    assert len(pages) > 100
    assert {path: found for path in pages if (found := inline(text_of(files, path)))} == {}
    templates = sorted((ROOT / "templates").rglob("*.html"))
    assert {path.name: found for path in templates if (found := inline(path.read_text("utf-8")))} == {}


@pytest.mark.parametrize(
    "markup",
    [
        "<script>a()</script>",
        '<script type="module">a()</script>',
        "<style>a{}</style>",
        '<p style="color:red">',
        '<p onclick="a()">',
        '<a href="javascript:a()">',
        '<img src="data:image/png;base64,">',
        '<iframe srcdoc="a"></iframe>',
    ],
)
def test_something_inline_would_be_seen(markup: str) -> None:
    assert len(inline(f"<main>{markup}</main>")) == 1


# ---- security.txt


def told(ward: Ward, more: str, today: str = "2022-05-01", base: str = "https://thu.example/") -> list[tuple[str, str]]:
    """The fields of security.txt of a ward whose site.yml says `more` too."""
    ward.write("site.yml", SITE.replace("https://thu.example/", base) + more)
    files = ward.files(today)
    return [tuple(line.split(": ", 1)) for line in text_of(files, SECURITY).splitlines()] if SECURITY in files else []


def test_nobody_to_tell_is_no_file(ward: Ward) -> None:
    assert told(ward, "") == []
    assert told(ward, "contacts:\n  - {label: Trực ban, phone: 024 0000 0000}\n") == []
    assert told(ward, "contacts:\n  - {label: Trực ban, mail: hỏi ở văn phòng}\n") == []


def test_security_txt_names_whom_to_tell_until_when_and_its_own_address(ward: Ward) -> None:
    assert told(ward, "security: bao-mat@thu.example\ncontacts:\n  - {label: Văn phòng, mail: vp@thu.example}\n") == [
        ("Contact", "mailto:bao-mat@thu.example"),
        ("Expires", "2022-11-01T00:00:00Z"),
        ("Preferred-Languages", "vi"),
        ("Canonical", "https://thu.example/.well-known/security.txt"),
    ]


def test_without_an_address_of_its_own_the_wards_mail_is_told(ward: Ward) -> None:
    contacts = "contacts:\n  - {label: A, mail: a@thu.example}\n  - {label: B, mail: b@thu.example}\n  - {label: C, mail: a@thu.example}\n"
    assert [value for name, value in told(ward, contacts) if name == "Contact"] == [
        "mailto:a@thu.example",
        "mailto:b@thu.example",
    ]
    assert told(ward, "security: https://thu.example/bao-loi/\n")[0] == ("Contact", "https://thu.example/bao-loi/")


def test_it_counts_at_the_root_of_the_host_also_when_the_site_does_not_stand_there(ward: Ward) -> None:
    rows = dict(told(ward, "security: a@thu.example\n", base="https://thu.example/phuong/"))
    assert rows["Canonical"] == "https://thu.example/.well-known/security.txt"


@pytest.mark.parametrize("today", ["2022-01-01", "2022-06-30", "2022-07-01", "2022-12-31", "2024-02-29"])
def test_it_is_valid_for_five_to_six_months_of_the_day_of_the_build(ward: Ward, today: str) -> None:
    rows = dict(told(ward, "security: a@thu.example\n", today))
    left = datetime.fromisoformat(rows["Expires"]) - datetime.fromisoformat(f"{today}T00:00:00+00:00")
    assert timedelta(days=150) <= left <= timedelta(days=185)


@pytest.mark.parametrize(
    "value", ["0900", "thu@", "a@b", "http://thu.example/", "a@thu.example b@thu.example", "mailto:a@thu.example"]
)
def test_what_cannot_be_written_to_is_an_error_at_its_line(ward: Ward, value: str) -> None:
    ward.write("site.yml", f"{SITE}security: {value}\n")
    assert [(p.code, p.place.line) for p in ward.build().problems] == [("url-unreadable", 6)]


def test_an_old_address_cannot_take_its_place(ward: Ward) -> None:
    ward.notice("a", aliases="[/.well-known/security.txt]")
    assert ward.codes() == ["alias-unusable"]


def test_the_guide_tells_of_the_key() -> None:
    assert "security" in WardSaid.model_fields
    assert "| `security` |" in (ROOT / "docs/huong-dan-bien-tap.md").read_text("utf-8")
