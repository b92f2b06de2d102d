#!/usr/bin/env python3
"""Money and quantities are scaled integers: no binary floating point where they live, not even for a moment."""

import re
import unittest

from tree import ROOT, TreeTest, code_only, read, source_files

EXACT_FOLDERS = ("core/money", "core/quantity", "core/tariffs", "core/billing", "core/proof", "core/ledger",
                 "core/vending", "core/readings", "core/papers")
INEXACT = re.compile(r"\b(double|float|qreal|toDouble|toFloat|strto[df]|sto[df]|atof|from_chars_float"
                     r"|(?:\d+\.\d*|\.\d+)(?:[eE][-+]?\d+)?[fFlL]?|\d+[eE][-+]?\d+)\b")


def check(root):
    breaches, lines_seen = [], 0
    for file in source_files(root, folders=EXACT_FOLDERS):
        for number, line in enumerate(code_only(read(root / file)).splitlines(), start=1):
            lines_seen += 1
            if match := INEXACT.search(line):
                breaches.append(f"{file}:{number}: {match.group(0)}: exact decimals only")
    return breaches if lines_seen else ["nothing was checked"]


class NumbersTest(TreeTest):
    def breaches(self, line, file="core/money/a.cpp"):
        return check(self.plant({file: f"int ok;\n{line}\n"}))

    def test_no_inexact_number_where_money_and_quantities_live(self):
        self.assert_clean(check(ROOT))

    def test_planted_floating_point_is_found(self):
        for line in ("double rate;", "auto a = float(b);", "return text.toDouble();", "a = b * 1.5;", "a = 1e6;"):
            with self.subTest(line):
                self.assert_finds(self.breaches(line), "core/money/a.cpp:2")

    def test_it_is_found_in_every_exact_folder(self):
        for folder in EXACT_FOLDERS:
            with self.subTest(folder):
                self.assert_finds(self.breaches("double a;", f"{folder}/a.h"), folder)

    def test_comments_texts_and_other_names_are_no_numbers(self):
        for line in ("// never a double", 'auto a = u"1.5";', "int doubled = a * 2;", "int a = 1'000'000;", "m_a1.b();"):
            with self.subTest(line):
                self.assert_clean(self.breaches(line))

    def test_an_empty_tree_is_not_clean(self):
        self.assert_finds(check(self.plant({})), "nothing was checked")


if __name__ == "__main__":
    unittest.main()
