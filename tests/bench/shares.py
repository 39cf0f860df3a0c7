"""shares.py WHAT CONTENT OUTPUT TODAY: one cold build, what of it is WHAT's. Prints {part: seconds, "build": all}.

Processor time. What is done for WHAT alone is timed where it is called, rendering page by page; checking links and
writing see all files at once, so WHAT has its share of their bytes. What it adds to the pages of others is not counted.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bulletin import pipeline, write  # noqa: E402
from bulletin.addresses import file_of  # noqa: E402

# Where each is looked up by what calls it, and where the pages lie.
PARTS = {
    "calendar": {
        "bulletin.understand.prose._occasions": "read occasions",
        "bulletin.understand.prose.find_deadlines": "read deadlines",
        "bulletin.check.occasion_sums.check_occasions": "check occasions",
        "bulletin.plan.desk.laid.almanac": "gather days and tasks",
        "bulletin.plan.calendar.pages.calendar_view": "plan",
        "bulletin.plan.calendar.pages.month_view": "plan",
        "bulletin.plan.calendar.pages.year_view": "plan",
        "bulletin.plan.calendar.day_pages.day_view": "plan",
        "bulletin.plan.calendar.task_page.tasks_view": "plan",
        "bulletin.plan.calendar.campaign_pages.campaign_view": "plan",
        "bulletin.plan.calendar.open_data.anniversaries_view": "plan",
        "bulletin.plan.calendar.open_data.year_view": "plan",
        "bulletin.plan.calendar.subscriptions.events": "plan",
    },
    "search and abbreviations": {
        "bulletin.entries.searched_notice": "read for search",
        "bulletin.entries.searched_page": "read for search",
        "bulletin.knowledge.tables.abbreviations": "read abbreviations",
        "bulletin.understand.vocabulary.abbreviations": "read abbreviations",
        "bulletin.understand.prose.mark": "mark abbreviations",
        "bulletin.plan.site_wide.search_index.index_files": "plan the index",
        "bulletin.plan.site_wide.a_to_z.lists": "plan the catalogue",
        "bulletin.plan.site_wide.a_to_z.catalogue_view": "plan the catalogue",
        "bulletin.plan.site_wide.glossary.glossary_view": "plan the glossary",
    },
}
PLACES = {
    "calendar": ("/lich/", "/viec-can-lam/", "/du-lieu/anniversaries.json", "/du-lieu/calendar-"),
    "search and abbreviations": ("/tim-kiem/", "/viet-tat/", "/static/search-"),
}
RENDER = {"bulletin.render._bytes": "render"}
FILE = {"bulletin.finished.markup_of": "check links"}
ALL_FILES = {"bulletin.check.links.check_links": "check links", "bulletin.write.write": "write"}
spent = Counter[str]()


def timed(part: str, do: Callable[..., object], places: tuple[str, ...]) -> Callable[..., object]:
    """`do`, its time added to that of `part`; of pages only those under `places` count."""

    def do_timed(*args: object, **kwargs: object) -> object:
        begun = time.process_time()
        done = do(*args, **kwargs)
        if isinstance(done, Iterator):  # a planner makes its pages when they are asked for
            done = list(done)
        of = f"/{args[0]}" if part in FILE.values() else args[0].url if part == "render" else ""
        if not of or of.startswith(places):
            spent[part] += time.process_time() - begun
        return done

    return do_timed


def shared(part: str, do: Callable[..., object], places: tuple[str, ...]) -> Callable[..., object]:
    """`do`, whose first argument are all files: the part of its time that those under `places` have of their bytes, or
    of the addresses in them."""

    def do_timed(files: Mapping[str, object], *args: object) -> object:
        begun = time.process_time()
        done = do(files, *args)
        took = time.process_time() - begun
        sizes = {
            path: len(data) if isinstance(data, bytes) else len(getattr(data, "addresses", ()))
            for path, data in files.items()
        }
        mine = sum(size for path, size in sizes.items() if f"/{path}".startswith(places))
        spent[part] += took * mine / (sum(sizes.values()) or 1)
        return done

    return do_timed


def main(what: str, content: Path, output: Path, today: date) -> None:
    gc.set_threshold(20_000, 50, 1000)  # as a build has it
    places = PLACES[what]
    for called, by in ((PARTS[what], timed), (RENDER, timed), (FILE, timed), (ALL_FILES, shared)):
        for name, part in called.items():
            module, _, function = name.rpartition(".")
            owner = import_module(module)
            setattr(owner, function, by(part, getattr(owner, function), places))
    built = pipeline.build(content, ROOT / "templates", today)
    write.write(built.files, output)
    pages = sum(page.url.startswith(places) for page in built.pages)
    if not pages or not all(file_of(page.url) in built.files for page in built.pages):
        sys.exit(f"the build failed, or has no page of {what}")
    if unused := {*PARTS[what].values(), *RENDER.values(), *ALL_FILES.values()} - spent.keys():
        sys.exit(f"nothing was timed of {', '.join(sorted(unused))}")
    spent["build"] = time.process_time()  # of the whole process, imports with it
    print(json.dumps(spent))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), date.fromisoformat(sys.argv[4]))
