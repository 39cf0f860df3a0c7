"""The table of notices, read back by a parser that is not ours."""

from __future__ import annotations

import csv
import io
import json

from tests.conftest import ROOT, Ward


def rows_of(ward: Ward, today: str = "2022-05-01") -> list[dict[str, str]]:
    text = ward.text("du-lieu/notices.csv", today)
    assert text.startswith("\ufeffnumber,type,title,")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_table_has_what_is_over_with_its_state_and_the_json_has_not(ward: Ward) -> None:
    ward.notice("cu", title="Kế hoạch cũ", number="12/KH-UBND", date="25/4/2022")
    ward.notice("het", title="Việc hết hạn", date="26/4/2022", expires="30/4/2022")
    ward.notice("moi", title="Việc mới", date="27/4/2022", relations="[{relation: thay thế, number: 12/KH-UBND}]")
    ward.notice("nhap", title="Việc nháp", publish="draft")
    ward.notice("qua", title="Việc đã qua", events="[{what: Họp tổ, on: 29/4/2022}]")
    rows = rows_of(ward)
    assert [(row["title"], row["state"], row["timing"]) for row in rows] == [
        ("Việc đã qua", "còn hiệu lực", "Đã kết thúc ngày 29/4/2022"),
        ("Việc mới", "còn hiệu lực", ""),
        ("Việc hết hạn", "hết hạn", ""),
        ("Kế hoạch cũ", "đã bị thay thế", ""),
    ]
    current = {row["url"] for row in json.loads(ward.text("du-lieu/notices.json"))["notices"]}
    assert current == {row["url"] for row in rows if row["state"] == "còn hiệu lực"}
    told = (ROOT / "docs/du-lieu.md").read_text("utf-8")
    keys = {*json.loads(ward.text("du-lieu/notices.json"))["notices"][0], *rows[0]}
    own = {"title", "number", "type", "place", "date", "published", "urgency", "fields", "attachments", "url"}
    assert [key for key in sorted(keys - own) if f"`{key}`" not in told] == []
    for page in ("thong-bao/index.html", "tim-kiem/chi-muc/index.html"):
        assert 'href="/du-lieu/notices.csv"' in ward.text(page)


def test_no_title_is_a_formula_and_every_one_is_had_back(ward: Ward) -> None:
    titles = ["=HYPERLINK(1)", "+84 24", "-1", "@x", "30/4", "'Biển, đảo'", 'thi "Em yêu", lần 2', "Việc thường"]
    for i, title in enumerate(titles):
        quoted = title.replace("'", "''")
        ward.notice(f"a{i}", title=f"'{quoted}'", issuer="UBND P. Thử")
    rows = rows_of(ward)
    cells = [row["title"] for row in rows]
    assert not [cell for cell in cells if cell[0] in "=+-@"]
    assert sorted(cell.removeprefix("'") for cell in cells) == sorted(titles)
    assert {row["issuer"] for row in rows} == {"Ủy ban nhân dân phường Thử"}
