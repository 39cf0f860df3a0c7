"""Stage 4: Archive → pages. A list of calls (`site.py`); the plan is a value that can be printed and diffed.

Here: a folder a topic, each with its pages, data and feeds; `desk/` is what they share. Not here: HTML or bytes
(render), the disk, the clock, other stages.
"""

from bulletin.plan.site import plan

__all__ = ["plan"]
