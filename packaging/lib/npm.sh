# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Packages of npm from a lock file. Sourced by bash, after common.sh.

# npm_ci SOURCE TARGET: installs what SOURCE/package-lock.json names into TARGET/node_modules. The lock file names each
# version and its SHA-512; npm refuses a download that differs. Quick when it is there already.
npm_ci() {
    local source=$1 target=$2
    [ -d "$target/node_modules" ] && cmp -s "$source/package-lock.json" "$target/installed.lock" && return
    command -v npm >/dev/null || fail "npm is missing." "Install nodejs and npm, or run packaging/install."
    ours "$(dirname "$target")"
    ours "$target"
    say "installing from $source/package-lock.json (npm)"
    rm -f "$target/installed.lock"
    cp "$source"/package.json "$source"/package-lock.json "$target"
    (cd "$target" && npm ci --no-audit --no-fund --ignore-scripts --prefer-offline --fetch-retries=1) >"$target/npm.log" 2>&1 ||
        explain_npm "$source" "$target"
    cp "$source/package-lock.json" "$target/installed.lock"
}

explain_npm() {
    local source=$1 target=$2 log=$2/npm.log
    tail -n 15 "$log" >&2
    if grep -qE 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network' "$log"; then
        fail "The npm registry could not be reached (no network, or a proxy is needed)." \
            "Check the connection and 'npm config get registry'; then run this again."
    elif grep -q EINTEGRITY "$log"; then
        fail "A downloaded package is not the one that $source/package-lock.json names." \
            "Nothing was installed. Empty the cache (npm cache clean --force) and try again; if it stays so, do not use that registry."
    elif grep -q ENOSPC "$log"; then
        fail "The disk is full." "The engine library alone needs about 1 GB; free it, then run this again."
    fi
    fail "npm failed; its last lines stand above." "Remove $target and run this again."
}
