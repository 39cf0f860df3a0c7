"""Stage 4: Archive → pages. A list of calls (`site.py`); the plan is a value that can be printed and diffed.

Here: a folder a topic, each with its pages, data and feeds; `desk/` works out once what they share, `inputs/` hands it
out. Not here: HTML or bytes (render), the disk, the clock, other stages.

Each kind of page is three things in one module: a small frozen class of all that it sees; a function that gives its
address, template and source (`Planned`) and makes nothing; a function that makes its view of the same inputs:

    @dataclass(frozen=True, slots=True, kw_only=True)
    class PlainPageInputs:
        site: Site
        entry: PageEntry
        state: State

    def plain_page(seen: PlainPageInputs) -> Planned:
        url, source = addresses.page_url(seen.entry.page.key), seen.entry.page.place
        return Planned(url=url, template="page.html", view=partial(plain_page_view, seen), source=source)

    def plain_page_view(seen: PlainPageInputs) -> PageView: ...

So addresses are listed, and judged, without a view, and one view can be made without the others. No planner takes the
`Desk` or the `Archive`: `inputs/` alone cuts what each sees out of the desk, `Site` for its frame and links, a
`Standing` for each notice of which it shows a card or a mark. Inputs hold no views, so that to list pages is cheap.
What only its content can name (pictures of previews, the search index) is `NamedByContent`.
"""
