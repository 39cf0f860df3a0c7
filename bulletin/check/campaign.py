"""`content/calendar/*.yml` with a campaign → Campaign: occasions on their days, known forms, days in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import PurePosixPath

from bulletin.addresses import campaign_url, is_safe
from bulletin.check.events import days_of, events_of, many_days, too_many
from bulletin.check.keys.calendar import BasisSaid, CampaignSaid
from bulletin.check.keys.judge import validate
from bulletin.check.keys.nearest import near
from bulletin.check.keys.places import place_of
from bulletin.check.own_days import Front
from bulletin.knowledge.anniversaries_in_a_year import anniversaries_in_year
from bulletin.knowledge.days_by_words import by_words
from bulletin.knowledge.rows import Knowledge
from bulletin.model.anniversary import Anniversary, Lunar
from bulletin.model.campaign import Basis, Campaign, Channel, Marked, Slogan, Window
from bulletin.model.form import Form
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.words.dates.lunar import FIRST, LAST
from bulletin.words.dates.printed import short
from bulletin.words.dates.yearly import yearly
from bulletin.words.papers.document_numbers import parse_number
from bulletin.words.text.fold import slug

# Stand-ins for required keys that are missing or wrong, so that the rest of the file is judged too.
_UNSAID = {"title": "?", "publish": "draft"}
_FAR, _YEAR = timedelta(days=45), timedelta(days=366)
_LONGEST_NAME = 100
# «các ngày lễ kỷ niệm» are days; «không tổ chức lễ kỷ niệm» plans none.
_CEREMONY = re.compile(
    r"(?<!ngày )(?<!dịp )\blễ(?: (?:trọng thể|cấp \w+|chào mừng))* k[ỷỉ] niệm|\bm[ií]t[ -]?tinh\b", re.IGNORECASE
)
_NONE_PLANNED = re.compile(r"\bkhông\b[^;.]{0,40}$", re.IGNORECASE)


def check_campaigns(
    files: Mapping[str, Front], knowledge: Knowledge, *, complete: bool
) -> tuple[tuple[Campaign, ...], tuple[Problem, ...]]:
    """All campaigns, given by path; `complete`: every anniversary that there may be is known."""
    judged = [_Judge(path, front, knowledge, complete=complete).judge() for path, front in files.items()]
    problems = [p for _, faults in judged for p in faults]
    paths: dict[str, str] = {}
    for path in files:
        first = paths.setdefault(_id(path), path)
        if first != path:
            slots = {"url": campaign_url(_id(path)), "first": first, "second": path}
            problems.append(problem("campaign-twice", Place(path=path), **slots))
    return tuple(campaign for campaign, _ in judged if campaign), tuple(problems)


def _id(path: str) -> str:
    return slug(PurePosixPath(path).stem)


class _Judge:
    """One file being judged: what is wrong gathers in `problems`."""

    def __init__(self, path: str, front: Front, knowledge: Knowledge, *, complete: bool) -> None:
        self.path, self.front, self.knowledge, self.complete = path, front, knowledge, complete
        self.problems: list[Problem] = []
        self.forms = {slug(name): form for form in knowledge.forms for name in (form.id, form.name, *form.also)}

    def judge(self) -> tuple[Campaign | None, tuple[Problem, ...]]:
        stated, faults = validate(CampaignSaid, self.front, self.path, 1, _UNSAID)
        self.problems += faults
        id_ = _id(self.path)
        if len(id_) > _LONGEST_NAME:
            self.problems.append(problem("name-long", Place(path=self.path), count=len(id_), most=_LONGEST_NAME))
        elif not (id_ and is_safe(campaign_url(id_))):
            self.problems.append(problem("path-unsafe", Place(path=self.path), value=PurePosixPath(self.path).name))
        if stated is None:
            return None, tuple(self.problems)
        windows = tuple(self._windows(stated))
        campaign = Campaign(
            id=id_,
            place=self._at("title"),
            title=stated.title,
            summary=stated.summary,
            publish=stated.publish,
            cancelled=stated.cancelled,
            occasions=tuple(self._occasions(stated, windows)),
            topics=tuple(stated.topics),
            windows=windows,
            takedown_by=self._takedown(stated.takedown_by, windows),
            takedown_guessed=not stated.takedown_by,
            slogans=tuple(
                Slogan(text=slogan.text, basis=self._basis(slogan.basis, "slogans", i, "basis"))
                for i, slogan in enumerate(stated.slogans)
            ),
            channels=tuple(
                Channel(form=form, detail=channel.detail)
                for i, channel in enumerate(stated.channels)
                if (form := self._form(channel.form, "channels", i))
            ),
            lead=stated.lead,
            units=tuple(stated.units),
            basis=tuple(b for i, basis in enumerate(stated.basis) if (b := self._basis(basis, "basis", i))),
            events=events_of(stated.events, self.front, self.path),
        )
        self.problems += [*_far_events(campaign), *many_days(campaign.events)]
        if not campaign.cancelled:
            self.problems += self._ceremonies(campaign)
        failed = any(p.severity == "error" for p in self.problems)
        return None if failed else campaign, tuple(self.problems)

    def _at(self, *loc: int | str) -> Place:
        return place_of(self.front, self.path, *loc)

    def _tell(self, code: str, place: Place, **slots: object) -> None:
        self.problems.append(problem(code, place, **slots))

    def _occasions(self, stated: CampaignSaid, windows: tuple[Window, ...]) -> Iterator[Marked]:
        for i, marked in enumerate(stated.occasions):
            row = self.knowledge.anniversaries.get(marked.anniversary)
            if row is None:
                if self.complete:
                    where = self._at("occasions", i, "anniversary")
                    self._tell(
                        "anniversary-unknown", where, value=marked.anniversary, near=self._nearest(marked.anniversary)
                    )
                continue
            place = self._at("occasions", i, "on")
            if self._comes(row, marked.on, place):
                far = windows and not any(w.starts_on - _FAR <= marked.on <= w.ends_on + _FAR for w in windows)
                if far:
                    self._tell("campaign-far", place, name=row.name, date=short(marked.on))
                yield Marked(anniversary=row.id, on=marked.on, place=self._at("occasions", i))

    def _comes(self, row: Anniversary, on: date, place: Place) -> bool:
        """Whether an anniversary comes on that very day of that year."""
        if not FIRST <= on <= LAST:
            self._tell("year-outside", place, value=on.year)
            return False
        days = [day.on for day in anniversaries_in_year([row], on.year)]
        if on not in days:
            right = "năm ấy ngày này không được kỷ niệm; xem lại năm, hoặc bỏ dòng này"
            if days:
                lunar = f" ({row.on.day}/{row.on.month} âm lịch)" if isinstance(row.on, Lunar) else ""
                right = f"ghi {' hoặc '.join(map(short, days))}{lunar}"
            self._tell("anniversary-day", place, name=row.name, date=short(on), right=right)
        return on in days

    def _nearest(self, text: str) -> str:
        """By what was probably meant, and only then by letters."""
        rows = self.knowledge.anniversaries
        meant = by_words(text, rows.values())[:3]
        if not meant:
            names = {name: row for row in rows.values() for name in (row.id, row.name, *row.also)}
            guess = near(text, names)
            meant = (names[guess],) if guess else ()
        if not meant:
            return "tra mã bằng lệnh «build.py days», hoặc khai ngày ấy ở một tệp của content/calendar/"
        return f"có phải {' hay '.join(f'«{row.id}» ({row.name}, {yearly(row.on)})' for row in meant)} không?"

    def _windows(self, stated: CampaignSaid) -> Iterator[Window]:
        for i, window in enumerate(stated.windows):
            form = self._form(window.form, "windows", i)
            basis = self._basis(window.basis, "windows", i, "basis")
            place = self._at("windows", i)
            self.problems += too_many(window.starts_on, window.ends_on, place)
            if form:
                yield Window(
                    form=form,
                    starts_on=window.starts_on,
                    ends_on=window.ends_on,
                    basis=basis,
                    note=window.note,
                    place=place,
                )

    def _form(self, text: str, *loc: int | str) -> Form | None:
        form = self.forms.get(slug(text))
        if form is None:
            guess = near(text, self.forms)
            names = "; ".join(row.name for row in self.knowledge.forms)
            hint = f"có phải «{self.forms[guess].name}» không?" if guess else f"chọn một trong: {names}"
            self._tell("form-unknown", self._at(*loc, "form"), value=text, near=hint)
        return form

    def _basis(self, basis: BasisSaid | None, *loc: int | str) -> Basis | None:
        if basis is None:
            return None
        place = self._at(*loc, "number")
        number = parse_number(basis.number, self.knowledge.type_codes)
        if number is None:
            self._tell("number-unreadable", place, value=basis.number)
            return None
        return Basis(number=number, dated=basis.date, place=place)

    def _takedown(self, stated: date | None, windows: tuple[Window, ...]) -> date | None:
        last = max((window.ends_on for window in windows if window.form.visual), default=None)
        if stated and last and stated < last:
            slots = {"later": "takedown_by", "late_value": short(stated), "earlier": "to", "early_value": short(last)}
            self._tell("date-order", self._at("takedown_by"), **slots)
        return stated or (last + timedelta(days=1) if last else None)

    def _ceremonies(self, campaign: Campaign) -> Iterator[Problem]:
        texts = (campaign.title, campaign.summary, *campaign.topics, *(slogan.text for slogan in campaign.slogans))
        planned = (m for text in texts for m in _CEREMONY.finditer(text) if not _NONE_PLANNED.search(text[: m.start()]))
        word = next(planned, None)
        for marked in campaign.occasions if word else ():
            row = self.knowledge.anniversaries[marked.anniversary]
            for day in anniversaries_in_year([row], marked.on.year):
                if word and day.on == marked.on and day.ordinal and day.scale != "tròn":
                    major = "major" in row.kinds
                    decree = "Nghị định 145/2013/NĐ-CP" if major else "khoản 3 Điều 4 Nghị định 111/2018/NĐ-CP"
                    slots = {"value": word[0], "name": row.name, "year": marked.on.year, "ordinal": day.ordinal}
                    yield problem("campaign-ceremony", marked.place, decree=decree, **slots)


def _far_events(campaign: Campaign) -> Iterator[Problem]:
    """«05/5/2012» typed for «05/5/2022»: days of an event that are far from all of the rest."""
    for event in campaign.events:
        others = [*campaign.days, *(day for other in campaign.events if other is not event for day in days_of(other))]
        far = [day for day in days_of(event) if others and all(abs(day - other) > _YEAR for other in others)]
        if far:
            yield problem("event-far", event.place, value=event.what, day=short(far[0]))
