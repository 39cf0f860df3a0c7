"""stages.py CONTENT OUTPUT TODAY: one cold build, its stages timed from outside. Prints {stage: seconds}."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

START = time.perf_counter()
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bulletin import pipeline, write  # noqa: E402 - the imports are timed too
from bulletin.model.views.page import Planned  # noqa: E402

# Where the pipeline looks up what it calls.
STAGES = {
    "read files": "bulletin.read.read",
    "parse front matter": "bulletin.read.parse",
    "check notices": "bulletin.check.notice.check_notice",
    "understand (Markdown)": "bulletin.entries.understand",
    "check the archive": "bulletin.check.identities.check_archive",
    "plan (addresses)": "bulletin.pipeline.planned",
    "check addresses": "bulletin.check.identities.check_addresses",
    "render": "bulletin.finished.render",
    "read finished files": "bulletin.finished.markup_of",
    "check links": "bulletin.check.links.check_links",
    "write": "bulletin.write.write",
}
spent = {"imports": time.perf_counter() - START}


def timed(stage: str, do: Callable[..., object]) -> Callable[..., object]:
    """`do`, its time added to that of `stage`."""

    def do_timed(*args: object, **kwargs: object) -> object:
        begun = time.perf_counter()
        try:
            return do(*args, **kwargs)
        finally:
            spent[stage] = spent.get(stage, 0.0) + time.perf_counter() - begun

    return do_timed


for stage, called in STAGES.items():
    module, _, name = called.rpartition(".")
    setattr(sys.modules[module], name, timed(stage, getattr(sys.modules[module], name)))
Planned.made = timed("views", Planned.made)  # type: ignore[method-assign, assignment]
built = pipeline.build(Path(sys.argv[1]), ROOT / "templates", date.fromisoformat(sys.argv[3]))
write.write(built.files, Path(sys.argv[2]))
spent["all else"] = time.perf_counter() - START - sum(spent.values())
print(json.dumps(spent))
