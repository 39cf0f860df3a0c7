"""`content/calendar/*.yml` with a ward's own days → rows beside the common ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bulletin.check.keys.calendar import CampaignSaid, OwnAnniversarySaid, OwnDayOffSaid, OwnDaysSaid
from bulletin.check.keys.judge import validate
from bulletin.check.keys.nearest import near
from bulletin.check.keys.places import place_of
from bulletin.check.keys.values import keys
from bulletin.model.anniversary import Anniversary, DayOff, OwnDays
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Field
from bulletin.words.dates.printed import short
from bulletin.words.dates.yearly import parse_yearly
from bulletin.words.text.fold import slug

Front = Mapping[str, Field]
_CAMPAIGN_ONLY = keys(CampaignSaid)


def holds_own_days(front: Front) -> bool:
    """Whether a file of `content/calendar/` is one of own days; all others are campaigns."""
    keys_of_days = keys(OwnDaysSaid)
    meant = bool(front) and all(near(key, keys_of_days) for key in front)  # «day_off:»
    return meant or any(key in keys_of_days for key in front)


def check_own_days(
    files: Mapping[str, Front], common: Mapping[str, Anniversary], inside: Mapping[str, str]
) -> tuple[OwnDays, tuple[Problem, ...]]:
    """The rows of all such files, by path, or all that is wrong with them.

    `inside`: path → path inside of content/, which the public is told.
    """
    problems: list[Problem] = []
    # An id is for one day, and a name too: of two days of one name no notice would tell which it means.
    taken = {name: f"trong danh mục chung ({row.name})" for row in common.values() if files for name in _names(row)}
    days: dict[date, Place] = {}
    anniversaries: list[Anniversary] = []
    days_off: list[DayOff] = []
    for path, front in files.items():
        stated = _stated(path, front, problems)
        for i, anniversary in enumerate(stated.anniversaries if stated else ()):
            row = _anniversary(anniversary, inside[path])
            place = place_of(front, path, "anniversaries", i, "id")
            twice = next((key for key in _names(row) if key in taken), None)
            if twice:
                problems.append(problem("anniversary-twice", place, value=_names(row)[twice], other=taken[twice]))
            taken |= dict.fromkeys(_names(row), f"ở {place}")
            anniversaries.append(row)
        for i, off in enumerate(stated.days_off if stated else ()):
            place = place_of(front, path, "days_off", i, "on")
            if off.on in days:
                problems.append(problem("day-off-twice", place, date=short(off.on), other=days[off.on]))
            days.setdefault(off.on, place)
            days_off.append(_day_off(off, inside[path]))
    # The registry refuses two rows of one id; with errors nothing is published anyway.
    own = {row.id: row for row in anniversaries if row.id not in common}
    return OwnDays(anniversaries=tuple(own.values()), days_off=tuple(days_off)), tuple(problems)


def _stated(path: str, front: Front, problems: list[Problem]) -> OwnDaysSaid | None:
    """What one file states; keys of campaigns in it are told and left out."""
    stray = [key for key in front if key in _CAMPAIGN_ONLY]
    if stray:
        slots = {"own": next(key for key in front if key not in stray), "key": stray[0]}
        problems.append(problem("calendar-mixed", place_of(front, path, stray[0]), **slots))
    own = {key: field for key, field in front.items() if key not in stray}
    stated, faults = validate(OwnDaysSaid, own, path, 1, {})
    problems += faults
    return stated


def _names(row: Anniversary) -> Mapping[str, str]:
    """What a row goes by: its id and its names, folded."""
    return {f"#{row.id}": row.id, **{slug(name): name for name in (row.name, *row.also)}}


def _anniversary(row: OwnAnniversarySaid, source: str) -> Anniversary:
    return Anniversary(
        id=row.id,
        name=row.name,
        on=parse_yearly(row.on),
        also=tuple(row.also),
        origin=row.origin,
        kinds=("local",),
        basis=row.basis,
        note=row.note,
        sources=(source,),
        verified=True,
    )


def _day_off(day: OwnDayOffSaid, source: str) -> DayOff:
    return DayOff(on=day.on, name=day.name, kind=day.kind, status=day.status, basis=day.basis, sources=(source,))
