#!/usr/bin/env bash
# Whether an installed Meterhall works: makes a small sandbox town with the installed programs, signs in at its window on
# a screen of its own, and verifies the books. Needs no display. Prints what the window said of its start.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$folder"

meterhall --version
meterhall-cli day --until-counter --homes 16 --books 2 --out "$folder/town" >/dev/null
METERHALL_PASSWORD=Sandbox-Town-c01 meterhall --workplace "$folder/town/workplace.ini" --start-check c01
violations=$(METERHALL_PASSWORD=Sandbox-Town-a01 meterhall-cli verify --db "sqlite:$folder/town/town.db" \
    --folder "$folder/town" --operator a01 --seat 1)
[ "$violations" = "[]" ] || { echo "smoke test: the books do not verify: $violations" >&2; exit 1; }
echo "smoke test: passed"
