"""What there is once a site: search, the index by letter, the glossary, English, offline, headers, what crawlers read.

Here: pages and files that look at everything which is shown. Not here: anything about one notice, document or day.
"""
