#!/usr/bin/env python3
"""The icons are one set: one grid, one weight of line, no colour of their own, no two alike."""

import re
import unittest

from tree import ROOT, TreeTest, read

FOLDER = "resources/icons"
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" '
    'stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">\n'
)
SHAPE = re.compile(
    r'  <(?:path d="[MmLlHhVvCcSsAaZz0-9., -]+"'
    r'|circle cx="[\d.]+" cy="[\d.]+" r="[\d.]+"'
    r'|ellipse cx="[\d.]+" cy="[\d.]+" rx="[\d.]+" ry="[\d.]+"'
    r'|rect x="[\d.]+" y="[\d.]+" width="[\d.]+" height="[\d.]+" rx="[\d.]+")/>'
)
NAME = re.compile(r"[a-z]+(-[a-z]+)*\.svg")
STATES = ("ok", "warn", "danger", "unknown", "running", "waiting", "off")


def breaches_of_one(name, text):
    if not NAME.fullmatch(name):
        yield f"{name}: no name in kebab case"
    if not text.startswith(HEAD) or not text.endswith("</svg>\n"):
        yield f"{name}: another head than the set has"
        return
    for line in text[len(HEAD) : -len("</svg>\n")].splitlines():
        if not SHAPE.fullmatch(line):
            yield f"{name}: '{line.strip()}' is no plain line of the set"


def check(root):
    files = sorted((root / FOLDER).glob("*.svg"))
    if not files:
        return ["nothing was checked"]
    breaches = []
    drawings = {}
    for file in files:
        text = read(file)
        breaches += breaches_of_one(file.name, text)
        if text in drawings:
            breaches.append(f"{file.name}: the same drawing as {drawings[text]}")
        drawings[text] = file.name
    names = {file.stem for file in files}
    breaches += [f"the state '{state}' has no icon" for state in STATES if state not in names]
    return breaches


class IconsTest(TreeTest):
    def breaches(self, name, text):
        drawn = {state: f'{HEAD}  <path d="M{number} 4v16"/>\n</svg>\n' for number, state in enumerate(STATES, 4)}
        drawn[name] = text
        return check(self.plant({f"{FOLDER}/{one}.svg": drawing for one, drawing in drawn.items() if drawing}))

    def test_every_icon_is_of_the_set(self):
        self.assert_clean(check(ROOT))

    def test_planted_strangers_are_found(self):
        self.assert_clean(self.breaches("valve-open", HEAD + '  <circle cx="12" cy="12" r="8.8"/>\n</svg>\n'))
        self.assert_finds(self.breaches("Valve_Open", HEAD + '  <path d="M3 3h.01"/>\n</svg>\n'), "kebab")
        self.assert_finds(self.breaches("x", HEAD.replace("1.7", "2") + '  <path d="M3 3h9"/>\n</svg>\n'), "head")
        self.assert_finds(self.breaches("x", HEAD + '  <path fill="#F00" d="M3 3h9"/>\n</svg>\n'), "plain line")
        self.assert_finds(self.breaches("x", HEAD + '  <text>9</text>\n</svg>\n'), "plain line")
        self.assert_finds(self.breaches("x", HEAD + '  <path d="M4 4v16"/>\n</svg>\n'), "same drawing")
        self.assert_finds(self.breaches("off", ""), "'off'")

    def test_an_empty_folder_is_no_success(self):
        self.assert_finds(check(self.plant({"resources/icons/README.md": ""})), "nothing was checked")


if __name__ == "__main__":
    unittest.main()
