#!/usr/bin/env bash
# Installs exactly what is missing to build, test and run Meterhall on Debian 12. Says what and why before it acts.
#   installer/setup.sh            install what is missing
#   installer/setup.sh --check    exit 0 when nothing is missing, 1 otherwise; says nothing
#   installer/setup.sh --list     the whole table
set -euo pipefail

# package: why. Recommended packages are not installed, so what is needed of them is named here too.
packages() {
    cat <<'TABLE'
git: finds what changed, for lint
g++: the C++20 compiler
cmake: configures the build
ninja-build: runs the build
ccache: makes the second build fast
qt6-base-dev: Qt Core, Sql, Network, Widgets, Test
libqt6opengl6-dev: found by Qt's own packages, only a recommendation of qt6-base-dev
qt6-svg-dev: icons
qt6-serialport-dev: serial lines
qt6-tools-dev: LinguistTools for CMake
qt6-tools-dev-tools: LinguistTools for CMake
qt6-l10n-tools: lupdate and lrelease
libqt6sql6-sqlite: SQLite at run time
libqt6sql6-psql: PostgreSQL at run time
libqt6svg6: SVG at run time
qt6-translations-l10n: Qt's own Chinese texts
tzdata: the time zones of utilities
libssl-dev: AES-GCM, SHA-256 and scrypt
openssl: makes test certificates
libpq-dev: PostgreSQL's C interface, for binary COPY
libsqlite3-dev: SQLite's C interface, for bulk rows
libicu-dev: pinyin of Chinese names, for search
libqrencode-dev: QR codes on paper
librapidcheck-dev: property tests
postgresql-15: a throw-away server for the tests (no cluster is created)
python3: architecture tests and stand-ins that share no code with the programs
poppler-utils: reads the printed PDFs back in tests
zbar-tools: reads the printed bar and QR codes back in tests
fonts-wqy-microhei: Chinese text on paper
fonts-noto-cjk: Chinese text on screen
clang-14: builds the fuzz targets
libclang-rt-14-dev: sanitizer and fuzzer runtime of clang
clang-format-14: lint
clang-tidy-14: lint
shellcheck: lint of the scripts
valgrind: memory checks without rebuilding
xvfb: a screen for end-to-end runs
xauth: needed by xvfb-run
openbox: a window manager there
xdotool: keys for end-to-end runs
at-spi2-core: what is on the screen, for end-to-end runs
python3-pyatspi: reads it
dbus: the bus it comes through
TABLE
}

missing() {
    local installed
    # shellcheck disable=SC2016 # the format is dpkg-query's
    installed=$(packages | cut -d: -f1 |
        xargs dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' 2>/dev/null |
        sed -n 's/^installed //p' || true)
    packages | while IFS=: read -r name _; do
        grep -qxF "$name" <<<"$installed" || echo "$name"
    done
}

say() { echo "setup: $*"; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "run this as root, or install sudo" >&2
        exit 2
    fi
}

# Debian's server package would start a cluster on port 5432; the tests start their own in a temporary folder.
keep_postgresql_quiet() {
    grep -qx postgresql-15 <<<"$1" || return 0
    dpkg-query --show postgresql-common >/dev/null 2>&1 && return 0
    say "telling Debian not to create a PostgreSQL cluster (/etc/postgresql-common/createcluster.conf)"
    as_root mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
}

# The package lists are fetched again only when one of the packages cannot be had from the lists at hand.
refresh_lists() {
    local name
    for name in $1; do
        if ! apt-cache show "$name" >/dev/null 2>&1; then
            say "fetching Debian's package lists"
            as_root apt-get update -q
            return
        fi
    done
}

install_packages() {
    # shellcheck disable=SC2086 # one word per package
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes -q --no-install-recommends \
        -o Dpkg::Options::=--force-confold $1
}

main() {
    if ! command -v dpkg-query >/dev/null; then
        say "this system has no dpkg; install the equivalents of these by hand:" >&2
        packages >&2
        exit 2
    fi
    local wanted
    wanted=$(missing)
    case "${1:-}" in
    --check) [ -z "$wanted" ]; return ;;
    --list) packages; return ;;
    "") ;;
    *) say "unknown argument '$1'; use --check, --list or nothing" >&2; exit 2 ;;
    esac
    if [ -z "$wanted" ]; then
        say "nothing is missing"
        return
    fi
    say "these packages are missing and will be installed:"
    packages | grep -E "^($(tr '\n' '|' <<<"$wanted" | sed 's/|*$//; s/[+]/\\+/g')):" | sed 's/^/  /'
    keep_postgresql_quiet "$wanted"
    refresh_lists "$wanted"
    # Lists that are at hand may be older than the archive: then the files are gone and fresh lists help.
    install_packages "$wanted" || { as_root apt-get update -q && install_packages "$wanted"; }
}

main "$@"
