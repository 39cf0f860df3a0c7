"""Two pages of ours with other bytes than the list says: one has a text of its own, the other none."""

from pathlib import Path


def prepare(root: Path) -> None:
    rows = ["ward-bulletin 1: the files this program made here, with their SHA-256"]
    for path in ("lien-he/index.html", "404.html"):
        (root / "output" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "output" / path).write_text("<p>Sửa ở đây.")
        rows.append(f"{'0' * 64}  {path}")
    (root / "output/.ward-bulletin").write_text("\n".join(rows) + "\n")
