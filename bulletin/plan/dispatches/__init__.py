"""Pages and open data of the documents that notices cite: `/van-ban/`.

Here: one page a document, lists by issuer, type and year, JSON, CSV and GraphML. Not here: who cites what, gathered
(`desk/who_cites_what.py`).
"""
