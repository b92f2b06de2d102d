#!/usr/bin/env python3
"""SQL lives in core/storage and nowhere else."""

import re
import unittest

from tree import ROOT, TreeTest, read, source_files, string_literals

STATEMENT = re.compile(r"\b(SELECT\b.*\bFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM"
                       r"|CREATE\s+(TABLE|INDEX|TRIGGER|VIEW|FUNCTION)|TRUNCATE\s+\w|ALTER\s+TABLE)\b", re.DOTALL)
PROGRAMS = ("app", "core", "devices", "ui")


def check(root):
    breaches, literals = [], 0
    for file in source_files(root, folders=PROGRAMS):
        for line, literal in string_literals(read(root / file)):
            literals += 1
            if STATEMENT.search(literal) and not file.startswith("core/storage/"):
                breaches.append(f"{file}:{line}: SQL outside core/storage")
    return breaches if literals else ["nothing was checked"]


class SqlTest(TreeTest):
    def test_sql_is_in_storage_only(self):
        self.assert_clean(check(ROOT))

    def test_planted_statements_are_found(self):
        for text in ("SELECT id FROM bill", "INSERT INTO bill VALUES (?)", "UPDATE bill SET total = 0",
                     "DELETE FROM bill", "INSERT OR REPLACE INTO bill VALUES (1)"):
            with self.subTest(text):
                self.assert_finds(check(self.plant({"core/services/a.cpp": f'auto a = "{text}";\n'})), "a.cpp:1")
                self.assert_clean(check(self.plant({"core/storage/a.cpp": f'auto a = "{text}";\n'})))

    def test_a_raw_text_of_many_lines_is_found(self):
        self.assert_finds(check(self.plant({"app/a.cpp": 'auto a = R"(\nSELECT id\n  FROM bill)";\n'})), "app/a.cpp")

    def test_words_are_no_statements(self):
        self.assert_clean(check(self.plant({"ui/a.cpp": 'auto a = "select a customer from the list"; // SELECT a FROM b\n'})))

    def test_an_empty_tree_is_not_clean(self):
        self.assert_finds(check(self.plant({})), "nothing was checked")


if __name__ == "__main__":
    unittest.main()
