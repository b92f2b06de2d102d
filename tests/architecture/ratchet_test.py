#!/usr/bin/env python3
"""No file over 800 lines, no function over 70, except for the list in ratchet.txt, which may only shrink."""

import ast
import subprocess
import unittest
from pathlib import Path

from functions import functions_of
from tree import CODE_FOLDERS, ROOT, TreeTest, read, source_files

LIST = Path(__file__).with_name("ratchet.txt")
FILE_LIMIT = 800
FUNCTION_LIMIT = 70


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node.end_lineno - node.lineno + 1


def all_functions(file, text):
    if file.endswith(".py"):
        return list(python_functions(text))
    return [(function.name, function.lines) for function in functions_of(text)]


def measure(root):
    """({offender: lines}, number of functions seen)"""
    offenders, seen = {}, 0
    for file in source_files(root, (".cpp", ".h", ".py"), CODE_FOLDERS + ("cmake", "installer")):
        text = read(root / file)
        lines = text.count("\n")
        if lines > FILE_LIMIT:
            offenders[f"file {file}"] = lines
        for name, length in all_functions(file, text):
            seen += 1
            if length > FUNCTION_LIMIT:
                key = f"function {file} {name}"
                offenders[key] = max(length, offenders.get(key, 0))
    return offenders, seen


def parse_list(text):
    entries = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            key, lines = line.rsplit(" ", 1)
            entries[key] = int(lines)
    return entries


def compare(found, listed):
    breaches = []
    for key, lines in found.items():
        if key not in listed:
            breaches.append(f"{key}: {lines} lines; find the second idea in it and give it a name of its own")
        elif lines > listed[key]:
            breaches.append(f"{key}: grew from {listed[key]} to {lines} lines")
    for key, lines in listed.items():
        if found.get(key, 0) < lines:
            breaches.append(f"{key}: is {found.get(key, 'gone')} now: shorten ratchet.txt")
    return breaches


def compare_lists(older, newer):
    return [f"ratchet.txt: '{key} {lines}' is new or longer; the list may only shrink"
            for key, lines in newer.items() if lines > older.get(key, 0)]


def check(root, listed):
    found, seen = measure(root)
    return compare(found, listed) + ([] if seen else ["nothing was checked"])


def list_in_history():
    """Every committed form of the list, newest first; none without git."""
    path = LIST.relative_to(ROOT).as_posix()

    def git(*arguments):
        return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False).stdout

    return [parse_list(git("show", f"{commit}:{path}")) for commit in git("log", "--format=%H", "--", path).split()]


def long_function(lines, head="void f() {"):
    return head + "\n" + "    g();\n" * (lines - 2) + "}\n"


class RatchetTest(TreeTest):
    def test_nothing_in_the_tree_is_too_long(self):
        self.assert_clean(check(ROOT, parse_list(LIST.read_text(encoding="utf-8"))))

    def test_the_list_never_grew(self):
        lists = [parse_list(LIST.read_text(encoding="utf-8"))] + list_in_history()
        for newer, older in zip(lists, lists[1:]):
            self.assert_clean(compare_lists(older, newer))

    def test_a_list_that_grows_is_found(self):
        self.assert_clean(compare_lists({"file a.h": 900, "file b.h": 801}, {"file a.h": 850}))
        self.assert_finds(compare_lists({"file a.h": 900}, {"file a.h": 901}), "only shrink")
        self.assert_finds(compare_lists({}, {"file a.h": 801}), "only shrink")

    def test_a_function_of_71_lines_is_found_and_one_of_70_is_not(self):
        self.assert_clean(check(self.plant({"core/base/a.cpp": long_function(70)}), {}))
        self.assert_finds(check(self.plant({"core/base/a.cpp": long_function(71)}), {}), "core/base/a.cpp f", "71")
        self.assert_finds(check(self.plant({"tests/a.py": "def f():\n" + "    g()\n" * 70}), {}), "tests/a.py f", "71")

    def test_a_file_of_801_lines_is_found_and_one_of_800_is_not(self):
        function = long_function(10)
        self.assert_clean(check(self.plant({"core/base/a.h": function + "\n" * 790}), {}))
        self.assert_finds(check(self.plant({"core/base/a.h": function + "\n" * 791}), {}), "core/base/a.h", "801")

    def test_what_is_listed_may_stay_but_not_grow_and_must_be_struck_out_when_gone(self):
        tree = self.plant({"core/base/a.cpp": long_function(80)})
        key = "function core/base/a.cpp f"
        self.assert_clean(check(tree, {key: 80}))
        self.assert_finds(check(tree, {key: 79}), "grew from 79 to 80")
        self.assert_finds(check(tree, {key: 81}), "shorten")
        self.assert_finds(check(tree, {key: 80, "file core/base/b.h": 900}), "gone")

    def test_an_empty_tree_is_not_clean(self):
        self.assert_finds(check(self.plant({}), {}), "nothing was checked")


class FunctionsTest(unittest.TestCase):
    def names(self, text):
        return [(function.name, function.lines) for function in functions_of(text)]

    def test_functions_are_found_inside_namespaces_and_classes(self):
        self.assertEqual(self.names("namespace a {\nclass B : public C {\npublic:\n    int d() const {\n        "
                                    "return 1;\n    }\n};\n}\n"), [("d", 3)])

    def test_blocks_and_lambdas_belong_to_their_function(self):
        self.assertEqual(self.names("int a() {\n    if (b) {\n        each([](int c) {\n        });\n    }\n}\n"
                                    "void d() {}\n"), [("a", 6), ("d", 1)])

    def test_a_constructor_is_counted_with_its_initialisers(self):
        self.assertEqual(self.names("A::A(int b)\n    : m_b(b)\n    , m_c{b, 1} {\n    d();\n}\n"), [("A::A", 5)])
        self.assertEqual(self.names("A::A(int b)\n    : m_b{b}\n    , m_c(b) {}\n"), [("A::A", 3)])

    def test_tables_types_and_macros_are_no_functions(self):
        self.assertEqual(self.names("constexpr int a[] = {\n    f(1),\n    2,\n};\nenum class E { A, B };\n"
                                    "#define M(x) \\\n    do { \\\n        f(x); \\\n    } while (0)\n"
                                    "struct S {\n    int a = 0;\n};\n"), [])

    def test_braces_in_texts_and_comments_do_not_count(self):
        self.assertEqual(self.names("int a() {\n    // {\n    return f(\"{\", '{', R\"({)\");\n}\nint b() {\n}\n"),
                         [("a", 4), ("b", 2)])

    def test_operators_and_templates_have_a_length_too(self):
        self.assertEqual(self.names("template <class T>\nbool operator==(const A<T>& a, const A<T>& b) {\n"
                                    "    return true;\n}\n"), [("operator==", 4)])


if __name__ == "__main__":
    unittest.main()
