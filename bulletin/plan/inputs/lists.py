"""What lists of notices see."""

from __future__ import annotations

from bulletin.plan.desk.desk import Desk
from bulletin.plan.notices.lists import ListsInputs


def lists_inputs(desk: Desk) -> ListsInputs:
    """For all lists of notices, and whatever stands beside them."""
    return ListsInputs(site=desk.site, shown=tuple(desk.standings.values()), fields=desk.ward.fields)
