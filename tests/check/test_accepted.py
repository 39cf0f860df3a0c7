"""Reminders that an editor keeps are told once and no more; mistakes, and what accepts nothing, are always told."""

from __future__ import annotations

import json
import re

import pytest

from bulletin import cli
from bulletin.check.accepted import accepting
from bulletin.model.built import Built
from bulletin.report import lines_of
from tests.conftest import ROOT, Ward, without_sources

LONG = "Câu này dài hơn bốn mươi chữ cái mà dừng giữa chừng vì"
BODY = f"Chữ <b>đậm</b>, chữ <i>nghiêng</i>.\n\nTheo Công văn số …/CV-UBND ngày 31/4/2022.\n\n{LONG}"


def told(built: Built) -> list[str]:
    return [p.code for p in built.problems]


def test_the_line_that_is_offered_settles_what_was_told_and_nothing_else(ward: Ward) -> None:
    ward.notice("a", BODY)
    before = ward.build()
    assert len(before.problems) >= 4
    line = accepting(before.problems)
    ward.notice("a", BODY, accept=line.removeprefix("accept: "))
    after = ward.build()
    assert after.problems == ()
    assert without_sources(after.files) == without_sources(before.files)
    ward.notice("a", BODY.replace("<i>", "<u>").replace("</i>", "</u>"), accept=line.removeprefix("accept: "))
    assert sorted(told(ward.build())) == ["accept-unused", "accept-unused", "body-html", "body-html"]


@pytest.mark.parametrize(
    ("accept", "left"),
    [
        ("body-breaks-off", []),
        ("[body-breaks-off]", []),
        ("[{code: body-breaks-off}]", []),
        ("[{code: body-breaks-off, about: dừng giữa chừng}]", []),
        ("[{code: body-breaks-off, about: DỪNG  GIỮA}]", []),
        ("[{code: body-breaks-off, about: chỗ khác}]", ["accept-unused", "body-breaks-off"]),
        ("[body-html]", ["accept-unused", "body-breaks-off"]),
        ("[body-breaks-off, body-breaks-off]", []),
        ("[xyz]", ["accept-unknown", "body-breaks-off"]),
        ("[date-impossible]", ["accept-refused", "body-breaks-off"]),
        ("[{code: body-breaks-off, abuot: x}]", ["key-unknown"]),
        ("", ["body-breaks-off"]),
    ],
)
def test_by_code_and_by_the_words_it_is_about(ward: Ward, accept: str, left: list[str]) -> None:
    ward.notice("a", LONG, accept=accept)
    assert [code for code in sorted(told(ward.build())) if code != "body-breaks-off" or code in left] == left


def test_one_file_accepts_for_itself_alone(ward: Ward) -> None:
    ward.notice("a", LONG, accept="body-breaks-off")
    ward.notice("b", LONG)
    (left,) = ward.build().problems
    assert left.place.path.endswith("b.md")


def test_a_mistake_cannot_be_accepted_nor_hides_what_was(ward: Ward) -> None:
    ward.notice("a", LONG, accept="body-breaks-off", expires="31/4/2023")
    assert told(ward.build()) == ["date-impossible"]
    ward.notice("b", "[x](/khong-co/)", accept="link-broken")
    assert "accept-refused" in told(ward.build())


def test_every_kind_of_file_accepts(ward: Ward) -> None:
    ward.notice("a", "Theo Công văn số 595-CV/QU ngày 15/4/2022 của Quận ủy Long Biên.", number="1/TB-UBND")
    page = "---\ntitle: Trang\npublish: public\n{}---\n\nChữ <b>đậm</b>.\n"
    campaign = "title: Đợt\npublish: public\nbasis: [7/KH-UBND]\n"
    known = "number: 595-CV/QU\ndate: 16/4/2022\n"
    ward.write("pages/p.md", page.format(""))
    ward.write("calendar/c.yml", campaign)
    ward.write("dispatches/d.yml", known)
    ward.write("files/thua.txt", "chữ")
    ward.write("ghi-chu.txt", "chữ")
    before = ward.build()
    kinds = {"body-html", "basis-unknown", "dispatch-date", "file-unused", "file-unknown"}
    assert kinds <= set(told(before))
    lines = {
        p.place.path: accepting([q for q in before.problems if q.place.path == p.place.path]) for p in before.problems
    }
    by_name = {path.rpartition("/")[2]: line for path, line in lines.items()}
    ward.write("pages/p.md", page.format(by_name["p.md"] + "\n"))
    ward.write("calendar/c.yml", f"{campaign}{by_name['c.yml']}\n")
    ward.write("dispatches/d.yml", f"{known}{by_name['d.yml']}\n")
    loose = [by_name[name].removeprefix("accept: [").removesuffix("]") for name in ("thua.txt", "ghi-chu.txt")]
    site = (ward.content / "site.yml").read_text("utf-8")
    ward.write("site.yml", f"{site}accept: [{', '.join(loose)}]\n")
    assert ward.build().problems == ()
    (ward.content / "files/thua.txt").unlink()
    assert told(ward.build()) == ["accept-unused"]


def test_lines_are_grouped_counted_and_coloured_on_a_terminal_alone(
    ward: Ward, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ward.root)
    (ward.root / "templates").symlink_to(ROOT / "templates")
    ward.notice("a", BODY)
    ward.notice("b", LONG, publish="draft", date="31/4/2022")
    for color in ("", "1"):
        monkeypatch.setenv("NO_COLOR", color)
        assert cli.main(["check", "--today", "2022-05-01"]) == 0
        plain = capsys.readouterr().err
        assert "\033" not in plain
    lines = plain.splitlines()
    assert re.fullmatch(r"content/notices/a.md: 0 lỗi, \d nhắc nhở", lines[0])
    assert lines[1].startswith("content/notices/a.md:7:")
    assert any(
        line.startswith("  accept: [{code: ") and "dán vào phần khai báo nếu đã xem và giữ nguyên" in line
        for line in lines
    )
    assert re.fullmatch(r"Đạt: .*; 0 lỗi, \d nhắc nhở, 1 lỗi ở tin chưa đăng\.", lines[-1])
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    cli.main(["check", "--today", "2022-05-01"])
    coloured = capsys.readouterr().err
    assert "\033[" in coloured
    assert re.sub("\033\\[[0-9;]*m", "", coloured) == plain
    for form in ("json", "gitlab", "github"):
        cli.main(["check", "--today", "2022-05-01", "--format", form])
        out = capsys.readouterr().out
        assert "\033" not in out
        assert "nếu đã xem" not in out
        assert form == "github" or json.loads(out)


def test_one_file_s_lines_need_no_head(ward: Ward) -> None:
    ward.notice("a", LONG)
    one, accept = lines_of(ward.build().problems, coloured=False)
    assert one.endswith("[body-breaks-off]")
    assert accept.startswith("  accept: [body-breaks-off]  ← dán vào phần khai báo nếu đã xem và giữ nguyên")
