"""A list of names pasted as one paragraph of 5,001 lines."""

from pathlib import Path


def prepare(root: Path) -> None:
    head = "---\ntitle: Thử\ndate: 1/5/2022\npublish: public\n---\n\nDanh sách.\n\n"
    body = "một dòng\n" * 5001 + "\nHết.\n"
    (root / "content/notices").mkdir(exist_ok=True)
    (root / "content/notices/thu.md").write_text(head + body, encoding="utf-8")
