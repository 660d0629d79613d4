"""tgkt: calculator and auditor for development targets, driven by plain text."""

__version__ = "0.1.0"
