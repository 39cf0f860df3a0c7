"""Slips in what is typed after `build.py`, in every form; and what the system refuses, told as a clerk can use it."""

from __future__ import annotations

import argparse
import ast
import errno
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bulletin import cli, pack, pipeline, write
from bulletin.arguments import SENTENCES
from bulletin.check.keys.front_matter import RELATIONS, URGENCIES
from bulletin.report import refused
from tests.conftest import ROOT, Ward

Capture = pytest.CaptureFixture[str]
# What only a programmer can cause.
_OURS = re.compile(
    r"__call__|is an invalid argument|mutually exclusive|^argument \"-\"|not callable|merge actions|option string %|"
    r"dest= is|conflict|multiple subparser"
)
_ENGLISH = re.compile(r"\b(usage|error|argument|invalid|required|expected|options|show|the|choose|unrecognized)\b")


@pytest.fixture
def here(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> Ward:
    monkeypatch.chdir(ward.root)
    (ward.root / "templates").symlink_to(ROOT / "templates")
    return ward


def test_every_sentence_of_this_python_s_argparse_is_in_the_table() -> None:
    calls = (
        node
        for node in ast.walk(ast.parse(Path(argparse.__file__).read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext")
    )
    said = {a.value for call in calls for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    assert len(said) > 20
    assert {text for text in said if not _OURS.search(text)} <= SENTENCES.keys()
    slots = re.compile(r"%(?:\(\w+\))?[sr]")
    for english, vietnamese in SENTENCES.items():
        assert {*slots.findall(vietnamese)} <= {*slots.findall(english)}, english


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("chek", "không có lệnh «chek»; có phải «check» không?"),
        ("Soát", "có phải «check» không?"),
        ("xem-thử", "có phải «serve» không?"),
        ("content/site.yml", "có phải «explain content/site.yml» không?"),
        ("khong-co", "không có lệnh «khong-co». Chọn một trong: build, check"),
        ("check --formt json", "có phải «--format» không?"),
        ("check --format xml", "--format: không có «xml». Chọn một trong: text, github, gitlab, json"),
        ("check --format", "--format: thiếu giá trị"),
        ("check --output x", "lệnh này không nhận «--output x»"),
        ("new Lịch tiếp dân", "đặt cả trong dấu nháy kép"),
        ("new", "thiếu TRÍCH_YẾU"),
        ("explain", "thiếu TỆP"),
        ("--today 32/1/2022", "«32/1/2022» không phải ngày"),
        ("serve --port ²", "không phải số cổng"),
        ("--t 2022-05-01", "xin ghi đủ chữ"),
        ("check --json=1", "không hiểu «--json=1»|không nhận «--json=1»"),
    ],
)
def test_a_slip_is_told_in_one_vietnamese_sentence(here: Ward, capsys: Capture, typed: str, told: str) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.main(typed.split())
    assert stop.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert any(part in err for part in told.split("|")), err
    assert err.count("\n") == 1
    assert not _ENGLISH.search(err)


@pytest.mark.parametrize("verb", ["", *cli._VERBS])
def test_help_is_vietnamese(capsys: Capture, verb: str) -> None:
    with pytest.raises(SystemExit):
        cli.main([*filter(None, [verb]), "--help"])
    out = capsys.readouterr().out
    assert out.startswith("cách gõ: build.py")
    assert not _ENGLISH.search(re.sub(r"--[\w-]+", "", out))


# --- reports of machines ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "case", "form"),
    [
        *(("build", case, form) for case in ("bad", "in the way", "refused") for form in ("gitlab", "json")),
        ("build", "good", "gitlab"),
        ("check", "good", "json"),
        ("zip", "good", "json"),
        ("zip", "bad", "gitlab"),
    ],
)
def test_a_report_is_one_json_value_and_all_of_stdout(
    here: Ward, capsys: Capture, form: str, verb: str, case: str
) -> None:
    here.notice("2022/a", "Câu này dài hơn bốn mươi chữ cái mà dừng giữa chừng vì")
    if case == "bad":
        here.notice("2022/b", date="31/4/2022")
    if case == "in the way":
        (here.root / "output").mkdir()
        (here.root / "output" / "index.html").write_text("của người khác", encoding="utf-8")
    (here.root / "bang-tin.zip").unlink(missing_ok=True)
    where = ["--output", "content"] if case == "refused" and verb == "build" else []
    cli.main([verb, "--today", "2022-05-01", "--format", form, *where])
    rows = json.loads(capsys.readouterr().out)
    codes = {row["check_name" if form == "gitlab" else "code"] for row in rows}
    if where:
        assert codes == {"output-refused"}
    else:
        assert "body-breaks-off" in codes
        assert ("date-impossible" in codes) == (case == "bad")
        assert ("output-in-the-way" in codes) == (case == "in the way" and verb == "build")


def test_a_report_is_printed_when_the_disk_is_full(
    here: Ward, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.notice("2022/a", "Câu này dài hơn bốn mươi chữ cái mà dừng giữa chừng vì")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "output/index.html")

    monkeypatch.setattr(write, "put", full)
    assert cli.main(["--today", "2022-05-01", "--format", "gitlab"]) == 1
    out, err = capsys.readouterr()
    assert [row["check_name"] for row in json.loads(out)] == ["body-breaks-off"]
    assert err == "output/index.html: ổ đĩa đã đầy — xoá bớt tệp hoặc chọn ổ đĩa khác rồi chạy lại.\n"


# --- what the system refuses ------------------------------------------------------------------------------------


def test_whatever_the_system_refuses_is_told_with_its_path_and_a_cure() -> None:
    for number in errno.errorcode:
        told = refused(OSError(number, os.strerror(number), "content/a.md"))
        assert told.startswith("content/a.md: ")
        assert re.search(" — .+\\.$", told), told
    for name in ("ENOSPC", "ENOENT", "EACCES", "EROFS", "EIO", "EDQUOT", "EMFILE", "ENAMETOOLONG"):
        number = getattr(errno, name)
        assert os.strerror(number) not in refused(OSError(number, os.strerror(number), "a"))
    beside = OSError(errno.ENOSPC, "", "a/.b.being-written", None, "a/b")
    assert refused(beside).startswith("a/b: ")


def no_memory(*_: object, **__: object) -> None:
    raise MemoryError


def vanished(*_: object, **__: object) -> None:
    Path("content/notices/2022/mat.md").read_bytes()


def stopped(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("does", "code", "told"),
    [
        (no_memory, 1, "Máy hết bộ nhớ — "),
        (vanished, 1, "content/notices/2022/mat.md: không có tệp hay thư mục này, hoặc nó vừa bị xoá, bị đổi tên — "),
        (stopped, 130, "Đã dừng theo lệnh Ctrl-C."),
    ],
)
@pytest.mark.parametrize("verb", ["build", "check", "zip", "plan"])
def test_what_ends_a_run_is_told_in_a_sentence(
    here: Ward,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
    does: Callable[[], None],
    code: int,
    told: str,
    verb: str,
) -> None:
    monkeypatch.setattr(pipeline, "build", does)
    assert cli.main([verb]) == code
    assert capsys.readouterr().err.startswith(told)


def test_a_full_disk_behind_stdout_leaves_no_traceback(here: Ward) -> None:
    if not Path("/dev/full").exists():
        return
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, str(ROOT / "build.py"), "check", "--format", "json"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr, "Exception" in done.stderr) == (1, False, False)
    assert "ổ đĩa đã đầy" in done.stderr


def test_a_zip_of_any_day_can_be_written(tmp_path: Path) -> None:
    for day in ("1900-01-01", "1979-12-31", "1980-02-29", "2107-12-31", "2108-02-29", "2199-12-31"):
        assert pack.pack({"a.txt": b"a"}, tmp_path / "a.zip", date.fromisoformat(day)) > 0
        assert pack.refuse(tmp_path / "a.zip") == ""


def test_without_a_home_a_site_is_built(here: Ward) -> None:
    here.notice("2022/a")
    program = (
        "import sys\n"
        "def lost(*_): raise KeyError('uid not found')\n"
        "import pwd; pwd.getpwuid = lost\n"
        "from bulletin.cli import main; sys.exit(main(['--today', '2022-05-01']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


# --- new --------------------------------------------------------------------------------------------------------


def names(ward: Ward) -> list[str]:
    return sorted(path.name for path in (ward.content / "notices").rglob("*"))


def test_a_second_notice_of_one_title_gets_a_name_of_its_own(here: Ward, capsys: Capture) -> None:
    for _ in range(3):
        assert cli.main(["new", "Lịch tiếp dân", "--date", "1/5/2022"]) == 0
    assert "nên tệp mới mang tên lich-tiep-dan-3.md" in capsys.readouterr().err
    assert names(here) == ["2022", "lich-tiep-dan-2.md", "lich-tiep-dan-3.md", "lich-tiep-dan.md"]
    built = here.build()
    assert (len(built.archive.entries), built.problems) == (3, ())


RESERVED = ["con", "prn", "aux", "nul", *(f"{name}{i}" for name in ("com", "lpt") for i in range(1, 10))]


TITLES = [
    *RESERVED, "Con", "NUL", "Côn", "Cồn.", " con ", "ký tự " * 200, "x" * 79 + " y", "🎌 中文 标题", "ປະກາດ", "a\nb\tc",
    "a\u0000b", "e\u0302\u0301", "Ward Bulletin", '"a"', "'", "#5: {x}", "- a", "\udcff\udcfe a", "-", "…", "", "  ", "!!!",
    "\u200b",
]  # fmt: skip


def test_any_title_makes_a_draft_that_passes_or_is_told(here: Ward, capsys: Capture) -> None:
    made = 0
    for title in TITLES:
        capsys.readouterr()
        code = cli.main(["new", "--date", "1/5/2022", "--", title])
        assert (title, code == 2) == (title, not any(c.isalnum() for c in title))
        made += code == 0
        if code:
            assert capsys.readouterr().err.count("\n") == 1
    built = here.build()
    assert built.problems == ()
    assert len(built.archive.entries) == made > 30


def test_an_unwritable_content_is_told_and_nothing_is_left(
    here: Ward, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here.content / "notices").write_text("một tệp", encoding="utf-8")
    assert cli.main(["new", "Một việc", "--date", "1/5/2022"]) == 1
    assert "content/notices" in (told := capsys.readouterr().err)
    assert " — " in told
    (here.content / "notices").unlink()

    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    real = Path.open

    def opened(path: Path, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if "x" not in mode:
            return real(path, mode, *rest, **options)
        path.touch()
        return Full()

    monkeypatch.setattr(Path, "open", opened)
    assert cli.main(["new", "Một việc", "--date", "1/5/2022"]) == 1
    assert "ổ đĩa đã đầy" in capsys.readouterr().err
    assert names(here) == ["2022"]


# --- values that have two spellings, days, signatures -----------------------------------------------------------


def test_days_lists_ids_by_words_with_the_ward_s_own(here: Ward, capsys: Capture) -> None:
    here.write(
        "calendar/rieng.yml", "anniversaries: [{id: hoi-lang, name: Hội đình làng Thử, on: mùng 10 tháng Giêng}]\n"
    )
    for asked in ("quân đội", "«quân đội»", "Quân Đội", "22/12"):
        assert cli.main(["days", asked]) == 0
        line = capsys.readouterr().out.splitlines()[0]
        assert re.split("  +", line)[:2] == ["quan-doi-nhan-dan", "22/12"]
    for words in (["hội", "đình"], ["10/1 âm lịch"], ["hoi-lang"]):
        assert cli.main(["days", *words]) == 0
        assert capsys.readouterr().out == "hoi-lang  10/1 âm lịch  Hội đình làng Thử\n"
    assert cli.main(["days"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 60
    assert cli.main(["days", "không có đâu"]) == 1
    assert "thử vài chữ khác" in capsys.readouterr().err


def test_an_unknown_id_is_answered_by_meaning(here: Ward) -> None:
    for typed, meant in (
        ("quan-doi", "quan-doi-nhan-dan"),
        ("22-12", "quan-doi-nhan-dan"),
        ("dien-bien-fu", "dien-bien-phu"),
    ):
        text = f"title: Đợt\npublish: public\noccasions: [{{anniversary: {typed}, on: 22/12/2022}}]\n"
        here.write("calendar/a.yml", text)
        (problem,) = here.build().problems
        assert problem.hint.startswith(f"có phải «{meant}» ("), problem.hint


def test_a_tone_mark_on_either_letter_is_one_choice(here: Ward) -> None:
    tones = [("hỏa", "hoả"), ("bãi", "baĩ"), ("thay thế", "thay thê\u0301")]
    assert [here.build().problems for _ in [here.notice("2022/a", urgency="Hoả tốc")]] == [()]
    for choice in (*URGENCIES, *RELATIONS):
        for one, other in tones:
            spelt = re.sub(one, other, choice, flags=re.IGNORECASE)
            key = (
                {"urgency": spelt}
                if choice in URGENCIES
                else {"relations": f"[{{relation: {spelt}, number: 1/KH-UBND}}]"}
            )
            here.notice("2022/a", **key)
            (entry,) = here.build().archive.entries
            assert choice in (entry.notice.urgency, *(r.kind for r in entry.notice.relations))


SIGNED = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]


@pytest.mark.parametrize("form", ["block", "list", "flow", "two keys"])
def test_an_authority_of_three_lines_is_printed_in_lines(here: Ward, form: str) -> None:
    first, second, third = SIGNED
    said = {
        "block": "authority: |\n    " + "\n    ".join(SIGNED),
        "list": "authority:\n    - " + "\n    - ".join(SIGNED),
        "flow": f"authority: [{', '.join(SIGNED)}]",
        "two keys": f"authority: [{first}, {second}]\n  role: {third}",
    }[form]
    here.notice("2022/a", number="1/TB-UBND", signer=f"\n  {said}\n  name: Người Thử")
    page = here.text("thong-bao/2022/1-tb-ubnd/index.html")
    assert re.findall('<p class="role">(.+?)</p>', page) == SIGNED
    assert '<p class="person">Người Thử</p>' in page
