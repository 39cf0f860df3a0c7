"""Another run holds the folder; it ends with this process."""

import fcntl
import os
from pathlib import Path


def prepare(root: Path) -> None:
    (root / "output").mkdir()
    held = os.open(root / "output/.ward-bulletin.lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(held, fcntl.LOCK_EX)
