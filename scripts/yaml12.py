"""YAML 1.2 as the contract is written in."""

import re

import yaml


class YAML12(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """`no` is a country, and a date is text."""


YAML12.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"^(null|~|)$", "n~\0"),
    ("bool", r"^(true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]*\.?[0-9]+([eE][-+]?[0-9]+)?$", "-+.0123456789"),
]:
    YAML12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first.replace("\0", "")))
    if "\0" in first:
        YAML12.yaml_implicit_resolvers.setdefault("", []).append(
            (f"tag:yaml.org,2002:{tag}", re.compile(pattern))
        )


def load(text):
    return yaml.load(text, YAML12)
