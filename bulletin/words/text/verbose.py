"""Patterns inside verbose patterns, in which a bare blank counts for nothing."""

from __future__ import annotations


def spaced(pattern: str) -> str:
    r"""A pattern whose blanks are meant, for use in a verbose one: «thành lập|tái lập» → «thành\ lập|tái\ lập»."""
    return pattern.replace(" ", r"\ ")
