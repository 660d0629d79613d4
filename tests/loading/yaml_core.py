"""YAML as an editor's schema check sees it: the core schema of YAML 1.2, without aliases.

`2026-2030` and `2025-09-15` are texts, `no` is a text, `012` is a number; nothing is a date.
"""

from __future__ import annotations

import re
from typing import Any

import yaml


class CoreLoader(yaml.SafeLoader):
    """Resolves unquoted words by the core schema; refuses aliases, which could multiply without end."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the class attribute that PyYAML reads

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Compose a node, unless it is an alias."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)


def _integer(_loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    return int(node.value, 16) if "x" in node.value else int(node.value)


_WORDS = {
    "bool": ("true|false", "tf"),
    "int": (r"[-+]?[0-9]+|0x[0-9a-fA-F]+", "-+0123456789"),
    "float": (r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan", "-+.0123456789"),
    "null": ("null|~|", ["n", "~", ""]),
}
for _name, (_pattern, _first) in _WORDS.items():
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(rf"(?:{_pattern})\Z"), list(_first))
CoreLoader.add_constructor("tag:yaml.org,2002:int", _integer)


def read_core(text: str | bytes) -> Any:
    """A YAML text as plain JSON values: a key such as 2030 is a text, as it is to every editor.

    Raises:
        yaml.YAMLError: the text is no YAML, or holds an alias or a tag of its own.
    """
    return _with_text_keys(yaml.load(text, Loader=CoreLoader))


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key) if isinstance(key, int | float) else key: _with_text_keys(each) for key, each in value.items()}
    return [_with_text_keys(each) for each in value] if isinstance(value, list) else value
