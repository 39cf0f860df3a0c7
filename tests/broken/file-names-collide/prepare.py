"""Names that one disk keeps apart and another does not: by letter case, by NFC and NFD."""

from pathlib import Path

import pytest


def prepare(root: Path) -> None:
    notices = root / "content/notices"
    notices.mkdir()
    for name in ("MOT.md", "mot.md", "th\u1eed.md", "thu\u031b\u0309.md"):
        text = "---\ntitle: Thử\ndate: 1/5/2022\npublish: public\n---\n\nMột việc.\n"
        (notices / name).write_text(text, encoding="utf-8")
    if len(list(notices.iterdir())) < 4:
        pytest.skip("this disk does not keep such names apart")
