"""tgkt: calculator and auditor for a province's development targets, driven by plain text."""

__version__ = "0.1.0"
