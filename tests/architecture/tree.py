"""The source tree as the architecture tests see it, and small trees to plant faults in."""

import functools
import os
import re
import tempfile
import unittest
from pathlib import Path

ROOT = Path(os.environ.get("METERHALL_SOURCE") or Path(__file__).resolve().parents[2])
CODE_FOLDERS = ("app", "core", "devices", "tests", "ui")
CODE_SUFFIXES = (".cpp", ".h")


def source_files(root, suffixes=CODE_SUFFIXES, folders=CODE_FOLDERS):
    """Paths relative to the root, sorted."""
    found = []
    for folder in folders:
        for path in (root / folder).rglob("*"):
            if path.suffix in suffixes and path.is_file():
                found.append(path.relative_to(root).as_posix())
    return sorted(found)


LITERAL_OR_COMMENT = re.compile(
    r"""
      (?P<comment> //[^\n]* | /\*.*?\*/ )
    | (?P<raw> R"(?P<tag>[^(\s]*)\((?P<body>.*?)\)(?P=tag)" )
    | (?P<text> "(?:\\.|[^"\\\n])*" )
    | (?<![0-9A-Za-z_]) (?P<char> '(?:\\.|[^'\\\n])+' )
    """,
    re.DOTALL | re.VERBOSE,
)


def _blank(match, keep_literals):
    if keep_literals and not match.group("comment"):
        return match.group(0)
    newlines = "\n" * match.group(0).count("\n")
    return newlines if match.group("comment") else '""' + newlines


def without_comments(text):
    return LITERAL_OR_COMMENT.sub(lambda match: _blank(match, True), text)


def code_only(text):
    """Neither comments nor literals; the lines stay where they are."""
    return LITERAL_OR_COMMENT.sub(lambda match: _blank(match, False), text)


def string_literals(text):
    """(line number, text) of every string literal."""
    for match in LITERAL_OR_COMMENT.finditer(text):
        literal = match.group("body") or match.group("text")
        if literal:
            yield text.count("\n", 0, match.start()) + 1, literal


@functools.lru_cache(maxsize=None)
def read(path):
    return path.read_text(encoding="utf-8")


class TreeTest(unittest.TestCase):
    """plant({"core/money/money.h": "…"}) makes a small tree that lives as long as the test."""

    def plant(self, files):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        for name, text in files.items():
            path = Path(folder.name) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Path(folder.name)

    def assert_clean(self, breaches):
        self.assertEqual(breaches, [], "\n" + "\n".join(breaches))

    def assert_finds(self, breaches, *parts):
        """Exactly one breach, and it names all of `parts`."""
        self.assertEqual(len(breaches), 1, "\n".join(breaches))
        for part in parts:
            self.assertIn(part, breaches[0])
