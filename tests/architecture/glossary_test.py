#!/usr/bin/env python3
"""docs/glossary.md: one word per concept, in both languages."""

import re
import unittest
from collections import Counter

from tree import ROOT, TreeTest

GLOSSARY = ROOT / "docs" / "glossary.md"
CHINESE = re.compile(r"[\u4e00-\u9fff]+")


class Row:
    def __init__(self, line):
        zh, en, self.meaning, refused = (cell.strip() for cell in line.strip().strip("|").split("|"))
        self.zh = [word.strip() for word in zh.split("/")]
        self.en = [word.strip().lower() for word in en.split("/")]
        self.refused = [word.strip() for word in refused.split(",") if word.strip()]


def rows(text):
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [Row(line) for line in lines if not line.startswith("|---") and not line.startswith("| 词 ")]


def twice(words):
    return [word for word, count in Counter(words).items() if count > 1]


def check(text):
    found = rows(text)
    chinese = [word for row in found for word in row.zh]
    breaches = [f"{word} stands for two concepts" for word in twice(chinese)]
    breaches += [f"{word} stands for two concepts" for word in twice([word for row in found for word in row.en])]
    for row in found:
        if len(row.zh) != len(row.en):
            breaches.append(f"{row.zh[0]}: {len(row.zh)} Chinese words and {len(row.en)} English ones")
        if not row.meaning:
            breaches.append(f"{row.zh[0]} has no meaning")
        breaches += [f"{word} is not Chinese" for word in row.zh if not CHINESE.fullmatch(word)]
        breaches += [f"{word} is shown and refused" for word in row.refused if word in chinese]
    return breaches if found else ["nothing was checked"]


class GlossaryTest(TreeTest):
    head = "| 词 | word | meaning | not |\n|---|---|---|---|\n"

    def test_every_word_of_the_glossary_has_one_meaning(self):
        text = GLOSSARY.read_text(encoding="utf-8")
        self.assert_clean(check(text))
        self.assertGreaterEqual(len(rows(text)), 140)

    def test_planted_faults_are_found(self):
        first = "| 用户 | customer | holds a contract | 客户 |\n"
        self.assert_clean(check(self.head + first))
        self.assert_finds(check(self.head + first + "| 用户 | payer | pays | |\n"), "用户 stands for two")
        self.assert_finds(check(self.head + first + "| 缴费人 | Customer | pays | |\n"), "customer stands for two")
        self.assert_finds(check(self.head + first + "| 客户 | client | pays | |\n"), "客户 is shown and refused")
        self.assert_finds(check(self.head + "| 长款 / 短款 | over | money | |\n"), "2 Chinese words and 1")
        self.assert_finds(check(self.head + "| 用户 | customer | | |\n"), "no meaning")

    def test_an_empty_glossary_is_not_clean(self):
        self.assert_finds(check(self.head), "nothing was checked")


if __name__ == "__main__":
    unittest.main()
