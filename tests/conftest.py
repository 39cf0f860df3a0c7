"""A small ward to write notices into and to build, as an editor would."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bulletin.model.built import Built
from bulletin.model.views.page import Files
from bulletin.pipeline import build
from tests import properties  # noqa: F401 - its profiles must be there before pytest asks for one

ROOT = Path(__file__).parent.parent
SITE = """\
name: Bảng tin thử
base_url: https://thu.example/
issuer: Ủy ban nhân dân phường Thử
place: Thử
fields: [Y tế, Giáo dục, Đất đai]
"""


@cache
def sample_site(content: str = "content", today: str = "2022-05-01") -> Built:
    """A site of the repository, without errors: built once a process, however many tests read it."""
    built = build(ROOT / content, ROOT / "templates", date.fromisoformat(today))
    assert not built.failed, [str(p) for p in built.problems]
    return built


def without_sources(files: Files) -> dict[str, object]:
    """The site, whose manifest also tells the hash of each text that an editor has written, without these."""
    manifest = files["du-lieu/manifest.json"]
    assert isinstance(manifest, bytes)
    return {**files, "du-lieu/manifest.json": re.sub(rb',"source":"[0-9a-f]{64}"', b"", manifest)}


class Ward:
    """`content/` in a temporary folder. Built in process, from that folder, with the repository's templates."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = root / "content"
        self.write("site.yml", SITE)

    def write(self, path: str, text: str | bytes) -> Path:
        target = self.content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
        return target

    def notice(self, name: str, body: str = "Nội dung.", **keys: str) -> Path:
        """A public notice of 28/4/2022 unless `keys` say otherwise; values are written as they are. A number of the
        Party is that of its committee."""
        issuer = {"issuer": "Đảng ủy phường Thử"} if keys.get("number", "").endswith(("ĐU", "DU")) else {}
        given = {"title": "Một việc", "date": "28/4/2022", "publish": "public", **issuer, **keys}
        front = "".join(f"{key}: {value}\n" for key, value in given.items())
        return self.write(f"notices/{name}.md", f"---\n{front}---\n\n{body}\n")

    def build(self, today: str = "2022-05-01", **options: object) -> Built:
        return build(self.content, ROOT / "templates", date.fromisoformat(today), **options)  # type: ignore[arg-type]

    def files(self, today: str = "2022-05-01", **options: object) -> Files:
        """The site, which must be without errors."""
        built = self.build(today, **options)
        assert not built.failed, [str(p) for p in built.problems]
        return built.files

    def text(self, path: str, today: str = "2022-05-01") -> str:
        data = self.files(today)[path]
        assert isinstance(data, bytes)
        return data.decode()

    def codes(self, today: str = "2022-05-01") -> list[str]:
        return [p.code for p in self.build(today).problems]


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    return Ward(tmp_path)


@pytest.fixture
def main_of() -> Callable[[str], str]:
    """The part of a page between <main> and </main>."""
    return lambda page: page.partition("<main")[2].partition("</main>")[0]
