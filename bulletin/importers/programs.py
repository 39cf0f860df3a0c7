"""A given program, run on copies of files in an empty folder: the one place of this room that touches disk."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

FOLDER = "{folder}"  # in an argument: the folder in which the program runs
_ENVIRONMENT = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "TESSDATA_PREFIX", "PATHEXT", "COMSPEC")
# Nobody listens at port 9 of this machine: what asks for the network gets none.
_NO_NETWORK = {f"{scheme}_proxy": "http://127.0.0.1:9" for scheme in ("http", "https", "ftp", "all")}


class NoProgramError(Exception):
    """The program is not there."""


class ProgramFailedError(Exception):
    """It took too long, or did not make what was asked."""


class RunProgram(Protocol):
    def __call__(self, argv: tuple[str, ...], files: Mapping[str, bytes], makes: str, seconds: int) -> bytes:
        """The file `makes` that the program leaves beside `files`.

        Raises NoProgramError, ProgramFailedError. «{folder}» in an argument is the folder's path.
        """


def run_program(argv: tuple[str, ...], files: Mapping[str, bytes], makes: str, seconds: int) -> bytes:
    """A `RunProgram`: without a shell, with an environment and a home of its own, dead proxies, and killed with all
    that it started when its time is over."""
    program = shutil.which(argv[0])
    if program is None:
        raise NoProgramError(argv[0])
    with tempfile.TemporaryDirectory(prefix="ban-thao-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for path, data in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        kept = {key: value for key in _ENVIRONMENT if (value := os.environ.get(key))}
        environment = {**kept, **_NO_NETWORK, "HOME": name, "TMPDIR": name, "TMP": name, "TEMP": name}
        arguments = [program, *(argument.replace(FOLDER, folder.as_posix()) for argument in argv[1:])]
        _run(arguments, name, environment, seconds)
        if not (folder / makes).is_file():
            raise ProgramFailedError(argv[0])
        return (folder / makes).read_bytes()


def _run(arguments: list[str], folder: str, environment: Mapping[str, str], seconds: int) -> None:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - a program we name, arguments we made, no shell
        arguments, cwd=folder, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise ProgramFailedError(arguments[0]) from None
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """It, and what it has started: soffice is a script that starts another program."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        process.kill()
