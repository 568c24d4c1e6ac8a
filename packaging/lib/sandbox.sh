# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A sandbox for programs that a script runs. Sourced by bash, after common.sh.

# start_sandbox PROGRAMS FOLDER: starts PROGRAMS/headgate-sandbox on free ports, with what it says in FOLDER, and exports
# the values of its line. It ends with this script, however that ends: its standard input closes.
start_sandbox() {
    local line=$2/sandbox.json log=$2/sandbox.log
    : >"$line"
    exec {sandbox_input}> >(exec "$1/headgate-sandbox" >"$line" 2>"$log")
    sandbox_process=$!
    for _ in $(seq 300); do
        [ -s "$line" ] && break
        kill -0 "$sandbox_process" 2>/dev/null || break
        sleep 0.1
    done
    if [ ! -s "$line" ]; then
        tail -n 15 "$log" >&2
        fail "The sandbox did not start; its last lines stand above."
    fi
    HEADGATE_API=$(value_of api_url "$line")
    HEADGATE_TOKEN=$(value_of token "$line")
    HEADGATE_PROJECT=$(value_of project "$line")
    export HEADGATE_API HEADGATE_TOKEN HEADGATE_PROJECT
}

value_of() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" "$2"; }

# Ends it and tells whether it ended well: a sandbox that crashes on the way is a failure of the test.
end_sandbox() {
    local code=0
    exec {sandbox_input}>&-
    wait "$sandbox_process" || code=$?
    [ "$code" -eq 0 ] || say "the sandbox ended with $code"
    return "$code"
}
