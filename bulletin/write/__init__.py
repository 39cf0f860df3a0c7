"""Stage 6: bytes → disk. Writes only what differs, removes only what our own list of the last build names.

    alone: one build at a time → look: what will change, and what must be told before → put: it changes

`spool.py` is where files wait, `listed.py` is the list of what is ours, `look.py` compares, `put.py` does, `lock.py`
keeps others out.

Here: what lies in `output/`, what is ours of it, in which order names change. Not here: what is written (render), or a
second folder: the zip is `pack.py`.
"""

from __future__ import annotations

import os
from pathlib import Path

from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.views.page import Files, Written
from bulletin.write.lock import alone
from bulletin.write.look import Look, look, survey
from bulletin.write.own_names import LIST, LOCK
from bulletin.write.put import clean, put
from bulletin.write.spool import Spool

__all__ = ["LIST", "LOCK", "Look", "Spool", "alone", "clean", "look", "put", "refuse", "survey", "write"]


def refuse(output: Path, content: Path, templates: Path) -> tuple[Problem, ...]:
    """Why `output` must not be built into, whatever is to be written: it holds, or is, something of someone's."""
    try:
        why = _whose(output.resolve(), content.resolve(), templates.resolve())
    except OSError:
        return ()  # what cannot even be looked at cannot be written: `alone` tells why
    return (problem("output-refused", Place(path=str(output)), path=output, why=why),) if why else ()


def _whose(real: Path, content: Path, templates: Path) -> str:
    """What `real` is that we must not touch; "" when it may be ours."""
    if (
        # Not Path.home(), which fails where nobody is at home: in some containers.
        real in (Path("/").resolve(), Path(os.path.expanduser("~")).resolve(), Path.cwd().resolve())  # noqa: PTH111
        or real in Path.cwd().resolve().parents
    ):
        return "đó là thư mục gốc, thư mục nhà hoặc thư mục đang làm việc"
    if any(real == i or real in i.parents or i in real.parents for i in (content, templates)):
        return "đó là thư mục nội dung hay mẫu trang, hoặc chứa nó, hoặc nằm trong nó"
    if (real / ".git").exists():
        return "trong đó có kho .git"
    return "đó là một tệp" if real.exists() and not real.is_dir() else ""


def write(files: Files, output: Path) -> tuple[Written | None, tuple[Problem, ...]]:
    """Look and put. Nothing is written when a stranger's file stands in the way."""
    seen = look(files, output)
    done, problems = put(seen)
    return done, (*seen.problems, *problems)
