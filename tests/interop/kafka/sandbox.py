# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls of the sandbox's REST API."""
import json
import os
import time
import urllib.error
import urllib.request

PATIENCE = 60  # seconds


def api(method, path, body=None):
    """One call below /v1/project/PROJECT; the reply."""
    request = urllib.request.Request(
        f"{os.environ['HEADGATE_API']}/v1/project/{os.environ['HEADGATE_PROJECT']}{path}", method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": "aivenv1 " + os.environ["HEADGATE_TOKEN"], "Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as reply:
            return json.load(reply)
    except urllib.error.HTTPError as error:
        raise RuntimeError(f"{method} {path}: {error.code} {error.read().decode()}") from error


def sql(statement):
    """The rows of a statement."""
    return api("POST", "/service/clickhouse-demo/clickhouse/query", {"database": "default", "query": statement})["data"]


def wait_for(find):
    """What find() returns once that is not None."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = find()
        if found is not None:
            return found
        time.sleep(0.2)
    raise RuntimeError(f"nothing came in {PATIENCE} s")


def wait_until_active(integration):
    def is_active():
        status = api("GET", "/integration/" + integration)["service_integration"]
        if status["integration_status"]["state"]["errors"]:
            raise RuntimeError(str(status["integration_status"]))
        return True if status["active"] else None
    wait_for(is_active)
