"""Where the functions of a C++ file begin and end; good enough for code that clang-format has laid out."""

import re

from tree import code_only

TYPE_OR_NAMESPACE = re.compile(r"\s*(template\s*<.*>\s*)?(export\s+|inline\s+|typedef\s+)*"
                               r"(namespace|class|struct|union|enum|extern\s*\"\")\b", re.DOTALL)
CONTROL = re.compile(r"\s*(else\b|do\b|try\b|(if|for|while|switch|catch)\s*(constexpr\s*)?\()")
INITIALISER = re.compile(r"\)[^;{}]*?(?<!:):(?!:)", re.DOTALL)


class Function:
    def __init__(self, name, first_line, last_line):
        self.name, self.first_line, self.last_line = name, first_line, last_line

    @property
    def lines(self):
        return self.last_line - self.first_line + 1


def without_directives(text):
    """Macro bodies are no functions; the lines stay."""
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*",
                  lambda match: "\n" * match.group(0).count("\n"), text, flags=re.MULTILINE)


def name_of(head):
    before = head.split("(", 1)[0].rstrip()
    match = re.search(r"(operator\s*\S+|[\w:~<>]+)$", before)
    return match.group(1) if match else "?"


def kind_of(head):
    """What a brace opens after this text, outside of functions."""
    if TYPE_OR_NAMESPACE.match(head) and not re.search(r"\)\s*(const|noexcept|override)?\s*$", head):
        return "scope"
    if ")" not in head or CONTROL.match(head) or head.rstrip().endswith(("=", ",", "(")):
        return "braces"
    # `Name(int a) : m_a{a} {`: the first brace belongs to the member, not to the function.
    if INITIALISER.search(head) and re.search(r"[\w>]$", head.rstrip()) and not head.rstrip().endswith(
            ("const", "noexcept", "override", "final", "mutable")):
        return "braces"
    return "function"


class Scanner:
    def __init__(self, text):
        self.text = without_directives(code_only(text))
        self.functions = []
        self.open = []  # (kind, name, first line)
        self.head_at = 0

    def line(self, position):
        return self.text.count("\n", 0, position) + 1

    def in_function(self):
        return any(kind == "function" for kind, _, _ in self.open)

    def opened(self, position):
        head = self.text[self.head_at:position]
        kind = "braces" if self.in_function() else kind_of(head)
        start = self.head_at + len(head) - len(head.lstrip())
        self.open.append((kind, name_of(head) if kind == "function" else "", self.line(start)))
        if kind != "braces":
            self.head_at = position + 1

    def closed(self, position):
        if not self.open:
            return
        kind, name, first_line = self.open.pop()
        if kind == "function":
            self.functions.append(Function(name, first_line, self.line(position)))
        if kind != "braces":
            self.head_at = position + 1

    def scan(self):
        for match in re.finditer(r"[{};]|\b(public|private|protected|Q_SIGNALS|Q_SLOTS)\s*:(?!:)", self.text):
            mark, position = match.group(0), match.start()
            if mark == "{":
                self.opened(position)
            elif mark == "}":
                self.closed(position)
            elif not self.open or self.open[-1][0] == "scope":
                self.head_at = match.end()
        return self.functions


def functions_of(text):
    return Scanner(text).scan()
