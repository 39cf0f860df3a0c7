"""What is shown of a link: short, with what matters first, on every page; and a new picture for whatever is corrected."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bulletin.model.archive import Entry
from bulletin.model.notice import Summary
from bulletin.model.views.share import PictureView
from bulletin.plan.desk.site_frame import site
from bulletin.plan.desk.standing import Standing
from bulletin.plan.desk.who_speaks import speaker
from bulletin.plan.notices.next_due import dues
from bulletin.plan.notices.share import Shared, ShareInputs, shared
from tests.conftest import ROOT, SITE, Ward, sample_site
from tests.plan.citing import WARD, entry

NUMBER = "75 -TB/ĐU"
PAGE = "thong-bao/2022/75-tb-du/index.html"
BODY = "Mời bà con đến tiêm."
KEYS = {"title": "Tiêm vắc xin cho chó, mèo", "number": NUMBER, "issuer": "Đảng ủy phường Thử"}
EVENT = "\nevents:\n  - {what: Tiêm, on: 07/5/2022, where: Nhà văn hóa Tổ 1}\n  - {what: Kê khai, by: 03/5/2022, for: cán bộ}"


def told(page: str) -> dict[str, str]:
    """The tags of a preview."""
    return {
        name: html.unescape(value)
        for name, value in re.findall(r'<meta (?:property|name)="(og:[a-z_:]+|twitter:card)" content="([^"]*)">', page)
    }


def preview(ward: Ward, today: str = "2022-05-01", path: str = PAGE) -> dict[str, str]:
    return told(ward.text(path, today))


def words(ward: Ward, today: str = "2022-05-01", path: str = PAGE) -> str:
    """What the field of words to send holds."""
    found = re.search(r"<textarea[^>]* readonly>([^<]*)</textarea>", ward.text(path, today))
    assert found
    return html.unescape(found[1])


def sent(entry: Entry) -> Shared:
    """How a notice goes out of which nothing has become."""
    standing = Standing(
        notice=entry.notice,
        today=date(2022, 5, 1),
        state="live",
        ended=None,
        stopped=None,
        last=None,
        is_off=False,
        changes=(),
    )
    here = site(WARD, {}, picture="/anh.png", speaker=speaker(WARD, date(2022, 5, 1), preview=False), preview=False)
    return shared(
        ShareInputs(
            site=here, entry=entry, standing=standing, dues=tuple(dues(standing)), fields=(), attached=(), linked=()
        )
    )


def test_every_page_tells_of_itself_within_its_first_eight_kilobytes(ward: Ward) -> None:
    ward.write("site.yml", SITE.replace("thu.example/", "thu.example/bt/"))
    ward.notice("a", BODY, **{**KEYS, "title": "Rất dài " * 1000})
    ward.notice("b", f"Theo Thông báo số {NUMBER} ngày 28/4/2022. " + BODY)
    ward.write("pages/lien-he.md", "---\ntitle: Liên hệ\npublish: public\n---\n\nChữ.\n")
    files = ward.files()
    pages = {path: data for path, data in files.items() if path.endswith(".html") and isinstance(data, bytes)}
    seen = 0
    for path, data in pages.items():
        if b'http-equiv="refresh"' in data:
            continue
        seen += 1
        page = told(data[:8192].decode(errors="ignore"))
        assert 0 < len(page["og:title"]) <= 60, path
        assert 0 < len(page["og:description"]) <= 110, path
        assert page["og:image"].startswith("https://thu.example/bt/"), path
        picture = files[page["og:image"].removeprefix("https://thu.example/bt/")]
        assert isinstance(picture, bytes)
        assert Image.open(BytesIO(picture)).size == (int(page["og:image:width"]), int(page["og:image:height"])), path
        assert page["og:image:alt"], path
        assert page["og:url"] == "https://thu.example/bt/" + path.removesuffix("index.html"), path
        assert page["og:type"] == (
            "article"
            if re.match(r"thong-bao/2022/[^/]+/index", path) and not re.match(r"thong-bao/2022/\d\d/", path)
            else "website"
        ), path
        assert page["og:locale"] == ("en_GB" if path.startswith("english/") else "vi_VN"), path
        assert page["twitter:card"] == "summary_large_image", path
    assert seen > 20
    assert len({told(data.decode()).get("og:image") for data in pages.values()} - {None}) == 3


def test_the_deadline_and_the_place_come_first(ward: Ward) -> None:
    ward.notice("a", BODY, **KEYS, expires="31/5/2022" + EVENT)
    page = preview(ward)
    assert page["og:title"] == "Tiêm vắc xin cho chó, mèo – 07/5/2022, Nhà văn hóa Tổ 1"
    assert page["og:description"] == "Thứ Bảy 07/5/2022 – Nhà văn hóa Tổ 1. Mời bà con đến tiêm."
    assert page["og:image:alt"] == "Thông báo số 75-TB/ĐU. Tiêm vắc xin cho chó, mèo. 07/5/2022 – Nhà văn hóa Tổ 1"
    # What is over is no deadline.
    assert preview(ward, "2022-05-08")["og:description"] == "Hiệu lực đến hết ngày 31/5/2022. Mời bà con đến tiêm."
    assert preview(ward, "2022-06-01")["og:description"].startswith("Hết hạn. ")


def test_the_summary_goes_before_what_is_computed(ward: Ward) -> None:
    ward.notice("a", BODY, **KEYS, expires="31/5/2022\nsummary: {what: Tiêm phòng dại, when: Sáng 07/5/2022}" + EVENT)
    assert preview(ward)["og:description"] == "Sáng 07/5/2022 – Nhà văn hóa Tổ 1. Tiêm phòng dại."


def test_a_place_goes_with_its_own_time_only(ward: Ward) -> None:
    two = "\nsummary: {when: Nộp trước ngày 20/5/2022}\nevents:\n  - {what: Họp, on: 07/5/2022, where: Nhà văn hóa Tổ 3}\n  - {what: Nộp, by: 19/5/2022"
    ward.notice("a", BODY, **KEYS, urgency="Khẩn" + two + "}")
    assert preview(ward)["og:description"] == "Khẩn. Nộp trước ngày 20/5/2022. Mời bà con đến tiêm."
    assert "Tổ 3" not in words(ward)
    ward.notice("a", BODY, **KEYS, urgency="Khẩn" + two + ", where: Nhà văn hóa Tổ 3}")
    assert preview(ward)["og:description"] == "Khẩn. Nộp trước ngày 20/5/2022 – Nhà văn hóa Tổ 3. Mời bà con đến tiêm."


WHEN = "Từ 7 giờ 30 phút đến 11 giờ và từ 13 giờ 30 phút đến 17 giờ thứ Bảy, ngày 07/5/2022"


@pytest.mark.parametrize(
    ("when", "place", "due"),
    [
        (WHEN, "Nhà văn hóa Tổ dân phố số 1", WHEN),
        (f"{WHEN} và Chủ nhật, ngày 08/5/2022", "Nhà văn hóa Tổ 1", "Thứ Bảy 07/5/2022 – Nhà văn hóa Tổ 1"),
        (f"{WHEN} và Chủ nhật, ngày 08/5/2022", "Nhà văn hóa " * 9, "Thứ Bảy 07/5/2022"),
        (f"{WHEN} và Chủ nhật, ngày 08/5/2022", "", "Hiệu lực đến hết ngày 31/5/2022"),
    ],
)
def test_a_deadline_is_whole_or_a_shorter_truth(ward: Ward, when: str, place: str, due: str) -> None:
    event = f"\nevents: [{{what: Tiêm, on: 07/5/2022, where: {place}}}]" if place else ""
    ward.notice("a", BODY * 9, **KEYS, expires=f'31/5/2022\nsummary: {{when: "{when}"}}{event}')
    assert preview(ward)["og:description"].startswith(f"{due}. Mời")
    assert words(ward).splitlines()[1] == due


def test_what_is_sent_leads_to_a_page_with_a_picture(ward: Ward) -> None:
    ward.notice("a", BODY, **KEYS)
    files = ward.files()
    link = words(ward).splitlines()[-1]
    sent = files[link.removeprefix("https://thu.example/") + "index.html"]
    assert isinstance(sent, bytes)
    assert told(sent.decode())["og:image"].removeprefix("https://thu.example/") in files
    assert f'readonly value="{link}"' in ward.text(PAGE)


def test_words_to_send_have_title_deadline_date_and_link(ward: Ward) -> None:
    ward.notice("a", BODY, **KEYS, expires="31/5/2022" + EVENT)
    assert words(ward) == (
        "Tiêm vắc xin cho chó, mèo\nThứ Bảy 07/5/2022 – Nhà văn hóa Tổ 1\n"
        "Thông báo số 75-TB/ĐU, ký ngày 28/4/2022\nhttps://thu.example/thong-bao/2022/75-tb-du/"
    )
    assert words(ward, "2022-06-01").startswith("[Hết hạn] Tiêm vắc xin")


def test_without_a_number_nobody_signed(ward: Ward) -> None:
    ward.notice("b", BODY)
    assert words(ward, path="thong-bao/2022/b/index.html").splitlines()[:2] == [
        "Một việc",
        "Tin cho người dân, đăng ngày 28/4/2022",
    ]


@pytest.mark.parametrize(
    ("number", "when", "label", "note", "foot"),
    [
        (NUMBER, "Sáng 07/5/2022", "Thông báo số 75-TB/ĐU", "Sáng 07/5/2022", ""),
        # The type goes before a figure of the number would, and half a deadline is none.
        (
            "123/2022/QĐ-UBND",
            "Từ 8 giờ đến 11 giờ 30 phút thứ Bảy, ngày 07/5/2022, nếu mưa thì dời sang ngày 08/5/2022",
            "Số 123/2022/QĐ-UBND",
            "",
            "Ký ngày 28/4/2022",
        ),
    ],
)
def test_the_picture_has_whole_numbers_and_whole_deadlines(
    ward: Ward, number: str, when: str, label: str, note: str, foot: str
) -> None:
    issuer = KEYS["issuer"] if number == NUMBER else "UBND phường Thử"
    ward.notice("a", BODY, **{**KEYS, "number": number, "issuer": issuer}, summary=f'{{when: "{when}"}}')
    made = [page.made().view for page in ward.build().pages]
    views = [view for view in made if isinstance(view, PictureView) and view.label]
    assert [(view.label, view.title, view.note, view.foot) for view in views] == [(label, KEYS["title"], note, foot)]


def test_a_reader_is_told_first_what_became_of_a_notice(ward: Ward) -> None:
    ward.notice("a", BODY, **KEYS, urgency="Khẩn")
    assert words(ward).startswith("[Khẩn] ")
    ward.notice("a", BODY, **KEYS, urgency="Khẩn", errata="[{says: bà con, should: các hộ}]")
    assert words(ward).startswith("[Đã được đính chính] ")
    ward.notice(
        "b",
        BODY,
        title="Mới",
        number="80-TB/ĐU",
        issuer=KEYS["issuer"],
        relations=f"[{{relation: thay thế, number: {NUMBER}}}]",
    )
    assert words(ward).startswith("[Đã bị thay thế] ")
    assert preview(ward)["og:description"].startswith("Đã bị thay thế. ")
    ward.notice(
        "a", BODY, **KEYS, summary="{when: Sáng 07/5/2022}", events="[{what: Tiêm, on: 07/5/2022, where: Nhà văn hóa}]"
    )
    assert "07/5" not in preview(ward)["og:description"] + preview(ward)["og:image:alt"] + words(ward), (
        "nobody shall come"
    )
    # That it is replaced tells more than that it is over; that a word of it was wrong tells less.
    ward.notice("a", BODY, **KEYS, errata="[{says: bà con, should: các hộ}]", expires="29/4/2022")
    assert words(ward).startswith("[Đã bị thay thế] ")
    (ward.content / "notices/b.md").unlink()
    assert words(ward).startswith("[Hết hạn] ")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("- Tổ 1: thứ Hai;\n- Tổ 2: thứ Ba.", "Tổ 1: thứ Hai; Tổ 2: thứ Ba."),
        ("| Tổ | Ngày |\n|---|---|\n| 1 | 07/5 |", "Thứ Bảy 07/5/2022 – Tổ 1 (máy đọc, năm suy đoán)."),
        ("![Sơ đồ](</files/Sơ đồ.png>)", "Thông báo số 75-TB/ĐU, ký ngày 28/4/2022."),
    ],
)
def test_a_notice_without_a_paragraph_still_says_what_it_is(ward: Ward, body: str, says: str) -> None:
    ward.write("files/Sơ đồ.png", "x")
    ward.notice("a", body, **KEYS)
    assert preview(ward)["og:description"] == says


def test_previews_tell_the_day_of_publishing(ward: Ward) -> None:
    ward.notice("a", BODY, **KEYS, published="29/4/2022")
    assert '<meta property="article:published_time" content="2022-04-29">' in ward.text(PAGE)


def test_what_is_only_guessed_marks_nothing(ward: Ward) -> None:
    ward.notice("a", BODY, **KEYS)
    before = preview(ward)
    ward.notice("b", "Thông báo này thay thế Thông báo số 75-TB/ĐU.", date="29/4/2022", issuer=KEYS["issuer"])
    assert "(ngày 29/4/2022, suy đoán từ số, ký hiệu, máy đọc, chưa có người xác nhận)" in ward.text(PAGE)
    assert preview(ward)["og:description"] == before["og:description"]
    assert words(ward).startswith(KEYS["title"])


def _write(**changed: str) -> Callable[[Ward], object]:
    body = changed.pop("body", f"{BODY}\n\n![Sơ đồ](</files/Sơ đồ.png>)")
    return lambda ward: ward.notice(
        "a", body, **{**KEYS, "attachments": "[files/a.pdf]", "fields": "[Y tế]", **changed}
    )


CORRECTIONS: dict[str, Callable[[Ward], object]] = {
    "title": _write(title="Tiêm vắc xin cho chó và mèo"),
    "printed number": _write(number="75-TB/ĐU"),
    "date": _write(date="27/4/2022"),
    "day of publishing": _write(published="29/4/2022"),
    "deadline": _write(expires="31/5/2022"),
    "body": _write(body=BODY.replace("tiêm", "tiêm phòng")),
    "emphasis": _write(body=f"**{BODY}**"),
    "errata": _write(errata="[{says: bà con, should: các hộ}]"),
    "events": _write(urgency="Khẩn" + EVENT),
    "summary": _write(summary="{who: Hộ nuôi chó}"),
    "signer": _write(signer="Người Thử"),
    "recipients": _write(recipients="[Các tổ]"),
    "attachment": lambda ward: ward.write("files/a.pdf", "khác"),
    "image in the body": lambda ward: ward.write("files/Sơ đồ.png", "khác"),
    "fields": _write(fields="[Giáo dục]"),
    "replaced": lambda ward: ward.notice(
        "b", BODY, issuer=KEYS["issuer"], number="80-TB/ĐU", relations=f"[{{relation: sửa đổi, number: {NUMBER}}}]"
    ),
}


@pytest.mark.parametrize("correct", CORRECTIONS.values(), ids=CORRECTIONS)
def test_a_corrected_notice_has_a_new_picture(ward: Ward, correct: Callable[[Ward], object]) -> None:
    ward.write("files/a.pdf", "x")
    ward.write("files/Sơ đồ.png", "x")
    _write()(ward)
    before = preview(ward)["og:image"]
    correct(ward)
    after = preview(ward)["og:image"]
    assert after != before
    files = ward.files()
    assert after.removeprefix("https://thu.example/") in files
    assert before.removeprefix("https://thu.example/") not in files


def test_what_no_reader_sees_changes_no_address(ward: Ward) -> None:
    ward.write("files/a.pdf", "x")
    ward.write("files/Sơ đồ.png", "x")
    _write()(ward)
    before = preview(ward)["og:image"]
    path = ward.content / "notices/a.md"
    lines = path.read_text("utf-8").replace("\n---\n\n", "\n# ghi chú\n---\n\n\n").splitlines()
    path.write_text("\n".join([lines[0], *lines[2:4], lines[1], *lines[4:]]) + "\n", "utf-8")
    ward.notice("b", BODY)
    assert preview(ward, "2022-05-09")["og:image"] == before
    path.rename(path.with_name("ten-khac.md"))
    assert preview(ward)["og:image"] == before


def test_numbers_in_the_summary_can_be_dialled(ward: Ward) -> None:
    ward.notice("a", BODY, **KEYS, summary='{call: "Y tế <b> phường: 024 3827 1234, phòng 114"}')
    ward.write(
        "site.yml",
        SITE
        + "contacts:\n  - {label: Trực ban, phone: 024 3827 1234 – máy lẻ 12}\n  - {label: Tổ, phone: 3827.1234}\n",
    )
    assert ' · <a href="tel:02438271234">024 3827 1234</a> – máy lẻ 12' in ward.text(PAGE)
    assert ' · <a href="tel:38271234">3827.1234</a></li>' in ward.text(PAGE)
    assert '<dd>Y tế &lt;b&gt; phường: <a href="tel:02438271234">024 3827 1234</a>, phòng 114</dd>' in ward.text(PAGE)


def test_a_notice_grows_little() -> None:
    """The whole of sharing, in the bytes of the real notice: its tags, its section, its script."""
    import gzip

    page = sample_site().files[PAGE]
    assert isinstance(page, bytes)
    text = page.decode()
    without = re.sub(
        r'<section class="share".*?</section>\n|<meta property="og:image.*?>\n|<meta name="twitter.*?>\n|<script defer src="[^"]*/share-.*?></script>\n',
        "",
        text,
        flags=re.DOTALL,
    )
    assert len(gzip.compress(page)) - len(gzip.compress(without.encode())) < 700
    assert len(gzip.compress((ROOT / "templates/static/share.js").read_bytes())) <= 2048


title = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=400)


@given(title, title, st.text(max_size=200), st.integers(0, 200))
def test_nothing_is_longer_than_is_shown(name: str, what: str, when: str, path: int) -> None:
    made = entry("a", title=name)
    made = replace(made, notice=replace(made.notice, summary=Summary(what=what, when=when)))
    made = replace(made, notice=replace(made.notice, key=f"2022/{'a' * path}"))
    found = sent(made)
    assert len(found.title) <= 60
    assert len(found.description) <= 110
    assert len(found.share.text) <= 300
    assert found.share.text.endswith(f"https://thu.example/bt/thong-bao/{made.notice.key}/")


def test_who_gets_a_link_reads_bodies_in_full(ward: Ward) -> None:
    ward.notice("a", "Cách phun:\n\n- TDP số 1: trong nhà;\n- TDP số 2: ngoài vườn.", title="UBND phường phun hóa chất")
    page = ward.text("thong-bao/2022/a/index.html")
    shown = told(page)
    assert shown["og:title"] == "Ủy ban nhân dân phường phun hóa chất"
    assert shown["og:description"] == "Cách phun: tổ dân phố số 1: trong nhà; tổ dân phố số 2: ngoài vườn."
    assert "<title>Ủy ban nhân dân phường phun hóa chất" in page
    assert words(ward, path="thong-bao/2022/a/index.html").startswith("Ủy ban nhân dân phường phun hóa chất")
    assert ">UBND</abbr> phường phun hóa chất</h1>" in page, "the paper's own title stays as it is signed"
    for feed in ("feed.atom", "feed.json"):
        assert "Ủy ban nhân dân phường phun hóa chất" in ward.text(feed)
        assert "Cách phun: tổ dân phố số 1" in ward.text(feed)
