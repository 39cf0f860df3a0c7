"""Open data of citations, read back by parsers that are not ours."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

import jsonschema
import pytest

from bulletin.model.issuer import Body
from bulletin.model.views.page import Files
from tests.conftest import ROOT
from tests.plan.citing import OURS, entry, known, main_of, mention, site, text_of

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def full() -> Files:
    return site(
        [
            entry("x", printed="12/KH-UBND", title="Kế hoạch & <cũ>"),
            entry(
                "a",
                mention("595-CV/QU", subject='thi "Biển, đảo"\nlần 2', relation="thực hiện"),
                mention("12/KH-UBND", "2022-04-28", kind="Kế hoạch", body=Body(name=OURS), relation="thay thế"),
                mention("117-CV/BTGQU", "2022-04-20", guessed=["issuer", "date"]),
            ),
            entry("b", mention("595-CV/QU"), mention("118-CV/BTGQU", "2022-04-20", subject="mật")),
        ],
        [known("118-CV/BTGQU", "2022-04-20", subject="mật", link="https://mat.example/", list_only=True)],
    )


def rows_of(files: Files, name: str = "dispatches") -> list[dict[str, str]]:
    text = text_of(files, f"du-lieu/{name}.csv")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("name", ["dispatches", "citations"])
def test_json_is_as_its_schema_says(name: str) -> None:
    schema = json.loads((ROOT / f"schema/open-data/{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for files in (full(), site([entry("a")])):
        jsonschema.validate(json.loads(text_of(files, f"du-lieu/{name}.json")), schema)
    broken = json.loads(text_of(full(), f"du-lieu/{name}.json"))
    broken[{"dispatches": "dispatches", "citations": "nodes"}[name]][0]["them"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_a_dispatch_in_json() -> None:
    rows = {row["key"]: row for row in json.loads(text_of(full(), "du-lieu/dispatches.json"))["dispatches"]}
    assert list(rows) == sorted(rows)
    assert rows["595-cv-qu-2022"] == {
        "key": "595-cv-qu-2022",
        "number": "595-CV/QU",
        "type": "Công văn",
        "date": "2022-04-15",
        "year": 2022,
        "issuer": "Quận ủy Long Biên",
        "issuer_ended": "2025-07-01",
        "guessed": [],
        "list_only": False,
        "url": "https://thu.example/bt/van-ban/595-cv-qu-2022/",
        "subject": 'thi "Biển, đảo"\nlần 2',
        "official_link": None,
        "file": None,
        "published_as": None,
        "cited_by": [
            {"url": "https://thu.example/bt/thong-bao/2022/b/", "relations": [], "stated": False, "places": ["dan:1"]},
            {
                "url": "https://thu.example/bt/thong-bao/2022/a/",
                "relations": ["thực hiện"],
                "stated": False,
                "places": ["dan:1"],
            },
        ],
    }
    assert rows["117-cv-btgqu-2022"]["guessed"] == ["date", "issuer"]
    assert rows["12-kh-ubnd-2022"]["published_as"] == "https://thu.example/bt/thong-bao/2022/12-kh-ubnd/"
    secret = rows["118-cv-btgqu-2022"]
    assert {key for key, value in secret.items() if value not in (None, [])} == {
        "key", "number", "type", "date", "year", "issuer", "issuer_ended", "list_only", "url",
    }  # fmt: skip


def test_csv_has_what_excel_wants_and_is_read_back() -> None:
    text = text_of(full(), "du-lieu/dispatches.csv")
    assert text.startswith("\ufeffkey,number,type,date,")
    assert text.count("\r\n") == text.count("\n") == 5
    rows = {row["key"]: row for row in rows_of(full())}
    row = rows["595-cv-qu-2022"]
    assert (row["number"], row["date"], row["subject"], row["cited_by"]) == (
        "595-CV/QU", "2022-04-15", 'thi "Biển, đảo" lần 2', "2",
    )  # fmt: skip
    assert rows["117-cv-btgqu-2022"]["guessed"] == "date, issuer"
    assert (rows["118-cv-btgqu-2022"]["subject"], rows["118-cv-btgqu-2022"]["list_only"]) == ("", "true")


def test_pairs_are_the_edges_of_the_graph_with_what_has_ended_and_its_state() -> None:
    old = entry("x", mention("1-CV/QU"), printed="12/KH-UBND")
    new = entry(
        "moi", mention("2-CV/QU", relation="thực hiện"), signed="2022-04-29", relations=[("thay thế", "12/KH-UBND", "")]
    )
    for files in (full(), site([old, new])):
        graph = json.loads(text_of(files, "du-lieu/citations.json"))
        urls = {node["id"]: node["url"] for node in graph["nodes"]}
        pairs = rows_of(files, "citations")
        assert sorted((urls[e["from"]], urls[e["to"]]) for e in graph["edges"] if e["kind"] == "cites") == sorted(
            (row["notice_url"], row["document_url"]) for row in pairs
        )
    told = [(row["document_number"], row["relation"], row["stated"], row["notice_state"]) for row in pairs]
    assert told[-1] == ("1-CV/QU", "", "false", "đã bị thay thế")
    assert ("2-CV/QU", "thực hiện", "false", "còn hiệu lực") in told
    (secret,) = [row for row in rows_of(full(), "citations") if row["document_key"] == "118-cv-btgqu-2022"]
    assert [secret[name] for name in ("relation", "stated", "document_subject")] == ["", "", ""]


@pytest.mark.parametrize(
    "subject",
    [
        "=1+1",
        "+84 24",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "30/4",
        "12-5",
        "1.500",
        "0243875",
        "1E5",
        "9" * 13,
        "'Biển, đảo'",
        "'=1",
    ],
)
def test_no_cell_is_reckoned_with(subject: str) -> None:
    (row,) = rows_of(site([entry("a", mention("595-CV/QU", subject=subject))]))
    assert row["subject"] == "'" + subject.strip()


@pytest.mark.parametrize("subject", ["lễ 30/4", "triển khai - phối hợp", "35 năm", "Nghị định 30/2020/NĐ-CP"])
def test_and_no_other_text_is_touched(subject: str) -> None:
    (row,) = rows_of(site([entry("a", mention("595-CV/QU", subject=subject))]))
    assert row["subject"] == subject


def test_a_bare_number_with_its_year_does_not_become_a_month() -> None:
    (row,) = rows_of(site([entry("a", mention("30", "2020-03-05", kind="Nghị định", mark="Nghị định"))]))
    assert row["number"] == "30"
    cited = mention("12/2024/QĐ-UBND", "", kind="Quyết định", guessed=["type"])
    (row,) = rows_of(site([entry("a", cited)]))
    assert row["number"] == "12/2024/QĐ-UBND"


def edges_in_pages(files: Files) -> set[tuple[str, str]]:
    """(notice, dispatch) by the links that stand in the lists of the notices' pages."""
    found = set()
    for path in files:
        if re.fullmatch(r"thong-bao/\d+/[^/]+/index.html", path):
            page = main_of(files, "/" + path.removesuffix("index.html")).partition("Văn bản được dẫn chiếu</h2>")[2]
            found |= {
                ("/bt/" + path.removesuffix("index.html"), href)
                for href in re.findall(r'href="(/bt/van-ban/\d[^"]*)"', page)
            }
    return found


def test_the_edges_of_the_graph_are_the_links_of_the_pages() -> None:
    files = full()
    graph = json.loads(text_of(files, "du-lieu/citations.json"))
    urls = {node["id"]: node["url"].removeprefix("https://thu.example") for node in graph["nodes"]}
    assert len(urls) == len(graph["nodes"]) == 7
    cites = {(urls[e["from"]], urls[e["to"]]) for e in graph["edges"] if e["kind"] == "cites"}
    assert cites == edges_in_pages(files)
    assert len(cites) == 5
    assert [(urls[e["from"]], urls[e["to"]]) for e in graph["edges"] if e["kind"] == "is"] == [
        ("/bt/van-ban/12-kh-ubnd-2022/", "/bt/thong-bao/2022/12-kh-ubnd/")
    ]


def test_graphml_says_the_same_as_json() -> None:
    files = full()
    graph = json.loads(text_of(files, "du-lieu/citations.json"))
    root = ElementTree.fromstring(text_of(files, "du-lieu/citations.graphml"))
    assert root.tag == f"{GRAPHML}graphml"
    names = {key.get("id"): key.get("attr.name") for key in root.iter(f"{GRAPHML}key")}

    def values(element: ElementTree.Element) -> dict[str | None, str | None]:
        return {names[data.get("key")]: data.text for data in element}

    nodes = list(root.iter(f"{GRAPHML}node"))
    assert [{"id": n.get("id"), **values(n)} for n in nodes] == [
        {k: v for k, v in n.items() if v} for n in graph["nodes"]
    ]
    assert all(re.fullmatch(r"[\w.:-]+", n.get("id") or "", re.ASCII) for n in nodes)  # an NMTOKEN
    edges = list(root.iter(f"{GRAPHML}edge"))
    assert [{"from": e.get("source"), "to": e.get("target"), **values(e)} for e in edges] == [
        {k: str(v) for k, v in e.items() if v != ""} for e in graph["edges"]
    ]


def test_the_index_leads_to_every_file_and_the_document_names_every_key() -> None:
    files = full()
    page, told = main_of(files, "/van-ban/"), (ROOT / "docs/du-lieu.md").read_text("utf-8")
    for name in ("dispatches.json", "dispatches.csv", "citations.json", "citations.graphml", "citations.csv"):
        assert f'href="/bt/du-lieu/{name}"' in page
        assert f"`/du-lieu/{name}`" in told
    graph = json.loads(text_of(files, "du-lieu/citations.json"))
    keys = {
        *json.loads(text_of(files, "du-lieu/dispatches.json"))["dispatches"][0],
        *rows_of(files)[0],
        *rows_of(files, "citations")[0],
        *graph["nodes"][0],
        *graph["edges"][0],
    }
    assert [key for key in sorted(keys) if f"`{key}`" not in told] == []
