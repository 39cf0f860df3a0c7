"""Stage 4: Archive → pages. A list of calls, one a kind of page; the plan is a value that can be printed and diffed."""

from bulletin.plan.site import plan

__all__ = ["plan"]
