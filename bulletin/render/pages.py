"""View → HTML. The only door to jinja2: escaping always on, an unknown name is an error, no globals."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError

from bulletin.model.views.page import View


class TemplateFault(Exception):
    """A template that cannot be read or filled: its name, line (0: unknown) and what jinja2 says."""

    def __init__(self, name: str, line: int, detail: str) -> None:
        super().__init__(detail)
        self.name, self.line, self.detail = name, line, detail


def compiled(texts: Mapping[str, str]) -> Templates:
    """The templates of these texts, by name: a preview that builds again with the same texts compiles nothing again."""
    return _compiled(frozenset(texts.items()))


@lru_cache(maxsize=1)
def _compiled(texts: frozenset[tuple[str, str]]) -> Templates:
    return Templates(dict(texts))


class Templates:
    """Templates by name, each compiled once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._env = Environment(
            loader=FunctionLoader(lambda name: (texts[name], name, None) if name in texts else None),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            keep_trailing_newline=True,
        )
        self._env.globals.clear()
        self._texts = texts
        self._compiled: dict[str, Template] = {}

    def render(self, name: str, view: View) -> str:
        """Fill the template `name`; it sees `view` and nothing else. Raises TemplateFault."""
        try:
            if name not in self._compiled:
                self._compiled[name] = self._env.get_template(name)
            return self._compiled[name].render(view=view)
        except TemplateSyntaxError as error:
            raise TemplateFault(error.name or name, error.lineno, str(error.message)) from error
        except (
            TemplateError,
            TypeError,
            AttributeError,
            ValueError,
            ArithmeticError,
            LookupError,
            RecursionError,
        ) as error:
            where, line = self._line(error, name)
            raise TemplateFault(where, line, str(error)) from error

    def _line(self, error: Exception, name: str) -> tuple[str, int]:
        """The template and line of ours where an error was raised: the innermost of the traceback; `name` and 0 when it
        was in none."""
        template, line, trace = name, 0, error.__traceback__
        while trace:
            if trace.tb_frame.f_code.co_filename in self._texts:
                template, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
            trace = trace.tb_next
        return template, line
