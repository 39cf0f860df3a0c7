"""Addresses: each a pure function of an identity, so prose can be linked without knowing the rest of the site.

A url is «/a/b/» (a page) or «/a/b.ext» (a file): ASCII, lower case where we choose it, without the base path.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from bulletin.model.anniversary import Lunar, Solar
from bulletin.words.papers.body_names import spelled
from bulletin.words.text.address_part import RESERVED, named_part
from bulletin.words.text.fold import slug

HOME, NOTICES, FIELDS, ISSUERS, TYPES = "/", "/thong-bao/", "/linh-vuc/", "/co-quan/", "/loai/"
DISPATCHES, BODIES = "/van-ban/", "/van-ban/co-quan/"
DISPATCH_TYPES, DISPATCH_YEARS = "/van-ban/loai/", "/van-ban/nam/"
CONTACT = "/lien-he/"
SEARCH, CATALOGUE = "/tim-kiem/", "/tim-kiem/chi-muc/"
NOT_FOUND, SITEMAP, ROBOTS, NOTICES_JSON = "/404.html", "/sitemap.xml", "/robots.txt", "/du-lieu/notices.json"
# What stands in for a page without a network; the worker that keeps pages: its address is what it may keep.
NO_NETWORK, WORKER = "/khong-co-mang/", "/sw.js"
# The hosts' table of headers; where everybody looks for whom to tell of a hole (RFC 9116).
# What is called back, for the worker that keeps pages.
WITHDRAWN_JSON = "/da-thu-hoi.json"
HEADERS, SECURITY = "/_headers", "/.well-known/security.txt"
DISPATCHES_JSON, DISPATCHES_CSV = "/du-lieu/dispatches.json", "/du-lieu/dispatches.csv"
CALENDAR, CAMPAIGNS, TASKS = "/lich/", "/lich/dot/", "/viec-can-lam/"
GLOSSARY, ENGLISH, SHORT = "/viet-tat/", "/english/", "/t/"
MANIFEST_JSON, LEDGER = "/du-lieu/manifest.json", "/so-dang/"
# What is there besides where the manifest is signed.
MANIFEST_SIGNATURE, PUBLIC_KEY = "/du-lieu/manifest.json.sig", "/du-lieu/public-key.pem"
ANNIVERSARIES_JSON = "/du-lieu/anniversaries.json"
CITATIONS_JSON, CITATIONS_GRAPHML = "/du-lieu/citations.json", "/du-lieu/citations.graphml"
NOTICES_CSV, CITATIONS_CSV = "/du-lieu/notices.csv", "/du-lieu/citations.csv"
# Files under these folders are named by their content, so another content is another name.
NAMED_BY_CONTENT = ("/static/", *(f"{SEARCH}{kind}/" for kind in ("bai", "goi-y", "muc-luc", "ten", "tu")))
# How names of pages end, on old sites too: what is written there is HTML.
_PAGES = ("htm", "html", "shtml", "xhtml", "asp", "aspx", "cfm", "do", "jsp", "jspx", "php", "php3", "php5", "phtml")
_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_SEGMENT = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._~-]*")


def notice_key(year: int, name: str) -> str:
    """Identity of a notice: the year it was signed and its folded number (or file name): «2022/75-tb-du»."""
    return f"{year}/{name}"


def notice_url(key: str) -> str:
    """«2022/75-tb-du» → «/thong-bao/2022/75-tb-du/»."""
    return f"{NOTICES}{key}/"


def notice_calendar_url(key: str) -> str:
    """«2022/75-tb-du» → «/thong-bao/2022/75-tb-du/lich.ics»."""
    return f"{notice_url(key)}lich.ics"


def dispatch_url(key: str) -> str:
    """«595-cv-qu-2022» → «/van-ban/595-cv-qu-2022/»."""
    return f"{DISPATCHES}{key}/"


@lru_cache(maxsize=4096)
def body_url(name: str) -> str:
    """«Quận ủy Long Biên» → «/van-ban/co-quan/quan-uy-long-bien/»."""
    return f"{BODIES}{named_part(spelled(name))}/"


@lru_cache(maxsize=4096)
def issuer_url(name: str) -> str:
    """The list of what a body of ours has published, however its name is spelled: «UBND phường Thử» →
    «/co-quan/uy-ban-nhan-dan-phuong-thu/»."""
    return f"{ISSUERS}{named_part(spelled(name))}/"


def dispatch_type_url(name: str) -> str:
    """«Công văn» → «/van-ban/loai/cong-van/»."""
    return f"{DISPATCH_TYPES}{named_part(name)}/"


def dispatch_year_url(year: int) -> str:
    """«/van-ban/nam/2022/»."""
    return f"{DISPATCH_YEARS}{year}/"


def short_url(key: str, serial: str) -> str:
    """The address on paper: «2022/75-tb-du», «75» → «/t/75-2022/»; without a number six signs made of the key.

    Two notices may share one: then the page there lets people choose.
    """
    year = key.partition("/")[0]
    if serial:
        return f"{SHORT}{slug(serial)}-{year}/"
    mark = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8])
    # Typed by hand: no sign that looks like another, and no vowels, which make words.
    signs = "23456789bcdfghjkmnpqrstvwxz"
    return f"{SHORT}{''.join(signs[mark // len(signs) ** i % len(signs)] for i in range(6))}/"


def old_url(typed: str) -> str:
    """The address of a page that an editor calls an old one: «/cu» → «/cu/»; "" where it cannot be one."""
    url = typed if "." in typed.rpartition("/")[2] else f"{typed.removesuffix('/')}/"
    # What is written there is a page: under the name of a picture or a PDF it would be a broken one.
    return url if is_safe(url) and is_page(url) else ""


def picture_url(page: str, mark: str) -> str:
    """What previews of «/thong-bao/2022/75-tb-du/» show: «…/anh-1a2b3c4d.png»; other pages have that of «/»."""
    return f"{page}anh-{mark[:8]}.png"


def page_url(key: str) -> str:
    """«gioi-thieu» → «/gioi-thieu/»."""
    return f"/{key}/"


def year_url(year: int) -> str:
    """«/thong-bao/2022/»."""
    return f"{NOTICES}{year}/"


def month_url(day: date) -> str:
    """«/thong-bao/2022/05/» for any day of that month."""
    return f"{NOTICES}{day.year}/{day.month:02}/"


def type_year_url(name: str, year: int) -> str:
    """«Quyết định», 2022 → «/loai/quyet-dinh/2022/»."""
    return f"{TYPES}{slug(name)}/{year}/"


def calendar_year_url(year: int) -> str:
    """«/lich/2022/»."""
    return f"{CALENDAR}{year}/"


def calendar_month_url(day: date) -> str:
    """«/lich/2022/05/» for any day of that month."""
    return f"{CALENDAR}{day.year}/{day.month:02}/"


def day_url(on: Solar | Lunar) -> str:
    """«/lich/ngay/19-05/», «/lich/ngay/10-03-am-lich/», «/lich/ngay/cuoi-nam-am-lich/»."""
    if on.day == "last":
        return f"{CALENDAR}ngay/cuoi-nam-am-lich/"
    return f"{CALENDAR}ngay/{on.day:02}-{on.month:02}{'-am-lich' if isinstance(on, Lunar) else ''}/"


def campaign_url(id_: str) -> str:
    """«2022-05-ngay-le-lon» → «/lich/dot/2022-05-ngay-le-lon/»."""
    return f"{CAMPAIGNS}{id_}/"


def subscription_url(topic: str) -> str:
    """«ngay-nghi» → «/lich/ngay-nghi.ics»."""
    return f"{CALENDAR}{topic}.ics"


def calendar_json_url(year: int) -> str:
    """«/du-lieu/calendar-2022.json»."""
    return f"/du-lieu/calendar-{year}.json"


def ledger_url(day: date) -> str:
    """What was published in the month of `day`: «/so-dang/2022/05/»."""
    return f"{LEDGER}{day.year}/{day.month:02}/"


def numbered_url(first: str, page: int) -> str:
    """Page 3 of the list at «/thong-bao/» → «/thong-bao/trang/3/»."""
    return f"{first}trang/{page}/"


def letter_url(letter: str) -> str:
    """«t» → «/tim-kiem/chi-muc/t/»; «so» is the list by number."""
    return f"{CATALOGUE}{letter}/"


def index_url(kind: str, name: str) -> str:
    """A file of the search index: «tu», «12-2c26b4» → «/tim-kiem/tu/12-2c26b4.json»."""
    return f"{SEARCH}{kind}/{name}.json"


def feed_urls(of: str) -> tuple[str, str]:
    """Atom and JSON feed of the list at `of` («/» or «/linh-vuc/y-te/»)."""
    return f"{of}feed.atom", f"{of}feed.json"


def is_safe(url: str) -> bool:
    """Whether `url` can be an address we write: rooted, plain ASCII segments, no «..», no reserved name."""
    if not url.startswith("/") or len(url) > 200 or "ward-bulletin" in url:  # names of the writer's own
        return False
    segments = url[1:].removesuffix("/").split("/")
    return all(
        _SEGMENT.fullmatch(s) and not s.endswith(".") and s.split(".")[0].casefold() not in RESERVED for s in segments
    )


def is_page(url: str) -> bool:
    """Whether a browser takes what lies at `url` for a page: «/a/», «/a.html», «/trang/default.aspx»."""
    return url.endswith("/") or is_page_name(url)


def is_page_name(file: str) -> bool:
    """The same for the name of a file: «a/index.html», «a/feed.atom»."""
    return file.rpartition(".")[2].casefold() in _PAGES and "." in file.rpartition("/")[2]


def is_planned(url: str) -> bool:
    """Whether the site may have `url`: one that is safe, or one that everybody knows by its name."""
    return url in (HOME, SECURITY) or is_safe(url)


def is_mail(text: str) -> bool:
    """Whether `text` is one plain mail address: «bao-mat@phuong.example»."""
    return bool(_MAIL.fullmatch(text))


def asset_url(path: str) -> str:
    """«files/2022/Phụ lục 1.PDF» → «/files/2022/phu-luc-1.pdf»; "" when nothing is left of a name."""
    pure = PurePosixPath(path)
    names = [*(slug(part) for part in pure.parts[:-1]), slug(pure.stem)]
    suffix = slug(pure.suffix)
    url = "/" + "/".join(names) + (f".{suffix}" if suffix else "")
    return url if all(names) and is_safe(url) else ""


def static_url(name: str, sha256: str) -> str:
    """«style.css» → «/static/style-1a2b3c4d5e.css»: browsers may keep it for good."""
    stem, dot, suffix = name.rpartition(".")
    return f"/static/{stem}-{sha256[:10]}{dot}{suffix}"


def file_of(url: str) -> str:
    """Where in the output an address lies: «/» → «index.html», «/a/» → «a/index.html», «/feed.atom» → «feed.atom»."""
    return f"{url[1:]}index.html" if url.endswith("/") else url[1:]
