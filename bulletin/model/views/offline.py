"""The view of the worker that keeps pages for readers without a network."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.html import Html


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerView:
    """Values of JavaScript: what is kept `ahead`, the folders of files `named` by their content, a page's address."""

    ahead: Html
    named: Html
    no_network: Html
    search: Html
    notices: Html
    withdrawn: Html
