# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A screen for a machine that has none: a private X server that speaks VNC on loopback only, behind a random password.
# (Qt's own VNC plugin listens on all interfaces without a password, so it is never used.) Sourced by packaging/run.

# on_private_screen COMMAND…: runs it there, and ends everything when it ends or when this script is ended.
on_private_screen() {
    umask 077
    screen=$(mktemp -d)
    server='' manager='' program=''
    trap end_screen EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP

    local password
    password=$(random_text 8)
    vncpasswd_command -f <<<"$password" >"$screen/password"
    # The cookie keeps other users of this machine off the X server; the number of its display is not known before it runs.
    local cookie
    cookie=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    xauth -q -f "$screen/xauthority" add :0 . "$cookie" 2>/dev/null

    start_server
    xauth -q -f "$screen/xauthority" add ":$display" . "$cookie" 2>/dev/null
    export DISPLAY=:$display XAUTHORITY=$screen/xauthority QT_QPA_PLATFORM=xcb
    openbox --sm-disable >/dev/null 2>&1 & manager=$!

    say "there is no display here, so the window is shown by VNC, on this machine's loopback only."
    say "On your computer:  ssh -L $port:127.0.0.1:$port $(id -un)@$(address)"
    say "then point a VNC viewer at  127.0.0.1:$port  with the password  $password"
    "$@" & program=$!
    local code=0
    wait "$program" || code=$?
    program=''
    return "$code"
}

start_server() { # sets display and port
    : >"$screen/number"
    for _ in 1 2 3; do
        port=$(free_port)
        Xtigervnc -displayfd 5 -rfbport "$port" -localhost=1 -SecurityTypes VncAuth -PasswordFile "$screen/password" \
            -auth "$screen/xauthority" -nolisten tcp -geometry 1280x800 -depth 24 -AlwaysShared \
            -desktop Headgate 5>"$screen/number" >"$screen/log" 2>&1 & server=$!
        for _ in $(seq 100); do
            display=$(cat "$screen/number")
            [ -n "$display" ] && return
            kill -0 "$server" 2>/dev/null || break
            sleep 0.1
        done
        kill "$server" 2>/dev/null || true
    done
    tail -n 5 "$screen/log" >&2
    fail "The VNC server did not start; its last lines stand above." \
        "If it says that the display is taken, remove stale /tmp/.X*-lock files; else run this where there is a display."
}

free_port() { # 5901… like other VNC servers, whatever is free
    local candidate
    for candidate in $(seq 5901 5999); do
        (exec 3<>"/dev/tcp/127.0.0.1/$candidate") 2>/dev/null || { echo "$candidate"; return; }
    done
    fail "All of the ports 5901 to 5999 are in use." "End a VNC server that is no longer needed."
}

vncpasswd_command() { if command -v tigervncpasswd >/dev/null; then tigervncpasswd "$@"; else vncpasswd "$@"; fi; }

random_text() { LC_ALL=C tr -dc 'a-km-z2-9' </dev/urandom | head -c "$1" || true; }

address() { # as the person reached this machine, if by ssh
    local connection
    read -ra connection <<<"${SSH_CONNECTION:-}"
    echo "${connection[2]:-$(hostname)}"
}

end_screen() {
    local process
    for process in $program $manager $server; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "$screen"
}
