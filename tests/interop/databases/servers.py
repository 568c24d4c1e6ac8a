# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL that takes TLS only, and a MariaDB, in a temporary folder of their own."""
import glob
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
import time

PATIENCE = 60  # seconds


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def unprivileged():
    """How to start a program that does not run as root; its user."""
    if os.geteuid() != 0:
        return {}, None
    user = pwd.getpwnam("postgres")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}, user


MARIADB = "/usr/sbin/mariadbd"


class Servers:
    def __init__(self, mariadb=True):
        self.has_mariadb = mariadb

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="headgate-interop-")
        self.identity, self.owner = unprivileged()
        self.password = secrets.token_urlsafe(16)
        self.postgres_port, self.mariadb_port = free_port(), free_port()
        self.children = []
        try:
            self.give("")
            self.make_certificates()
            self.start_postgres()
            if self.has_mariadb:
                self.start_mariadb()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for child in self.children:
            child.terminate()
        for child in self.children:
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def write(self, name, text):
        with open(os.open(self.path(name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        self.give(name)

    def give(self, name):
        if self.owner:
            os.chown(self.path(name), self.owner.pw_uid, self.owner.pw_gid)

    def run(self, *command, given=None):
        done = subprocess.run(command, input=given, text=True, capture_output=True, cwd=self.folder, check=False,
                              **self.identity)
        if done.returncode != 0:
            raise RuntimeError(f"{command[0]}: {done.stderr or done.stdout}")

    def start(self, *command):
        self.children.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                              stderr=subprocess.DEVNULL, cwd=self.folder, **self.identity))

    def make_certificates(self):
        """An authority with a certificate for "localhost", and another authority that has nothing to do with it."""
        for name in ("authority", "stranger"):
            self.run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=" + name,
                     "-keyout", name + ".key", "-out", name + ".pem")
        self.run("openssl", "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-addext",
                 "subjectAltName=DNS:localhost", "-keyout", "server.key", "-out", "server.csr")
        self.run("openssl", "x509", "-req", "-in", "server.csr", "-days", "2", "-CA", "authority.pem", "-CAkey",
                 "authority.key", "-CAcreateserial", "-copy_extensions", "copy", "-out", "server.pem")

    def start_postgres(self):
        programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        self.write("password", self.password)
        self.run(programs + "/initdb", "-D", self.path("postgres"), "-U", "reader", "--auth=scram-sha-256",
                 "--pwfile=" + self.path("password"), "--locale=C.UTF-8", "--no-sync")
        self.write("postgres/pg_hba.conf", "hostssl all all 127.0.0.1/32 scram-sha-256\n")
        self.start(programs + "/postgres", "-D", self.path("postgres"), "-p", str(self.postgres_port), "-c",
                   "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "ssl=on", "-c",
                   "ssl_cert_file=" + self.path("server.pem"), "-c", "ssl_key_file=" + self.path("server.key"))
        self.wait(lambda: self.postgres("CREATE DATABASE shop"))
        self.postgres("CREATE TABLE items (id bigint, name text, price numeric(8, 2)); "
                      "INSERT INTO items VALUES (1, 'gate', 12.5), (2, NULL, NULL)", "shop")

    def postgres(self, statement, database="postgres"):
        subprocess.run(["psql", "-qX", "-v", "ON_ERROR_STOP=1", "-c", statement], check=True, capture_output=True, env={
            **os.environ, "PGHOST": "127.0.0.1", "PGPORT": str(self.postgres_port), "PGUSER": "reader",
            "PGPASSWORD": self.password, "PGDATABASE": database, "PGSSLMODE": "require"})

    def start_mariadb(self):
        self.run("mariadb-install-db", "--no-defaults", "--datadir=" + self.path("mariadb"), "--skip-test-db",
                 "--auth-root-authentication-method=normal")
        self.write("mariadb.sql", f"CREATE DATABASE shop; CREATE TABLE shop.items (id INT PRIMARY KEY, name VARCHAR(20), "
                   f"price DECIMAL(8, 2)); INSERT INTO shop.items VALUES (1, 'pump', 99.5), (2, NULL, NULL); "
                   f"CREATE USER reader@'%' IDENTIFIED BY '{self.password}'; GRANT ALL ON shop.* TO reader@'%';"
                   .replace("; ", ";\n") + "\n")
        self.start(MARIADB, "--no-defaults", "--datadir=" + self.path("mariadb"),
                   "--port=" + str(self.mariadb_port), "--bind-address=127.0.0.1", "--skip-name-resolve",
                   "--socket=" + self.path("mariadb.sock"), "--init-file=" + self.path("mariadb.sql"),
                   "--ssl-cert=" + self.path("server.pem"), "--ssl-key=" + self.path("server.key"))
        self.wait(lambda: socket.create_connection(("127.0.0.1", self.mariadb_port), 1).close())

    @staticmethod
    def wait(attempt):
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return attempt()
            except (OSError, subprocess.CalledProcessError):
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)
