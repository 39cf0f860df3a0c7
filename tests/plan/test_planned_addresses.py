"""Every address that is planned can be a file everywhere, whatever things are called."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin.addresses import is_planned
from tests.conftest import SITE, Ward
from tests.properties import examples

BODIES = [
    "北京市",
    "Con",
    "Ban Nul",
    "Aux",
    "LPT1",
    "Ủy ban " + "rất dài " * 30,
    "Công ty Ａ＆Ｂ",
    "«»",
    "ཀ",
    "a/b",
    "Ban 1.2",
    "ССС",
]
NAMES = st.lists(
    st.one_of(
        st.sampled_from(BODIES), st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=12)
    ),
    min_size=1,
    max_size=8,
)


@examples(2)
@given(NAMES)
def test_whatever_things_are_called(tmp_path_factory: object, names: list[str]) -> None:
    ward = Ward(tmp_path_factory.mktemp("ward"))  # type: ignore[attr-defined]
    ward.write("site.yml", SITE.replace("fields: [Y tế, Giáo dục, Đất đai]\n", ""))
    cited = "\n\n".join(f"Công văn số {i}-CV/QU ngày 01/4/2022 của {name}." for i, name in enumerate(names, 1))
    ward.notice("2022/con-duong", cited, aliases="[/cu/trang.aspx, /cu/b/]")
    for i, name in enumerate(names):
        ward.notice(f"2022/n{i}", f"Thực hiện Quyết định số {i}/2022/QĐ-UBND của {name}.", number=f"{i + 1}/TB-UBND")
    built = ward.build()
    assert [str(p) for p in built.problems if p.code == "address-unsafe"] == []
    assert built.pages
    assert [page.url for page in built.pages if not is_planned(page.url)] == []
