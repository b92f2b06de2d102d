#!/usr/bin/env bash
# Whether an installed Meterhall works: looks for its files, makes a small sandbox town with the installed programs, starts
# the workstation there in Chinese and in English, signs in, opens the first page and its help, and verifies the books.
# Needs no display; with QT_QPA_PLATFORM=xcb it takes the one that is there. Prints what the window said of its start.
#   smoke_test.sh [--prefix DIR]      where it is installed, else /usr
set -euo pipefail

prefix=/usr
[ "${1:-}" != --prefix ] || prefix=${2:?a folder}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} XDG_RUNTIME_DIR="$folder" HOME="$folder" LC_ALL=C.UTF-8
export PATH="$prefix/bin:$PATH"

fail() { echo "smoke test: $*" >&2; exit 1; }

check_files() {
    local file
    for file in applications/meterhall.desktop icons/hicolor/scalable/apps/meterhall.svg doc/meterhall/copyright \
        doc/meterhall/README.md doc/meterhall/guide/workstation.md doc/meterhall/guide/workstation.zh_CN.md; do
        [ -s "$prefix/share/$file" ] || fail "$prefix/share/$file is missing"
    done
    local entry=$prefix/share/applications/meterhall.desktop program
    program=$(sed -n 's/^Exec=//p' "$entry")
    command -v "$program" >/dev/null || fail "the desktop entry starts '$program', which is not there"
    grep -qx 'Icon=meterhall' "$entry" || fail "the desktop entry names another icon"
    if command -v desktop-file-validate >/dev/null; then
        desktop-file-validate "$entry" || fail "the desktop entry is not valid"
        echo "smoke test: the desktop entry is valid"
    fi
}

check_programs() {
    local program
    for program in meterhall meterhall-cli meterhall-collector meterhall-town; do
        [ "$(command -v $program)" = "$prefix/bin/$program" ] || fail "$program is not in $prefix/bin"
        $program --help >/dev/null || fail "$program does not start"
    done
    meterhall --version
}

# check_start LANGUAGE PAGE: what the first page of a cashier is called there.
check_start() {
    local said=$folder/said
    echo "smoke test: the window in $1"
    METERHALL_PASSWORD=Sandbox-Town-c01 meterhall --workplace "$folder/town/workplace.ini" --language "$1" \
        --start-check c01 >"$said" || { cat "$said"; fail "the workstation did not open its first page and its help"; }
    cat "$said"
    grep -q "page $2 usable" "$said" || fail "the first page is not '$2': are the texts there?"
    grep -qE 'set in (Noto Sans CJK SC|WenQuanYi Micro Hei)' "$said" || fail "there is no font for Chinese"
}

check_books() {
    local violations
    violations=$(METERHALL_PASSWORD=Sandbox-Town-a01 meterhall-cli verify --db "sqlite:$folder/town/town.db" \
        --folder "$folder/town" --operator a01 --seat 1)
    [ "$violations" = "[]" ] || fail "the books do not verify: $violations"
}

check_files
check_programs
meterhall-cli day --until-counter --homes 16 --books 2 --out "$folder/town" >/dev/null
check_start zh_CN 收费台
check_start en Counter
check_books
echo "smoke test: passed"
