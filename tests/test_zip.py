"""The zip for a USB stick: what is in it, where its addresses lead, and what `build.py zip` refuses."""

from __future__ import annotations

import html
import io
import re
import zipfile
from datetime import date
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from bulletin import pack
from bulletin.cli import main
from bulletin.pipeline import build
from bulletin.ward_files import load_ward
from tests.conftest import ROOT, SITE, Ward

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def here(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> Ward:
    monkeypatch.chdir(ward.root)
    (ward.root / "templates").symlink_to(ROOT / "templates")
    ward.write("files/Phụ lục 1.pdf", "%PDF")
    ward.notice("a", "Xem [b](/thong-bao/2022/b/#b), [tệp](</files/Phụ lục 1.pdf>).")
    ward.notice("b", "## B\n\nXem [a](/thong-bao/2022/a/).", aliases="[/cu/]", fields="[Y tế]")
    return ward


def unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def text_of(files: dict[str, bytes], path: str) -> str:
    return files[f"bang-tin/{path}"].decode()


def broken(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """(file, address) of what does not lead to a file beside or, written out, to the web."""
    found = []
    for path, data in files.items():
        if not path.endswith(".html"):
            continue
        text = data.decode()
        read = [html.unescape(value) for value in re.findall(r'="([^"]*)"', text)]
        found += [(path, value) for value in read if re.match(r"/[^/ ]|/$|\d+; url=/", value)]
        links = re.findall(r'\s(?:href|src|action)="([^"]*)"', text) + re.findall(r'content="\d+; url=([^"]*)"', text)
        for address in map(html.unescape, links):
            target, _, anchor = address.partition("#")
            target = target.partition("?")[0]
            if re.match(r"[a-z]+:", target):
                continue
            file = normpath(join(dirname(path), target)) if target else path
            if file not in files or (anchor and f' id="{anchor}"' not in files[file].decode()):
                found.append((path, address))
    return found


@pytest.mark.parametrize("base", ["", "/phuong"])
def test_every_address_leads_to_a_file_beside_or_to_the_web(here: Ward, base: str) -> None:
    here.write("site.yml", SITE.replace("thu.example/", f"thu.example{base}/"))
    here.notice(
        "c", f"Mọi thông báo: [đủ](https://thu.example{base}/thong-bao/?x=1#_noi-dung), [ngoài](https://khac.example/)."
    )
    assert main(["zip", "--today", "2022-05-01"]) == 0
    files = unpacked(here.root / "bang-tin.zip")
    assert broken(files) == []
    page = text_of(files, "thong-bao/2022/a/index.html")
    assert 'href="../b/index.html#b"' in page
    assert 'href="../../../files/phu-luc-1.pdf"' in page
    assert f'<link rel="canonical" href="https://thu.example{base}/thong-bao/2022/a/">' in page
    assert f'href="https://thu.example{base}/feed.atom"' in page  # there is none on the stick
    whole = text_of(files, "thong-bao/2022/c/index.html")
    assert re.search(r'href="\.\./\.\./index\.html\?x=1#_noi-dung"[^>]*>đủ<', whole)
    assert re.search(r'href="https://khac\.example/"[^>]*>ngoài<', whole)
    assert "url=../thong-bao/2022/b/index.html" in text_of(files, "cu/index.html")
    assert files["bang-tin/files/phu-luc-1.pdf"] == b"%PDF"
    assert 'href="bang-tin/index.html"' in files["MO-TRANG-NAY.html"].decode()


def test_the_names_of_columns_are_no_addresses(here: Ward) -> None:
    here.notice("d", "| STT | Địa điểm: /files/ | ../nộp |\n|---|---|---|\n| 1 | Tổ 1 | 5 |")
    assert main(["zip", "--today", "2022-05-01"]) == 0
    page = text_of(unpacked(here.root / "bang-tin.zip"), "thong-bao/2022/d/index.html")
    assert re.findall(r'data-col="([^"]*)"', page) == ["STT", "Địa điểm: /files/", "../nộp"]


def test_every_page_says_of_which_day_the_copy_is_and_where_it_is_fresh(here: Ward) -> None:
    main(["zip", "--today", "2022-05-01"])
    files = unpacked(here.root / "bang-tin.zip")
    for path, data in files.items():
        if path.endswith(".html"):
            assert data.decode().count("Bản chép ngày 01/5/2022") == 1, path
    page = text_of(files, "thong-bao/2022/a/index.html")
    skip, said = page.index('class="skip"'), page.index("Bản chép ngày")
    assert skip < said < page.index("<header")
    assert '<a href="https://thu.example/thong-bao/2022/a/">Xem trang này trên mạng</a>' in page


def test_what_only_servers_and_scripts_read_is_left_out(here: Ward) -> None:
    main(["zip", "--today", "2022-05-01"])
    files = unpacked(here.root / "bang-tin.zip")
    inside = {path.removeprefix("bang-tin/") for path in files}
    site = set(here.files())
    left = {path for path in site - inside if not (path.startswith("tim-kiem/") and path.endswith(".json"))}
    left = {re.sub(r"-[0-9a-f]{8,10}\.", "-.", path) for path in left}
    assert {"_headers", "robots.txt", "sitemap.xml", "sw.js", "404.html", "khong-co-mang/index.html"} <= left
    assert {"feed.atom", "feed.json", "static/search-.js", "static/offline-.js"} <= left
    pages = {path for path in left if path.endswith(".html")}
    assert pages == {"404.html", "khong-co-mang/index.html"}
    assert [path for path in inside if path.startswith("tim-kiem/") and path.endswith(".json")] == []
    everything = b"".join(data for path, data in files.items() if path.endswith(".html")).decode()
    assert "sw.js" not in everything
    assert "preload" not in everything
    assert "data-index" not in everything
    assert "url(" not in re.sub(r"url\(#", "", b"".join(d for p, d in files.items() if p.endswith(".css")).decode())


def test_nothing_hidden_gets_in(here: Ward) -> None:
    here.notice("2022/nhap", title="Ronranka", publish="draft")
    here.notice("2022/mai", title="Ronranka", date="01/6/2022")
    here.write("files/ronranka.pdf", "Ronranka")
    assert main(["zip", "--today", "2022-05-01"]) == 0
    for path, data in unpacked(here.root / "bang-tin.zip").items():
        assert "ronranka" not in path
        assert b"onranka" not in data, path


def test_the_same_content_and_day_make_the_same_bytes(here: Ward) -> None:
    made = []
    for name in ("mot.zip", "hai.zip"):
        main(["zip", "--today", "2022-05-01", "--to", name])
        made.append((here.root / name).read_bytes())
        (here.content / "files/Phụ lục 1.pdf").touch()
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as file:
        rows = file.infolist()
    assert {(row.date_time, row.external_attr, row.create_system) for row in rows} == {
        ((2022, 5, 1, 0, 0, 0), 0o644 << 16, 3)
    }
    assert [row.filename for row in rows] == ["MO-TRANG-NAY.html", *sorted(row.filename for row in rows[1:])]


def test_an_error_writes_nothing_and_keeps_the_last_zip(here: Ward, capsys: Capture) -> None:
    main(["zip", "--today", "2022-05-01"])
    before = (here.root / "bang-tin.zip").read_bytes()
    here.notice("c", date="31/4/2022")
    assert main(["zip", "--today", "2022-05-01"]) == 1
    assert "[date-impossible]" in capsys.readouterr().err
    assert (here.root / "bang-tin.zip").read_bytes() == before
    assert main(["zip", "--to", "moi.zip"]) == 1
    assert not (here.root / "moi.zip").exists()


def test_only_a_zip_of_ours_is_written_over(here: Ward, capsys: Capture) -> None:
    with zipfile.ZipFile(here.root / "anh.zip", "w") as other:
        other.writestr("a.txt", "của ai đó")
    (here.root / "thu.docx").write_text("của ai đó", "utf-8")
    for name, why in (("content", "thư mục"), ("thu.docx", "không phải tệp zip"), ("anh.zip", "không do lệnh này tạo")):
        before = None if name == "content" else (here.root / name).read_bytes()
        assert main(["zip", "--today", "2022-05-01", "--to", name]) == 2
        assert why in capsys.readouterr().err
        assert before is None or (here.root / name).read_bytes() == before
    assert main(["zip", "--today", "2022-05-01"]) == 0
    here.notice("c", title="Việc mới")
    assert main(["zip", "--today", "2022-05-01"]) == 0
    assert "bang-tin/thong-bao/2022/c/index.html" in unpacked(here.root / "bang-tin.zip")
    assert sorted(path.name for path in here.root.iterdir() if path.name.startswith(".")) == []
    assert main(["zip", "--to", "khong-co/bang-tin.zip"]) == 2
    assert "không có thư mục khong-co" in capsys.readouterr().err


@pytest.mark.parametrize("gone", [slice(-3000, -2000), slice(5000, -3000)])
def test_a_damaged_zip_is_told_and_left(here: Ward, capsys: Capture, gone: slice) -> None:
    main(["zip", "--today", "2022-05-01"])
    file = here.root / "bang-tin.zip"
    damaged = bytearray(file.read_bytes())
    del damaged[gone]
    file.write_bytes(damaged)
    assert main(["zip", "--today", "2022-05-01"]) == 2
    assert "bang-tin.zip: đó là một tệp zip đã hỏng" in capsys.readouterr().err
    assert file.read_bytes() == damaged


@pytest.mark.parametrize("content", ["content", "tests/sites/kinds/content"])
def test_windows_can_unpack_it(content: str) -> None:
    built = build(ROOT / content, ROOT / "templates", date(2022, 5, 1))
    names = list(pack.copied(built.files, load_ward(ROOT / content), date(2022, 5, 1)))
    assert len(names) > 100
    assert len({name.casefold() for name in names}) == len(names)
    assert list(pack.too_long(dict.fromkeys(names))) == []
    reserved = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
    for name in names:
        assert name.isascii()
        assert not re.search(r'[<>:"\\|?*]|[. ](/|$)', name)
        assert not any(reserved.match(part) for part in name.split("/"))


def test_a_long_name_is_told(here: Ward, capsys: Capture) -> None:
    here.notice("2022/" + "dai-" * 40 + "x")
    assert main(["zip", "--today", "2022-05-01"]) == 0
    assert "bang-tin/thong-bao/2022/dai-dai-" in capsys.readouterr().err
