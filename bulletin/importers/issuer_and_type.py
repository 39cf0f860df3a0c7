"""What follows from the lines of a letterhead taken together: which body issues the paper, and of what type it is."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.knowledge.letterhead import Letterhead
from bulletin.knowledge.rows import Knowledge
from bulletin.model.paper import Line
from bulletin.words.papers.document_numbers import parse_number


def types_by_number(symbol: str, has_subject: bool, knowledge: Knowledge) -> tuple[str, ...]:
    """What the symbol says that the paper is; a paper with «V/v» below its number is a Công văn."""
    forms = (f"1/{symbol}", f"1-{symbol}", f"1/2020/{symbol}")
    number = next((n for form in forms if symbol and (n := parse_number(form, knowledge.type_codes))), None)
    if number and (number.code or number.style == "law"):
        normative = parse_number(forms[2], knowledge.type_codes)
        return knowledge.type_names(number) or (knowledge.type_names(normative) if normative else ())
    return ("Công văn",) if number or has_subject else ()


def bodies_of(lines: Sequence[Line], marks: Letterhead) -> tuple[str, str]:
    """(the body above, the one that issues) of the lines of a left column: the first in plain capitals, the other in
    bold; or by where the name of another body begins, where all look alike."""
    texts = [" ".join(line.full_text.split()) for line in lines]
    bold = [line.bold for line in lines]
    if any(bold) and not all(bold):
        first = bold.index(True)
        if first and all(bold[first:]):
            return " ".join(texts[:first]), " ".join(texts[first:])
    groups: list[str] = []
    for text in texts:
        if groups and (marks.goes_on(groups[-1]) or not marks.begins_body(text)):
            groups[-1] += f" {text}"
        else:
            groups.append(text)
    return " ".join(groups[:-1]), groups[-1] if groups else ""
