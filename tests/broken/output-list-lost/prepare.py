"""The list is no text."""

from pathlib import Path


def prepare(root: Path) -> None:
    (root / "output").mkdir()
    (root / "output/.ward-bulletin").write_bytes(b"\xff\xfe")
