"""One notice or page: bytes → entry. Whoever calls, however often, from wherever: the same file gives the same entry."""

from __future__ import annotations

import gc
import pickle
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from bulletin import explain, read
from bulletin.entries import Reader, load_reader, notice_entries, notice_entry, page_entry
from bulletin.model.archive import Entry
from bulletin.model.contact import Contact
from bulletin.model.issuer import Issuer, Tier
from bulletin.model.place import Place
from bulletin.model.problem import Problem
from bulletin.model.source import Raw
from bulletin.model.ward import MenuItem
from bulletin.understand.vocabulary import Vocabulary
from bulletin.ward_files import load_days, load_ward
from tests.conftest import ROOT, SITE, Ward, sample_site
from tests.test_in_chunks import Pool

SITES = {
    "content": ROOT / "content",
    **{f"tests/sites/{n}/content": ROOT / f"tests/sites/{n}/content" for n in ("kinds", "empty")},
}
Made = tuple[Entry | None, tuple[Problem, ...]]


def raws_of(content: Path) -> tuple[Raw, ...]:
    return read.read(content, content.as_posix())[0].notices


def reader_at(content: Path) -> Reader:
    return load_reader(load_ward(content), load_days(content))


REAL, KINDS = reader_at(SITES["content"]), reader_at(SITES["tests/sites/kinds/content"])
# A dozen texts that are read differently: the real notice, each kind, a head that is wrong, lists in lists.
SOME = (
    *raws_of(SITES["content"]),
    *raws_of(SITES["tests/sites/kinds/content"])[:9],
    Raw(path="a.md", relative="a.md", data=b"---\ntitle: A\n---\n\n1. m\xe1\xbb\x99t [a](b\n"),
    Raw(
        path="b.md",
        relative="b.md",
        data=("---\ntitle: B\n---\n" + "".join(f"{' ' * 4 * n}- a\n" for n in range(18))).encode(),
    ),
)


def made_by(raw: Raw) -> Made:
    return notice_entry(raw, REAL)


def test_two_threads_give_what_one_gives() -> None:
    alone = [notice_entry(raw, REAL) for raw in SOME]
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda raw: notice_entry(raw, REAL), SOME * 3)) == alone * 3


def test_two_processes_give_what_one_gives() -> None:
    """Each begins anew, with a hash seed of its own and a reader that came by pickle."""
    many = SOME * (100 // len(SOME) + 1)  # enough to be read in chunks
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert notice_entries(many, REAL, pool) == [*map(made_by, SOME)] * (len(many) // len(SOME))


def test_many_notices_go_to_the_executor_and_few_stay() -> None:
    raw = raws_of(SITES["content"])[0]
    pool, few = Pool(100, takes=True), Pool(100, takes=True)
    assert notice_entries([raw] * 110, REAL, pool) == [made_by(raw)] * 110
    assert pool.chunks == [25, 25, 25, 25, 10]
    assert notice_entries([raw] * 5, REAL, few) == [made_by(raw)] * 5
    assert few.chunks == []


def test_a_reader_that_arrives_by_pickle_is_the_same() -> None:
    other: Reader = pickle.loads(pickle.dumps(REAL))
    assert other == REAL and other.fingerprint == REAL.fingerprint and other != KINDS


def test_reading_a_notice_leaves_nothing_behind_in_the_program() -> None:
    """No cache of a module grows, or answers, while an entry is made."""
    caches = {
        f"{name}.{key}": value
        for name, module in list(sys.modules.items())
        if name.startswith("bulletin.")
        for key, value in vars(module).items()
        if hasattr(value, "cache_info")
    }
    assert caches  # of what only pages are made with
    before = {name: cached.cache_info() for name, cached in caches.items()}
    for raw in SOME:
        notice_entry(raw, REAL)
    page_entry(Raw(path="p.md", relative="p.md", data=b"---\ntitle: A\npublish: public\n---\n\nA.\n"), REAL)
    assert {name: cached.cache_info() for name, cached in caches.items()} == before


def test_how_deep_the_caller_stands_makes_no_difference() -> None:
    def from_below(frames: int, do: Callable[[], Made]) -> Made:
        return from_below(frames - 1, do) if frames else do()

    def depth() -> int:
        frame, n = sys._getframe(), 0
        while frame := frame.f_back:  # type: ignore[assignment]
            n += 1
        return n

    for raw in SOME:
        for left in (60, 100, 150, 250):
            deep = from_below(sys.getrecursionlimit() - depth() - left, lambda raw=raw: made_by(raw))  # type: ignore[misc]
            assert deep == made_by(raw)


def changed(**keys: object) -> Reader:
    return load_reader(replace(load_ward(SITES["content"]), **keys), load_days(SITES["content"]))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "keys",
    [
        {"menu": (MenuItem(title="Hỏi đáp", url="/hoi-dap/", place=Place(path="site.yml")),)},
        {"contacts": (Contact(label="Trực ban"),)},
        {"description": "Lời khác.", "name": "Tên khác"},
        {"origin": "https://khac.example", "years": (2030,), "security": "a@b.example"},
    ],
    ids=lambda keys: ", ".join(keys),
)
def test_what_no_notice_uses_changes_no_reader_and_no_entry(keys: dict[str, object]) -> None:
    other = changed(**keys)
    assert other == REAL
    assert [notice_entry(raw, other) for raw in SOME] == [*map(made_by, SOME)]


@pytest.mark.parametrize(
    "keys",
    [
        {"base": "/phuong"},
        {"issuer": "Đảng ủy phường Thử"},
        {"signed_at": "Thử"},
        {"fields": {"dat-dai": "Đất đai"}},
        {"chain": (Tier(level="commune", name="phường Thử"),)},
        {"issuers": (Issuer(code="ABC", name="Ban ABC", level="commune", system="state"),)},
    ],
    ids=lambda keys: ", ".join(keys),
)
def test_what_notices_use_makes_another_reader(keys: dict[str, object]) -> None:
    assert changed(**keys) != REAL


def test_where_a_line_of_site_yml_stands_makes_no_other_reader(ward: Ward) -> None:
    before = reader_at(ward.content)
    ward.write("site.yml", f"# Lời dặn\n\n{SITE}menu:\n  - {{title: Thông báo, url: /thong-bao/}}\n")
    assert reader_at(ward.content) == before
    ward.write("site.yml", SITE.replace("Đất đai", "Nhà đất"))
    assert reader_at(ward.content) != before


def test_builds_one_after_another_keep_no_reader_of_before(ward: Ward) -> None:
    def alive() -> int:
        gc.collect()
        return sum(isinstance(value, Vocabulary) for value in gc.get_objects())

    ward.notice("a", "Căn cứ Công văn số 12/CV-QU ngày 01/4/2022 của Quận ủy.")
    before = alive()
    for _ in range(2):
        ward.build()
    assert alive() == before


def entries() -> Iterator[tuple[str, Entry]]:
    for site in SITES:
        yield from ((site, entry) for entry in sample_site(site).archive.entries)


def test_explain_reads_as_the_build_does() -> None:
    readers = {site: reader_at(content) for site, content in SITES.items()}
    seen = 0
    for site, entry in entries():
        path = Path(entry.notice.place.path)
        raw = Raw(
            path=path.as_posix(), relative=path.relative_to(SITES[site] / "notices").as_posix(), data=path.read_bytes()
        )
        notice, prose, _, _ = explain.understood(raw, readers[site])
        assert (notice, prose) == (entry.notice, entry.prose)
        seen += bool(prose and prose.abbreviations)
    assert seen  # some have abbreviations marked
