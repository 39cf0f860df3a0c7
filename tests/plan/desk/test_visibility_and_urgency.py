"""Who sees what, and when. Hidden things leave no byte, not even a file name."""

from __future__ import annotations

import pytest

from bulletin.addresses import file_of, short_url
from bulletin.model.views.page import Files
from tests.conftest import Ward

TOKEN = "xuongrong"
HIDDEN = {
    "draft": {"publish": "draft"},
    "internal": {"publish": "internal"},
    "future": {"published": "02/5/2022"},
    "future by date": {"date": "02/5/2022"},
}


def everything(files: Files) -> str:
    return "\n".join(files) + "\n".join(
        d.decode(errors="replace") if isinstance(d, bytes) else d.path for d in files.values()
    )


def hide(ward: Ward, **keys: str) -> None:
    ward.write("site.yml", (ward.content / "site.yml").read_text("utf-8").replace("Đất đai", f"Đất đai, {TOKEN}"))
    ward.write(f"files/{TOKEN}.pdf", f"%PDF-{TOKEN}")
    ward.notice(
        f"2022/{TOKEN}",
        f"Nội dung {TOKEN} [tệp](/files/{TOKEN}.pdf).",
        **{
            "title": f"Việc {TOKEN}",
            "fields": f"[{TOKEN}, Y tế]",
            "issuer": f"Hội {TOKEN}",
            "attachments": f"[files/{TOKEN}.pdf]",
            "aliases": f"[/{TOKEN}/]",
            "signer": f"Người {TOKEN}",
            "urgency": "Khẩn",
            **keys,
        },
    )


@pytest.mark.parametrize("keys", HIDDEN.values(), ids=HIDDEN)
def test_a_hidden_notice_leaves_no_trace(ward: Ward, keys: dict[str, str]) -> None:
    ward.notice("2022/a", title="Việc A", fields="[Y tế]")
    ward.notice("2022/b", title="Việc B", date="29/4/2022")
    without = ward.files()
    hide(ward, **keys)
    with_it = ward.files()
    assert TOKEN not in everything(with_it).casefold()
    assert with_it == without  # neighbours, counts, lists, feeds and data do not know of it either


@pytest.mark.parametrize("keys", HIDDEN.values(), ids=HIDDEN)
def test_the_same_notice_shows_when_it_is_public(ward: Ward, keys: dict[str, str]) -> None:
    hide(ward, **{**keys, "publish": "public", "published": "01/5/2022", "date": "28/4/2022"})
    files = ward.files()
    assert {f"thong-bao/2022/{TOKEN}/index.html", f"files/{TOKEN}.pdf", f"{TOKEN}/index.html"} <= files.keys()
    assert f"linh-vuc/{TOKEN}/feed.atom" in files


def test_hidden_plain_pages_leave_no_trace(ward: Ward) -> None:
    ward.notice("2022/a")
    for publish in ("draft", "internal"):
        ward.write(f"pages/{TOKEN}-{publish}.md", f"---\ntitle: {TOKEN}\npublish: {publish}\n---\n\n{TOKEN}.\n")
    assert TOKEN not in everything(ward.files()).casefold()


def test_an_expired_notice_moves_to_the_archive_with_a_mark(ward: Ward) -> None:
    ward.notice("2022/a", title="Việc A", fields="[Giáo dục]")
    hide(ward, expires="30/4/2022", issuer="Hội Thử", fields=f"[{TOKEN}, Y tế]")
    assert ward.codes() == []
    files = ward.files()
    own = f"thong-bao/2022/{TOKEN}/index.html"
    holding = {
        path
        for path, data in files.items()
        if isinstance(data, bytes) and TOKEN in data.decode(errors="replace").casefold()
    }
    # The index of search: see test_search.py.
    holding = {path for path in holding if not (path.startswith("tim-kiem/") and path.endswith(".json"))}
    assert holding == {
        own,
        f"{TOKEN}/index.html",  # its old address still leads to it
        file_of(short_url(f"2022/{TOKEN}", "")),  # the one that was printed too
        "thong-bao/2022/index.html",
        "thong-bao/2022/04/index.html",
        "loai/tin-cho-nguoi-dan/2022/index.html",
        "lich/2022/04/index.html",  # the day on which it was signed
        "du-lieu/calendar-2022.json",
        "du-lieu/notices.csv",  # with its state
        f"linh-vuc/{TOKEN}/index.html",  # its list keeps its address too, and is empty
        "du-lieu/manifest.json",
        "so-dang/index.html",  # that it was published
        "so-dang/2022/04/index.html",
        "sitemap.xml",
        "tim-kiem/chi-muc/index.html",
        "tim-kiem/index.html",  # its field can be chosen: it is found still
    }
    assert "Hết hạn" in files["tim-kiem/chi-muc/index.html"].decode()
    assert "Hết hạn" in files[own].decode()
    assert "Hết hạn" in files["thong-bao/2022/index.html"].decode()
    assert "Hiện không có thông báo nào còn hiệu lực" in files[f"linh-vuc/{TOKEN}/index.html"].decode()
    assert "Y tế" not in files["linh-vuc/index.html"].decode()  # counts do not know of it
    assert 'class="neighbours"' not in files[own].decode()


def test_a_build_that_passes_still_passes_when_things_expire(ward: Ward) -> None:
    """Nobody is there at 00:05 to mend a link: lists of expired notices keep their addresses."""
    ward.notice("2022/a", fields="[Y tế]", expires="03/5/2022", issuer="Hội Thử")
    ward.notice("2022/b", "[x](/linh-vuc/y-te/), [y](/co-quan/hoi-thu/), [z](/thong-bao/2022/a/).")
    assert [ward.codes(day) for day in ("2022-05-03", "2022-05-04", "2032-01-01")] == [[], [], []]


def test_out_on_its_day_and_its_last_day_is_inclusive(ward: Ward) -> None:
    ward.notice("2022/a", published="01/5/2022", expires="03/5/2022")
    page = "thong-bao/2022/a/index.html"
    assert page not in ward.files("2022-04-30")
    assert "Hết hạn" not in ward.text(page, "2022-05-01")
    assert "Hết hạn" not in ward.text(page, "2022-05-03")
    assert "Hết hạn" in ward.text(page, "2022-05-04")


def test_preview_shows_hidden_things_with_their_mark(ward: Ward) -> None:
    ward.notice("2022/a", publish="draft")
    page = ward.files(preview=True)["thong-bao/2022/a/index.html"]
    assert "Bản nháp" in page.decode()
    assert "noindex" in page.decode()
