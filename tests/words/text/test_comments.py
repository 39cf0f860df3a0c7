"""What editors write for editors stays in their file: on no page, in no feed, not in what search finds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.pipeline import build
from bulletin.words.text.comments import published
from tests.conftest import ROOT
from tests.properties import examples

SECRET = "bí-mật"
COMMENTS = [
    f"<!-- {SECRET} -->",
    f"<!--{SECRET}-->",
    f"<!-- dòng một\n\n{SECRET}\n-->",
    f"<!-- a > b -- {SECRET} --!>",
    f"<!– {SECRET} –>",
    f"<!— {SECRET} —>",
    f"[//]: # ({SECRET}, chưa xác minh)",
    f'[//]: # "{SECRET}"',
    f"[//]: # '{SECRET}'",
    f"[//]: #\n({SECRET})",
    f"[//]: # (dòng một\n{SECRET})",
    f"[//]:\n# ({SECRET})",
    f"[comment]: <> ({SECRET})",
    f"[comment]: # {SECRET}",
    f"[xem lại]: # ({SECRET})",
    f"  [//]: # ({SECRET})",
    f"> [//]: # ({SECRET})",
    f"- [//]: # ({SECRET})",
]
UNUSED = [
    f"[ref]: https://{SECRET}.example/",
    f'[ref]: /files/a.pdf "{SECRET}"',
    f"[ghi chú]: {SECRET}, hỏi lại văn phòng",
    f"[^1]: {SECRET}",
    f"[^1]: dòng một\ndòng hai {SECRET}",
    f"[^1]: dòng một\n\n    đoạn hai {SECRET}",
    f"[^1]: xem [^2]\n\n[^2]: {SECRET}",
    f"[^x y]: {SECRET}",
]


@pytest.mark.parametrize("typed", [*COMMENTS, *UNUSED])
@pytest.mark.parametrize(
    "around", ["{}", "Một đoạn.\n\n{}\n\nMột đoạn nữa.", "Một đoạn\n{}\n\nnữa.", "- Một\n\n{}\n\n- Hai"]
)
def test_a_comment_is_left_out(typed: str, around: str) -> None:
    said = published(around.format(typed))
    assert SECRET not in said.body
    assert said.body.count("\n") == around.format(typed).count("\n")  # places of problems stay right
    assert [word for word in around.split() if word != "{}"] == said.body.replace(">", "").split() or typed[0] in ">-"
    assert bool(said.left_out) is (typed in UNUSED)
    assert said.unclosed is None


@pytest.mark.parametrize(
    "typed",
    [
        f"Giờ họp <!-- {SECRET} --> là 8 giờ",
        f"Giờ họp <! -- {SECRET} - -> là 8 giờ",
        f"Giờ họp <!-- {SECRET}\n--> là 8 giờ",
    ],
)
def test_words_beside_a_comment_stay(typed: str) -> None:
    assert published(typed).body.split() == ["Giờ", "họp", "là", "8", "giờ"]


@pytest.mark.parametrize(
    "typed",
    [
        "Xem [1] : trang sau, và [tổ 3] (phố Thử).",
        "Xem [1] và [2].\n\n[1]: Luật Đất đai\n[2]: Luật Nhà ở",
        "Xem[^1].\n\n[^1]: Chú thích\ndòng hai\n\n    đoạn hai",
        "Xem[^1].\n\n[^1]: Xem[^2].\n[^2]: Chú thích.",
        "Viết [mẫu đơn][mau].\n\n[mau]: /files/a.pdf",
        "Thời gian: [8 giờ]",
        "*[TTĐT]: trật tự đô thị",
        "a <b và c> d, 5 <! 6",
    ],
)
def test_what_the_text_refers_to_stays(typed: str) -> None:
    assert published(typed).body == typed
    assert not published(typed).left_out


@pytest.mark.parametrize("typed", ["[^1]", "[mau]"])
def test_a_use_in_code_or_escaped_is_none(typed: str) -> None:
    for shown in (f"Viết `{typed}`.", f"Viết \\{typed}."):
        assert published(f"{shown}\n\n{typed}: {SECRET}").body.strip() == shown


def test_the_second_note_of_a_name_is_told() -> None:
    said = published("Xem[^1].\n\n[^1]: Một.\n[^1]: Hai.")
    assert [one.line for one in said.left_out] == [3]
    assert "Một." in said.body


def test_a_comment_that_never_ends_hides_the_rest() -> None:
    said = published(f"Một\nHai <!-- {SECRET}\nBa")
    assert (said.unclosed, said.body.split()) == (1, ["Một", "Hai"])


@examples(40)
@given(
    st.lists(st.sampled_from(["<!--", "-->", "`", "\n", " ", "chữ", "[^1]", "]: ", "[a]", "\\", "# (", ")"])).map(
        "".join
    )
)
def test_nothing_is_added_and_no_line_moves(body: str) -> None:
    said = published(body)
    assert said.body.count("\n") == body.count("\n")
    assert published(said.body).unclosed is None
    for line, typed in zip(said.body.split("\n"), body.split("\n"), strict=True):
        rest = iter(typed)
        assert all(sign in rest for sign in line)


def test_no_finished_file_holds_one(tmp_path: Path) -> None:
    """Page, feeds, search, data, previews: the whole build."""
    content = tmp_path / "content"
    (content / "notices").mkdir(parents=True)
    (content / "pages").mkdir()
    (content / "site.yml").write_bytes((ROOT / "tests/broken/body-unread/content/site.yml").read_bytes())
    hidden = [one.replace(SECRET, f"bimat{i}") for i, one in enumerate([*COMMENTS, *UNUSED])]
    body = "\n\n".join(f"Đoạn {i}.\n\n{one}" for i, one in enumerate(hidden))
    head = "---\ntitle: Thử\ndate: 1/5/2022\npublish: public\n# bimat-khoa\n---\n\n"
    (content / "notices/a.md").write_text(f"{head}{body}\n\nHết.\n", encoding="utf-8")
    page = "---\ntitle: Trang\npublish: public\n---\n\n"
    (content / "pages/b.md").write_text(f"{page}{body}\n\nHết.\n", encoding="utf-8")
    built = build(content, ROOT / "templates", date(2022, 5, 2), preview=True)
    assert not built.failed, built.problems
    assert any(
        "Đoạn 3." in data.decode()
        for path, data in built.files.items()
        if isinstance(data, bytes) and path.endswith(".html")
    )
    for path, data in built.files.items():
        if isinstance(data, bytes):
            assert b"bimat" not in data, path


@pytest.mark.parametrize(
    "typed",
    [
        "Gõ `<!-- {} -->` là 8 giờ.", "Gõ \\` rồi <!-- {} --> và \\`.", "[//] : # ({})", "[//]：# ({})", "[//]# ({})", "[]: # ({})",
        "[^x] : {}", "a) [//]: # ({})", "1/ [//]: # ({})", "– [//]: # ({})",
    ],
)  # fmt: skip
def test_however_it_is_typed_it_stays_in_the_file(typed: str) -> None:
    assert SECRET not in published("Họp tổ.\n\n" + typed.format(SECRET)).body
