"""Before anything becomes public: what stops, what is told, and what an editor answers for."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.conftest import Ward

ID = "001300000000"
SAYS = f"Bà Lê Thị Mẫu, số CCCD {ID}, đến nhận kết quả."


def codes(ward: Ward) -> list[tuple[str, bool, int]]:
    return [(p.code, p.withheld, p.place.line) for p in ward.build().problems]


def test_what_may_not_be_public_stops_the_build_and_says_what_to_paste(ward: Ward) -> None:
    ward.notice("a", SAYS)
    built = ward.build()
    (told,) = built.problems
    assert built.failed
    assert not built.files
    assert (told.code, told.place.line, told.place.col) == ("sensitive-block", 7, 24)
    assert f"«{ID}»: số căn cước" in told.says
    assert f'cleared: [{{words: "{ID}"' in told.hint


def test_a_draft_is_told_and_stops_nothing(ward: Ward) -> None:
    ward.notice("a", SAYS, publish="draft")
    ward.notice("b")
    built = ward.build()
    assert [(p.code, p.withheld) for p in built.problems] == [("sensitive-block", True)]
    assert built.files
    ward.notice("a", SAYS, publish="internal")
    assert ward.codes() == []


def test_an_editor_answers_for_words_until_they_change(ward: Ward) -> None:
    cleared = f'\n  - {{words: "{ID}", why: người ấy đồng ý bằng văn bản}}'
    ward.notice("a", SAYS, cleared=cleared)
    files = ward.files()
    assert ward.codes() == []
    assert not any(
        b"\xc4\x91\xe1\xbb\x93ng \xc3\xbd b\xe1\xba\xb1ng" in data for data in files.values() if isinstance(data, bytes)
    )
    ward.notice("a", SAYS.replace("001300", "001301"), cleared=cleared)
    assert sorted(ward.codes()) == ["cleared-unused", "sensitive-block"]
    ward.notice("a", "Không còn gì.", cleared=cleared)
    assert ward.codes() == ["cleared-unused"]


def test_words_that_are_cleared_clear_no_other_matter_of_the_same_person(ward: Ward) -> None:
    ward.notice(
        "a", "Bà Lê Thị Mẫu, trú tại số nhà 45 ngõ 3.", cleared='[{words: "số nhà 45 ngõ 3", why: nhà cho thuê}]'
    )
    assert ward.codes() == []
    text = "Bà Lê Thị Mẫu, trú tại số nhà 45 ngõ 3, nhiễm HIV."
    ward.notice("a", text, cleared='[{words: "số nhà 45 ngõ 3", why: nhà cho thuê}]')
    assert "sensitive-block" in ward.codes()


@pytest.mark.parametrize(
    "keys",
    [
        {"title": f"Mời bà Mẫu, CCCD {ID}"},
        {"summary": f"{{what: Nhận thẻ, who: 'bà Mẫu, CCCD {ID}'}}"},
        {"signer": f"{{name: Lê Văn Mẫu CCCD {ID}}}"},
        {"recipients": f"[Bà Mẫu CCCD {ID}]"},
        {"events": f"[{{what: Nhận thẻ CCCD {ID}, on: 05/5/2022}}]"},
        {"errata": f"[{{says: Nội dung, should: Số CCCD {ID}}}]"},
        {"attachments": f"[{{file: files/a.pdf, title: Thẻ CCCD {ID}}}]"},
    ],
    ids=lambda keys: next(iter(keys)),
)
def test_every_key_is_looked_at(ward: Ward, keys: dict[str, str]) -> None:
    ward.write("files/a.pdf", b"%PDF-1.4")
    ward.notice("a", **keys)
    (told,) = (p for p in ward.build().problems if p.code == "sensitive-block")
    assert told.place.line > 1


def test_so_are_pages_dispatches_campaigns_and_the_ward(ward: Ward) -> None:
    ward.write("pages/a.md", f"---\ntitle: A\npublish: public\n---\n\n{SAYS}\n")
    ward.notice("a", "Theo Công văn số 12-CV/ĐU ngày 01/4/2022.")
    ward.write("dispatches/a.yml", f"number: 12-CV/ĐU\ndate: 01/4/2022\nsubject: Về thẻ CCCD {ID}\n")
    ward.write("calendar/a.yml", f"title: Đợt\npublish: public\nfrom: 01/5/2022\nto: 05/5/2022\ntopics: [CCCD {ID}]\n")
    site = (ward.content / "site.yml").read_text("utf-8")
    ward.write("site.yml", f"{site}description: Hỏi ông Mẫu, CCCD {ID}\n")
    paths = sorted(
        p.place.path.rpartition("/content/")[2] for p in ward.build().problems if p.code == "sensitive-block"
    )
    assert paths == ["calendar/a.yml", "dispatches/a.yml", "pages/a.md", "site.yml"]


def test_a_table_is_told_in_one_line_with_all_its_places(ward: Ward) -> None:
    rows = "".join(f"| {i} | Lê Văn Mẫu | 00130000000{i} |\n" for i in range(1, 4))
    ward.notice("a", f"| STT | Họ tên | Số CCCD |\n|---|---|---|\n{rows}")
    (told,) = ward.build().problems
    assert "và 2 chỗ nữa: dòng 10, 11" in told.says


def test_a_reminder_can_be_accepted_and_cleared(ward: Ward) -> None:
    text = "Bà Lê Thị Mẫu (0900000012) nhặt được ví."
    ward.notice("a", text)
    (told,) = ward.build().problems
    assert (told.code, told.severity) == ("sensitive-warn", "warning")
    ward.notice("a", text, accept='[{code: sensitive-warn, about: "0900000012"}]')
    assert ward.codes() == []
    ward.notice("a", text, cleared='[{words: "0900000012", why: bà Mẫu đồng ý}]')
    assert ward.codes() == []


def docx(*paragraphs: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", f"<w:document>{''.join(paragraphs)}</w:document>")
    return out.getvalue()


def cells(*texts: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in texts) + "</w:tr>"


def xlsx(*rows: tuple[str, ...]) -> bytes:
    out = io.BytesIO()
    typed = "".join(f"<row>{''.join(f'<c><v>{cell}</v></c>' for cell in row)}</row>" for row in rows)
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{typed}</sheetData></worksheet>")
    return out.getvalue()


def pdf(text: str) -> bytes:
    stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = "".join(f"{i} 0 obj{text}endobj\n" for i, text in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R/Size 6>>\n%%EOF".encode()


FILES = {
    "a.docx": docx("<w:p><w:r><w:t>Bà Mẫu, CCCD 0013</w:t></w:r><w:r><w:t>00000000</w:t></w:r></w:p>"),
    "table.docx": docx(f"<w:tbl>{cells('Họ tên', 'Số CCCD')}{cells('Lê Văn Mẫu', ID)}</w:tbl>"),
    "struck.docx": docx(f"<w:p><w:del><w:r><w:delText>CCCD {ID}</w:delText></w:r></w:del></w:p>"),
    "a.xlsx": xlsx(("Họ tên", "Số CCCD"), ("Lê Văn Mẫu", "1300000000")),
    "a.pdf": pdf(f"CCCD {ID}"),
    "a.txt": f"CCCD {ID}".encode(),
    "cccd-ong-a.jpg": b"\xff\xd8\xff",
}


CLEARS = f'[{{words: "{ID}", why: người ấy đồng ý}}]'
CLEARED_WORDS = {"a.xlsx": "1300000000", "cccd-ong-a.jpg": "cccd-ong-a.jpg"}


def test_attachments_are_looked_into_and_their_notice_answers(ward: Ward) -> None:
    told = {}
    for cleared in (False, True):
        for name, data in FILES.items():
            ward.write(f"files/{name}", data)
            words = CLEARED_WORDS.get(name, ID)
            answer = {"cleared": f'[{{words: "{words}", why: người ấy đồng ý}}]'} if cleared else {}
            ward.notice(name.replace(".", "-"), attachments=f"[files/{name}]", **answer)
        ward.notice("link", "Xem [danh sách](/files/a.docx).", **({"cleared": CLEARS} if cleared else {}))
        told[cleared] = [p for p in ward.build().problems if p.code in ("sensitive-block", "cleared-unused")]
    found = {
        (p.place.path.rpartition("/")[2], name)
        for p in told[False]
        for name in FILES
        if f"trong tệp files/{name}:" in p.says
    }
    assert found == {*((f"{name.replace('.', '-')}.md", name) for name in FILES), ("link.md", "a.docx")}
    assert told[True] == []


def test_a_file_that_cannot_be_read_says_nothing(ward: Ward) -> None:
    for name in ("a.docx", "a.pdf", "a.xlsx"):
        ward.write(f"files/{name}", FILES[name][:60])
    ward.notice("a", attachments="[files/a.docx, files/a.pdf, files/a.xlsx]")
    assert not any(code.startswith("sensitive") for code in ward.codes())
