"""What the law asks of a ward's site (docs/luat-yeu-cau.md): its eighteen lines, and those that no other test holds."""

from __future__ import annotations

import ast
import re
import unicodedata
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest

from bulletin.model.views.page import Files
from bulletin.ward_files import load_ward
from tests.conftest import ROOT, SITE, Ward, sample_site

DOCUMENT = ROOT / "docs/luat-yeu-cau.md"
ROWS = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \| (.+?) \|$", DOCUMENT.read_text("utf-8"), re.MULTILINE)
STATEMENT = ROOT / "content/pages/kha-nang-tiep-can.md"
CONTACTS = "contacts: [{label: Tiếp công dân (thử), phone: 024 0000 0000}]\n"
# Attributes by which a browser asks for a file without being told to.
ASKING = {"src", "srcset", "data", "poster", "background", "manifest", "ping", "action", "formaction"}
LINKED = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"}


def test_the_document_has_all_eighteen_lines_in_order() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, 19))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_line_names_its_tests_or_says_why_not(row: tuple[str, ...]) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row[3])
    assert named or "Chưa có" in row[3]
    for path, name in named:
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, f"{path}::{name}"
    assert row[3].count("tests/") == len(named), "a test that is not named as `tests/…py::test_…`"


# What is no longer in force → what is; papers of before cite the old ones, and those are content.
REPLACED = {
    "42/2022": "224/2026",
    "67/2006/QH11": "148/2025/QH15",
    "104/2016": "01/2026/QH16",
    "13/2023/NĐ-CP": "356/2025",
    "29/2018/QH14": "117/2025/QH15",
    "32/2017": "22/2023",
    "26/2020": "22/2023",
    "36-HD/VPTW": "05-HD/VPTW",
}


def told() -> list[tuple[str, str, str]]:
    """Every line of what the project itself says of the law, and with its neighbours: comments run over two."""
    files = [*ROOT.glob("docs/*.md"), ROOT / "README.md", ROOT / "SECURITY.md", ROOT / "CONTRIBUTING.md"]
    files += [
        path for end in ("*.py", "*.html") for top in ("bulletin", "templates") for path in (ROOT / top).rglob(end)
    ]
    found = []
    for path in files:
        lines = ["", *path.read_text("utf-8").splitlines(), ""]
        found += [(f"{path.name}:{i}", lines[i], " ".join(lines[i - 1 : i + 2])) for i in range(1, len(lines) - 1)]
    return found


def test_what_is_no_longer_in_force_is_named_with_what_replaced_it() -> None:
    lines = told()
    for old, new in REPLACED.items():
        named = [(where, near) for where, line, near in lines if old in line]
        assert named, old
        assert [where for where, near in named if new not in near] == [], old


def test_what_was_not_read_says_so() -> None:
    """No line rests on a decree of which nobody has seen an article as if it had been read."""
    for number, asked, *_ in ROWS:
        for unread in ("224/2026/NĐ-CP", "356/2025/NĐ-CP", "91/2025/QH15", "117/2025/QH15", "10/2022/QH15"):
            after = asked.partition(unread)[2]
            assert not after or re.match(r"(?:, Nghị định 356/2025/NĐ-CP)?: chưa đọc", after), f"{number}: {unread}"
        for old in ("42/2022", "26/2020", "32/2017"):
            assert old not in asked or "bản cũ" in asked.partition(old)[0], f"{number}: {old}"


# ---- 1, 6, 17: what a document says of itself

FULL = {
    "title": "Phun thuốc diệt muỗi",
    "number": "12/KH-UBND",
    "published": "29/4/2022",
    "expires": "05/5/2022",
    "summary": "{call: Trạm Y tế thử}",
    "signer": "{authority: TM. ỦY BAN NHÂN DÂN, role: CHỦ TỊCH, name: Người Thử}",
    "attachments": "[files/ke-hoach.pdf]",
}


def seen(ward: Ward, path: str = "thong-bao/2022/12-kh-ubnd/index.html", today: str = "2022-05-01") -> str:
    """The words of a page between <main> and </main>, as one line."""
    main = ward.text(path, today).partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


def test_a_document_says_what_the_decree_asks(ward: Ward) -> None:
    ward.write("files/ke-hoach.pdf", "x")
    ward.notice("a", **FULL)
    page = seen(ward)
    for said in (
        *("Kế hoạch", "Số: 12/KH-UBND", "Ủy ban nhân dân phường Thử", "ngày 28 tháng 4 năm 2022", FULL["title"]),
        *("Người Thử", "Tệp đính kèm ke-hoach.pdf", "Tình trạng Còn hiệu lực", "Hiệu lực đến hết ngày 05/5/2022"),
        *("Cơ quan ban hành Ủy ban nhân dân phường Thử", "Ngày đăng 29/4/2022"),
    ):
        assert said in page, said


@pytest.mark.parametrize("key", ["title", "date", "publish"])
def test_a_document_without_it_stops_the_build(ward: Ward, key: str) -> None:
    given = {"title": "Một việc", "date": "28/4/2022", "publish": "public"}
    ward.write("notices/a.md", "---\n" + "".join(f"{k}: {v}\n" for k, v in given.items() if k != key) + "---\n\nBài.\n")
    built = ward.build()
    assert built.failed
    assert [problem.code for problem in built.problems] == ["key-missing"]


@pytest.mark.parametrize(
    ("keys", "other", "today", "status"),
    [
        ({}, "", "2022-05-01", "Còn hiệu lực, chưa ghi ngày hết hạn"),
        ({"expires": "05/5/2022"}, "", "2022-05-05", "Còn hiệu lực Ngày đăng"),
        ({"expires": "05/5/2022"}, "", "2022-05-06", "Hết hạn"),
        ({}, "relations: [{relation: thay thế, number: 12/KH-UBND}]", "2022-05-01", "Đã bị thay thế"),
        ({}, "relations: [{relation: bãi bỏ, number: 12/KH-UBND}]", "2022-05-01", "Đã bị bãi bỏ"),
        ({"expires": "05/5/2022"}, "relations: [{relation: bãi bỏ, number: 12/KH-UBND}]", "2022-06-01", "Đã bị bãi bỏ"),
        (
            {"events": "[{what: Họp, on: 05/5/2022}]"},
            "",
            "2022-05-06",
            "Việc có ngày giờ đã qua, ngày cuối là 05/5/2022",
        ),
        # What only the words tell is a guess; what they tell of a part ends nothing.
        ({}, "Bãi bỏ Kế hoạch số 12/KH-UBND ngày 28/4/2022.", "2022-05-01", "Có thể đã bị bãi bỏ (suy đoán"),
        ({}, "Bãi bỏ mục 3 của Kế hoạch số 12/KH-UBND ngày 28/4/2022.", "2022-05-01", "Còn hiệu lực, chưa ghi"),
        ({}, "relations: [{relation: dừng thực hiện, number: 12/KH-UBND}]", "2022-05-01", "Đã dừng thực hiện"),
        ({}, "relations: [{relation: sửa đổi, number: 12/KH-UBND}]", "2022-05-01", "Còn hiệu lực, chưa ghi"),
        (
            {},
            "publish: draft\nrelations: [{relation: thay thế, number: 12/KH-UBND}]",
            "2022-05-01",
            "Còn hiệu lực, chưa ghi",
        ),
    ],
)
def test_the_status_of_effect(ward: Ward, keys: dict[str, str], other: str, today: str, status: str) -> None:
    ward.notice("a", number="12/KH-UBND", **keys)
    hidden = "" if "publish" in other else "publish: public\n"
    front, body = ("", other) if other.startswith("Bãi bỏ") else (other, "Bài.")
    ward.write("notices/b.md", f"---\ntitle: B\ndate: 29/4/2022\n{hidden}{front}\n---\n\n{body}\n")
    assert f"Tình trạng {status}" in seen(ward, today=today)


def test_a_notice_says_whom_to_ask_or_leaves_no_empty_field(ward: Ward) -> None:
    ward.notice("a", number="12/KH-UBND", summary="{what: Phun thuốc}")
    path = "thong-bao/2022/12-kh-ubnd/index.html"
    alone = ward.text(path)
    assert not re.findall(r"<(dd|dt|li|p)>\s*</\1>", alone)
    assert "Hỏi ai" not in alone
    assert "Góp ý, hỏi đáp" not in alone
    ward.write("site.yml", SITE + CONTACTS)
    assert 'href="tel:02400000000"' in ward.text(path).partition("<footer")[2]
    ward.notice("a", number="12/KH-UBND", summary="{what: Phun thuốc, call: Trạm Y tế thử}")
    assert "Hỏi ai Trạm Y tế thử" in seen(ward)


def test_news_says_from_which_document_it_is_taken(ward: Ward) -> None:
    ward.notice("a", number="12/KH-UBND")
    ward.notice("tin", relations="[{relation: trích từ, number: 12/KH-UBND, date: 28/4/2022}]")
    assert "Trích từ Kế hoạch số 12/KH-UBND ngày 28/4/2022" in seen(ward, "thong-bao/2022/tin/index.html")


# ---- 5: sites of others


def test_our_related_sites_are_the_states_own() -> None:
    related = load_ward(ROOT / "content").related
    assert {"dichvucong.gov.vn", "hanoi.gov.vn"} <= {urlsplit(site.url).hostname for site in related}
    for site in related:
        assert urlsplit(site.url).scheme == "https"
        assert f".{urlsplit(site.url).hostname}".endswith(".gov.vn")


# ---- 13, 16: the finished files


@pytest.fixture(scope="module")
def files() -> Files:
    return sample_site().files


def texts(files: Files) -> dict[str, str]:
    """What is text among the files that are made here, by its path."""
    ends = {".html", ".atom", ".json", ".xml", ".txt", ".ics", ".csv", ".graphml", ".js", ".css", ""}
    return {
        path: data.decode()
        for path, data in files.items()
        if isinstance(data, bytes) and PurePosixPath(path).suffix in ends
    }


def test_every_text_is_nfc_and_every_name_ascii(files: Files, ward: Ward) -> None:
    ward.notice(
        "a", unicodedata.normalize("NFD", "Hoà giải ở tổ dân phố."), title=unicodedata.normalize("NFD", "Hoà giải")
    )
    ward.write(f"pages/{unicodedata.normalize('NFD', 'liên-hệ')}.md", "---\ntitle: Hỏi\npublish: public\n---\n\nHỏi.\n")
    for made in (files, ward.files()):
        assert [path for path in made if not path.isascii()] == []
        assert [path for path, text in texts(made).items() if not unicodedata.is_normalized("NFC", text)] == []
    assert len(texts(files)) > 200


class Asked(HTMLParser):
    """The addresses that a browser asks for when it shows a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.found |= {value for name, value in given.items() if name in ASKING}
        if tag == "link" and LINKED & set(given.get("rel", "").split()):
            self.found.add(given.get("href", ""))


def elsewhere(page: str) -> list[str]:
    asked = Asked()
    asked.feed(page)
    return [address for address in asked.found if "//" in address]


def test_no_page_asks_another_host(files: Files) -> None:
    pages = {path: text for path, text in texts(files).items() if path.endswith(".html")}
    assert {path: found for path, text in pages.items() if (found := elsewhere(text))} == {}
    own = [path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.*s") if path.suffix in (".css", ".js")]
    assert [
        found for text in own for found in re.findall(r"(?:url\(|import\s|[\"'])\s*[\"']?(?:https?:)?//[a-z].*", text)
    ] == []


@pytest.mark.parametrize(
    "wrong",
    [
        '<script src="//cdn.example/a.js">',
        '<img alt="" src="https://anh.example/a.png">',
        '<link rel="stylesheet" href="https://a.example/">',
    ],
)
def test_a_page_that_asks_elsewhere_would_be_seen(wrong: str) -> None:
    assert elsewhere(wrong)
    assert not elsewhere(
        '<a href="https://dichvucong.gov.vn/">Cổng</a><link rel="canonical" href="https://a.example/">'
    )


# ---- 18: the statement


def test_the_accessibility_statement_has_standard_faults_contact_and_date() -> None:
    text = STATEMENT.read_text("utf-8")
    assert "WCAG 2.2, mức AA" in text
    faults = text.partition("## Còn thiếu")[2].partition("\n## ")[0]
    assert len(re.findall(r"^- ", faults, re.MULTILINE)) >= 4
    assert "/lien-he/" in text
    assert re.search(r"ngày \d{2}/\d{1,2}/\d{4}", text)


def test_who_can_be_called_is_told_beside_a_notice_that_names_nobody(ward: Ward) -> None:
    contacts = "[{label: Tiếp dân, mail: a@thu.example}, {label: Một cửa, phone: 024 0000 0001, mail: b@thu.example, hours: 8 giờ đến 17 giờ}, {label: Trực ban, phone: 024 0000 0002}]"
    ward.write("site.yml", (ward.content / "site.yml").read_text("utf-8") + f"contacts: {contacts}\n")
    ward.notice("a", "Bài.", number="12/KH-UBND", summary="{what: Cắt điện}")
    assert "Hỏi ai Một cửa · 024 0000 0001 · 8 giờ đến 17 giờ Bản đầy đủ" in seen(ward)
    ward.notice("a", "Bài.", number="12/KH-UBND", summary="{what: Cắt điện}", urgency="Khẩn")
    assert "Hỏi ai Một cửa · 024 0000 0001 · 8 giờ đến 17 giờ Trực ban · 024 0000 0002 Bản đầy đủ" in seen(ward)
