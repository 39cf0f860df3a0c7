"""What was public is known: each address with its hash, and what has become of what was there before."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.manifest import Public, compared, read
from bulletin.model.archive import Archive
from bulletin.model.source import Asset
from bulletin.model.views.page import Files
from tests.conftest import Ward

PATH = "du-lieu/manifest.json"
DAY = "2022-05-04"


def data_of(files: Files, path: str = PATH) -> bytes:
    data = files[path]
    return data.disk.read_bytes() if isinstance(data, Asset) else data


def rows_of(files: Files) -> dict[str, dict[str, object]]:
    return {row["url"]: row for row in json.loads(data_of(files))["addresses"]}


def told(ward: Ward, before: bytes) -> list[tuple[str, str, str]]:
    """What the build says of what was public before."""
    built = ward.build(DAY, previous=before)
    assert not built.failed, [str(p) for p in built.problems]
    codes = ("changed-silently", "address-dies", "published-gone")
    return [(p.code, p.place.path.rpartition("/")[2], p.hint) for p in built.problems if p.code in codes]


def filled(ward: Ward) -> Ward:
    ward.write("files/don.txt", "Đơn.")
    ward.notice("a", "Chữ.", number="12/TB-UBND", aliases="[/cu/]", attachments="[files/don.txt]")
    ward.notice("b", "Chữ khác.", corrected="[{on: 02/5/2022, what: sửa giờ}]")
    ward.notice("c", "Chữ nữa.", publish="withdrawn", withdrawn="03/5/2022")
    ward.write("pages/gioi-thieu.md", "---\ntitle: Giới thiệu\npublish: public\n---\n\nChữ.\n")
    return ward


@pytest.fixture
def public(ward: Ward) -> Ward:
    return filled(ward)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The site of `public`, built once: no test changes it."""
    return filled(Ward(tmp_path_factory.mktemp("public"))).files(DAY)


@pytest.fixture(scope="module")
def before(files: Files) -> bytes:
    return data_of(files)


def test_every_address_is_told_with_its_hash_its_source_and_its_days(public: Ward, files: Files) -> None:
    rows = rows_of(files)
    hashed = {path: hashlib.sha256(data_of(files, path)).hexdigest() for path in files}
    for url, row in rows.items():
        assert row["page"] == hashed[f"{url[1:]}index.html" if url.endswith("/") else url[1:]], url
    untold = {path for path in files if (f"/{path.removesuffix('index.html')}") not in rows}
    assert {path.partition("/")[0] for path in untold if "anh-" not in path and path != PATH} <= {"static", "tim-kiem"}
    source = hashlib.sha256((public.content / "notices/a.md").read_bytes()).hexdigest()
    own = rows["/thong-bao/2022/12-tb-ubnd/"]
    assert (own["source"], own["first"]) == (source, "2022-04-28")
    assert rows["/cu/"]["to"] == "/thong-bao/2022/12-tb-ubnd/"
    assert rows["/thong-bao/2022/b/"]["corrected"] == ["2022-05-02"]
    assert rows["/thong-bao/2022/c/"].keys() == {"url", "page", "withdrawn"}
    assert rows["/thong-bao/2022/c/"]["withdrawn"] == "2022-05-03"


def test_it_depends_on_the_site_alone(public: Ward, before: bytes) -> None:
    assert data_of(public.files(DAY, previous=before)) == before == data_of(public.files(DAY, previous=b"{"))
    assert told(public, before) == []


CHANGES = {
    "words": ({}, "Chữ mới."),
    "title": ({"title": "Việc khác"}, "Chữ."),
    "summary": ({"summary": "Việc này"}, "Chữ."),
    "attachment": ({"attachments": "[]"}, "Chữ."),
    "event": ({"events": "[{what: Họp, on: 10/5/2022}]"}, "Chữ."),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_in_silence_is_told_with_the_lines_to_paste(public: Ward, before: bytes, what: str) -> None:
    keys, body = CHANGES[what]
    same = {"number": "12/TB-UBND", "aliases": "[/cu/]", "attachments": "[files/don.txt]"}
    public.notice("a", body, **{**same, **keys})
    ((code, file, hint),) = told(public, before)
    assert (code, file) == ("changed-silently", "a.md")
    assert "«corrected: [{on: 04/5/2022, what: …}]»" in hint


def test_what_readers_do_not_see_is_no_change_and_what_is_said_to_be_one_is_none_in_silence(
    public: Ward, before: bytes
) -> None:
    same = {"number": "12/TB-UBND", "aliases": "[/cu/]", "attachments": "[files/don.txt]"}
    public.notice("a", "<!-- để nhớ -->\n\n**Chữ.**", accept="[file-unused]", **same)
    public.notice("b", "Chữ mới.", corrected="[{on: 02/5/2022, what: sửa giờ}, {on: 04/5/2022, what: sửa}]")
    assert told(public, before) == []


def test_an_address_that_would_die_is_told_with_its_alias(public: Ward, before: bytes) -> None:
    same = {"aliases": "[/cu/]", "attachments": "[files/don.txt]"}
    public.notice("b", "Chữ khác.", corrected="[{on: 02/5/2022, what: sửa giờ}]", address="khac")
    public.notice("a", "Chữ.", number="12/TB-UBND", attachments="[files/don.txt]")
    rows = {(code, file): hint for code, file, hint in told(public, before)}
    assert "«aliases: [/thong-bao/2022/b/]»" in rows["address-dies", "b.md"]
    assert "«aliases: [/cu/]»" in rows["address-dies", "a.md"]
    assert len(rows) == 2
    public.notice("a", "Chữ.", number="12/TB-UBND", **same)
    public.notice("b", "Chữ khác.", corrected="[{on: 02/5/2022, what: sửa giờ}]", address="khac",
                  aliases="[/thong-bao/2022/b/]")  # fmt: skip
    assert told(public, before) == []


def test_what_is_gone_is_told_unless_it_was_called_back(public: Ward, before: bytes) -> None:
    public.notice("b", "Chữ khác.", publish="internal")
    (public.content / "pages/gioi-thieu.md").unlink()
    assert {(code, file) for code, file, _ in told(public, before)} == {
        ("published-gone", "b.md"),
        ("published-gone", "notices"),
    }
    public.notice("b", "Chữ khác.", publish="withdrawn", withdrawn="04/5/2022")
    assert [code for code, _, _ in told(public, before)] == ["published-gone"]


def test_nothing_is_told_beside_another_site(public: Ward, before: bytes) -> None:
    public.notice("a", "Chữ mới.", number="12/TB-UBND")
    assert told(public, before.replace(b"thu.example", b"khac.example")) == []


@given(
    st.one_of(
        st.binary(max_size=30),
        st.recursive(
            st.one_of(st.none(), st.integers(), st.text(max_size=5)),
            lambda inner: st.one_of(
                st.lists(inner, max_size=3),
                st.dictionaries(st.sampled_from(["site", "addresses", "url", "page", "corrected"]), inner, max_size=4),
            ),
            max_leaves=6,
        ).map(lambda value: json.dumps(value).encode()),
    )
)
def test_any_bytes_may_stand_in_its_place(data: bytes) -> None:
    known = read(data)
    empty = Archive(entries=(), pages=(), assets={})
    now = Public(site=known.site if known else "", rows={})
    compared(known, now, empty, "content", date(2022, 5, 4))  # and nothing is raised


def test_the_ledger_tells_what_was_done_by_month(public: Ward) -> None:
    public.notice("d", "Chữ tháng ba.", date="01/3/2022", title="Việc cũ")
    files = {path: data.decode() for path, data in public.files(DAY).items() if path.startswith("so-dang/")}  # type: ignore[union-attr]
    page = files["so-dang/index.html"]
    deeds = re.findall(r'<li><a href="(.*?)">.*?</a> <span class="count">(.*?), <time', page)
    assert deeds == [("/thong-bao/2022/c/", "Thu hồi"), ("/thong-bao/2022/b/", "Sửa (sửa giờ)")]
    assert "/so-dang/2022/04/" in page
    assert "Việc cũ" in files["so-dang/2022/03/index.html"]
    assert ">https://thu.example/thong-bao/2022/c/</a>" in page
