"""Links: to a file outside content/, to a folder inside it. (A link to a file inside is followed.)"""

from pathlib import Path


def prepare(root: Path) -> None:
    (root / "ngoai.txt").write_text("Thử.")
    files = root / "content/files"
    files.mkdir()
    (files / "ngoai.txt").symlink_to(root / "ngoai.txt")
    (root / "content/notices").mkdir()
    (files / "thong-bao").symlink_to(root / "content/notices")
