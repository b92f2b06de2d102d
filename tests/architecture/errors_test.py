#!/usr/bin/env python3
"""Error codes are found by their text, "money.Overflow": an area belongs to one enum, a name stands in it once."""

import re
import unittest
from collections import Counter

from tree import ROOT, TreeTest, read, source_files, without_comments
from functions import without_directives

DECLARATION = re.compile(r"\bMETERHALL_ERRORS\(\s*(\w+)\s*,\s*\"([^\"]*)\"\s*,([^)]*)\)")
AREA = re.compile(r"[a-z][a-z0-9_]*")


def declarations(root):
    """(file, enum, area, names)"""
    for file in source_files(root):
        if file.startswith("tests/"):
            continue
        text = without_directives(without_comments(read(root / file)))
        for enum, area, names in DECLARATION.findall(text):
            yield file, enum, area, [name.strip() for name in names.split(",") if name.strip()]


def twice(values):
    return [value for value, count in Counter(values).items() if count > 1]


def check(root):
    found = list(declarations(root))
    if not found:
        return ["nothing was checked"]
    breaches = [f"error area '{area}' is declared twice" for area in twice(area for _, _, area, _ in found)]
    breaches += [f"error enum {enum} is declared twice" for enum in twice(enum for _, enum, _, _ in found)]
    for file, enum, area, names in found:
        breaches += [f"{file}: {enum} has {name} twice" for name in twice(names)]
        breaches += [f"{file}: {name} may not have a value of its own" for name in names if "=" in name]
        if not names:
            breaches.append(f"{file}: {enum} has no names")
        if not AREA.fullmatch(area):
            breaches.append(f"{file}: area '{area}' is not one lower-case word")
    return breaches


class ErrorsTest(TreeTest):
    def breaches(self, *declared):
        return check(self.plant({f"core/base/e{number}.h": text for number, text in enumerate(declared)}))

    def test_every_error_code_is_unique(self):
        self.assert_clean(check(ROOT))

    def test_planted_doubles_are_found(self):
        self.assert_finds(self.breaches('METERHALL_ERRORS(A, "a", X, Y,\n                 X)'), "X twice")
        self.assert_finds(self.breaches('METERHALL_ERRORS(A, "a", X)', 'METERHALL_ERRORS(B, "a", Y)'), "area 'a'")
        self.assert_finds(self.breaches('METERHALL_ERRORS(A, "a", X)', 'METERHALL_ERRORS(A, "b", Y)'), "enum A")
        self.assert_finds(self.breaches('METERHALL_ERRORS(A, "a", X = 3)'), "value of its own")
        self.assert_finds(self.breaches('METERHALL_ERRORS(A, "Not This", X)'), "lower-case")

    def test_the_same_name_in_two_areas_is_fine(self):
        self.assert_clean(self.breaches('METERHALL_ERRORS(A, "a", X)', 'METERHALL_ERRORS(B, "b", X)'))

    def test_the_macro_and_its_description_are_no_declarations(self):
        self.assert_finds(self.breaches('/// METERHALL_ERRORS(A, "a", X)\n#define METERHALL_ERRORS(E, "t", ...) x\n'),
                          "nothing was checked")


if __name__ == "__main__":
    unittest.main()
