"""What is no plain file: reading it would wait for whoever writes into it."""

import os
from pathlib import Path


def prepare(root: Path) -> None:
    (root / "content/files").mkdir(exist_ok=True)
    os.mkfifo(root / "content/files/mau-don.pdf")
