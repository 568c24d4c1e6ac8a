# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs avn and tells the results as TAP."""

import json
import os
import subprocess
import time


class Walk:
    """One command after the other; each is a result."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def result(self, name, problem=None):
        self.count += 1
        if problem:
            self.failed += 1
        print(f"{'not ok' if problem else 'ok'} {self.count} - {name}", flush=True)
        for line in str(problem or "").splitlines():
            print(f"# {line}", flush=True)

    def run(self, command, stdin=None):
        return subprocess.run(
            [os.environ["AVN"], *command], input=stdin, text=True, capture_output=True, timeout=120, check=False
        )

    def avn(self, *command, has=(), lacks=(), fails=None, stdin=None):
        """The command succeeds, or fails with the text `fails`, and prints every text of `has` and none of `lacks`."""
        done = self.run(command, stdin)
        output = done.stdout + done.stderr
        problem = None
        if fails is None and done.returncode != 0:
            problem = f"ended with {done.returncode}:\n{output}"
        elif fails is not None and (done.returncode == 0 or fails not in output):
            problem = f"should fail with '{fails}':\n{output}"
        for text in has:
            if text not in output:
                problem = f"'{text}' is missing in:\n{output}"
        for text in lacks:
            if text in output:
                problem = f"'{text}' should not be in:\n{output}"
        self.result(" ".join(command), problem)
        return done.stdout

    def json(self, *command, check=lambda value: True):
        """The command prints JSON that passes the check."""
        done = self.run([*command, "--json"])
        value = None
        problem = None
        try:
            value = json.loads(done.stdout)
            if not check(value):
                problem = f"the check failed on:\n{done.stdout}"
        except (ValueError, LookupError, TypeError) as error:
            problem = f"{error!r}:\n{done.stdout}{done.stderr}"
        self.result(" ".join([*command, "--json"]), problem)
        return value

    def until(self, name, question, seconds=30):
        """The question is answered with yes before long."""
        end = time.monotonic() + seconds
        while not question():
            if time.monotonic() > end:
                self.result(name, f"not within {seconds} s")
                return
            time.sleep(0.2)
        self.result(name)

    def end(self):
        print(f"1..{self.count}")
        return 1 if self.failed else 0
