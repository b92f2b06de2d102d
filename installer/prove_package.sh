#!/usr/bin/env bash
# Whether a package works on a machine that has nothing: installs it in an empty Debian 12 (debootstrap), with nothing but
# what it depends on, lets an ordinary user run the smoke test there, then once more on a screen (Xvfb), and removes it.
#   installer/prove_package.sh PACKAGE.deb [--place DIR]
# DIR, else $METERHALL_CHROOT, else build/package/chroot, keeps DIR/base, the empty system, for the next time. No mount
# outlives the run: mounts are made in a namespace of their own.
set -euo pipefail

suite=bookworm
mirror=${METERHALL_MIRROR:-http://deb.debian.org/debian}

say() { echo "prove: $*" >&2; }
refuse() { say "$*"; exit 2; }
fail() { say "$*"; exit 1; }

# The empty system; half of one is no use.
make_base() {
    [ ! -e "$place/base/complete" ] || return 0
    say "making an empty Debian 12 in $place/base"
    forget "$place/base"
    debootstrap --variant=minbase "$suite" "$place/base" "$mirror" >"$place/debootstrap.log" 2>&1 ||
        fail "debootstrap failed; $place/debootstrap.log says why"
    touch "$place/base/complete"
}

# Never through a mount into something else.
forget() {
    [ -e "$1" ] || return 0
    local real
    real=$(realpath "$1")
    ! cut -d' ' -f5 /proc/self/mountinfo | grep -qE "^$real(/|\$)" || fail "something is mounted under $real; it stays"
    rm -rf --one-file-system "$real"
}

# Runs a command in the chroot, with /proc and terminals that are gone with it.
inside() {
    # shellcheck disable=SC2016 # expanded there
    unshare --mount --pid --fork --propagation private bash -c '
        set -e
        root=$1; shift
        mount -t proc proc "$root/proc"
        mount -t devpts -o newinstance,ptmxmode=666 devpts "$root/dev/pts"
        mount -t tmpfs tmpfs "$root/dev/shm"
        exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            ${http_proxy:+http_proxy="$http_proxy"} "$@"' inside "$root" "$@"
}

as_somebody() { inside runuser -u somebody -- "$@"; }

install_there() {
    inside apt-get install --yes -q --no-install-recommends "$@" >>"$place/apt.log" 2>&1 ||
        fail "apt-get could not install $*; $place/apt.log says why"
}

install_package() {
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    cp "$package" "$root/tmp/meterhall.deb"
    : >"$place/apt.log"
    inside apt-get update -q >>"$place/apt.log" 2>&1 || fail "no package lists; $place/apt.log says why"
    say "installing it with what it depends on and nothing else"
    install_there /tmp/meterhall.deb
    inside useradd --create-home somebody
}

check_on_a_screen() {
    say "the same on a screen"
    install_there desktop-file-utils xvfb xauth
    as_somebody env QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1600x1000x24' /usr/share/meterhall/smoke_test.sh
}

# No file of its list, and nothing anywhere that has its name.
check_removal() {
    local files left
    files=$(inside dpkg -L meterhall)
    inside apt-get remove --yes -q meterhall >>"$place/apt.log" 2>&1 || fail "it cannot be removed"
    rm -f "$root/tmp/meterhall.deb"
    left=$(
        while read -r file; do
            if [ -f "$root$file" ] || [ -L "$root$file" ]; then echo "$file"; fi
        done <<<"$files"
        find "$root" -xdev -iname '*meterhall*' -not -path "$root/var/log/*"
    )
    [ -z "$left" ] || fail "removing it leaves behind: $left"
    say "removed; nothing of it is left"
}

main() {
    package="" place=${METERHALL_CHROOT:-build/package/chroot}
    while [ $# -gt 0 ]; do
        case "$1" in
        --place) place=${2:?a folder}; shift 2 ;;
        -*) refuse "unknown option '$1'" ;;
        *) package=$1; shift ;;
        esac
    done
    [ -f "$package" ] || refuse "name the package to prove"
    [ "$(id -u)" = 0 ] || refuse "this needs root: it makes a system of its own in a folder (sudo $0 $package)"
    command -v debootstrap >/dev/null || refuse "debootstrap is missing: apt-get install debootstrap"
    mkdir -p "$place"
    place=$(realpath "$place")
    root=$place/root
    make_base
    forget "$root"
    cp -a "$place/base" "$root"
    rm "$root/complete"
    install_package
    as_somebody /usr/share/meterhall/smoke_test.sh
    check_on_a_screen
    check_removal
    forget "$root"
    say "$(basename "$package") works in an empty Debian 12"
}

main "$@"
