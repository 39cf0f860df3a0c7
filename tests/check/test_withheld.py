"""A mistake in what is not public yet is told today, and the site is the one it would be without that file."""

from __future__ import annotations

import pytest

from bulletin import cli
from tests.conftest import ROOT, Ward

HIDDEN = {
    "draft": {"publish": "draft"},
    "internal": {"publish": "Internal"},
    "later": {"published": "02/5/2022"},
    "signed later": {"date": "02/5/2022"},
}
# What is wrong → the keys and the body of the notice, and the code that is told.
MISTAKES = {
    "colon": ({"title": "Kết luận: giao ban"}, "Chữ.", "front-colon"),
    "brackets": ({"fields": "[Y tế"}, "Chữ.", "front-yaml"),
    "quotes": ({"urgency": "“Khẩn”"}, "Chữ.", "front-quotes"),
    "unknown key": ({"titel": "x"}, "Chữ.", "key-unknown"),
    "day": ({"expires": "31/4/2023"}, "Chữ.", "date-impossible"),
    "number": ({"number": "abc"}, "Chữ.", "number-unreadable"),
    "number twice": ({"number": "12/TB-UBND"}, "Chữ.", "number-duplicate"),
    "field": ({"fields": "[Khác]"}, "Chữ.", "field-unknown"),
    "attachment": ({"attachments": "[files/khong-co.pdf]"}, "Chữ.", "attachment-missing"),
    "own alias": ({"aliases": "[/cu/]"}, "Chữ.", "address-collision"),
    "address of another": ({"aliases": "[/thong-bao/2022/12-tb-ubnd/]"}, "Chữ.", "address-collision"),
    "link": ({}, "[x](/khong-co/)", "link-broken"),
    "anchor": ({}, "## Một\n\n[x](#hai)", "anchor-broken"),
    "anchor there": ({}, "[x](/thong-bao/2022/12-tb-ubnd/#hai)", "anchor-broken"),
    "file": ({}, "[x](/files/khong-co.pdf)", "link-broken"),
    "scheme": ({}, "[x](javascript:alert)", "body-link-scheme"),
    "picture": ({}, "![x](https://thu.example/a.png)", "body-image"),
    "erratum": ({"errata": "[{says: sai, should: đúng}]"}, "Chữ.", "erratum-unfound"),
}


@pytest.fixture
def public(ward: Ward) -> Ward:
    ward.notice("z/cong-khai", "## Một\n\nChữ.", number="12/TB-UBND", aliases="[/cu/]")
    return ward


@pytest.mark.parametrize("hidden", HIDDEN)
def test_all_mistakes_of_drafts_are_told_and_stop_nothing(public: Ward, hidden: str) -> None:
    alone = public.files()
    for i, (keys, body, _) in enumerate(MISTAKES.values()):
        public.notice(f"a/nhap-{i}", body, **{**keys, **HIDDEN[hidden]})
    built = public.build()
    told = {(p.place.path.rpartition("/")[2], p.code) for p in built.problems if p.withheld}
    for i, (mistake, (_, _, code)) in enumerate(MISTAKES.items()):
        assert (f"nhap-{i}.md", code) in told, mistake
    assert [p for p in built.problems if p.stops] == []
    assert built.files == alone
    assert public.build(preview=True).files


@pytest.mark.parametrize("mistake", ["colon", "day", "number twice", "own alias", "link"])
def test_the_same_mistake_of_a_public_notice_stops_the_build(public: Ward, mistake: str) -> None:
    keys, body, code = MISTAKES[mistake]
    public.notice("a/nhap", body, **keys)
    assert code in [p.code for p in public.build().problems if p.stops]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("---\ntitle: a\npublish: draft\n", True),
        ('\ufeff---\r\ntitle: a: b\r\npublish: "draft"  # chưa duyệt\r\n---\r\n\r\nChữ.\r\n', True),
        ("title: a\npublish: draft\n\nChữ.\n", True),
        ("---\ntitle: a\ndate: 1/5/2022\npublish: false\n---\n\nChữ.\n", True),
        ("---\ntitle: a\ndate: 1/5/2022\npublish: bản nháp\n---\n\nChữ.\n", True),
        ("---\ntitle: a\ndate: 1/5/2022\npublish: draf\n---\n\nChữ.\n", True),
        ("---\ntitle: [\ndate: 1/5/2022\npublish: public\npublished: 3/5/2022\n---\n\nChữ.\n", True),
        ("---\ntitle: a\ndate: 1/5/2022\n---\n\npublish: draft\n", False),
        ("---\ntitle: a\n\npublish: draft\n", False),
        ("---\ntitle: a\ndate: 1/5/2022\npublish: pubic\n---\n\nChữ.\n", False),
        ("---\ntitle: a\ndate: 1/5/2022\npublish: \n---\n\nChữ.\n", False),
        ("---\ntitle: a\ndate: 1/5/2022\npublish: draft\npublish: public\n---\n\nChữ.\n", False),
        ("---\ntitle: [\ndate: 1/5/2022\npublish: public\npublished: 31/4/2023\n---\n\nChữ.\n", False),
        ("---\ntitle: [\ndate: 1/5/2023\npublish: public\npublished: 30/4/2022\n---\n\nChữ.\n", False),
        ("Chữ.", False),
    ],
)
def test_a_file_is_a_draft_only_where_it_says_so_plainly(public: Ward, text: str, hidden: bool) -> None:
    public.write("notices/a.md", text)
    built = public.build()
    assert built.failed == (not hidden), built.problems
    assert any(p.place.path.endswith("notices/a.md") and p.severity == "error" for p in built.problems)


def test_a_draft_saved_as_notepad_s_unicode_stops_nobody(public: Ward) -> None:
    public.write("notices/a.md", "---\ntitle: a\npublish: draft\n---\n\nChữ.\n".encode("utf-16"))
    built = public.build()
    assert [(p.code, p.withheld) for p in built.problems] == [("file-not-utf8", True)]


def test_pages_and_campaigns_too(public: Ward) -> None:
    public.write("calendar/2-dot.yml", "title: Đợt\npublish: public\n")
    alone = public.files()
    public.write("pages/a.md", "---\ntitle: a: b\npublish: draft\n---\n\nChữ.\n")
    public.write("pages/b.md", "---\ntitle: a\npublish: draft\naliases: [/cu/]\n---\n\n[x](/khong-co/)\n")
    public.write("calendar/1.yml", "title: [\npublish: draft\n")
    public.write("calendar/2.yml", "title: Đợt\npublish: draft\nchannels: [Xyz]\n")
    public.write("calendar/2 dot.yml", "title: Đợt\npublish: draft\n")
    built = public.build()
    assert [p for p in built.problems if p.stops] == []
    told = {p.code for p in built.problems if p.withheld}
    assert {"front-colon", "address-collision", "front-yaml", "form-unknown"} <= told
    assert built.files == alone
    public.write("calendar/3.yml", "title: [\n")
    assert public.build().failed


def test_two_drafts_of_one_number_stop_nobody(public: Ward) -> None:
    alone = public.files()
    for name in ("a", "b"):
        public.notice(name, number="7/TB-UBND", publish="draft")
    built = public.build()
    assert [(p.code, p.withheld) for p in built.problems] == [("number-duplicate", True)]
    assert built.files == alone
    assert len(public.build(preview=True).files) > len(alone)


def test_attachments_of_a_draft_alone_stop_nobody(public: Ward) -> None:
    alone = public.files()
    public.write("files/chay.html", "<p>x</p>")
    public.notice("a", publish="draft", attachments="[files/chay.html]")
    built = public.build()
    assert [p for p in built.problems if p.stops] == []
    assert built.files == alone
    assert any(p.withheld and p.place.path.endswith("chay.html") for p in built.problems)
    public.notice("b", attachments="[files/chay.html]")
    assert public.build().failed


LATER = "/thong-bao/2022/ngay-{}/"


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("/thong-bao/2022/12-tb-ubnd/", ""),
        ("/thong-bao/2022/12-tb-ubnd/#mot", ""),
        ("#muc", ""),
        ("/thong-bao/", ""),
        ("/files/a.pdf", ""),
        (LATER.format(2), ""),
        (LATER.format(3), ""),
        ("https://thu.example/thong-bao/2022/ngay-4/", "link-later"),
        (LATER.format(4), "link-later"),
        ("/thong-bao/2022/nhap/", "link-broken"),
        ("https://khac.example/thong-bao/2022/nhap/", ""),
    ],
)
def test_a_link_that_will_be_dead_on_its_day_is_told_today(public: Ward, link: str, code: str) -> None:
    public.write("files/a.pdf", b"%PDF-1.4\n%%EOF\n")
    for day in (2, 4):
        public.notice(f"ngay-{day}", published=f"0{day}/5/2022")
    public.notice("nhap", publish="draft")
    public.notice("ngay-3", f"## Mục\n\nXem [trang này]({link}).", published="03/5/2022")
    found = [p for p in public.build().problems if p.code in ("link-broken", "link-later", "anchor-broken")]
    assert [(p.code, p.withheld) for p in found] == ([(code, True)] if code else [])
    if code == "link-later":
        assert "ngày 04/5/2022" in found[0].says
        assert public.build("2022-05-03").failed, "on its day it is a dead link of a public page"


def test_what_a_broken_draft_may_cite_is_no_mistake_and_no_secret(public: Ward) -> None:
    public.write("dispatches/a.yml", "number: 595-CV/QU\ndate: 15/4/2022\n")
    public.notice("a", "Theo Công văn số 595 -CV/QU ngày 15/4/2022.", title="a: b", publish="draft")
    built = public.build()
    assert {p.code for p in built.problems} == {"front-colon"}
    assert not built.failed
    public.notice("a", "Chữ.", title="a: b", publish="draft")
    assert public.build().failed
    (public.content / "dispatches/a.yml").unlink()
    public.write("calendar/dot.yml", "title: Đợt\npublish: public\nbasis: [7/TB-UBND]\n")
    public.notice("a", "Chữ.", title="a: b", number="7/TB-UBND", publish="draft")
    assert [p.code for p in public.build().problems if p.stops] == ["basis-hidden"]


def test_check_and_build_say_so_and_end_well(
    public: Ward, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(public.root)
    (public.root / "templates").symlink_to(ROOT / "templates")
    public.notice("a", date="31/4/2022", publish="draft")
    for verb in ("check", "build"):
        assert cli.main([verb, "--today", "2022-05-01"]) == 0
        assert "a.md:3:7: chưa đăng: không có ngày 31/4/2022" in (said := capsys.readouterr()).err
    assert "Đã dựng" in said.out
    cli.main(["check", "--today", "2022-05-01"])
    assert "0 lỗi, 0 nhắc nhở, 1 lỗi ở tin chưa đăng." in capsys.readouterr().err
    cli.main(["check", "--today", "2022-05-01", "--format", "github"])
    assert capsys.readouterr().out.startswith("::warning file=content/notices/a.md,line=3")


def test_the_mistake_of_a_scheduled_notice_says_on_which_day_it_counts(public: Ward) -> None:
    public.notice("a", "[x](/khong-co/)", published="02/5/2022")
    public.notice("b", fields="[Khác]", publish="draft")
    said = {p.code: str(p) for p in public.build().problems if p.withheld}
    assert ": chưa đăng, hẹn 02/5/2022: liên kết" in said["link-broken"]
    assert ": chưa đăng: lĩnh vực" in said["field-unknown"]


def test_what_waits_is_listed_and_told_in_one_line(
    public: Ward, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(public.root)
    (public.root / "templates").symlink_to(ROOT / "templates")
    today = ["--today", "2022-05-01"]
    assert cli.main(["waiting", *today]) == 0
    assert capsys.readouterr().out == "Không có gì đang chờ.\n"
    assert cli.main(["build", *today]) == 0
    assert "Đang chờ" not in capsys.readouterr().out
    public.notice("nhap", title="Bài nháp", publish="draft", fields="[Khác]")
    public.notice("hong", title="[", publish="draft")
    public.notice("noi-bo", publish="internal")
    public.notice("hen", title="Bài hẹn", published="05/5/2022")
    public.notice("het", title="Bài sắp hết", expires="03/5/2022")
    public.notice("thu-hoi", title="Bài đã gỡ", publish="withdrawn")
    assert cli.main(["waiting", *today]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Bản nháp (2):",
        "  content/notices/hong.md  (chưa đọc được)  [1 lỗi]",
        "  content/notices/nhap.md  (chưa đọc được)  [1 lỗi]",
        "Hẹn ngày đăng (1):",
        "  05/5/2022  content/notices/hen.md  Bài hẹn",
        "Sắp hết hạn (1):",
        "  03/5/2022  content/notices/het.md  Bài sắp hết",
    ]
    assert cli.main(["build", *today]) == 0
    said = (
        "Đang chờ: 2 bản nháp, 1 hẹn ngày đăng (05/5/2022), 1 sắp hết hạn (03/5/2022). Xem từng bài: build.py waiting."
    )
    assert capsys.readouterr().out.splitlines()[-1] == said
