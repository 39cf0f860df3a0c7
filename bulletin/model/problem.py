"""Problem: one thing an editor must know, where it is, and what to do about it.

Every problem the program can name is a row of `CODES`; `docs/huong-dan-bien-tap.md` lists the same rows, and
`tests/broken/` holds one tiny site for each. Texts are Vietnamese, read by clerks: `says` is what is wrong,
`do` is what to do. Slots `{…}` are filled by `problem()`.
"""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.errors_and_warnings import CODES as CODES
from bulletin.model.errors_and_warnings import Severity
from bulletin.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One sentence for the editor. `code` is a key of `CODES`; `withheld`: of what is not public yet, and `opens` on
    that day («05/5/2022»), "" while nobody has said which."""

    code: str
    place: Place
    says: str
    hint: str
    severity: Severity = "error"
    withheld: bool = False
    opens: str = ""

    @property
    def stops(self) -> bool:
        """Whether nothing may be published before it is mended."""
        return self.severity == "error" and not self.withheld

    @property
    def kind(self) -> str:
        """What stands before the sentence: nothing before a mistake that stops."""
        if self.withheld:
            return f"chưa đăng, hẹn {self.opens}: " if self.opens else "chưa đăng: "
        return "" if self.severity == "error" else "nhắc: "

    def __str__(self) -> str:
        return f"{self.place}: {self.kind}{self.says} — {self.hint} [{self.code}]"


# What an editor typed may be a page long; lists of what may be chosen are shown whole.
_TYPED = {"value", "line", "detail"}


def _shown(name: str, value: object) -> str:
    """A value inside a sentence: one line, no control characters, what was typed at most 80 characters."""
    text = "".join(c if c.isprintable() else " " for c in str(value))
    return text if len(text) <= 80 or name not in _TYPED else text[:79] + "…"


def problem(code: str, place: Place, /, **slots: object) -> Problem:
    """Fill the sentences of `CODES[code]`; an unknown code or a missing slot is a bug and raises KeyError."""
    row = CODES[code]
    shown = {name: _shown(name, value) for name, value in slots.items()}
    return Problem(
        code=code, place=place, says=row.says.format(**shown), hint=row.do.format(**shown), severity=row.severity
    )
