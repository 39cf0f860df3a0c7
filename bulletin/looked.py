"""What files beside notices and pages say that may not be public: files of keys alone, and what is handed out.

Apart from `entries`, since a verb that reads one text opens no attachments.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bulletin import attached, read
from bulletin.check import publishable
from bulletin.model.archive import Archive
from bulletin.model.place import Place
from bulletin.model.sensitive import Looked, SensitiveAt
from bulletin.model.source import Asset, Raw
from bulletin.understand.sensitive.files import sensitive_in_keys, sensitive_in_text
from bulletin.understand.sensitive.kinds import Kinds


def looked_keys(raws: Iterable[Raw], kinds: Kinds) -> tuple[Looked, ...]:
    """What files of keys alone say that may not be public."""
    fronts = ((raw.path, read.parse_yaml(raw)[0] or {}) for raw in raws)
    return tuple(publishable.looked(sensitive_in_keys(front, path, kinds), front, path) for path, front in fronts)


def looked_files(archive: Archive, others: tuple[Looked, ...], kinds: Kinds) -> Iterable[Looked]:
    """What all files say that may not be public, `others` beside the notices and pages of an archive, each with what it
    hands out; an attachment is read once."""
    words = dict[str, tuple[SensitiveAt, ...]]()

    def read_at(asset: Asset, place: Place) -> tuple[SensitiveAt, ...]:
        if asset.path not in words:
            text = f"{asset.path}\n\n{attached.words_of(asset)}"
            words[asset.path] = sensitive_in_text(text, place, kinds, asset.path)
        return tuple(replace(one, place=place) for one in words[asset.path])

    files = (*(e.looked for e in archive.entries), *(page.looked for page in archive.pages), *others)
    return publishable.with_attached(files, archive, read_at)
