"""`CODES`: every problem that the program can name, in two sentences for clerks, and whether it stops the build.

Here: the rows, one module a subject. Not here: what finds a problem (check, read, understand, write), or prints it
(report).
"""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.model.errors_and_warnings.attachments import ATTACHMENTS
from bulletin.model.errors_and_warnings.body import BODY
from bulletin.model.errors_and_warnings.calendar import CALENDAR
from bulletin.model.errors_and_warnings.citations import CITATIONS
from bulletin.model.errors_and_warnings.files_and_yaml import FILES
from bulletin.model.errors_and_warnings.keys import KEYS
from bulletin.model.errors_and_warnings.occasions import OCCASIONS
from bulletin.model.errors_and_warnings.output import OUTPUT
from bulletin.model.errors_and_warnings.row import Code, Severity
from bulletin.model.errors_and_warnings.sensitive import SENSITIVE
from bulletin.model.errors_and_warnings.times import TIMES
from bulletin.model.errors_and_warnings.withdrawn import WITHDRAWN

__all__ = ["CODES", "Code", "Severity"]

CODES: Mapping[str, Code] = {
    **FILES,
    **KEYS,
    **ATTACHMENTS,
    **TIMES,
    **CALENDAR,
    **BODY,
    **CITATIONS,
    **OCCASIONS,
    **SENSITIVE,
    **OUTPUT,
    **WITHDRAWN,
}
