"""The verb «import»: from a clerk's file to a draft, and to the public page."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from bulletin import import_files
from bulletin.attached.office import office_traces
from bulletin.cli import main
from bulletin.model.archive import Entry
from bulletin.model.paper import Paper, Refused, words_of_text
from bulletin.model.text import Block, Words
from tests.conftest import Ward
from tests.importers.papers import FOOT, HEAD, TITLE, paper
from tests.importers.word_files import deleted, docx, paragraph, power_cut, run

Capture = pytest.CaptureFixture[str]
DRAFT = "notices/2025/45-tb-ubnd.md"


@pytest.fixture
def here(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> Ward:
    monkeypatch.chdir(ward.root)
    return ward


def put(here: Ward, name: str, *blocks: str, **properties: str) -> str:
    (here.root / name).write_bytes(docx(*blocks, **properties))
    return name


def drafts(here: Ward) -> list[str]:
    return sorted(path.relative_to(here.content).as_posix() for path in here.content.rglob("*.md"))


def publish(here: Ward, path: str = DRAFT) -> None:
    text = (here.content / path).read_text("utf-8")
    here.write(path, text.replace("publish: draft ", "publish: public "))


def words_of(entry: Entry) -> Counter[str]:
    def texts(content: tuple[Words | Block, ...]) -> list[str]:
        return [t for part in content for t in ([part.text] if isinstance(part, Words) else texts(part.content))]

    return Counter(word for text in texts(entry.prose.text) for word in words_of_text(text))


def test_from_the_file_to_the_public_page(here: Ward, capsys: Capture) -> None:
    assert main(["import", put(here, "cat-dien.docx", *power_cut())]) == 0
    assert drafts(here) == [DRAFT]
    text = (here.content / DRAFT).read_text("utf-8")
    for line in (
        'title: "Về việc tạm ngừng cung cấp điện"',
        'number: "45/TB-UBND"',
        "date: 10/11/2025",
        "publish: draft",
    ):
        assert f"\n{line} " in text
    assert '  - "Lưu: VT, KT"\n' in text
    assert "| 2 | Tổ 5 (ngõ 3\\*4) | 9h00 - 11h00 |" in text
    told = capsys.readouterr().out
    assert "Đã viết content/notices/2025/45-tb-ubnd.md" in told
    assert "1 tên tắt người soạn" in told
    publish(here)
    built = here.build("2025-11-11")
    assert [str(problem) for problem in built.problems] == []
    page = built.files["thong-bao/2025/45-tb-ubnd/index.html"]
    assert isinstance(page, bytes)
    for shown in ("Tạm ngừng cung cấp điện", "Tổ 5 (ngõ 3*4)", "CHỦ TỊCH", "Nguyễn Văn Mẫu"):
        assert shown.lower() in page.decode().lower()
    (entry,) = built.archive.entries
    assert words_of(entry)["Tổ"] == 2


def test_an_incomplete_draft_stops_no_build_and_says_what_is_missing(here: Ward, capsys: Capture) -> None:
    name = put(here, "nhap.docx", *power_cut("Số:      /TB-UBND", "Thử, ngày     tháng 11 năm 2025"))
    assert main(["import", name]) == 1
    (path,) = drafts(here)
    assert path == "notices/chua-ro-ngay/ve-viec-tam-ngung-cung-cap-dien.md"
    text = (here.content / path).read_text("utf-8")
    assert re.search(r"^number: +# KIỂM TRA: .*TB-UBND", text, re.MULTILINE)
    assert re.search(r"^date: +# KIỂM TRA: ", text, re.MULTILINE)
    assert "--date" in capsys.readouterr().out
    here.notice("2022/a")
    assert not here.build().failed
    assert main(["import", name, "--date", "10/11/2025", "--number", "46/TB-UBND"]) == 0
    assert "notices/2025/46-tb-ubnd.md" in drafts(here)


def test_nothing_is_written_over(here: Ward, capsys: Capture) -> None:
    name = put(here, "a.docx", *power_cut())
    main(["import", name])
    here.write(DRAFT, "đã sửa tay")
    assert main(["import", name]) == 1
    assert (here.content / DRAFT).read_text("utf-8") == "đã sửa tay"
    assert "không ghi đè" in "".join(capsys.readouterr())


def test_what_is_typed_and_what_is_printed_are_both_told(here: Ward) -> None:
    main(["import", put(here, "a.docx", *power_cut()), "--number", "9/TB-UBND", "--date", "1/2/2025"])
    text = (here.content / "notices/2025/9-tb-ubnd.md").read_text("utf-8")
    assert "văn bản ghi số «45/TB-UBND»" in text
    assert "văn bản ghi ngày 10/11/2025" in text


def test_text_from_the_clipboard(here: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "📢 THÔNG BÁO 📢\nTạm ngừng cấp nước\n\n🔹 Khu vực: tổ 1\n🔹 Giờ: 7h\nSTT\tTổ\tGiờ\n1\tTổ 1\t8h\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    assert main(["import", "-", "--to", "nhap"]) == 1
    draft = (here.root / "nhap/tam-ngung-cap-nuoc.md").read_text("utf-8")
    assert draft.endswith(
        "---\n\n- Khu vực: tổ 1\n- Giờ: 7h\n\n| STT | Tổ | Giờ |\n|---|---|---|\n| 1 | Tổ 1 | 8h |\n\n"
    )


def test_several_files_and_a_list_end_in_one_table(here: Ward, capsys: Capture) -> None:
    put(here, "a.docx", *power_cut())
    put(here, "b.docx", *power_cut("Số: 46/TB-UBND"))
    (here.root / "ds.txt").write_text("# lưu trữ\nb.docx\n\nthieu.docx\n", encoding="utf-8")
    assert main(["import", "a.docx", "--from-list", "ds.txt"]) == 2
    out, err = capsys.readouterr()
    assert [line for line in err.splitlines() if line.startswith("[")] == [
        "[1/3] a.docx",
        "[2/3] b.docx",
        "[3/3] thieu.docx",
    ]
    head, *rows, last = out.splitlines()
    assert head.split() == ["TỆP", "SỐ", "NGÀY", "KẾT", "QUẢ"]
    assert [row.split()[:2] for row in rows] == [
        ["a.docx", "45/TB-UBND"],
        ["b.docx", "46/TB-UBND"],
        ["thieu.docx", "-"],
    ]
    assert last == "3 tệp: 2 xong, 0 cần xem lại, 1 không nhập được."


def test_for_machines_nothing_is_written(here: Ward, capsys: Capture) -> None:
    assert main(["import", put(here, "a.docx", *power_cut()), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert drafts(here) == []
    assert (said["number"], said["symbol"], said["date"], said["parent"]) == (
        "45/TB-UBND",
        "TB-UBND",
        "2025-11-10",
        None,
    )
    assert said["signer"] == {"authority": "TM. ỦY BAN NHÂN DÂN", "role": "CHỦ TỊCH", "name": "Nguyễn Văn Mẫu"}
    assert said["tables"] == 1
    assert said["body"][1] == "1. Thời gian: ngày 15/11/2025."
    assert said["markdown"].startswith("---\n")
    assert said["doubts"] == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["import"], "Chưa có tệp nào"),
        (["import", "a.docx", "b.docx", "--number", "1/TB-UBND"], "--number chỉ dùng khi nhập một tệp"),
        (["import", "a.docx", "--number", "mười"], "Không đọc được số"),
        (["import", "-", "--attach"], "không kèm được"),
        (["import", "--from-list", "khong-co.txt"], "khong-co.txt"),
        (["import", "thu.md"], "là bản nháp rồi"),
        (["import", "mat.txt"], "độ mật «MẬT»"),
    ],
)
def test_what_cannot_be_imported_is_one_sentence(here: Ward, capsys: Capture, typed: list[str], told: str) -> None:
    (here.root / "thu.md").write_text("---\ntitle: a\n---\n\nb\n", encoding="utf-8")
    (here.root / "mat.txt").write_text("MẬT\nKế hoạch diễn tập của phường năm 2025", encoding="utf-8")
    assert main(typed) == 2
    assert told in capsys.readouterr().err
    assert drafts(here) == []


SECRETS = ("TácGiảBíMật", "LờiBình", "ChữĐãXoá", "ChữẨn")


def test_what_nobody_sees_reaches_no_output(here: Ward, capsys: Capture) -> None:
    more = paragraph("Ghi chú ", deleted("ChữĐãXoá"), run("ChữẨn", hidden=True))
    name = put(
        here,
        "a.docx",
        *power_cut("Số: 45/TB-UBND", "Thử, ngày 10 tháng 11 năm 2025", more),
        author=SECRETS[0],
        comment=SECRETS[1],
    )
    assert main(["import", name]) == 1
    assert main(["import", name, "--json"]) == 1
    said = "".join(capsys.readouterr()) + (here.content / DRAFT).read_text("utf-8")
    assert [secret for secret in SECRETS if secret in said] == []
    assert "1 chữ đã xoá (Track Changes), 1 chữ ẩn, 1 lời bình" in said


def test_an_attached_file_names_nobody_and_hides_nothing(here: Ward, capsys: Capture) -> None:
    assert main(["import", put(here, "a.docx", *power_cut(), author="TácGiả"), "--attach"]) == 0
    assert '- {file: "files/2025/45-tb-ubnd.docx", title: "Toàn văn"}' in (here.content / DRAFT).read_text("utf-8")
    data = (here.content / "files/2025/45-tb-ubnd.docx").read_bytes()
    assert office_traces(io.BytesIO(data)) == ()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside = b"".join(map(archive.read, archive.namelist()))
        assert archive.namelist()[0] == "[Content_Types].xml"
    assert "TácGiả".encode() not in inside
    assert b"rsid" not in inside
    assert b"docProps" not in inside
    assert "Đề nghị các hộ dân".encode() in inside
    more = paragraph("Ghi chú ", deleted("ChữĐãXoá"))
    assert main(["import", put(here, "b.docx", *power_cut("Số: 46/TB-UBND", "", more)), "--attach"]) == 2
    assert "chữ đã xoá" in capsys.readouterr().err


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, here: Ward) -> Callable[[str, Paper], None]:
    """Lets files be read as the papers that a test gives."""
    papers: dict[bytes, Paper] = {}

    def reads(data: bytes, _: str, **__: object) -> Paper | Refused:
        return papers[data]

    monkeypatch.setattr(import_files, "read_paper", reads)

    def is_(name: str, of: Paper) -> None:
        (here.root / name).write_bytes(name.encode())
        papers[name.encode()] = of

    return is_


BODY = ("Ngừng cấp nước từ 8 giờ.", "Người dân chủ động trữ nước.")


def test_the_signed_pdf_gives_number_day_and_signer(
    here: Ward, read: Callable[[str, Paper], None], capsys: Capture
) -> None:
    from tests.importers.papers import side_by_side

    open_head = side_by_side(
        ["ỦY BAN NHÂN DÂN", "PHƯỜNG THỬ", "Số:     /TB-UBND"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Phường Thử, ngày   tháng 8 năm 2025"],
    )
    read("a.docx", paper(open_head, *TITLE, *BODY, FOOT))
    read("a.pdf", paper(HEAD, *TITLE, *BODY, FOOT, kind="pdf"))
    assert main(["import", "a.docx", "--signed", "a.pdf"]) == 0
    text = (here.content / "notices/2025/12-tb-ubnd.md").read_text("utf-8")
    assert "\ndate: 05/8/2025 " in text
    assert '- {file: "files/2025/12-tb-ubnd.pdf", title: "Bản đã ký (PDF)"}' in text
    assert (here.content / "files/2025/12-tb-ubnd.pdf").read_bytes() == b"a.pdf"
    assert "KIỂM TRA: văn bản" not in text


def test_a_word_that_was_changed_before_signing_is_told_with_its_place(
    here: Ward, read: Callable[[str, Paper], None], capsys: Capture
) -> None:
    read("a.docx", paper(HEAD, *TITLE, *BODY, FOOT))
    read("a.pdf", paper(HEAD, *TITLE, BODY[0].replace("8", "9"), BODY[1], FOOT, kind="pdf"))
    assert main(["import", "a.docx", "--signed", "a.pdf"]) == 1
    told = capsys.readouterr().out
    assert "bản Word viết «8», bản đã ký viết «9» (Word: dòng «Ngừng cấp nư» / PDF: dòng «Ngừng cấp nư»)" in told
    assert told.count("bản đã ký viết") == 1


def test_two_papers_are_not_taken_for_one(here: Ward, read: Callable[[str, Paper], None], capsys: Capture) -> None:
    read("a.docx", paper(HEAD, *TITLE, *BODY, FOOT))
    read("a.pdf", paper(HEAD, *TITLE, "Lịch tiêm chủng tháng 9 của trạm y tế phường.", FOOT, kind="pdf"))
    assert main(["import", "a.docx", "--signed", "a.pdf"]) == 2
    assert "không phải một văn bản" in capsys.readouterr().err
    assert drafts(here) == []


def test_of_a_scan_number_and_day_are_never_taken(here: Ward, read: Callable[[str, Paper], None]) -> None:
    read("anh.jpg", paper(HEAD, *TITLE, *BODY, FOOT, kind="ocr"))
    assert main(["import", "anh.jpg", "--ocr"]) == 1
    (path,) = drafts(here)
    text = (here.content / path).read_text("utf-8")
    assert re.search(r"^number: +# KIỂM TRA: máy đọc từ ảnh được «Số: 12/TB-UBND»", text, re.MULTILINE)
    assert re.search(r"^date: +# KIỂM TRA: máy đọc từ ảnh", text, re.MULTILINE)
    assert re.search(r"^title: \"Về việc tạm ngừng cấp nước\" +# KIỂM TRA: máy đọc từ ảnh", text, re.MULTILINE)


def test_help_of_a_typed_file_names_the_verb(here: Ward, capsys: Capture) -> None:
    put(here, "a.docx", *power_cut())
    with pytest.raises(SystemExit):
        main(["a.docx"])
    assert "import a.docx" in capsys.readouterr().err
    assert Path("a.docx").is_file()
