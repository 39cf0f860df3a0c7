"""What the files of the index hold by position has the same names in Python and in the script that reads them."""

from __future__ import annotations

import json
import re
from dataclasses import fields

from bulletin.model.views.search import SearchResult, SearchResultsView
from bulletin.plan.site_wide.search_values import Numbering
from bulletin.render.xml_and_json import search_results
from tests.conftest import ROOT

SCRIPT = (ROOT / "templates/static/search.js").read_text("utf-8")


def test_a_result_has_the_same_columns_for_both() -> None:
    names = re.search(r"^const RESULT = \[(.*)\];$", SCRIPT, re.MULTILINE)
    assert names
    columns = re.findall(r"'(\w+)'", names[1])
    assert columns == [field.name for field in fields(SearchResult)]
    named = SearchResult(**{name: f"<{name}>" for name in columns})
    assert json.loads(search_results(SearchResultsView(documents=(named,)))) == [[f"<{name}>" for name in columns]]


def test_the_lists_that_number_documents_are_the_same_for_both() -> None:
    names = re.search(r"^function numbering\(\{ docs: \[(.*)\] \}\)", SCRIPT, re.MULTILINE)
    assert names
    assert names[1].split(", ") == [field.name for field in fields(Numbering)]
    numbering = Numbering(notices={"a": 0, "b": 1}, pages=3, cited={"x": 5}, days=4, known=2)
    assert (numbering.counts, numbering.first_cited, numbering.first_known_day) == ([2, 3, 1, 4, 2], 5, 10)
