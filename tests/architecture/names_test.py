#!/usr/bin/env python3
"""A type's name is defined once in its namespace, and colours are named in ui/theme alone.

Two structs of one name in one namespace link without a word, and then a vector of the one is handled by the code of the
other."""

import re
import unittest

from tree import ROOT, TreeTest, read, source_files

NAMESPACE = re.compile(r"^\s*(?:inline )?namespace ([\w:]+) \{", re.MULTILINE)
DEFINED = re.compile(r"^(?:template <[^\n]*>\n)?(?:struct|class|enum class) (\w+)(?: final)?(?: :[^;{]*)? \{", re.MULTILINE)
COLOUR = re.compile(r'#[0-9A-Fa-f]{6}\b|\bQColor\((?!\))|\bQt::(?:red|green|blue|yellow|cyan|magenta|gray|darkGray|lightGray|white|dark\w+)\b'
                    r'|\bqRgba?\(|QColor::from')
PROGRAMS = ("app", "core", "devices", "ui")
PAINTERS = ("ui/theme/", "ui/printing/")  # papers are black on white, whatever the screen looks like


def check(root):
    known, breaches = {}, []
    for file in source_files(root, folders=PROGRAMS):
        text = read(root / file)
        if not file.endswith(".h"):
            continue
        spaces = NAMESPACE.findall(text)
        for name in DEFINED.findall(text):
            key = (spaces[0] if spaces else "", name)
            other = known.setdefault(key, file)
            if other != file:
                breaches.append(f"{file}: {key[0]}::{name} is defined in {other} too")
    return breaches if known else ["nothing was checked"]


def check_colours(root):
    breaches, files = [], 0
    for file in source_files(root, folders=("ui", "app/workstation")):
        files += 1
        if file.startswith(PAINTERS):
            continue
        for number, line in enumerate(read(root / file).splitlines(), 1):
            if COLOUR.search(line.split("//")[0]):
                breaches.append(f"{file}:{number}: a colour outside ui/theme")
    return breaches if files else ["nothing was checked"]


class NamesTest(TreeTest):
    def test_a_name_is_defined_once(self):
        self.assert_clean(check(ROOT))

    def test_a_planted_second_one_is_found(self):
        one = "namespace a::b {\nstruct Column {\n};\n}\n"
        self.assert_finds(check(self.plant({"ui/x/a.h": one, "ui/y/b.h": one})), "a::b::Column")
        self.assert_clean(check(self.plant({"ui/x/a.h": one, "ui/y/b.h": one.replace("a::b", "a::c")})))
        self.assert_clean(check(self.plant({"ui/x/a.h": one, "ui/y/b.h": "namespace a::b {\nstruct Column;\n}\n"})))

    def test_colours_are_named_in_the_theme_alone(self):
        self.assert_clean(check_colours(ROOT))

    def test_planted_colours_are_found(self):
        for text in ('auto a = "#0B5A8F";', "QColor c(Qt::red);", "QColor(1, 2, 3)", "qRgb(1, 2, 3)"):
            with self.subTest(text):
                self.assert_finds(check_colours(self.plant({"ui/pages/a.cpp": text + "\n"})), "a.cpp:1")
                self.assert_clean(check_colours(self.plant({"ui/theme/a.cpp": text + "\n"})))

    def test_an_empty_tree_is_not_clean(self):
        self.assert_finds(check(self.plant({})), "nothing was checked")
        self.assert_finds(check_colours(self.plant({})), "nothing was checked")


if __name__ == "__main__":
    unittest.main()
