"""One tiny site for each problem the program can name, with the exact lines it prints.

`tests/broken/<code>/` holds `content/`, `expected.txt`, and where that is not enough `prepare.py` (makes what git
cannot hold) and `command.txt` (arguments of build.py). `GOLDEN=write` rewrites every `expected.txt`.
"""

from __future__ import annotations

import os
import re
import runpy
import shutil
from pathlib import Path

import pytest

from bulletin import cli
from bulletin.model.problem import CODES

REPO = Path(__file__).parent.parent
BROKEN = REPO / "tests/broken"
FOLDERS = sorted(folder for folder in BROKEN.iterdir() if folder.is_dir())
DEFAULT = "check --today 2022-05-01"
_CODED = re.compile(r"\[([a-z0-9-]+)\]$")


def test_one_folder_for_each_code() -> None:
    assert [folder.name for folder in FOLDERS] == sorted(CODES)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_tells_exactly_this(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only its own code is told, in these words, and the exit code follows from its severity."""
    root = tmp_path / "site"
    shutil.copytree(folder, root, ignore=shutil.ignore_patterns("expected.txt", "prepare.py", "command.txt"))
    if (folder / "prepare.py").is_file():
        runpy.run_path(str(folder / "prepare.py"))["prepare"](root)
    command = folder / "command.txt"
    arguments = (command.read_text(encoding="utf-8") if command.is_file() else DEFAULT).split()
    if "--templates" not in arguments:
        arguments += ["--templates", str(REPO / "templates")]

    monkeypatch.chdir(root)
    code = cli.main(arguments)
    told = [line for line in capsys.readouterr().err.splitlines() if _CODED.search(line)]

    if os.environ.get("GOLDEN") == "write":
        (folder / "expected.txt").write_text("".join(f"{line}\n" for line in told), encoding="utf-8")
    assert told == (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert {m[1] for line in told if (m := _CODED.search(line))} == {folder.name}
    assert code == _exit_code(folder.name)


def _exit_code(code: str) -> int:
    if code == "output-refused":
        return cli.MISUSE
    if code == "link-later":  # only of what is not public yet, which stops nothing
        return cli.OK
    return cli.PROBLEMS if CODES[code].severity == "error" else cli.OK
