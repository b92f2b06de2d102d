#!/usr/bin/env python3
"""Every text of the window is translated: what lupdate finds in the sources has a finished translation, and the
translation takes the same arguments."""

import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tree import ROOT, TreeTest

LUPDATE = "/usr/lib/qt6/bin/lupdate"
ARGUMENT = re.compile(r"%(?:n|L?\d)")


def check(root):
    files = sorted((root / "translations").glob("meterhall_*.ts"))
    breaches, messages = [], 0
    for file in files:
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / file.name
            shutil.copy(file, fresh)
            subprocess.run([LUPDATE, "-silent", "-no-obsolete", "-locations", "none", "-no-ui-lines", "-source-language",
                            "en", "-I", ".", *(["-pluralonly"] if file.stem.endswith("_en") else []),
                            "ui", "app/workstation", "-ts", str(fresh)],
                           cwd=root, check=True, capture_output=True)
            for context in ElementTree.parse(fresh).getroot().findall("context"):
                for message in context.findall("message"):
                    messages += 1
                    breaches += look_at(file.name, context.findtext("name"), message)
    return breaches if messages else ["nothing was checked"]


def look_at(file, context, message):
    source, translation = message.findtext("source"), message.find("translation")
    forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
    if translation.get("type") == "unfinished" or not all(forms):
        return [f"{file}: {context}: \"{source}\" is not translated"]
    wanted = set(ARGUMENT.findall(source))
    if any(set(ARGUMENT.findall(form)) != wanted for form in forms):
        return [f"{file}: {context}: \"{source}\" and its translation take different arguments"]
    return []


class TranslationsTest(TreeTest):
    def test_every_text_is_translated(self):
        self.assert_clean(check(ROOT))

    SOURCE = ('#include <QObject>\nnamespace meterhall::ui {\nclass A : public QObject {\n    Q_OBJECT\n'
              '    void f() { tr("Pay %1"); }\n};\n}\n')

    def planted(self, translation):
        ts = ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="zh_CN" '
              f'sourcelanguage="en">{translation}</TS>\n')
        return self.plant({"ui/a.h": self.SOURCE, "app/workstation/main.cpp": "int main() {}\n",
                           "translations/meterhall_zh_CN.ts": ts})

    def entry(self, text):
        return ("<context><name>meterhall::ui::A</name><message><source>Pay %1</source>"
                f"<translation>{text}</translation></message></context>")

    def test_a_planted_text_without_translation_is_found(self):
        self.assert_finds(check(self.planted("")), "is not translated")
        self.assert_clean(check(self.planted(self.entry("收 %1"))))

    def test_a_lost_argument_is_found(self):
        self.assert_finds(check(self.planted(self.entry("收"))), "different arguments")

    def test_an_empty_tree_is_not_clean(self):
        self.assert_finds(check(self.plant({"ui/a.h": "\n", "app/workstation/b.h": "\n"})), "nothing was checked")


if __name__ == "__main__":
    unittest.main()
