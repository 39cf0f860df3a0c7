"""A mapping of Fields against a schema: every fault as a problem at its place, with the nearest known key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bulletin.check.keys.nearest import near
from bulletin.check.keys.places import field_at
from bulletin.check.keys.values import all_keys, keys, nested
from bulletin.model import source
from bulletin.model.place import Place
from bulletin.model.problem import CODES, Problem, problem
from bulletin.words.yaml.read import plain

M = TypeVar("M", bound=BaseModel)


def validate(
    model: type[M], front: Mapping[str, source.Field], path: str, front_line: int, instead: Mapping[str, str]
) -> tuple[M | None, tuple[Problem, ...]]:
    """Judge `front` by `model`; every fault of every key at once, each at its own line and column.

    With faults, the first value is what the other keys say (the required ones from `instead`), so that what a schema
    cannot see is still judged in the same run; None when not even that can be made.
    """
    given = {key: plain(field) for key, field in front.items() if field.value not in ("", (), {})}
    try:
        return model.model_validate(given), ()
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=True)
    problems = tuple(_problem(f, front, model, Place(path=path, line=front_line, col=1)) for f in faults)
    # «publsh: public» is one mistake: its cure is the right name, not one more line.
    meant = {f"«{near(key, keys(model))}»" for key in given if key not in keys(model)}
    problems = tuple(p for p in problems if not (p.code == "key-missing" and any(m in p.says for m in meant)))
    # «- Khẩu hiệu: Chào mừng» where a text may stand alone: the colon has made it a key.
    split = {p.place for p in problems if p.code == "front-colon"}
    problems = tuple(p for p in problems if not (p.code == "key-missing" and p.place in split))
    bad = {fault["loc"][0] for fault in faults if fault["loc"]}
    with suppress(ValidationError):
        return model.model_validate({**instead, **{k: v for k, v in given.items() if k not in bad}}), problems
    return None, problems


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fault:
    """A fault as pydantic tells it: its `kind`, where (`loc`), what was typed; `key` is the known key that it lies at.

    `field` is the value there and `parent` the one above it, each None where the file has none; `top` is the place of
    the file's keys.
    """

    kind: str
    loc: tuple[int | str, ...]
    typed: object
    context: Mapping[str, object]
    model: type[BaseModel]
    keys: tuple[str, ...]
    field: source.Field | None
    parent: source.Field | None
    top: Place

    @property
    def key(self) -> str:
        return self.keys[-1]

    @property
    def at_value(self) -> Place:
        return Place(path=self.top.path, line=self.field.line, col=self.field.col) if self.field else self.top

    @property
    def at_key(self) -> Place:
        return _key_place(self.field, self.top)


def _key_place(field: source.Field | None, top: Place) -> Place:
    return Place(path=top.path, line=field.key_line, col=field.key_col) if field else top


def _problem(error: ErrorDetails, front: Mapping[str, source.Field], model: type[BaseModel], top: Place) -> Problem:
    """The sentence for a clerk that stands for one of pydantic's errors, at its place."""
    loc = error["loc"]
    field, parent = field_at(front, loc)
    names = set(all_keys(model))  # pydantic also names the members of a union on the way
    known = tuple(part for part in loc if isinstance(part, str) and part in names)
    fault = _Fault(
        kind=error["type"],
        loc=loc,
        typed=error["input"],
        context=cast("dict[str, object]", error.get("ctx", {})),
        model=model,
        keys=known or (str(loc[-1]),),
        field=field,
        parent=parent,
        top=top,
    )
    if fault.kind == "missing":
        return _missing(fault)
    if fault.kind == "extra_forbidden":
        return _strange(fault)
    if isinstance(fault.typed, str) and fault.typed.startswith(("“", "”")):
        return problem("front-quotes", fault.at_value)
    return _unfit(fault)


def _missing(fault: _Fault) -> Problem:
    """A key that must be given: it is empty, or is not there."""
    if fault.field:
        return problem("key-empty", fault.at_key, key=fault.key)
    inside = f" trong «{fault.keys[-2]}»" if len(fault.keys) > 1 else ""
    return problem("key-missing", _key_place(fault.parent, fault.top), key=fault.key, inside=inside)


def _strange(fault: _Fault) -> Problem:
    """A key that nobody knows, or a text with a colon that YAML took for one: «- Khẩu hiệu: Chào mừng»."""
    parent, name = fault.parent, fault.loc[-1]
    if parent and len(plain(parent)) == 1 and _meant_as_text(fault.model, fault.loc):
        return problem("front-colon", Place(path=fault.top.path, line=parent.line, col=parent.col))
    return problem("key-unknown", fault.at_key, key=name, near=_near_key(str(name), fault.model, fault.loc[:-1]))


# Pydantic's kinds of a value of another shape → our code.
_SHAPES = {
    **dict.fromkeys(("list_type", "tuple_type"), "value-not-list"),
    **dict.fromkeys(("model_type", "dict_type", "model_attributes_type"), "value-not-keys"),
}


def _unfit(fault: _Fault) -> Problem:
    """A value that its key cannot have: none of its choices, of another shape, or refused by a validator of ours."""
    if fault.kind == "literal_error":
        choices = str(fault.context["expected"]).replace(" or ", ", ").replace("'", "")
        choices = ", ".join(_PUBLISH_WORDS.get(choice, choice) for choice in choices.split(", "))
        return problem("choice-unknown", fault.at_value, value=fault.typed, key=fault.key, choices=choices)
    if code := _SHAPES.get(fault.kind):
        return problem(code, fault.at_value, key=fault.key)
    if fault.kind == "date-impossible" and _year_outside(str(fault.context["value"])):
        return problem("date-outside", fault.at_value, **fault.context)
    if fault.kind in CODES:
        place = fault.at_key if fault.kind == "key-empty" else fault.at_value
        return problem(fault.kind, place, **{"key": fault.key, **fault.context})
    if isinstance(fault.typed, dict):  # «- Lưu: VT» in a list of texts
        return problem("front-colon", fault.at_value)
    return problem("value-not-text", fault.at_value, key=fault.key)


def _year_outside(typed: str) -> bool:
    """Whether it is the year that makes «28/4/1822» no day of ours."""
    years = re.findall(r"(?<![0-9])[0-9]{4}(?![0-9])", typed)
    return len(years) == 1 and typed.strip() != years[0] and not 1900 <= int(years[0]) <= 2199


def _meant_as_text(model: type[BaseModel], loc: tuple[int | str, ...]) -> bool:
    """Whether `loc` names a strange key in an item that may be a text alone: a slogan with a colon in it."""
    within = nested(model, str(loc[0])) if len(loc) == 3 and loc[0] in keys(model) else None
    return bool(within and "text" in keys(within) and not near(str(loc[-1]), keys(within)))


# What the three English words of `publish` mean.
_PUBLISH_WORDS = {
    "public": "public (công khai)",
    "draft": "draft (bản nháp)",
    "internal": "internal (nội bộ, không đăng)",
    "withdrawn": "withdrawn (đã thu hồi)",
}


def _near_key(key: str, model: type[BaseModel], inside: tuple[int | str, ...]) -> str:
    within: type[BaseModel] | None = model
    for part in inside:
        if within and isinstance(part, str) and part in keys(within):
            within = nested(within, part)
    names = keys(within) if within else {}
    guess = near(key, names)
    top = names if within is model and not guess else ()
    above = [f"«{name}»" for name in top if (under := nested(model, name)) and key in keys(under)]
    if above:
        return f"là khoá con của {' hoặc '.join(above)}: viết dưới khoá ấy, thụt vào hai dấu cách"
    return f"có phải «{guess}» không?" if guess else f"các khoá dùng được: {', '.join(names)}"
