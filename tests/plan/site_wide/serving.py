"""What hosts, nginx and Caddy would say of an address, read off the texts that are written for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from fnmatch import fnmatchcase

Said = dict[str, str]
Block = list[tuple[list[str], "Block"]]
_TOKEN = re.compile(r'#[^\n]*|"([^"]*)"|([{};\n])|([^\s{};"]+)')


def by_hosts(text: str) -> Callable[[str], Said]:
    """The rules of `_headers`: a header that two rules give to one address is joined, as Cloudflare Pages does."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((line, []))
        else:
            name, _, value = line.strip().partition(": ")
            assert line.startswith("  "), line
            assert re.fullmatch(r"[A-Za-z-]+", name), line
            assert value, line
            rules[-1][1].append((name, value))

    def said(url: str) -> Said:
        found: Said = {}
        for pattern, headers in rules:
            if url == pattern or (pattern.endswith("*") and url.startswith(pattern[:-1])):
                for name, value in headers:
                    found[name] = f"{found[name]}, {value}" if name in found else value
        return found

    return said


def parsed(text: str, end: str) -> Block:
    """Statements as words, each with the block behind it; a statement ends with `end`: «;» in nginx, a line in Caddy."""
    root: Block = []
    stack, words = [root], []
    for match in _TOKEN.finditer(text):
        quoted, sign, word = match.groups()
        if quoted is not None or word:
            words.append(quoted if quoted is not None else word)
        elif sign == "{":
            assert words, f"a block of nothing: {text[: match.start()][-60:]}"
            stack[-1].append((words, []))
            stack.append(stack[-1][-1][1])
            words = []
        elif sign == "}":
            assert not words, f"not ended: {words}"
            stack.pop()
            assert stack, "closed more often than opened"
        elif sign == end:
            if words:
                stack[-1].append((words, []))
            words = []
    assert stack == [root], "not closed"
    assert not words, f"not ended: {words}"
    return root


def by_nginx(text: str) -> Callable[[str], Said]:
    """The server with files: its `add_header` lines, and the map for what they name."""
    top = parsed(text, ";")
    (server,) = [block for words, block in top if words == ["server"] and (["root", "/srv/bang-tin"], []) in block]
    variables = {words[2]: [row for row, _ in block] for words, block in top if words[0] == "map"}
    # A block with one of its own would send only that.
    assert not [row for words, block in server for row, _ in block if row[0] == "add_header"]

    def value(of: str, url: str) -> str:
        if not of.startswith("$"):
            return of
        (default,) = [answer for key, answer in variables[of] if key == "default"]
        fits = [answer for key, answer in variables[of] if key[0] == "~" and re.search(key[1:], url)]
        return fits[0] if fits else default

    def said(url: str) -> Said:
        rows = [words for words, _ in server if words[0] == "add_header"]
        assert {tuple(row[3:]) for row in rows} == {("always",)}
        assert len({row[1] for row in rows}) == len(rows)
        return {row[1]: value(row[2], url) for row in rows}

    return said


def by_caddy(text: str) -> Callable[[str], Said]:
    """The site's `header` directives with their matchers, for a file that is there."""
    ((_, site),) = parsed(text, "\n")
    named = [(words, block) for words, block in site if words[0].startswith("@")]
    matchers = {words[0]: (words[1:], {row[0]: row[1:] for row, _ in block}) for words, block in named}

    def fits(name: str, url: str) -> bool:
        words, tests = matchers[name]
        assert set(tests) == {"path", "file"}
        assert words in ([], ["not"])
        return any(fnmatchcase(url, pattern) for pattern in tests["path"]) != (words == ["not"])

    def said(url: str) -> Said:
        found: Said = {}
        for words, block in site:
            if words[0] != "header" or (len(words) > 1 and not fits(words[1], url)):
                continue
            for row in [row for row, _ in block] or [words[2:]]:
                assert row[0] not in found, "said twice"
                found[row[0]] = row[1]
        return found

    return said
