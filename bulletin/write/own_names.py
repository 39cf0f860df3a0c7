"""The names of files in the output that are no part of the site."""

LIST, COPY, LOCK = ".ward-bulletin", ".ward-bulletin.copy", ".ward-bulletin.lock"
# How names end of what is no part of a site yet.
BESIDE = ".being-written.ward-bulletin"
