"""Names and numbers of official papers: số, ký hiệu, bodies, units of administration, series, who comes after whom.

Here: pure rules over one or two papers. Not here: codes and bodies that exist (rows of `knowledge/`), running text
(`understand/citations/`).
"""
