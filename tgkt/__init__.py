"""tgkt: calculator and auditor for development targets, driven by plain text.

    import tgkt

    data = tgkt.load()                    # the shipped data; or a folder of YAML files
    print(data.status("3"))               # as the command line shows it
    data.check().to_dicts()               # as -f json has it

`dir(tgkt)` is the table of contents. Nothing is imported before it is used.
"""

from importlib import import_module

__version__ = "0.1.0"

_PLACES = {
    "load": "tgkt.api.load",
    "validate": "tgkt.api.load",
    "Data": "tgkt.api.data",
    "Validity": "tgkt.api.validity",
    "Answer": "tgkt.api.answer",
    "TgktError": "tgkt.errors",
    "UsageError": "tgkt.errors",
    "UnitError": "tgkt.errors",
    "NotationError": "tgkt.errors",
    "DataError": "tgkt.errors",
    "Problem": "tgkt.errors",
}
"""What is public, and the module that has it."""

__all__ = ["__version__", *_PLACES]  # noqa: PLE0604 - all of them are texts


def __getattr__(name: str) -> object:
    """Import what is asked for."""
    if name not in _PLACES:
        raise AttributeError(f"module 'tgkt' has no attribute '{name}'; dir(tgkt) lists what it has")
    return getattr(import_module(_PLACES[name]), name)


def __dir__() -> list[str]:
    """What is public."""
    return sorted(__all__)
