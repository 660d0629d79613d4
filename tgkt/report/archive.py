"""Office files without the times of their making, so that the same data give the same bytes."""

from __future__ import annotations

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DATES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def without_dates(written: io.BytesIO) -> bytes:
    """An office file with its parts in their order, none of them dated; its properties say no date either."""
    out = io.BytesIO()
    with ZipFile(written) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, _DATES.sub(b"", old.read(name)) if name == "docProps/core.xml" else old.read(name))
    return out.getvalue()
