"""A notice typed in TCVN3 (ABC): its bytes are no UTF-8."""

from pathlib import Path


def prepare(root: Path) -> None:
    notice = root / "content/notices/thu.md"
    notice.parent.mkdir()
    notice.write_bytes(b"---\ntitle: Th\xf6\ndate: 1/5/2022\npublish: public\n---\n\nM\xe9t viec.\n")
