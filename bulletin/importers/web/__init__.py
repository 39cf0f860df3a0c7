"""Web pages → Paper: what Word saves as a page and offices name «.doc». Nothing that a page leads to is fetched."""
