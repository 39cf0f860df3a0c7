"""finding.py CONTENT GOLD [ROUNDS]: what finding citations costs beside Markdown, and what it finds of those planted.

One process, each round reads every body four times in turn: our Markdown without finding, with it, with the reading of
occasions and deadlines besides, and stock Python-Markdown with the same extensions. Finding starts each round with nothing remembered, as in a build.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

from markdown import Markdown

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bulletin import read, ward_files  # noqa: E402
from bulletin.check.notice import check_notice  # noqa: E402
from bulletin.entries import load_reader  # noqa: E402
from bulletin.model.dispatch import Mention  # noqa: E402
from bulletin.understand import prose  # noqa: E402
from bulletin.understand.citations.mentions import Citing  # noqa: E402
from bulletin.understand.prose import understand  # noqa: E402
from bulletin.understand.vocabulary import Vocabulary  # noqa: E402
from bulletin.words.text.fold import slug  # noqa: E402

BAR = 0.2
SHOWN = 10
# Number, day and issuer of a citation, "" where the text does not say.
Said = tuple[str, str, str]


Way = Callable[[str, Citing], object]


def spend(ways: Iterable[tuple[str, Way]], body: str, citing: Citing, spent: Counter[str]) -> None:
    """Processor time: what else the machine does counts less."""
    for name, way in ways:
        start = time.process_time()
        way(body, citing)
        spent[name] += time.process_time() - start


def citations_alone(body: str, citing: Citing) -> object:
    """The body read for citations, and not for occasions and deadlines."""
    reads = prose._occasions, prose.find_deadlines
    prose._occasions = lambda *_: ()
    prose.find_deadlines = lambda *_: prose.Times()
    try:
        return understand(body, "", 1, "", citing)
    finally:
        prose._occasions, prose.find_deadlines = reads


def said(mention: Mention) -> Said:
    """What the text says, without what is inferred from a list, a code or the ward."""
    day = mention.dated.isoformat() if mention.dated and "date" not in mention.guessed else ""
    issuer = slug(mention.issuer) if "issuer" not in mention.guessed else ""
    return mention.number.normal, day, issuer if issuer in slug(mention.sentence[2]) else ""


def cost(bodies: dict[str, tuple[str, Citing]], words: Callable[[], Vocabulary], rounds: int) -> None:
    stock = Markdown(extensions=["tables", "def_list", "footnotes"], output_format="xhtml")
    ways: list[tuple[str, Way]] = [
        ("ours", lambda body, citing: understand(body, "", 1, "")),
        ("found", citations_alone),
        ("all", lambda body, citing: understand(body, "", 1, "", citing)),
        ("stock", lambda body, citing: stock.reset().convert(body)),
    ]
    shares, beside, times = [], [], []
    for number in range(rounds + 1):  # the first only warms up
        fresh = words()
        spent = Counter[str]()
        for i, (body, citing) in enumerate(bodies.values()):
            mine = Citing(vocabulary=fresh, number=citing.number, signed_on=citing.signed_on)
            spend(ways if i % 2 else ways[::-1], body, mine, spent)
        if number:
            shares.append(spent["found"] / spent["ours"] - 1)
            beside.append((spent["found"] - spent["ours"]) / spent["stock"])
            times.append((spent["all"] - spent["found"]) / spent["ours"])
    share = median(shares)
    print(f"\nfinding citations in {len(bodies)} notices, {rounds} rounds, median (min–max)")
    for name, values in (("our Markdown", shares), ("stock Python-Markdown", beside)):
        print(f"  {median(values):>6.1%} ({min(values):.1%}–{max(values):.1%}) of {name}")
    print(f"  {median(times):>6.1%} of our Markdown more for occasions and deadlines")
    print(f"bar: at most {BAR:.0%} of what Markdown costs: {'met' if share <= BAR else 'NOT MET'}")


def gold(found: dict[str, tuple[Mention, ...]], path: Path) -> None:
    right = 0
    wrong: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        planted = Counter((c["number"], c["date"] or "", slug(c["issuer"] or "")) for c in row["citations"])
        mine = Counter(map(said, found[row["file"]]))
        right += (planted & mine).total()
        wrong += [f"missed {one} in {row['file']}" for one in (planted - mine).elements()]
        wrong += [f"false  {one} in {row['file']}" for one in (mine - planted).elements()]
    print(f"planted citations: {right} found as planted, {len(wrong)} missed, false or with another date or issuer")
    for one in wrong[:SHOWN]:
        print(f"  {one}")
    print(f"bar: every planted citation and nothing else: {'NOT MET' if wrong else 'met'}")


def main(content: Path, planted: Path, rounds: int = 5) -> None:
    gc.set_threshold(20_000, 50, 1000)  # as a build has it
    ward = ward_files.load_ward(content)
    words = load_reader(ward).words
    bodies: dict[str, tuple[str, Citing]] = {}
    for raw in read.read(content, content.as_posix())[0].notices:
        source, _ = read.parse(raw)
        notice = check_notice(source, ward, words.knowledge)[0] if source else None
        if source and notice:
            citing = Citing(vocabulary=words, number=notice.number, signed_on=notice.signed_on)
            bodies[f"notices/{raw.relative}"] = source.body, citing
    cost(bodies, lambda: load_reader(ward).words, rounds)
    gold({file: understand(body, file, 1, "", citing)[0].mentions for file, (body, citing) in bodies.items()}, planted)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
