# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What install, run, test and bench share. Sourced by bash; the caller has set -euo pipefail.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() { printf 'headgate: %s\n' "$*" >&2; }

# fail CAUSE WAY-OUT…: every failure of these scripts ends here, so that each names both.
fail() {
    printf 'headgate: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '    %s\n' "$line" >&2; done
    exit 1
}

# ours FOLDER: makes the folder, or says who must.
ours() {
    mkdir -p "$1" 2>/dev/null && [ -w "$1" ] && return
    fail "$1 cannot be written by $(id -un)." \
        "It was probably made by another user: remove it (sudo rm -rf '$1'), or run this as $(stat -c %U "$1" 2>/dev/null || echo root)."
}

# build PRESET [TARGET…]: configures it and builds the targets, or everything. ccache is used where it is installed and
# never needed.
build() {
    local preset=$1 launcher=() targets=()
    shift
    [ $# -eq 0 ] || targets=(--target "$@")
    ours "$root/build"
    ours "$root/build/$preset"
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
        export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
    fi
    say "building ($preset)"
    (cd "$root" && cmake --preset "$preset" "${launcher[@]}" >"build/$preset/configure.log" 2>&1) || {
        tail -n 20 "$root/build/$preset/configure.log" >&2
        fail "configuring the build failed; the reason stands above." \
            "After a change of compiler or of libraries, remove build/$preset and try again."
    }
    (cd "$root" && cmake --build --preset "$preset" "${targets[@]}") || fail "the build failed; the first error above names the file." \
        "If it says 'Killed' or 'cannot allocate', the machine has too little memory: CMAKE_BUILD_PARALLEL_LEVEL=1 $0"
}
