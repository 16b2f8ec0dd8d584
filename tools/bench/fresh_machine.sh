#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# P15: what a newcomer waits for. Makes a machine of Debian with debootstrap (as root), copies the committed tree into it, and
# measures there: ./dev run to the painted list, and the whole of .ci/run without what other registries serve.
#     tools/bench/fresh_machine.sh PLACE [SUITE] [COMMIT]
set -euo pipefail

place=${1:?where the machine goes; needs 10 GB}
suite=${2:-bookworm}
commit=${3:-HEAD}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
machine="$place/$suite"

mkdir -p "$place"
debootstrap --variant=minbase "$suite" "$machine" >"$place/$suite.debootstrap.log"
cp /etc/resolv.conf "$machine/etc/resolv.conf"
for setting in /etc/apt/apt.conf.d/*proxy* /etc/apt/apt.conf.d/*registry*; do # how this machine reaches its packages
    [ ! -e "$setting" ] || cp "$setting" "$machine/etc/apt/apt.conf.d/"
done
trap 'for kind in proc sys dev; do umount -l "$machine/$kind" || true; done' EXIT
# As a slave: what is unmounted there stays mounted here.
for kind in proc sys dev; do mount --rbind --make-rslave "/$kind" "$machine/$kind"; done
mkdir "$machine/project"
git -c safe.directory="$root" -C "$root" archive "$commit" | tar -x -C "$machine/project"

measured() { # NAME COMMAND…: wall seconds, and user + system
    local name=$1 times
    shift
    times=$(TIMEFORMAT='%R %U %S'; { time chroot "$machine" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        bash -c "cd /project && $*" >"$place/$suite.$name.log" 2>&1; } 2>&1)
    awk -v name="$name" '{ printf "%s: %.0f s, %.0f s of CPU\n", name, $1, $2 + $3 }' <<<"$times"
}

printf '%s, %s cores\n' "$suite" "$(nproc)"
measured "run" ./dev run --smoke
measured "test" ./dev test
