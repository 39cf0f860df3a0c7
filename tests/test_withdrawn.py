"""A notice that is called back: its addresses say so, everything else forgets it, and nothing stands in the way."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import date
from itertools import count
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from bulletin import cli, pack
from bulletin.check.withdrawn import at_the_margin, says_withdrawn
from bulletin.entries import Reader, load_reader, withdrawn_files
from bulletin.model.source import Raw
from bulletin.model.views.page import Files
from bulletin.plan.desk.withdrawn_heading import heading
from bulletin.ward_files import STAND_IN as WARD
from bulletin.ward_files import load_ward
from bulletin.withdraw import withdrawn
from bulletin.write import write
from tests.conftest import Ward

GONE = "/thong-bao/2022/12-tb-ubnd/"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d49444154789c636060606000000005000"
    "1a5f645400000000049454e44ae426082".replace(" ", "")
)
HOW = "publish: withdrawn\nwithdrawn: {on: 03/5/2022, reason: đăng nhầm}"
LETTERS = "bcdghklmnpqrstvx"


def token(number: int) -> str:
    """A word that stands nowhere else, and whose syllables no rule knows."""
    return "zw" + "".join(LETTERS[number // 16**i % 16] for i in range(3)) + "q"


class Telling:
    """A notice with another token in every field; `tokens` are all of them by what they stand in."""

    def __init__(self) -> None:
        self.tokens: dict[str, str] = {}
        self._numbers = count(1)

    def new(self, where: str) -> str:
        return self.tokens.setdefault(where, token(next(self._numbers)))

    def file(self, ward: Ward, publish: str = "publish: public") -> None:
        new = self.new
        ward.write(f"files/{new('attachment file')}.txt", f"Chữ {new('attachment text')}".encode())
        ward.write(f"files/{new('picture file')}.png", PNG)
        ward.write(
            "notices/sai.md",
            f"""---
title: Họp dân {new("title")}
number: 12/TB-UBND
date: 28/4/2022
{publish}
expires: 30/12/2022
urgency: Khẩn
fields: [Y tế]
summary: {{what: Việc {new("what")}, who: Hộ {new("who")}, when: Tối {new("when")}, call: "Gọi {new("call")} 0912345678"}}
signer: {{authority: TM. {new("authority")}, role: Chủ {new("role")}, name: {new("signer")}}}
recipients: [Tổ {new("recipients")}]
attachments: [{{file: files/{new("attachment file")}.txt, title: Đơn {new("attachment title")}}}]
relations: [{{relation: căn cứ, number: 77/KH-UBND, date: 01/4/2022}}]
aliases: [/cu/{new("alias")}/, /thong-bao/2022/7-tb-ubnd/]
events:
- {{what: Nộp {new("event")}, by: 10/5/2022, who: Nhà {new("event who")}, where: Ở {new("event where")}}}
- {{what: Đến {new("rule")}, every: thứ Bảy hằng tuần, from: 01/5/2022, to: 30/6/2022}}
errata: [{{says: "ngày 11/5/2022 {new("erratum")}", should: "ngày 10/5/2022 {new("should")}", note: Ghi {new("note")}}}]
---

## Phần {new("heading")}

Theo Công văn số 88/CV-QU ngày 02/4/2022 của Quận ủy về {new("cited subject")}, mời bà con {new("body")} nộp đơn trước
ngày 11/5/2022 {new("erratum")} tại {new("place")}. Xem [biểu {new("link")}](/files/{new("attachment file")}.txt).

![Sơ đồ {new("picture words")}](/files/{new("picture file")}.png)

| Tổ | Ngày |
|---|---|
| {new("cell")} | 12/5/2022 |
""",
        )
        ward.write(
            "dispatches/88.yml",
            f"number: 88/CV-QU\ndate: 02/4/2022\nissuer: Quận ủy Thử\nsubject: Về {new('dispatch subject')}\n",
        )

    def left(self, files: Files) -> dict[str, list[str]]:
        """What stands where → the files that still hold it, in their bytes or in their names."""
        data = {path: blob if isinstance(blob, bytes) else blob.disk.read_bytes() for path, blob in files.items()}
        texts = {path: (path + "\n" + blob.decode("utf-8", "replace")).casefold() for path, blob in data.items()}
        texts = {path: without_addresses(text) for path, text in texts.items()}
        found = {where: [path for path, text in texts.items() if word in text] for where, word in self.tokens.items()}
        return {where: paths for where, paths in found.items() if paths}


def without_addresses(text: str) -> str:
    """Without the old address, which goes on answering and is told to phones."""
    return re.sub(r"\bcu/zw[a-z]{3}q/", "", text)


def site_with(ward: Ward) -> Telling:
    """The ward with such a notice, and a later notice, a campaign and the menu, which name it."""
    made = Telling()
    made.file(ward)
    ward.notice(
        "sau",
        "Thực hiện Thông báo số 12/TB-UBND ngày 28/4/2022 của Ủy ban nhân dân phường Thử. Xem "
        f"[thông báo]({GONE}#_thong-tin).",
        number="15/TB-UBND",
        date="30/4/2022",
        relations="[{relation: sửa đổi, number: 12/TB-UBND, date: 28/4/2022}]",
    )
    ward.write(
        "calendar/2022-05.yml",
        "title: Đợt thử\npublish: public\nbasis: [{number: 12/TB-UBND, date: 28/4/2022}]\n"
        "windows: [{form: co-to-quoc, from: 01/5/2022, to: 03/5/2022, basis: {number: 12/TB-UBND, date: 28/4/2022}}]\n",
    )
    return made


class Called(NamedTuple):
    """A site before and after the withdrawal; built once, since no test changes it."""

    ward: Ward
    telling: Telling
    before: Files
    after: Files


@pytest.fixture(scope="module")
def called(tmp_path_factory: pytest.TempPathFactory) -> Called:
    ward = Ward(tmp_path_factory.mktemp("called"))
    telling = site_with(ward)
    before = ward.files()
    # The files of the two sites lie in one folder, which is as the later one wants it.
    telling.file(ward, HOW)
    return Called(ward, telling, before, ward.files("2022-05-04"))


def test_every_field_is_told_before_and_nothing_is_left_after(called: Called) -> None:
    assert called.telling.left(called.before).keys() == called.telling.tokens.keys() - {"alias"}
    assert called.telling.left(called.after) == {}


def test_a_preview_forgets_it_too(called: Called) -> None:
    assert called.telling.left(called.ward.files("2022-05-04", preview=True)) == {}


def test_every_notice_that_tells_of_it_leads_to_it(called: Called) -> None:
    """By that phones know which pages of notices they must not keep (templates/sw.js); all others go in any case."""
    gone = json.loads(called.after["da-thu-hoi.json"])
    words = [word for where, word in called.telling.tokens.items() if where != "alias"]
    single = re.compile(r"thong-bao/[0-9]{4}/[^/]+/index\.html")
    pages = {path: str(data, "utf-8") for path, data in called.before.items() if single.fullmatch(path)}
    telling = {path: text for path, text in pages.items() if any(word in text.casefold() for word in words)}
    assert len(telling) > 2
    for path, text in telling.items():
        url = f"/{path.removesuffix('index.html')}"
        assert url in gone or any(f'"{one}' in text for one in gone), path


def on_disk(folder: Path) -> Files:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_zip(path: Path) -> Files:
    with zipfile.ZipFile(path) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def test_neither_the_output_folder_nor_a_zip_made_afterwards_keeps_anything(called: Called, tmp_path: Path) -> None:
    output, stick = tmp_path / "output", tmp_path / "a.zip"
    telling, files = called.telling, called.after
    assert write(called.before, output)[0]
    assert telling.left(on_disk(output)).keys() == telling.tokens.keys() - {"alias"}
    assert write(files, output)[0]
    assert telling.left(on_disk(output)) == {}
    pack.pack(pack.copied(files, load_ward(called.ward.content, ""), date(2022, 5, 4)), stick, date(2022, 5, 4))
    assert telling.left(in_zip(stick)) == {}


def test_all_its_addresses_say_that_it_is_called_back(called: Called) -> None:
    telling, before, files = called.telling, called.before, called.after
    alias = f"/cu/{telling.tokens['alias']}/"
    for url in (GONE, alias, "/thong-bao/2022/7-tb-ubnd/", "/t/12-2022/", "/t/7-2022/"):
        assert f"{url[1:]}index.html" in before
        page = files[f"{url[1:]}index.html"]
        assert isinstance(page, bytes)
        text = page.decode()
        assert "<h1>Đã thu hồi ngày 03/5/2022</h1>" in text
        assert "Lý do: đăng nhầm." in text
        assert '<meta name="robots" content="noindex">' in text
    sitemap = files["sitemap.xml"]
    assert isinstance(sitemap, bytes)
    assert GONE.encode() not in sitemap


def json_items(files: Files, path: str) -> dict[str, dict[str, object]]:
    data = files[path]
    assert isinstance(data, bytes)
    return {item["id"]: item for item in json.loads(data)["items"]}


def test_feeds_hold_a_deleted_entry_and_an_emptied_item_of_the_same_id(called: Called) -> None:
    told = {path: json_items(called.before, path) for path in ("feed.json", "linh-vuc/y-te/feed.json")}
    files = called.after
    for path, items in told.items():
        (id_,) = (key for key in items if key.endswith("/12-tb-ubnd"))
        item = json_items(files, path)[id_]
        assert (item["title"], item["content_text"]) == ("Đã thu hồi ngày 03/5/2022", "Đã thu hồi ngày 03/5/2022")
        assert item["date_modified"] == "2022-05-03T00:00:01+07:00"
        atom = files[path.replace("json", "atom")]
        assert isinstance(atom, bytes)
        feed = ElementTree.fromstring(atom)
        deleted = feed.find("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
        assert deleted is not None
        assert deleted.attrib == {"ref": id_, "when": "2022-05-03T00:00:02+07:00"}
        space = {"a": "http://www.w3.org/2005/Atom"}
        (entry,) = (e for e in feed.findall("a:entry", space) if e.findtext("a:id", "", space) == id_)
        # A reader keeps an entry that is newer than its deletion (RFC 6721, 3).
        assert entry.findtext("a:updated", "", space) == "2022-05-03T00:00:01+07:00"
        assert feed.findtext("a:updated", "", space) == "2022-05-03T00:00:01+07:00"


def events(files: Files, path: str) -> dict[str, tuple[str, int]]:
    rows = Calendar.from_ical(files[path]).walk("VEVENT")
    return {str(row["UID"]): (str(row["STATUS"]), int(row.get("SEQUENCE", 0))) for row in rows}


def test_what_subscribers_hold_is_cancelled_under_its_id(called: Called) -> None:
    before, after = called.before, called.after
    for path in ("lich/viec-can-lam.ics", "lich/tat-ca.ics", f"{GONE[1:]}lich.ics"):
        was = {uid: row for uid, row in events(before, path).items() if "12-tb-ubnd" in uid}
        now = {uid: row for uid, row in events(after, path).items() if "12-tb-ubnd" in uid}
        assert was
        assert was.keys() == now.keys()
        assert {status for status, _ in now.values()} == {"CANCELLED"}
        assert all(sequence > was[uid][1] for uid, (_, sequence) in now.items())


def told(ward: Ward, today: str = "2022-05-04") -> set[tuple[str, str]]:
    built = ward.build(today)
    assert not built.failed, [str(p) for p in built.problems]
    return {(p.place.path.rpartition("/")[2], p.code) for p in built.problems}


def test_what_still_names_it_is_told_and_refuses_nothing(ward: Ward) -> None:
    telling = site_with(ward)
    file = telling.tokens["attachment file"]
    ward.notice("cung", f"[đơn](/files/{file}.txt)", attachments=f"[files/{telling.tokens['picture file']}.png]")
    ward.write(
        "site.yml", (ward.content / "site.yml").read_text("utf-8") + f"menu: [{{title: Họp, url: '{GONE}#phan'}}]\n"
    )
    telling.file(ward, HOW)
    assert told(ward) - {("cung.md", "pictures-only")} == {
        ("sau.md", "withdrawn-named"),
        ("sau.md", "link-withdrawn"),
        ("2022-05.yml", "withdrawn-named"),
        ("cung.md", "withdrawn-file"),
        ("cung.md", "link-withdrawn"),
        ("site.yml", "link-withdrawn"),
    }
    # What another notice hands out itself stays; what only a link leads to goes with the notice.
    files = ward.files("2022-05-04")
    assert f"files/{telling.tokens['picture file']}.png" in files
    assert f"files/{file}.txt" not in files


BROKEN = {
    "no day": ("publish: withdrawn", "Đã thu hồi"),
    "in Vietnamese": ("publish: thu hồi\nwithdrawn: 03/5/2022", "Đã thu hồi ngày 03/5/2022"),
    "publish forgotten": ("publish: public\nwithdrawn: {on: 03/5/2022}", "Đã thu hồi ngày 03/5/2022"),
    "a strange key": ("publish: withdrawn\nwithdrawn: {on: 03/5/2022, ly do: nhầm}", "Đã thu hồi"),
    "no such day": ("publish: withdrawn\nwithdrawn: {on: 31/4/2022}", "Đã thu hồi"),
    "two lines": ("publish: public\npublish: withdrawn\nwithdrawn: {on: 03/5/2022}", "Đã thu hồi ngày 03/5/2022"),
    "two lines, turned": (
        "publish: withdrawn\npublish: public\nwithdrawn: {on: 03/5/2022}",
        "Đã thu hồi ngày 03/5/2022",
    ),
    "colon": ("publish: withdrawn\nwithdrawn: {on: 03/5/2022}\nplace: a: b", "Đã thu hồi ngày 03/5/2022"),
    "bracket": (
        "publish: withdrawn\nwithdrawn: {on: 03/5/2022, reason: nhầm}\nurgency: [",
        "Đã thu hồi ngày 03/5/2022",
    ),
    "what is wrong elsewhere": (
        "publish: withdrawn\nwithdrawn: {on: 03/5/2022}\ntype: '*'\ntitel: x",
        "Đã thu hồi ngày 03/5/2022",
    ),
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader(WARD)


@pytest.mark.parametrize("how", BROKEN)
def test_nothing_that_is_wrong_in_its_file_keeps_it_public(ward: Ward, reader: Reader, how: str) -> None:
    keys, says = BROKEN[how]
    file = ward.notice("sai", "Chữ.", number="12/TB-UBND", publish=keys.removeprefix("publish: "))
    raw = Raw(path=file.as_posix(), relative="sai.md", data=file.read_bytes())
    (one,) = (one for one, _ in withdrawn_files([raw], [], reader))
    assert (one.key, heading(one)) == ("2022/12-tb-ubnd", says)


def test_a_file_that_cannot_be_read_stops_nothing_and_tells_nothing(ward: Ward) -> None:
    telling = Telling()
    telling.file(ward, BROKEN["bracket"][0] + "\ntitel: x")
    files = ward.files("2022-05-04")
    assert telling.left(files) == {}
    page = files[f"{GONE[1:]}index.html"]
    assert isinstance(page, bytes)
    assert "Đã thu hồi ngày 03/5/2022" in page.decode()


@pytest.mark.parametrize(
    ("reason", "printed"),
    [("lộ số 001082012345", ""), ("lộ tên ông Thử", ""), ("lộ dữ liệu cá nhân", "lộ dữ liệu cá nhân")],
)
def test_a_reason_that_repeats_a_name_or_a_figure_of_it_is_not_printed(
    ward: Ward, reader: Reader, reason: str, printed: str
) -> None:
    body = "Ông Nguyễn Văn Thử, số 001082012345."
    file = ward.notice("a", body, publish="withdrawn", withdrawn=f"{{on: 03/5/2022, reason: {reason}}}")
    raw = Raw(path=file.as_posix(), relative="a.md", data=file.read_bytes())
    ((one, problems),) = withdrawn_files([raw], [], reader)
    assert one.reason == printed
    assert [p.code for p in problems] == ([] if printed else ["withdrawn-reason"])


def test_a_paper_published_anew_has_the_address_of_the_withdrawn_one(ward: Ward) -> None:
    how = {"publish": "withdrawn", "withdrawn": "03/5/2022", "number": "12/TB-UBND"}
    ward.notice("a", "Chữ đã lộ.", **how)
    ward.notice("b", "Chữ đã che.", number="12/TB-UBND", published="03/5/2022")
    files = ward.files("2022-05-04")
    page = files[f"{GONE[1:]}index.html"]
    assert isinstance(page, bytes)
    assert "Chữ đã che" in page.decode()
    assert not any("lan-2" in path for path in files)
    assert b"deleted-entry" not in files["feed.atom"]  # type: ignore[operator]


def test_one_of_another_series_keeps_its_own_address(ward: Ward) -> None:
    keys = {"number": "12/TB-UBND", "fields": "[Y tế]"}
    ward.notice("a", "Chữ cũ.", date="10/2/2025", **keys)
    ward.notice("b", "Chữ mới.", date="10/8/2025", **keys)
    second, first = "thong-bao/2025/12-tb-ubnd-lan-2/index.html", "thong-bao/2025/12-tb-ubnd/index.html"
    assert "Chữ mới" in ward.text(second, "2025-09-01")
    ward.notice("a", "Chữ cũ.", date="10/2/2025", publish="withdrawn", withdrawn="01/9/2025", **keys)
    files = {path: data.decode() for path, data in ward.files("2025-09-01").items() if path.endswith(".html")}
    assert "Chữ mới" in files[second]
    assert "Đã thu hồi" in files[first]


def test_the_verb_calls_back_and_tells_what_it_cannot_reach(ward: Ward, capsys: pytest.CaptureFixture[str]) -> None:
    telling = Telling()
    telling.file(ward)
    where = ["--content", ward.content.as_posix()]
    file = ward.content / "notices/sai.md"
    body = file.read_bytes().partition(b"---\n\n")[2]
    assert (
        cli.main(["withdraw", file.as_posix(), "--reason", "đăng nhầm: sai tệp", "--on", "03/5/2022", *where]) == cli.OK
    )
    said = capsys.readouterr().out
    for left in (f"https://thu.example{GONE}", "Điện thoại", "USB", "Facebook", "Google", "git"):
        assert left in said
    assert file.read_bytes().endswith(body)
    files = ward.files("2022-05-04")
    assert telling.left(files) == {}
    page = files[f"{GONE[1:]}index.html"]
    assert isinstance(page, bytes)
    assert "Lý do: đăng nhầm: sai tệp." in page.decode()
    assert cli.main(["withdraw", (ward.content / "site.yml").as_posix(), *where]) == cli.MISUSE


@given(
    st.one_of(
        st.binary(max_size=40),
        st.text(max_size=40).map(str.encode),
        st.lists(
            st.sampled_from(
                ["---", "", "publish: public", "publish: draft", "withdrawn:", "  on: 1/5/2022", "title: a: b", "Chữ."]
            )
        ).map(lambda lines: "\r\n".join(lines).encode()),
    )
)
@settings(max_examples=30)
def test_whatever_stands_in_a_file_it_is_called_back(data: bytes) -> None:
    once = withdrawn(data, date(2022, 5, 3), "đăng nhầm")
    for written in (once, withdrawn(once, date(2022, 5, 4), "lộ tên: a, b")):
        assert says_withdrawn(at_the_margin(written.decode("utf-8", "replace")))


def test_a_plain_page_is_called_back_too_and_a_campaign_that_says_so_is_gone(ward: Ward) -> None:
    ward.write("files/so-do.png", PNG)
    ward.write(
        "pages/gioi-thieu.md",
        "---\ntitle: Trang zwbcdq\npublish: public\naliases: [/cu/]\n---\n\nChữ zwkmnq. ![Sơ đồ zwptvq](/files/so-do.png)\n",
    )
    before = ward.files("2022-05-04")
    page = ward.content / "pages/gioi-thieu.md"
    assert cli.main(["withdraw", page.as_posix(), "--on", "03/5/2022", "--content", ward.content.as_posix()]) == cli.OK
    ward.write("calendar/a.yml", "title: Đợt zwrstq\npublish: withdrawn\n")
    files = ward.files("2022-05-04")
    left = {path for path, data in files.items() if isinstance(data, bytes) and re.search(b"zw[a-z]{3}q", data)}
    assert left == set()
    assert "files/so-do.png" in before.keys() - files.keys()
    for path in ("gioi-thieu/index.html", "cu/index.html"):
        text = files[path]
        assert isinstance(text, bytes)
        assert "<p>Trang ở địa chỉ này đã thu hồi" in text.decode()
    assert "/gioi-thieu/" in json.loads(files["da-thu-hoi.json"])  # type: ignore[arg-type]


def test_what_is_called_back_on_the_day_it_was_published_is_later_than_that_for_readers(ward: Ward) -> None:
    keys = {"number": "12/TB-UBND", "published": "03/5/2022", "corrected": "[{on: 04/5/2022, what: sửa}]"}
    ward.notice("a", **keys)
    (was,) = json_items(ward.files("2022-05-04"), "feed.json").values()
    ward.notice("a", **{**keys, "publish": "withdrawn", "withdrawn": "03/5/2022"})
    (now,) = json_items(ward.files("2022-05-04"), "feed.json").values()
    assert str(now["date_modified"]) > str(was["date_modified"])
    assert now["title"] == "Đã thu hồi ngày 03/5/2022"
