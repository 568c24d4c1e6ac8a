# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Apache Kafka in KRaft mode, with a listener for each protocol, in a temporary folder."""
import os
import pathlib
import secrets
import shutil
import socket
import subprocess
import tempfile

USER = "reader"
LISTENERS = ("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL", "CONTROLLER")


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for place in sockets:
        place.bind(("127.0.0.1", 0))
    ports = [place.getsockname()[1] for place in sockets]
    for place in sockets:
        place.close()
    return ports


class Broker:
    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="headgate-kafka-"))
        self.password = secrets.token_urlsafe(12)
        self.ports = dict(zip(LISTENERS, free_ports(len(LISTENERS))))
        self.make_certificates()
        self.write_properties()
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if hasattr(self, "process"):
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def endpoint(self, protocol):
        """The user_config of an external_kafka endpoint."""
        config = {"bootstrap_servers": f"localhost:{self.ports[protocol]}", "security_protocol": protocol}
        if protocol.startswith("SASL"):
            config.update(sasl_mechanism="PLAIN", sasl_plain_username=USER, sasl_plain_password=self.password)
        if protocol.endswith("SSL"):
            config.update(ssl_ca_cert=self.text("ca.pem"), ssl_endpoint_identification_algorithm="https")
        if protocol == "SSL":
            config.update(ssl_client_cert=self.text("client.pem"), ssl_client_key=self.text("client.key"))
        return config

    def secrets(self):
        return [self.password, *self.text("client.key").splitlines()[1:3]]

    def write(self, topic, values):
        self.tool("kafka.tools.ConsoleProducer", "--bootstrap-server", self.plain(), "--topic", topic,
                  given="\n".join(values) + "\n")

    def read(self, topic):
        return self.tool("org.apache.kafka.tools.consumer.ConsoleConsumer", "--bootstrap-server", self.plain(),
                         "--topic", topic, "--from-beginning", "--timeout-ms", "6000").splitlines()

    def plain(self):
        return f"127.0.0.1:{self.ports['PLAINTEXT']}"

    def tool(self, program, *arguments, given=None):
        """What one of Kafka's own programs prints."""
        done = subprocess.run([*self.java("256m"), program, *arguments], input=given, text=True, capture_output=True,
                              timeout=120)
        # The consumer ends with an error when no message came for a while, which is how it is told to end here.
        if done.returncode != 0 and "TimeoutException" not in done.stderr:
            raise RuntimeError(f"{program}: {done.stderr[-800:]}")
        return done.stdout

    def java(self, memory):
        jars = pathlib.Path(os.environ["HEADGATE_CACHE"]) / "lib"
        return ["java", "-Xmx" + memory, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{jars}/*"]

    def text(self, name):
        return (self.folder / name).read_text()

    def openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)

    def make_certificates(self):
        self.openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2",
                     "-subj", "/CN=headgate test authority", "-addext", "basicConstraints=critical,CA:TRUE")
        (self.folder / "names").write_text("subjectAltName=DNS:localhost\n")
        for name in ("server", "client"):
            self.openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", name + ".key", "-out", name + ".csr",
                         "-subj", "/CN=" + name)
            self.openssl("x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                         "-out", name + ".pem", "-days", "2", "-extfile", "names")
        (self.folder / "keystore.pem").write_text(self.text("server.key") + self.text("server.pem"))

    def write_properties(self):
        listeners = ",".join(f"{name}://localhost:{port}" for name, port in self.ports.items())
        login = f'required username="{USER}" password="{self.password}"'
        lines = {
            "process.roles": "broker,controller", "node.id": "1", "log.dirs": self.folder / "logs",
            "controller.quorum.voters": f"1@localhost:{self.ports['CONTROLLER']}",
            "controller.listener.names": "CONTROLLER", "inter.broker.listener.name": "PLAINTEXT",
            "listeners": listeners,
            "advertised.listeners": ",".join(part for part in listeners.split(",") if "CONTROLLER" not in part),
            "listener.security.protocol.map": "CONTROLLER:PLAINTEXT," + ",".join(f"{n}:{n}" for n in LISTENERS[:4]),
            "sasl.enabled.mechanisms": "PLAIN",
            "offsets.topic.replication.factor": "1", "transaction.state.log.replication.factor": "1",
            "transaction.state.log.min.isr": "1", "group.initial.rebalance.delay.ms": "0",
            "ssl.keystore.type": "PEM", "ssl.keystore.location": self.folder / "keystore.pem",
            "ssl.truststore.type": "PEM", "ssl.truststore.location": self.folder / "ca.pem",
            "listener.name.ssl.ssl.client.auth": "required",
        }
        for listener in ("sasl_plaintext", "sasl_ssl"):
            lines[f"listener.name.{listener}.plain.sasl.jaas.config"] = (
                f"org.apache.kafka.common.security.plain.PlainLoginModule {login} "
                f'user_{USER}="{self.password}";')
        text = "".join(f"{key}={value}\n" for key, value in lines.items())
        (self.folder / "server.properties").write_text(text)

    def start(self):
        properties = str(self.folder / "server.properties")
        subprocess.run([*self.java("256m"), "kafka.tools.StorageTool", "format", "-t", "aGVhZGdhdGUtaW50ZXJvcA",
                        "-c", properties],
                       check=True, capture_output=True, timeout=120)
        self.process = subprocess.Popen([*self.java("512m"), "kafka.Kafka", properties],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.tool("org.apache.kafka.tools.TopicCommand", "--bootstrap-server", self.plain(), "--create", "--topic",
                  "from-kafka", "--partitions", "1")
