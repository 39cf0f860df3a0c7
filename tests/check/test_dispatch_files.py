"""`content/dispatches/*.yml`: what a file may say, and that the ward's notices cite what it speaks of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin.check.dispatch import check_dispatch
from bulletin.check.keys.dispatch import DispatchSaid
from bulletin.knowledge import load
from bulletin.model.dispatch import KnownDispatch
from bulletin.words.dates.printed import short
from bulletin.words.yaml.read import read_yaml
from tests.conftest import Ward
from tests.properties import examples

KNOWLEDGE = load()
NUMBERED = "number: 595-CV/QU\ndate: 15/4/2022\n"
CITING = "Thực hiện Công văn số 595-CV/QU ngày 15/4/2022 của Quận ủy về việc tuyên truyền."


def judged(text: str) -> tuple[KnownDispatch | None, list[str]]:
    """The row, and `line:col code` of all that is wrong."""
    front, problems = read_yaml(text, "a.yml")
    assert problems == ()
    row, found = check_dispatch(front, "a.yml", KNOWLEDGE, {"files/2022/a.pdf"})
    assert (row is None) == bool(found)
    return row, sorted(f"{p.place.line}:{p.place.col} {p.code}" for p in found)


def test_a_file_with_every_key() -> None:
    row, _ = judged(
        "number: 595 -CV/QU\ndate: 2022-04-15\nissuer: Quận ủy Long Biên\nsubject: 'Về việc: họp'\n"
        "link: https://congbao.example.vn/van-ban?so=595&nam=2022#cv\nfile: files/2022/a.pdf\nlist_only: FALSE\n"
    )
    assert row is not None
    assert (row.number.normal, row.number.serial, short(row.dated)) == ("595-CV/QU", "595", "15/4/2022")
    assert (row.issuer, row.subject, row.file) == ("Quận ủy Long Biên", "Về việc: họp", "files/2022/a.pdf")
    assert row.link == "https://congbao.example.vn/van-ban?so=595&nam=2022#cv"
    assert (row.list_only, str(row.place)) == (False, "a.yml:1:9")


def test_a_file_with_the_fewest_keys_and_empty_ones() -> None:
    row, _ = judged(f"{NUMBERED}issuer:\nsubject: ''\nlink:\nfile:\nlist_only: True\n")
    assert row is not None
    assert (row.issuer, row.subject, row.link, row.file, row.list_only) == ("", "", "", "", True)
    assert not row.date_guessed


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert judged("number: CV\ndate: 31/4/2022\nlink: congbao.vn\nfile: files/2022/khong-co.pdf\nlist_only: có\n")[
        1
    ] == [
        "1:9 number-unreadable",
        "2:7 date-impossible",
        "3:7 url-unreadable",
        "4:7 attachment-missing",
        "5:12 choice-unknown",
    ]
    assert judged("")[1] == ["1:1 key-missing", "1:1 key-missing"]
    assert judged("number:\ndate: [a]\nfile: ../a.pdf\nlist_only: [true]\n")[1] == [
        "1:1 key-empty",
        "2:7 value-not-text",
        "3:7 attachment-path",
        "4:12 value-not-text",
    ]


def test_only_an_official_address_is_a_link() -> None:
    for link in (
        *("http://congbao.vn/a", "javascript:alert(1)", "https://", "https://congbao", "/files/a.pdf", "//congbao.vn"),
        *(
            "https://congbao.vn@khac.example/",
            "https://congbao.vn/a b",
            'https://congbao.vn/"onclick',
            "https://[::1]/",
        ),
    ):
        assert judged(f"{NUMBERED}link: '{link}'\n")[1] == ["3:7 url-unreadable"], link


def test_an_unknown_key_gets_the_nearest(ward: Ward) -> None:
    ward.notice("a", CITING)
    for typed, meant in {
        "isuer": "issuer",
        "title": "subject",
        "co-quan": "issuer",
        "url": "link",
        "noi bo": "list_only",
    }.items():
        ward.write("dispatches/a.yml", f"{NUMBERED}{typed}: x\n")
        (told,) = ward.build().problems
        assert (told.code, told.hint) == ("key-unknown", f"có phải «{meant}» không?")


def test_an_internal_paper_shows_nothing_else() -> None:
    text = (
        f"{NUMBERED}list_only: true\nsubject: Một việc\nlink: https://a.vn/\nfile: files/2022/a.pdf\nissuer: Quận ủy\n"
    )
    assert judged(text)[1] == ["4:10 dispatch-list-only", "5:7 dispatch-list-only", "6:7 dispatch-list-only"]


VALUES = [
    "", "75 -TB/ĐU", "0/KH", "12/2020/QĐ-UBND", "28/4/2022", "31/4/2022", "2022-04-28", "true", "yes", "[a]", "{a: b}",
    "[[a]]", "files/2022/a.pdf", "files/../a", "https://a.vn/", "https://[", "https://a.vn:99999999/", "|\n  a\n  b",
    "1" * 5000, "٢٨/٤/٢٠٢٢", "🎌", "!!!", "con", "“Một”",
]  # fmt: skip
KEYS = [*DispatchSaid.model_fields, "so", "title", ""]
LINES = st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)).map(lambda pair: f"{pair[0]}: {pair[1]}")


@examples(60)
@given(st.lists(LINES, max_size=8).map("\n".join), st.booleans())
def test_any_file_is_a_row_or_problems_at_their_places(text: str, good: bool) -> None:
    text = NUMBERED * good + text
    front, problems = read_yaml(text, "a.yml")
    if not problems:
        row, found = check_dispatch(front, "a.yml", KNOWLEDGE, ())
        assert (row is None) == any(p.severity == "error" for p in found)
        assert all(1 <= p.place.line <= text.count("\n") + 1 and p.says and p.hint for p in found)


# --- against what the notices cite ----------------------------------------------------------------------------------------------


def told(ward: Ward) -> list[str]:
    return [
        f"{p.place.path.removeprefix(ward.content.as_posix() + '/')}:{p.place.line} {p.code}"
        for p in ward.build().problems
    ]


def test_what_a_notice_cites_is_known_to_the_archive(ward: Ward) -> None:
    ward.notice("a", CITING)
    ward.write("dispatches/b.yml", NUMBERED)
    built = ward.build()
    assert built.problems == ()
    assert [row.number.normal for row in built.archive.known] == ["595-CV/QU"]


def test_a_hidden_notice_cites_too(ward: Ward) -> None:
    ward.notice("a", CITING, publish="draft")
    ward.write("dispatches/b.yml", NUMBERED)
    assert told(ward) == []


def test_what_no_notice_cites(ward: Ward) -> None:
    ward.notice("a", CITING)
    for number, day, nearest in (
        ("596-CV/QU", "15/4/2022", "; có phải 595-CV/QU ngày 15/4/2022, dẫn ở {}:7:"),
        ("595-CV/QU", "15/4/2021", "; có phải 595-CV/QU ngày 15/4/2022, dẫn ở {}:7:"),
        ("12/2020/QĐ-UBND", "15/4/2022", ""),
    ):
        ward.write("dispatches/b.yml", f"number: {number}\ndate: {day}\n")
        (problem,) = ward.build().problems
        assert (problem.code, problem.place.line) == ("dispatch-uncited", 1)
        assert problem.hint.startswith(
            "sửa số hoặc ngày, hoặc xoá tệp này" + nearest.format(ward.content / "notices/a.md")
        )
        assert bool(nearest) == ("có phải" in problem.hint)


def test_a_notice_that_cannot_be_read_may_be_the_one_that_cites(ward: Ward) -> None:
    ward.notice("a", CITING, date="31/4/2022")
    ward.write("dispatches/b.yml", NUMBERED)
    assert told(ward) == ["notices/a.md:3 date-impossible"]


def test_an_undated_citation_may_be_of_the_year_before(ward: Ward) -> None:
    ward.notice("a", "Thực hiện Công văn số 900-CV/QU của Quận ủy về việc tuyên truyền.", date="05/1/2023")
    ward.write("dispatches/b.yml", "number: 900-CV/QU\ndate: 28/12/2022\n")
    assert [p.code for p in ward.build("2023-02-01").problems] == []
    ward.write("dispatches/b.yml", "number: 900-CV/QU\ndate: 28/12/2020\n")
    assert [p.code for p in ward.build("2023-02-01").problems] == ["dispatch-uncited"]


def test_another_day_than_the_one_cited(ward: Ward) -> None:
    ward.notice("a", CITING)
    ward.write("dispatches/b.yml", "number: 595-CV/QU\ndate: 14/4/2022\n")
    assert told(ward) == ["dispatches/b.yml:1 dispatch-date"]
    ward.notice("b", CITING.replace("15/4", "14/4"))
    assert "dispatch-date" not in " ".join(told(ward))


def test_another_issuer_than_the_one_cited_would_keep_nothing_internal(ward: Ward) -> None:
    """Such a row belongs to no citation: it must not pass in silence."""
    ward.notice(
        "a",
        "Thực hiện Công văn số 118-CV/BTGQU ngày 20/4/2022 của Ban Tuyên giáo Quận ủy về việc phòng chống dịch tả lợn.",
    )
    internal = "number: 118-CV/BTGQU\ndate: 20/4/2022\nlist_only: true\n"
    for issuer, codes in {
        "": [],
        "Ban tuyên giáo Quận uỷ Thử": [],
        "BTG": [],
        "Ban Dân vận": ["dispatch-issuer"],
    }.items():
        ward.write("dispatches/b.yml", f"{internal}issuer: {issuer}\n")
        built = ward.build()
        assert [p.code for p in built.problems] == codes, issuer
        told = "".join(
            data.decode(errors="replace")  # a picture is among them
            for path, data in built.files.items()
            # What the notice itself says stands on its page, in feeds, and is what it is found by.
            if isinstance(data, bytes)
            and not path.startswith(("thong-bao/", "feed.", "du-lieu/notices", "tim-kiem/tu/", "tim-kiem/bai/0-"))
            and not path.startswith("tim-kiem/goi-y/")
        )
        assert "dịch tả lợn" not in told, issuer


def test_two_files_for_one_document(ward: Ward) -> None:
    ward.notice("a", CITING)
    ward.write("dispatches/a.yml", f"{NUMBERED}issuer: Quận ủy\n")
    ward.write("dispatches/b.yml", NUMBERED.replace("595-", "0595 -"))
    assert told(ward) == ["dispatches/b.yml:1 dispatch-twice"]
    ward.write("dispatches/b.yml", f"{NUMBERED}issuer: Quận uỷ\n")
    assert told(ward) == ["dispatches/b.yml:1 dispatch-twice"]
    ward.write("dispatches/b.yml", f"{NUMBERED}issuer: Quận ủy Ba Đình\n")
    assert told(ward) == ["dispatches/b.yml:1 dispatch-twice"]
    ward.write("dispatches/a.yml", f"{NUMBERED}issuer: Quận ủy Hoàng Mai\n")
    assert told(ward) == []


def test_its_file_is_used_and_goes_out_unless_no_shown_notice_cites_it(ward: Ward) -> None:
    ward.notice("a", CITING)
    ward.write("files/a.pdf", "%PDF-")
    ward.write("dispatches/b.yml", f"{NUMBERED}file: files/a.pdf\n")
    assert told(ward) == []
    assert "files/a.pdf" in ward.files()
    ward.notice("a", CITING, publish="draft")
    assert told(ward) == []
    assert "files/a.pdf" not in ward.files()


def test_a_guessed_day_stays_a_guess_until_a_notice_writes_it(ward: Ward) -> None:
    ward.notice("a", "Thực hiện Công văn số 595-CV/QU của Quận ủy về việc tuyên truyền.")
    ward.write("dispatches/b.yml", f"{NUMBERED}date_guessed: true\n")
    page = ward.text("van-ban/595-cv-qu-2022/index.html")
    assert "15/4/2022" in page
    assert "suy đoán" in page
    ward.write("dispatches/b.yml", NUMBERED)
    assert "suy đoán" not in ward.text("van-ban/595-cv-qu-2022/index.html")
    ward.write("dispatches/b.yml", f"{NUMBERED}date_guessed: true\n")
    ward.notice("a", CITING)
    assert "suy đoán" not in ward.text("van-ban/595-cv-qu-2022/index.html")
