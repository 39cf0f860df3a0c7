"""Somebody's own file where the front page has to be written."""

from pathlib import Path


def prepare(root: Path) -> None:
    output = root / "output"
    output.mkdir()
    (output / "index.html").write_text("Thử.")
