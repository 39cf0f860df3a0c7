"""Somebody's own file in the output folder."""

from pathlib import Path


def prepare(root: Path) -> None:
    output = root / "output"
    output.mkdir()
    (output / "ghi-chu.txt").write_text("Thử.")
