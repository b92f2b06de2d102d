#!/usr/bin/env python3
"""Who includes what, over the transitive closure, against layers.txt."""

import fnmatch
import os
import re
import unittest
from pathlib import Path

from tree import ROOT, TreeTest, read, source_files, without_comments

TABLE = Path(__file__).with_name("layers.txt")
QT_HEADERS = Path(os.environ.get("METERHALL_QT_HEADERS", "/usr/include/x86_64-linux-gnu/qt6"))
QT_MODULES = ("Core", "Sql", "Network", "Gui", "Widgets", "Charts", "PrintSupport", "Svg", "SerialPort", "SerialBus",
              "Test", "Concurrent", "DBus", "Xml", "Qml", "Quick", "OpenGL", "SvgWidgets", "HttpServer", "WebSockets")
LIBRARIES = {
    "icu": r"unicode/.*",
    "libpq": r"(libpq|postgresql/).*|libpq-fe\.h|pg_config.*",
    "openssl": r"openssl/.*",
    "posix": r"sys/.*|netinet/.*|arpa/.*|unistd\.h|poll\.h|fcntl\.h|termios\.h|signal\.h|netdb\.h|dirent\.h|pwd\.h",
    "qrencode": r"qrencode\.h",
    "sqlite3": r"sqlite3.*",
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


class Row:
    def __init__(self, pattern, folders, modules):
        self.pattern, self.folders, self.modules = pattern, folders, modules

    def covers(self, file):
        return fnmatch.fnmatch(file, self.pattern) if "*" in self.pattern else inside(file, self.pattern)

    def own_folder(self):
        return self.pattern.rsplit("/", 1)[0] if "*" in self.pattern else self.pattern


def inside(file, folder):
    return file.startswith(folder + "/")


def parse_table(text):
    aliases, rows = {}, []

    def expand(words):
        return [name for word in words.split() for name in aliases.get(word, [word])]

    for line in text.splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("@"):
            name, words = line.split("=")
            aliases[name.strip()] = expand(words)
        elif line:
            pattern, folders, modules = (part.strip() for part in line.split("|"))
            rows.append(Row(pattern, expand(folders), modules.split()))
    return rows


def row_of(rows, file):
    return max((row for row in rows if row.covers(file)), key=lambda row: len(row.pattern), default=None)


def qt_module(header):
    """QSqlQuery and QtSql/QSqlQuery -> Sql; nothing for a header that is not Qt's."""
    if match := re.match(r"Qt([A-Z]\w*)(/|$)", header):
        return match.group(1)
    if not re.match(r"[Qq][A-Za-z0-9_]+(\.h)?$", header):
        return None
    return next((module for module in QT_MODULES if (QT_HEADERS / f"Qt{module}" / header).exists()), "unknown")


def module_of(header):
    for library, expression in LIBRARIES.items():
        if re.fullmatch(expression, header):
            return library
    return qt_module(header)


class Tree:
    def __init__(self, root):
        self.root = root
        self.files = source_files(root)
        self.known = set(self.files)
        self.quoted, self.system = {}, {}
        for file in self.files:
            found = INCLUDE.findall(without_comments(read(root / file)))
            self.quoted[file] = [quoted for quoted, _ in found if quoted]
            self.system[file] = [system for _, system in found if system]

    def closure(self, file):
        """Every project file that `file` pulls in, with the way to it."""
        ways, waiting = {file: [file]}, [file]
        while waiting:
            current = waiting.pop()
            for included in self.quoted[current]:
                if included in self.known and included not in ways:
                    ways[included] = ways[current] + [included]
                    waiting.append(included)
        return ways


def is_generated(name):
    return name.endswith((".moc", ".inc")) or name.startswith("ui_") or name == "cmake/pch.h"


def unresolved(tree, file):
    return [f'{file}: "{name}" is not a file of this tree; includes are written from the root'
            for name in tree.quoted[file] if name not in tree.known and not is_generated(name)]


def foreign_folder(row, way):
    target = way[-1]
    allowed = row.folders + [row.own_folder()]
    if "*" in allowed or any(inside(target, folder) for folder in allowed):
        return []
    return [f"{way[0]}: {row.pattern} may not include {target} ({' -> '.join(way)})"]


def foreign_modules(row, way, headers):
    if "*" in row.modules:
        return []
    modules = [(module_of(header), header) for header in headers]
    return [f"{way[0]}: {row.pattern} may not include {module} <{header}> ({' -> '.join(way)})"
            for module, header in modules if module and module not in row.modules]


def check(root, rows):
    """(breaches, how many include steps were looked at)"""
    tree, breaches, steps = Tree(root), [], 0
    for file in tree.files:
        breaches += unresolved(tree, file)
        row = row_of(rows, file)
        if row is None:
            breaches.append(f"{file}: no row of layers.txt covers it")
            continue
        for target, way in tree.closure(file).items():
            steps += len(tree.quoted[target]) + len(tree.system[target])
            breaches += foreign_folder(row, way) + foreign_modules(row, way, tree.system[target])
    if steps == 0:
        breaches.append("nothing was checked")
    return breaches, steps


class IncludesTest(TreeTest):
    rows = parse_table(TABLE.read_text(encoding="utf-8"))

    def breaches(self, files):
        return check(self.plant(files), self.rows)[0]

    def test_every_include_of_the_tree_is_in_the_table(self):
        breaches, steps = check(ROOT, self.rows)
        self.assert_clean(breaches)
        self.assertGreater(steps, 100)

    def test_qt_headers_are_where_the_test_looks(self):
        self.assertEqual(qt_module("QString"), "Core")
        self.assertEqual(qt_module("QSqlQuery"), "Sql")
        self.assertEqual(qt_module("QtNetwork/QTcpSocket"), "Network")

    def test_a_clean_planted_tree_is_clean(self):
        self.assert_clean(self.breaches({
            "core/base/a.h": "#include <QString>\n",
            "core/money/b.h": '#include "core/base/a.h"\n'}))

    def test_a_planted_breach_is_found(self):
        self.assert_finds(self.breaches({
            "core/base/a.h": '#include "core/money/b.h"\n',
            "core/money/b.h": "#include <QString>\n"}), "core/base/a.h", "core/money/b.h")

    def test_a_breach_through_an_allowed_header_is_found(self):
        breaches = self.breaches({
            "core/proof/a.h": '#include "core/base/b.h"\n',
            "core/base/b.h": '#include "core/ledger/c.h"\n',
            "core/ledger/c.h": "#include <QString>\n"})
        self.assertTrue(any("core/proof/a.h -> core/base/b.h -> core/ledger/c.h" in breach for breach in breaches))

    def test_services_show_no_storage_in_their_headers(self):
        storage = {"core/storage/d.h": "#include <QString>\n"}
        self.assert_clean(self.breaches({**storage, "core/services/s.cpp": '#include "core/storage/d.h"\n'}))
        self.assert_finds(self.breaches({**storage, "core/services/s.h": '#include "core/storage/d.h"\n'}),
                          "core/services/s.h")

    def test_the_town_sees_nothing_but_base(self):
        self.assert_finds(self.breaches({
            "app/town/t.cpp": '#include "devices/codecs/f.h"\n',
            "devices/codecs/f.h": "#include <QString>\n"}), "app/town", "devices/codecs/f.h")

    def test_sql_sockets_and_windows_stay_where_they_belong(self):
        for header in ("QSqlQuery", "QTcpSocket", "QtWidgets/QLabel", "sqlite3.h", "libpq-fe.h", "sys/epoll.h"):
            with self.subTest(header):
                self.assert_finds(self.breaches({"core/ledger/a.cpp": f"#include <{header}>\n"}), header)

    def test_a_folder_without_a_row_is_found(self):
        self.assert_finds(self.breaches({
            "core/nowhere/a.h": "#include <QString>\n", "core/base/b.h": "#include <QString>\n"}), "no row")

    def test_an_include_that_is_not_from_the_root_is_found(self):
        self.assert_finds(self.breaches({"core/base/a.cpp": '#include "a.h"\n', "core/base/a.h": "\n"}), "from the root")

    def test_an_include_in_a_comment_is_none(self):
        self.assert_clean(self.breaches({
            "core/base/a.h": '#include <QString>\n/*\n#include "core/money/b.h"\n*/\n', "core/money/b.h": "\n"}))

    def test_an_empty_tree_is_not_clean(self):
        self.assert_finds(self.breaches({}), "nothing was checked")


if __name__ == "__main__":
    unittest.main()
