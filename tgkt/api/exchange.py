"""The data, with what follows from them, as files for other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tgkt.api.choose import require_known
from tgkt.api.seen import Seen
from tgkt.engine.export.export import export as gather
from tgkt.report.exchange.package import package_files
from tgkt.report.exchange.sdmx.files import sdmx_files
from tgkt.results.export import Exported

PACKAGE, SDMX = "package", "sdmx"
FORMS: Mapping[str, Callable[[Exported], dict[str, str]]] = {PACKAGE: package_files, SDMX: sdmx_files}


def exported(seen: Seen, form: str = PACKAGE) -> dict[str, str]:
    """The files of a form by their names, each whole.

    Args:
        seen: the data, and up to when they are known.
        form: "package", tidy CSV with a datapackage.json; or "sdmx", SDMX-CSV with its structure.

    Raises:
        UsageError: there is no such form.
    """
    require_known("form", form, list(FORMS))
    return FORMS[form](gather(seen.knowledge))
