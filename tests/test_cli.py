"""What a person types, and what comes back: exit codes, forms of errors, drafts, explanations."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin.cli import main
from tests.conftest import ROOT, Ward

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def here(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> Ward:
    monkeypatch.chdir(ward.root)
    (ward.root / "templates").symlink_to(ROOT / "templates")
    return ward


def test_all_errors_of_all_files_come_in_one_run_sorted_by_place(here: Ward, capsys: Capture) -> None:
    here.notice("2022/b", publish="yes", date="31/4/2022", titel="x")
    here.write("notices/2022/a.md", "---\ntitle: a\n")
    here.write("notices/2022/c.md", "---\ntitle: Kết luận: giao ban\n---\n")
    here.write("pages/d.md", "không có khai báo")
    assert main(["--today", "2022-05-01"]) == 1
    lines = [line for line in capsys.readouterr().err.splitlines() if line.endswith("]")]
    assert [re.match(r"(\S+:\d+:\d+): .+ — .+ \[([a-z-]+)\]$", line).groups() for line in lines] == [  # type: ignore[union-attr]
        ("content/notices/2022/a.md:1:1", "front-unclosed"),
        ("content/notices/2022/b.md:3:7", "date-impossible"),
        ("content/notices/2022/b.md:4:10", "choice-unknown"),
        ("content/notices/2022/b.md:5:1", "key-unknown"),
        ("content/notices/2022/c.md:2:16", "front-colon"),
        ("content/pages/d.md:1:1", "front-missing"),
    ]
    assert "có phải «title» không?" in lines[3]
    assert not (here.root / "output").exists()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("expire", "expires"),
        ("recipient", "recipients"),
        ("trích yếu", "title"),
        ("ngay_ban_hanh", "date"),
        ("linh-vuc", "fields"),
        ("isuer", "issuer"),
    ],
)
def test_the_nearest_key_is_suggested(here: Ward, wrong: str, right: str) -> None:
    here.notice("2022/a", **{wrong: "x"})
    (problem,) = here.build().problems
    assert (problem.code, problem.hint) == ("key-unknown", f"có phải «{right}» không?")


def test_a_broken_ward_does_not_hide_the_notices_mistakes(here: Ward) -> None:
    here.write("site.yml", "name: Thử\nbase_url: thu\nmau: xanh\n")
    here.notice("2022/a", date="hôm qua", fields="[Y tế]")
    assert here.codes() == ["date-unreadable", "key-missing", "key-missing", "url-unreadable", "key-unknown"]


def test_one_wrong_key_hides_no_other(here: Ward) -> None:
    here.notice(
        "2022/a",
        titel="x",
        fields="[Khác]",
        number="abc",
        expires="01/4/2022",
        relations="[{relation: thay thế, number: a}]",
    )
    found = ["key-unknown", "field-unknown", "number-unreadable", "date-order", "number-unreadable"]
    here.notice("2022/b", publish="yes", number="1-TB/ĐU", type="Kế hoạch")
    assert here.codes() == [*found, "choice-unknown", "type-disagrees"]


def test_problems_as_json_and_as_annotations(here: Ward, capsys: Capture) -> None:
    here.notice("2022/a", date="31/4/2022", title="100%")
    assert main(["check", "--format", "json"]) == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert row == {
        "path": "content/notices/2022/a.md",
        "line": 3,
        "col": 7,
        "severity": "error",
        "code": "date-impossible",
        "says": "không có ngày 31/4/2022 trên lịch",
        "hint": "xem lại ngày, tháng, năm (ngày viết trước tháng)",
    }
    here.notice("2022/a", date="31%\\n/4/2022")
    assert main(["check", "--format", "github"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("::error file=content/notices/2022/a.md,line=3,col=7,title=date-unreadable::«31%25")


def test_warnings_do_not_stop_the_build(here: Ward, capsys: Capture) -> None:
    here.notice("2022/a", "Câu này dài hơn bốn mươi chữ cái mà dừng giữa chừng vì")
    assert main(["--today", "2022-05-01"]) == 0
    assert "nhắc: nội dung kết thúc mà không có dấu kết câu" in capsys.readouterr().err
    assert (here.root / "output" / "index.html").is_file()


def test_the_build_tells_that_the_site_changes_every_day(here: Ward, capsys: Capture) -> None:
    main(["--today", "2022-05-01"])
    assert "cần dựng lại hằng ngày" in capsys.readouterr().out


def test_misuse_is_two(here: Ward) -> None:
    for arguments in (["--today", "32/1/2022"], ["--format", "xml"], ["khong-co"], ["new"], ["explain"]):
        with pytest.raises(SystemExit) as stop:
            main(arguments)
        assert stop.value.code == 2


def test_a_new_notice_has_every_key_explained_and_passes_check(here: Ward, capsys: Capture) -> None:
    title = 'Kết luận: "giao ban" #5 \\ {x}'
    assert main(["new", title, "--number", "12/KH-UBND", "--date", "1/5/2022"]) == 0
    path = here.content / "notices/2022/12-kh-ubnd.md"
    assert path.as_posix().endswith("content/notices/2022/12-kh-ubnd.md")
    text = path.read_text("utf-8")
    keys = re.findall(r"^([a-z]+):.*  # \S", text, re.MULTILINE)
    from bulletin.check.keys.front_matter import NoticeFront

    assert keys == list(NoticeFront.model_fields)
    built = here.build()
    assert built.problems == ()
    (entry,) = built.archive.entries
    assert (entry.notice.title, entry.notice.key, entry.notice.publish) == (title, "2022/12-kh-ubnd", "draft")
    before = text
    assert main(["new", "Khác", "--number", "12/KH-UBND", "--date", "1/5/2022"]) == 1
    assert path.read_text("utf-8") == before


def test_items_are_added_to_a_new_notice_as_the_guide_shows(here: Ward) -> None:
    main(["new", "Một việc", "--date", "1/5/2022"])
    (path,) = (here.content / "notices/2022").glob("*.md")
    lines = path.read_text("utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("fields:"))
    path.write_text("\n".join([*lines[: at + 1], "  - Y tế", "  - Giáo dục", *lines[at + 1 :]]) + "\n", "utf-8")
    built = here.build()
    assert built.problems == ()
    assert built.archive.entries[0].notice.fields == ("y-te", "giao-duc")


def test_a_number_that_cannot_be_read_makes_no_draft(here: Ward) -> None:
    assert main(["new", "Một việc", "--number", "Số: 12/TB-UBND"]) == 2
    assert not (here.content / "notices").exists()


def test_choices_know_no_case(here: Ward) -> None:
    here.notice("2022/a", publish="Public", urgency="KHẨN", relations="[{relation: Thay thế, number: 1/KH-UBND}]")
    (entry,) = here.build().archive.entries
    assert (entry.notice.publish, entry.notice.urgency, entry.notice.relations[0].kind) == (
        "public",
        "Khẩn",
        "thay thế",
    )


def test_a_misspelt_required_key_is_one_mistake(here: Ward) -> None:
    here.write("notices/a.md", "---\ntitle: a\ndate: 1/5/2022\npublsh: public\n---\n\nChữ.\n")
    assert here.codes() == ["key-unknown"]


def test_a_new_notice_without_number_is_named_by_its_title(here: Ward) -> None:
    assert main(["new", "Đường số 5", "--date", "1/5/2022"]) == 0
    assert (here.content / "notices/2022/duong-so-5.md").is_file()
    assert main(["new", "!!!"]) == 2


def test_explain_gives_one_json_object_a_file_in_order(
    here: Ward, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = []
    for i in range(3):
        (here.root / f"{i}.txt").write_text("Công văn số 595-CV/QU ngày 15/4/2022 của Quận ủy", encoding="utf-8")
        names.append(f"{i}.txt")
    assert main(["explain", "--json", *names]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["file"] for row in rows] == names
    assert all({"citations", "anniversaries", "deadlines", "sensitive"} <= row.keys() for row in rows)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Chữ".encode())))
    assert main(["explain", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == "-"


def test_explain_says_in_words_what_a_notice_is(here: Ward, capsys: Capture) -> None:
    here.notice("2022/a", "## I. Một\n\nHết.", number="75 -TB/ĐU", expires="05/5/2022", issuer="Đảng ủy phường Thử")
    assert main(["explain", "content/notices/2022/a.md"]) == 0
    out = capsys.readouterr().out
    assert "Tôi hiểu: Thông báo số 75-TB/ĐU, ngày 28/4/2022, của Đảng ủy phường Thử." in out
    assert "https://thu.example/thong-bao/2022/75-tb-du/" in out
    assert "đến hết ngày 05/5/2022" in out
    assert "I. Một  (#i-mot)" in out


EVENTS = """
  - {what: Nộp quỹ, by: 05/5/2022, who: các hộ kinh doanh, where: Nhà văn hóa}
  - {what: Dọn vệ sinh, every: sáng thứ 7 hàng tuần, to: 30/6/2022}
  - {what: Trực, from: 30/4/2022, to: 03/5/2022, for: cán bộ}
  - {what: Họp, on: 10/5/2022, hours: 8 giờ}"""
DEADLINES = "Người dân nộp hồ sơ chậm nhất ngày 06/5/2022.\n\nCác hộ dân dọn vệ sinh vào sáng thứ 7 hàng tuần."


def test_explain_tells_what_the_editor_states_before_what_the_machine_reads(here: Ward, capsys: Capture) -> None:
    here.notice("2022/a", DEADLINES, events=EVENTS, errata="[{says: dọn vệ sinh, should: tổng vệ sinh, note: bản gốc}]")
    assert main(["explain", "content/notices/2022/a.md"]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    at = lines.index("Việc có ngày giờ (người biên tập ghi):")
    assert [line.partition(": ")[2] for line in lines[at + 1 : at + 5]] == [
        "Nộp quỹ: chậm nhất ngày 05/5/2022; của người dân (các hộ kinh doanh); nơi: Nhà văn hóa.",
        "Dọn vệ sinh: sáng thứ 7 hàng tuần đến hết ngày 30/6/2022; của người dân.",
        "Trực: từ ngày 30/4/2022 đến hết ngày 03/5/2022; của cán bộ.",
        "Họp: trong ngày 10/5/2022; của người dân; giờ: 8 giờ.",
    ]
    assert lines[at + 5] == "Thời hạn (máy đọc được, trang không dùng):"
    assert "hạn chót 06/5/2022" in lines[at + 6]
    assert "lặp lại (đã đính chính), của người dân — vì bài viết «thứ 7 hàng tuần»" in lines[at + 7]
    assert "FREQ" not in "".join(lines)
    errata = lines[lines.index("Đính chính:") + 1]
    assert errata.endswith("bài viết «dọn vệ sinh», đúng là «tổng vệ sinh» (bản gốc).")

    main(["explain", "--json", "content/notices/2022/a.md"])
    row = json.loads(capsys.readouterr().out)
    assert [(one["kind"], one["by"] or one["to"], one["every"]) for one in row["events"]] == [
        ("deadline", "2022-05-05", None),
        ("recurring", "2022-06-30", "sáng thứ 7 hàng tuần"),
        ("window", "2022-05-03", None),
        ("event", "2022-05-10", None),
    ]
    assert [one["by"] or one["rrule"] for one in row["deadlines"]] == ["2022-05-06", "FREQ=WEEKLY;BYDAY=SA"]


def test_explain_tells_what_is_doubtful_what_changes_and_what_cannot_be_right(here: Ward, capsys: Capture) -> None:
    body = (
        "Các hộ dân dọn vệ sinh vào sáng thứ 7 hàng tuần từ ngày 07/5/2022 đến ngày 28/5/2022, trừ ngày 14/5/2022.\n\n"
        "Người dân nộp hồ sơ chậm nhất thứ Sáu, ngày 05/5/2022.\n\n"
        "Dời buổi họp dân từ ngày 06/5/2022 sang ngày 09/5/2022.\n\nHủy buổi chiếu phim ngày 12/5/2022."
    )
    here.notice("2022/a", body)
    main(["explain", "--json", "content/notices/2022/a.md"])
    row = json.loads(capsys.readouterr().out)
    rule = next(one for one in row["deadlines"] if one["rrule"])
    assert (rule["from"], rule["to"], rule["except"]) == ("2022-05-07", "2022-05-28", ["2022-05-14"])
    assert {"hours", "lunar", "corrected"} <= rule.keys()
    ((by, doubt),) = [(one["by"], one["doubt"]) for one in row["doubtful"]]
    assert by == "2022-05-05"
    assert by not in [one["by"] for one in row["deadlines"]]
    assert [(one["was"][0], one["now"] and one["now"][0]) for one in row["changes"]] == [
        ("2022-05-06", "2022-05-09"),
        ("2022-05-12", None),
    ]
    assert [(one["kind"], one["line"]) for one in row["slips"]] == [("weekday", row["doubtful"][0]["line"])]

    main(["explain", "content/notices/2022/a.md"])
    out = capsys.readouterr().out
    assert (
        f"Chưa chắc, không đưa lên trang:\n    dòng {row['doubtful'][0]['line']}: {doubt}. Tôi hiểu: hạn chót 05/5/2022"
        in out
    )
    assert "Đổi hoặc hủy:" in out
    assert "Tôi hiểu: ngày 06/5/2022 không còn, chuyển thành ngày 09/5/2022 — vì bài viết «" in out
    assert "Tôi hiểu: ngày 12/5/2022 không còn — vì bài viết «" in out
    assert "lặp lại 07/5/2022 đến hết 28/5/2022 trừ 14/5/2022" in out
    assert "Ngày không thể đúng:" in out
    assert "mà 05/5/2022 là thứ Năm." in out


def test_explain_tells_that_an_editor_says_there_is_nothing_to_do(here: Ward, capsys: Capture) -> None:
    here.notice("2022/a", DEADLINES, events="[]")
    here.notice("2022/b", DEADLINES)
    main(["explain", "content/notices/2022/a.md"])
    out = capsys.readouterr().out
    assert "Việc có ngày giờ (người biên tập ghi): không có việc nào." in out
    assert "máy đọc được, trang không dùng" in out
    main(["explain", "content/notices/2022/b.md"])
    assert "Thời hạn (máy đọc, chưa có người xác nhận):" in capsys.readouterr().out
    main(["explain", "--json", "content/notices/2022/a.md", "content/notices/2022/b.md"])
    assert [json.loads(line)["events"] for line in capsys.readouterr().out.splitlines()] == [[], None]


def test_explain_of_a_missing_or_unreadable_file_still_prints_its_line(here: Ward, capsys: Capture) -> None:
    (here.root / "b.txt").write_bytes(b"\xff\xfe")
    assert main(["explain", "--json", "a.txt", "b.txt"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_plan_prints_every_address_with_its_source(here: Ward, capsys: Capture) -> None:
    here.notice("2022/a", aliases="[/cu/]")
    assert main(["plan", "--json", "--today", "2022-05-01"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    by_url = {row["url"]: row for row in rows}
    assert by_url["/thong-bao/2022/a/"] == {
        "url": "/thong-bao/2022/a/",
        "template": "notice.html",
        "source": "content/notices/2022/a.md:2:1",
    }
    assert by_url["/cu/"]["template"] == "redirect.html"
    assert [row["url"] for row in rows] == sorted(by_url)
    assert not (here.root / "output").exists()


def test_base_url_can_be_given(here: Ward) -> None:
    here.notice("2022/a")
    assert main(["--base-url", "https://khac.example/b/", "--today", "2022-05-01"]) == 0
    assert 'href="/b/thong-bao/2022/a/"' in (here.root / "output/index.html").read_text("utf-8")


def test_broken_links_are_told_at_their_line(here: Ward) -> None:
    here.notice("2022/b", "## Mục\n\nHết.")
    here.notice(
        "2022/a",
        "Một [x](/khong-co/).\n\nHai [y](/thong-bao/2022/b/#khong), [z](#o-day), [t](/files/khong.pdf).\n\nBa [đúng](/thong-bao/2022/b/#muc).",
    )
    found = [(p.code, p.place.line, p.place.col) for p in here.build().problems]
    assert found == [("link-broken", 7, 9), ("anchor-broken", 9, 9), ("anchor-broken", 9, 40), ("link-broken", 9, 53)]


def test_a_link_to_a_hidden_notice_is_broken(here: Ward) -> None:
    here.notice("2022/nhap", publish="draft")
    here.notice("2022/a", "[x](/thong-bao/2022/nhap/) và [y](https://thu.example/thong-bao/2022/nhap/).")
    assert here.codes() == ["link-broken", "link-broken"]


def test_two_sources_of_one_address_name_both(here: Ward) -> None:
    here.notice("2022/a", number="12-TB/ĐU", type="Thông báo")
    here.notice("2022/b", number="12-TB/DU", type="Thông báo")
    here.notice("2022/c", aliases="[/lien-he/, /THONG-BAO/]")
    here.write("pages/lien-he.md", "---\ntitle: Liên hệ\npublish: public\n---\n\nChữ.\n")
    (twice,) = here.build().problems
    assert (twice.code, Path(twice.place.path).name) == ("number-duplicate", "b.md")
    assert "content/notices/2022/a.md" in twice.says
    (here.content / "notices/2022/b.md").unlink()
    problems = here.build().problems
    assert [p.code for p in problems] == ["address-collision"] * 2
    assert "content/pages/lien-he.md" in str(problems[1]) + str(problems[0])
    assert "content/notices/2022/c.md" in str(problems[0]) + str(problems[1])


def test_a_template_fault_names_template_line_and_page(here: Ward) -> None:
    (here.root / "templates").unlink()
    templates = here.root / "templates"
    import shutil

    shutil.copytree(ROOT / "templates", templates)
    page = templates / "notice.html"
    page.write_text(page.read_text("utf-8").replace("{{ view.type }}", "{{ view.tpye }}", 1), "utf-8")
    here.notice("2022/a", number="12/KH-UBND")
    assert main(["--today", "2022-05-01"]) == 1
    from datetime import date

    from bulletin.pipeline import build

    (problem,) = build(Path("content"), Path("templates"), date(2022, 5, 1)).problems
    line = page.read_text("utf-8").split("tpye")[0].count("\n") + 1
    assert (problem.code, problem.place.path, problem.place.line) == ("template-error", "templates/notice.html", line)
    assert "/thong-bao/2022/12-kh-ubnd/" in problem.says


def test_a_build_opens_no_socket(here: Ward) -> None:
    here.notice("2022/a")
    code = (
        "import sys\n"
        "sys.addaudithook(lambda e, a: sys.exit('net: ' + e) if e.startswith(('socket.', 'urllib.', 'http.')) else None)\n"
        "from bulletin.cli import main\nsys.exit(main(['--today', '2022-05-01']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=here.root,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
