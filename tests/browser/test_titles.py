"""What Nghị định 42/2022, Điều 7, asked (224/2026, in force now, has not been read): a search that finds fully and exactly: all that the index lists is found by its title as
it is printed, without its marks, and by its number."""

from __future__ import annotations

import re
import unicodedata

from playwright.sync_api import Page

from tests.browser.test_search import ask


def ways_to_type(title: str) -> set[str]:
    """As printed; without marks; in small letters with blanks between its parts; a number also without its type:
    «Thông báo số 75 -TB/ĐU», «Thong bao so 75 -TB/DU», «thong bao so 75 tb du», «75-TB/ĐU», «75 tb du»."""
    letters = unicodedata.normalize("NFD", title.replace("đ", "d").replace("Đ", "D"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    typed = {title, bare, re.sub(r"\W+", " ", bare).strip().lower()}
    number = re.search(r" số (\d\S* ?\S*/\S+)$", title)
    return typed | ways_to_type("".join(number[1].split())) if number else typed


def test_all_that_is_listed_is_found_by_its_title_and_its_number(page: Page, site: str) -> None:
    page.goto(f"{site}/tim-kiem/chi-muc/")
    rows = page.locator("main .catalogue a").evaluate_all("all => all.map(a => [a.textContent, a.pathname])")
    assert len(rows) >= 15
    assert {"75-TB/ĐU", "75 tb du"} <= {question for title, _ in rows for question in ways_to_type(title)}
    page.goto(f"{site}/tim-kiem/")
    missed = []
    for title, path in rows:
        for question in sorted(ways_to_type(title)):
            ask(page, question)
            hrefs = page.locator("#_ket-qua h2 a").evaluate_all("all => all.slice(0, 3).map(a => a.pathname)")
            if path not in hrefs:
                missed.append((question, path, hrefs))
    assert missed == []
