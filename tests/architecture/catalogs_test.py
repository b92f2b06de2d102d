#!/usr/bin/env python3
"""Every entry of every catalogue (cmake/Catalog.cmake) has its file, its cases, and a name of its own.

CMake writes what it put into the tables to catalogs.txt in the build folder: catalogue|entry|file|patterns of the cases.
"""

import os
import unittest
from collections import Counter
from pathlib import Path

from tree import ROOT, TreeTest

MANIFEST = os.environ.get("METERHALL_CATALOGS")


class Entry:
    def __init__(self, line):
        self.catalog, self.name, self.file, cases = line.split("|")
        self.cases = [pattern.replace("{}", self.name) for pattern in cases.split()]


def parse(text):
    return [Entry(line) for line in text.splitlines() if line.strip()]


def check(root, entries):
    breaches = [f"catalogue {catalog} is empty" for catalog, count in
                Counter(entry.catalog for entry in entries).items() if count == 1]
    real = [entry for entry in entries if entry.name]
    # Two names that differ by underscores only would make the same C++ name.
    names = Counter((entry.catalog, entry.name.replace("_", "")) for entry in real)
    breaches += [f"{catalog}: more than one entry is called {name}" for (catalog, name), n in names.items() if n > 1]
    for entry in real:
        if not (root / entry.file).exists():
            breaches.append(f"{entry.catalog}: {entry.file} is gone; configure again")
        breaches += [f"{entry.catalog}: {entry.name} has no case ({pattern})"
                     for pattern in entry.cases if not any(root.glob(pattern))]
    return breaches if entries else ["nothing was checked"]


class CatalogsTest(TreeTest):
    manifest = ("c|one|f/one_x.cpp|cases/{}_*.json fuzz/{}.cpp\n"
                "c|two|f/two_x.cpp|cases/{}_*.json fuzz/{}.cpp\nc|||\n")
    files = {"f/one_x.cpp": "", "f/two_x.cpp": "", "cases/one_a.json": "", "cases/two_a.json": "",
             "fuzz/one.cpp": "", "fuzz/two.cpp": ""}

    @unittest.skipUnless(MANIFEST, "METERHALL_CATALOGS names no manifest: run through ctest")
    def test_every_entry_of_this_build_is_complete(self):
        self.assert_clean(check(ROOT, parse(Path(MANIFEST).read_text(encoding="utf-8"))))

    def breaches(self, manifest, files):
        return check(self.plant(files), parse(manifest))

    def test_a_complete_catalogue_is_clean(self):
        self.assert_clean(self.breaches(self.manifest, self.files))

    def test_a_planted_entry_without_a_case_is_found(self):
        files = {name: text for name, text in self.files.items() if name != "cases/two_a.json"}
        self.assert_finds(self.breaches(self.manifest, files), "two has no case")
        files = {name: text for name, text in self.files.items() if name != "fuzz/one.cpp"}
        self.assert_finds(self.breaches(self.manifest, files), "one has no case (fuzz/one.cpp)")

    def test_a_planted_double_is_found(self):
        double = "c|t_wo|f/two_x.cpp|\n"
        self.assert_finds(self.breaches(self.manifest + double, self.files), "more than one entry")

    def test_a_file_that_went_away_is_found(self):
        files = {name: text for name, text in self.files.items() if name != "f/one_x.cpp"}
        self.assert_finds(self.breaches(self.manifest, files), "f/one_x.cpp is gone")

    def test_an_empty_catalogue_is_found(self):
        self.assert_finds(self.breaches(self.manifest + "d|||\n", self.files), "catalogue d is empty")

    def test_no_catalogue_at_all_is_not_clean(self):
        self.assert_finds(self.breaches("", {}), "nothing was checked")


if __name__ == "__main__":
    unittest.main()
