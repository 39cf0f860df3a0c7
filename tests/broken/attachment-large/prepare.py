"""A scan as it comes from the machine; git need not hold it."""

from pathlib import Path


def prepare(root: Path) -> None:
    folder = root / "content/files"
    folder.mkdir()
    with (folder / "ban-ve.pdf").open("wb") as file:
        file.write(b"%PDF-1.4\n")
        file.truncate(30 * 1024 * 1024)
