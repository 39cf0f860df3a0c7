"""The models of all files that editors write, and the JSON Schemas made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel, TypeAdapter

from bulletin.check.keys.calendar import CampaignSaid, OwnDaysSaid
from bulletin.check.keys.dispatch import DispatchSaid
from bulletin.check.keys.front_matter import NoticeFront, PageFront
from bulletin.check.keys.site_yml import WardSaid
from bulletin.check.keys.values import (
    keys,
    nested,
)

# What each kind of file holds.
FILES: Mapping[str, type[BaseModel]] = {
    "notice": NoticeFront,
    "page": PageFront,
    "site": WardSaid,
    "dispatch": DispatchSaid,
    "campaign": CampaignSaid,
    "own days": OwnDaysSaid,
}


def rows_of_keys(model: type[BaseModel]) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Every key with those under it: («signer», «name»), what it means, whether it must be given."""
    for key, field in keys(model).items():
        yield (key,), str(field.description), field.is_required()
        inner = nested(model, key)
        for name, under in keys(inner).items() if inner else ():
            yield (key, name), str(under.description), under.is_required()


SCHEMAS: Mapping[str, tuple[TypeAdapter[object], str]] = {
    "notice": (TypeAdapter(NoticeFront), "Phần khai báo của thông báo"),
    "page": (TypeAdapter(PageFront), "Phần khai báo của trang"),
    "site": (TypeAdapter(WardSaid), "content/site.yml"),
    "dispatch": (TypeAdapter(DispatchSaid), "content/dispatches/*.yml"),
    "calendar": (TypeAdapter(CampaignSaid | OwnDaysSaid), "content/calendar/*.yml"),
}


def json_schema(name: str) -> dict[str, object]:
    """The JSON Schema of one of `SCHEMAS`, for the YAML completion of editors. A key left empty is allowed."""
    model, title = SCHEMAS[name]
    schema = model.json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        for key, rule in part.get("properties", {}).items():
            rule.pop("title", None)
            if key not in part.get("required", ()):
                part["properties"][key] = {
                    "description": rule.pop("description", ""),
                    "anyOf": [rule, {"type": "null"}],
                }
    return {**schema, "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
