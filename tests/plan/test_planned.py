"""Pages are listed before they are made, and each can be made without the others."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from bulletin.knowledge import load
from bulletin.model.views.page import Plan, View
from bulletin.model.views.share import PictureView
from bulletin.plan.site import planned
from bulletin.ward_files import load_ward
from tests.conftest import ROOT, sample_site

CONTENT, TODAY = "tests/sites/kinds/content", "2022-05-01"


def laid_out(*, preview: bool = False) -> Plan:
    archive, ward = sample_site(CONTENT, TODAY).archive, load_ward(ROOT / CONTENT)
    return planned(archive, ward, date.fromisoformat(TODAY), {}, load(), preview=preview)


def test_to_list_addresses_makes_no_view(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {(page.url, page.source) for page in laid_out(preview=True).every()}

    def made(self: object, *_: object, **__: object) -> None:
        raise AssertionError(f"a {type(self).__name__} was made")

    for view in get_args(View):
        if view is not PictureView:  # that of the site is named by what is on it, and every page names it
            monkeypatch.setattr(view, "__init__", made)
    plan = laid_out(preview=True)
    listed = {(page.url, page.source) for page in plan.keyed}
    monkeypatch.undo()
    hashed = {(page.url, page.source) for files in plan.hashed for page in files.pages()}
    assert listed | hashed == whole
    assert not listed & hashed


def test_a_view_needs_no_other_made_before_it() -> None:
    whole = {page.url: page.made().view for page in laid_out().every()}
    last_of_kind = {page.template: page for page in laid_out().keyed}
    assert len(last_of_kind) > 20
    # In a plan of its own, of which nothing has been made, the last kinds first.
    for template, page in reversed(last_of_kind.items()):
        assert page.made().view == whole[page.url], template
