# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Databases of somebody else for a test that walks through the window: says in one line where they are, and ends them
when its standard input closes. MariaDB only where it is installed."""
import json
import os
import sys

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "interop", "databases"))
from servers import MARIADB, Servers  # noqa: E402

with Servers(mariadb=os.path.exists(MARIADB)) as servers:
    print(json.dumps({"postgres": servers.postgres_port, "mariadb": servers.mariadb_port if servers.has_mariadb else 0,
                      "password": servers.password, "authority": servers.read("authority.pem"),
                      "stranger": servers.read("stranger.pem")}), flush=True)
    sys.stdin.read()
