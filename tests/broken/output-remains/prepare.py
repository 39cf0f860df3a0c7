"""A page of ours that was altered, whose notice is gone."""

from pathlib import Path


def prepare(root: Path) -> None:
    path = "thong-bao/2022/cu/index.html"
    (root / "output" / path).parent.mkdir(parents=True)
    (root / "output" / path).write_text("<p>Sửa ở đây.")
    header = "ward-bulletin 1: the files this program made here, with their SHA-256"
    (root / "output/.ward-bulletin").write_text(f"{header}\n{'0' * 64}  {path}\n")
