#!/usr/bin/env python3
"""No path reaches a valve around the interlock.

The types already say it: a frame that moves a valve is built from a ValveClearance, and only ValveInterlock makes one.
This test watches that nobody gets at the interlock itself but the service that judges what is stored, and that the few
places where frames are built stay few."""

import re
import unittest

from includes_test import Tree
from tree import ROOT, TreeTest, code_only, read, source_files

INTERLOCK = "core/commands/valve_interlock.h"
CLEARANCE = "core/commands/valve_clearance.h"
JUDGES = ("core/commands/valve_interlock.cpp", "core/services/commands.cpp")
PROGRAMS = ("app", "core", "devices", "ui")

# What may be written where, in programs. Tests may do what they like: they reach no meter.
PLACES = {
    r"\bValveInterlock\s*\(|\bValveInterlock\s+\w+\s*[({;]": (INTERLOCK, "core/services/commands.cpp"),
    r"\b(?:class|struct)\s+ValveInterlock\b(?!\s*;)": (INTERLOCK,),
    r"\bfriend\s+(?:class|struct)\s+ValveInterlock\b": (CLEARANCE,),
    r"\b(?:class|struct)\s+RequestMaker\b(?!\s*;)": ("devices/codecs/cjt188/request.cpp",),
    r"\bRequest::(?:valve|relay|write\w+|clear\w+|syncCounter|leaveFactory)\s*\(": (
        "devices/codecs/cjt188/request.cpp", "devices/codecs/dlt645/request.cpp", "devices/hub/command_dialog.cpp"),
    r"\b0x[aA]017\b": ("devices/codecs/cjt188/layout.cpp", "devices/codecs/cjt188/request.cpp",
                       "app/town/parts/answers.cpp"),
    r"(?:->|\.)ask\(\{": ("devices/hub/hub_core.cpp",),
    r"#\s*define\s+(?:private|protected)\b": (),
}


def check(root):
    """(breaches, files that were looked at)"""
    tree = Tree(root)
    files = [file for file in source_files(root, folders=PROGRAMS)]
    breaches = []
    for file in files:
        if INTERLOCK in tree.closure(file) and file not in JUDGES + (INTERLOCK,):
            breaches.append(f"{file}: sees the interlock ({' -> '.join(tree.closure(file)[INTERLOCK])})")
        code = code_only(read(root / file))
        breaches += [f"{file}: {match.group(0).strip()} does not belong here"
                     for pattern, places in PLACES.items() if file not in places
                     for match in re.finditer(pattern, code)]
    if files and (root / CLEARANCE).exists() and code_only(read(root / CLEARANCE)).count("friend") != 1:
        breaches.append(f"{CLEARANCE}: has other friends than the interlock")
    return breaches if files else ["nothing was checked"], len(files)


class ValveTest(TreeTest):
    def breaches(self, files):
        return check(self.plant(files))[0]

    def test_nobody_reaches_a_valve_around_the_interlock(self):
        breaches, files = check(ROOT)
        self.assert_clean(breaches)
        self.assertGreater(files, 300)
        for file in JUDGES + (INTERLOCK, CLEARANCE):
            self.assertTrue((ROOT / file).exists(), file)

    def test_the_places_are_still_in_use(self):
        for pattern, places in PLACES.items():
            for file in places:
                self.assertTrue(re.search(pattern, code_only(read(ROOT / file))), f"{pattern} is not in {file} any more")

    def test_who_includes_the_interlock_is_found(self):
        self.assert_finds(self.breaches({
            INTERLOCK: "\n", "core/services/easy.h": f'#include "{INTERLOCK}"\n'}), "core/services/easy.h")

    def test_who_includes_it_through_another_is_found(self):
        breaches = self.breaches({
            INTERLOCK: "\n", "core/services/easy.h": f'#include "{INTERLOCK}"\n',
            "ui/pages/valve.cpp": '#include "core/services/easy.h"\n'})
        self.assertTrue(any("ui/pages/valve.cpp -> core/services/easy.h" in breach for breach in breaches), breaches)

    def test_an_interlock_of_ones_own_is_found(self):
        self.assert_finds(self.breaches({"app/cli/a.cpp": "namespace meterhall { class ValveInterlock { int x; }; }\n"}),
                          "class ValveInterlock")
        self.assert_clean(self.breaches({"app/cli/a.h": "class ValveInterlock;\n"}))

    def test_a_clearance_with_another_friend_is_found(self):
        self.assert_finds(self.breaches({
            CLEARANCE: "class ValveClearance { friend class ValveInterlock; friend class Station; };\n"}),
            "other friends")

    def test_a_write_from_elsewhere_is_found(self):
        for text in ("auto r = cjt188::Request::valve(std::move(c));", "auto r = Request::writePurchase(a, 1, 100);",
                     "dlt645::Request::relay(c, access, closing, until);", "Request::clearMeter(a, access);",
                     "constexpr int valve = 0xA017;", "line.terminal->ask({port, baud, bytes, within}, now);",
                     "#define private public"):
            with self.subTest(text):
                self.assert_finds(self.breaches({"devices/platforms/a.cpp": text + "\n"}), "devices/platforms/a.cpp")

    def test_words_in_comments_are_no_breach(self):
        self.assert_clean(self.breaches({"ui/a.cpp": "// Request::valve(c) and 0xA017\n"}))

    def test_an_empty_tree_is_not_clean(self):
        self.assert_finds(self.breaches({}), "nothing was checked")


if __name__ == "__main__":
    unittest.main()
