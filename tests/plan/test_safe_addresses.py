"""No address of a planned site can leave the output or be refused by a disk, whatever the texts name."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bulletin import addresses
from bulletin.knowledge import load
from bulletin.model.archive import Archive
from bulletin.model.issuer import Body
from bulletin.plan.site import plan
from tests.plan.citing import WARD, entry, mention
from tests.properties import examples

NAMES = st.one_of(
    st.sampled_from(
        [
            "北京市",
            "Совет народных депутатов",
            "مجلس المدينة",
            "Con",
            "aux",
            "☃",
            "…",
            "UBND 北京",
            "a" * 150,
            "//",
            "..",
        ]
    ),
    st.text(min_size=1, max_size=40).filter(str.strip),
)
# Where everybody looks for it (RFC 9116); no name of ours.
FIXED = {addresses.SECURITY}


@examples(6)
@given(st.lists(NAMES, min_size=3, max_size=3), NAMES, NAMES)
def test_every_planned_address_is_safe(bodies: list[str], kind: str, title: str) -> None:
    mentions = [
        mention("12/QĐ-UBND", f"2022-04-{i + 10}", kind=kind, body=Body(name=name), mark=name)
        for i, name in enumerate(bodies)
    ]
    entries = tuple(entry(f"n{i}", one, title=title) for i, one in enumerate(mentions))
    archive = Archive(entries=entries, pages=(), assets={})
    pages = plan(archive, WARD, date(2022, 5, 1), {}, load(), preview=False)
    assert [
        page.url for page in pages if page.url not in FIXED and page.url != "/" and not addresses.is_safe(page.url)
    ] == []
    lists = {page.url for page in pages if page.url.startswith(addresses.BODIES)}
    assert {addresses.body_url(name) for name in bodies} <= lists
