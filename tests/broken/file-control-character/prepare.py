"""What is pasted from Word: a line break of its own (VT), a mark that turns the direction of writing."""

from pathlib import Path


def prepare(root: Path) -> None:
    notice = root / "content/notices/thu.md"
    notice.parent.mkdir()
    text = "---\ntitle: Thử\x0b một\ndate: 1/5/2022\npublish: public\n---\n\nMột \u202eviệc.\n"
    notice.write_text(text, encoding="utf-8")
