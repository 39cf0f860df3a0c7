"""The ward of `content/` and what it adds to the rows of knowledge: its site.yml and its own days.

Apart from `pipeline`, since verbs that look at single texts, or at none, need these and not what makes a site.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from bulletin import knowledge, read
from bulletin.check import own_days
from bulletin.check.ward import check_ward
from bulletin.knowledge.rows import Knowledge
from bulletin.model.anniversary import OwnDays
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Raw
from bulletin.model.ward import Ward

# With a broken site.yml the notices are still judged, by a ward that stands for none.
STAND_IN = Ward(
    name="?", description="", origin="", base="", issuer="?", signed_at="?", fields={}, menu=(), contacts=()
)
NO_DAYS = OwnDays()


def ward_of(raw: Raw | None, shown: str, base_url: str) -> tuple[Ward | None, tuple[Problem, ...]]:
    """The ward that the text of site.yml (`raw`) describes; None with the problems when it cannot be read."""
    if raw is None:
        return None, (problem("ward-missing", Place(path=f"{shown}/site.yml")),)
    front, problems = read.parse_yaml(raw)
    if front is None:
        return None, problems
    ward, faults = check_ward(front, raw.path, base_url)
    return ward, (*problems, *faults)


def calendar_of(raws: Iterable[Raw]) -> tuple[Mapping[str, own_days.Front], OwnDays, tuple[Problem, ...]]:
    """The files of campaigns by path, and the rows of the others."""
    fronts: dict[str, own_days.Front] = {}
    problems: list[Problem] = []
    inside: dict[str, str] = {}
    for raw in raws:
        inside[raw.path] = f"calendar/{raw.relative}"
        front, faults = read.parse_yaml(raw)
        problems += faults
        if front is not None:
            fronts[raw.path] = front
    own = {path: front for path, front in fronts.items() if own_days.holds_own_days(front)}
    days, faults = own_days.check_own_days(own, knowledge.load().anniversaries, inside)
    return {path: front for path, front in fronts.items() if path not in own}, days, (*problems, *faults)


def load_ward(content: Path, base_url: str = "") -> Ward:
    """The ward of `content`, or one that stands for none: for verbs that look at single texts."""
    path = content / "site.yml"
    if not path.is_file():
        return STAND_IN
    raw = Raw(path=path.as_posix(), relative="site.yml", data=path.read_bytes())
    return ward_of(raw, content.as_posix(), base_url)[0] or STAND_IN


def load_days(content: Path) -> OwnDays:
    """The ward's own days, as far as they can be read: for the same verbs."""
    files = sorted(path for path in (content / "calendar").rglob("*.yml") if path.is_file())
    return calendar_of(Raw(path=path.as_posix(), relative=path.name, data=path.read_bytes()) for path in files)[1]


def rows(ward: Ward, days: OwnDays = NO_DAYS) -> Knowledge:
    """The rows of knowledge with the ward's own."""
    return knowledge.with_ward(knowledge.load(), ward.issuers, days)
