"""Text → value, or the code of a problem: the kinds of value that keys share.

Every value arrives as text (or lists and mappings of text); each validator turns text into a value or raises
`PydanticCustomError(code)`, where `code` is a row of `CODES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    WithJsonSchema,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from bulletin import addresses
from bulletin.words.dates.printed import short
from bulletin.words.dates.typed import parse_date
from bulletin.words.text.fold import fold, slug


class Model(BaseModel):
    """Keys that may be left blank, and no other keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _blank_is_unsaid(cls, value: object) -> object:
        return {k: v for k, v in value.items() if v not in ("", [], {})} if isinstance(value, dict) else value


def keys(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The keys of a model as they are typed: «from» and «for» cannot be names of Python's."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def alone(key: str) -> Callable[[object], object]:
    """A text alone is the value of `key`: «who: Hộ dân» instead of four keys."""
    return lambda value: {key: value} if isinstance(value, str) else value


def one_of(choices: Mapping[str, str]) -> Callable[[object], object]:
    """A value by the words that clerks use for it; the values themselves may be typed too."""
    words = {slug(word): value for word, value in choices.items()}

    def chosen(value: object) -> object:
        if not isinstance(value, str) or value in words.values():
            return value
        if slug(value) not in words:
            raise PydanticCustomError("choice-unknown", "", {"value": value, "choices": ", ".join(choices)})
        return words[slug(value)]

    return chosen


def in_order(later: str, late: date | None, earlier: str, early: date | None) -> None:
    """Refuse two days of which the second lies before the first; the keys are named in the complaint."""
    if early and late and late < early:
        days = {"late_value": short(late), "early_value": short(early)}
        raise PydanticCustomError("date-order", "", {"later": later, "earlier": earlier, **days})


def _one_line(text: str) -> str:
    if "\n" in text.strip():
        raise PydanticCustomError("value-not-text", "")
    return text.strip()


def filled(text: str) -> str:
    """Something must be there."""
    if not text:
        raise PydanticCustomError("key-empty", "")
    return text


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        day = parse_date(value)
    except ValueError:
        raise PydanticCustomError("date-impossible", "", {"value": value}) from None
    if day is None:
        raise PydanticCustomError("date-unreadable", "", {"value": value})
    return day


def _with_slug(text: str) -> str:
    if len(slug(text)) > 100 or not addresses.is_safe(f"/{slug(text)}/"):
        raise PydanticCustomError("name-unusable", "", {"value": text})
    return text


def _yes_or_no(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value.strip().casefold() not in ("true", "false"):
        raise PydanticCustomError("choice-unknown", "", {"value": value, "choices": "true (có), false (không)"})
    return value.strip().casefold() == "true"


def any_case(*choices: str) -> Callable[[object], object]:
    """«KHẨN», «khẩn» → «Khẩn»; «Hoả tốc», with its tone mark on the other letter, is «Hỏa tốc»."""
    found = {fold(choice): choice for choice in choices}
    return lambda value: found.get(fold(" ".join(value.split())), value) if isinstance(value, str) else value


def lines_of(most: int) -> Callable[[object], object]:
    """A block («|») or a list of so many lines at most → one text with line ends."""

    def joined(value: object) -> object:
        if isinstance(value, list) and not all(isinstance(line, str) for line in value):
            return value
        lines = value.split("\n") if isinstance(value, str) else value if isinstance(value, list) else None
        if lines is None:
            return value
        kept = [" ".join(line.split()) for line in lines if line.strip()]
        if len(kept) > most:
            raise PydanticCustomError("lines-many", "", {"count": len(kept), "most": most})
        return "\n".join(kept)

    return joined


Text = Annotated[str, AfterValidator(_one_line)]
Filled = Annotated[str, AfterValidator(_one_line), AfterValidator(filled)]
Name = Annotated[str, AfterValidator(_one_line), AfterValidator(filled), AfterValidator(_with_slug)]
Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema(
        {"type": "string", "examples": ["28/4/2022", "2022-04-28"], "description": "28/4/2022 hoặc 2022-04-28"}
    ),
]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]
PublishSaid = Annotated[
    Literal["public", "draft", "internal"], BeforeValidator(any_case("public", "draft", "internal"))
]
# Of notices, which alone are called back.
PublishOrWithdrawn = Annotated[
    Literal["public", "draft", "internal", "withdrawn"],
    BeforeValidator(any_case("public", "draft", "internal", "withdrawn")),
]


def nested(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    """The model of the keys under `key`, or under the items of its list, when it has any."""
    return _model_in(keys(model)[key].annotation)


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def all_keys(model: type[BaseModel]) -> Iterator[str]:
    """The keys of a model and of all models under them."""
    for key in keys(model):
        yield key
        if inner := nested(model, key):
            yield from all_keys(inner)


def required(model: type[BaseModel], key: str) -> bool:
    """Whether `key` must be given."""
    return keys(model)[key].is_required()
