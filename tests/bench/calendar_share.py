"""calendar_share.py CONTENT OUTPUT TODAY: one cold build, what of it is the calendar's. Prints {part: seconds, "build": all}.

Processor time. Reading, checking and planning are timed where they are called, rendering page by page; checking links
and writing see all files at once, so the calendar has its share of their bytes.
"""

from __future__ import annotations

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
from bulletin.words.urls import file_of  # noqa: E402

# Where each is looked up by what calls it.
PARTS = {
    "bulletin.understand.prose._occasions": "read occasions",
    "bulletin.understand.prose.find_deadlines": "read deadlines",
    "bulletin.check.occasions.check_occasions": "check occasions",
    "bulletin.plan.frame.almanac": "gather days and tasks",
    "bulletin.plan.calendar_pages.calendar": "plan",
    "bulletin.plan.task_page.task_page": "plan",
    "bulletin.plan.campaign_pages.campaign_pages": "plan",
    "bulletin.plan.calendar_data.calendar_data": "plan",
    "bulletin.plan.subscriptions.subscriptions": "plan",
    "bulletin.render._bytes": "render",
}
ALL_FILES = {"bulletin.check.links.check_links": "check links", "bulletin.write.write": "write"}
PLACES = ("/lich/", "/viec-can-lam/", "/du-lieu/anniversaries.json", "/du-lieu/calendar-")
spent = Counter[str]()


def is_calendar(url: str) -> bool:
    return url.startswith(PLACES)


def timed(part: str, do: Callable[..., object]) -> Callable[..., object]:
    """`do`, its time added to that of `part`; of pages only the calendar's count."""

    def do_timed(*args: object, **kwargs: object) -> object:
        begun = time.process_time()
        done = do(*args, **kwargs)
        if isinstance(done, Iterator):  # a planner makes its pages when they are asked for
            done = list(done)
        if part != "render" or is_calendar(args[0].url):
            spent[part] += time.process_time() - begun
        return done

    return do_timed


def shared(part: str, do: Callable[..., object]) -> Callable[..., object]:
    """`do`, whose first argument are all files: their part of its time."""

    def do_timed(files: Mapping[str, object], *args: object) -> object:
        begun = time.process_time()
        done = do(files, *args)
        took = time.process_time() - begun
        sizes = {path: len(data) for path, data in files.items() if isinstance(data, bytes)}
        mine = sum(size for path, size in sizes.items() if is_calendar(f"/{path}"))
        spent[part] += took * mine / (sum(sizes.values()) or 1)
        return done

    return do_timed


def replace(called: Mapping[str, str], by: Callable[[str, Callable[..., object]], Callable[..., object]]) -> None:
    for name, part in called.items():
        module, _, function = name.rpartition(".")
        owner = import_module(module)
        setattr(owner, function, by(part, getattr(owner, function)))


def main(content: Path, output: Path, today: date) -> None:
    replace(PARTS, timed)
    replace(ALL_FILES, shared)
    built = pipeline.build(content, ROOT / "templates", today)
    write.write(built.files, output)
    pages = sum(is_calendar(page.url) for page in built.pages)
    if not pages or not all(file_of(page.url) in built.files for page in built.pages):
        sys.exit("the build failed, or has no page of the calendar")
    spent["build"] = time.process_time()  # of the whole process, imports with it
    print(json.dumps(spent))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3]))
