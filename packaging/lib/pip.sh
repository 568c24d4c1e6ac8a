# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Packages of PyPI from a requirements file. Sourced by bash, after common.sh.

# pip_install REQUIREMENTS TARGET: makes a virtual environment that holds what REQUIREMENTS names, each with its version
# and SHA-256. Quick when it is there already.
pip_install() {
    local requirements=$1 target=$2 log=$2.log
    cmp -s "$requirements" "$target/installed.txt" && return
    say "installing from $requirements (pip)"
    rm -rf "$target"
    python3 -m venv "$target" 2>"$log" ||
        fail "Python's virtual environments are missing." "Install python3-venv, or run packaging/install interop."
    "$target/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
        --retries 1 -r "$requirements" >>"$log" 2>&1 || explain_pip "$requirements" "$log"
    cp "$requirements" "$target/installed.txt"
}

explain_pip() {
    local requirements=$1 log=$2
    tail -n 15 "$log" >&2
    if grep -q 'DO NOT MATCH THE HASHES' "$log"; then
        fail "A downloaded package is not the one that $requirements names." \
            "Nothing was installed. Try again; if it stays so, do not use that package index."
    fi
    fail "pip failed; its last lines stand above." "Check the connection and 'pip config list'; then run this again."
}
