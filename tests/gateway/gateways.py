# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts Debian's nginx and Caddy with the shipped configurations, only their addresses and files replaced."""
import os
import pathlib
import re
import shutil
import socket
import subprocess
import time

SOURCE = pathlib.Path(os.environ["PC_SOURCE_DIR"])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_port(port, process, seconds=15):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError("ended at once with status %d" % process.returncode)
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("nothing listens on port %d" % port)


def replaced(text, *pairs):
    """Each old text must be there: a configuration that changed its shape must not pass unnoticed."""
    for old, new in pairs:
        if old not in text:
            raise RuntimeError("the shipped configuration has no %r" % old)
        text = text.replace(old, new)
    return text


def self_signed(directory):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                    "-keyout", str(directory / "server.key"), "-out", str(directory / "server.crt")],
                   check=True, timeout=60, capture_output=True)


def start_nginx(directory, http, log):
    """Debian's nginx as one process, with everything it writes below `directory`; `http`: what stands in its http block."""
    temp = "".join("%s_temp_path %s/temp-%s;\n" % (kind, directory, kind)
                   for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (directory / "nginx.conf").write_text("daemon off; master_process off; pid nginx.pid; error_log stderr notice;\n"
                                          "events { worker_connections 256; }\n"
                                          "http { access_log off;\n%s%s\n}\n" % (temp, http))
    command = [shutil.which("nginx") or "/usr/sbin/nginx", "-p", str(directory), "-c", "nginx.conf", "-e", "stderr"]
    checked = subprocess.run(command[:5] + ["-t", "-e", "stderr"], stdout=log, stderr=log, check=False, timeout=60)
    if checked.returncode != 0:
        raise RuntimeError((directory / "output.log").read_text())
    return subprocess.Popen(command, stdout=log, stderr=log)


class Gateway:
    """`files`: the directory that `partner-platform gateway add edge` wrote. Partners call `url` and trust `ca`."""

    name = ""

    def __init__(self, directory, platform, upstream, files, port=None):
        self.directory = pathlib.Path(directory)
        self.directory.mkdir(parents=True, exist_ok=True)
        self.files = pathlib.Path(files)
        self.port = port or free_port()
        self.url = "https://127.0.0.1:%d" % self.port
        self.platform = re.sub("^https://", "", platform)
        self.upstream = upstream
        self.log = open(self.directory / "output.log", "ab")
        self.process = self.start()
        wait_for_port(self.port, self.process)

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(10)
        self.log.close()


class Nginx(Gateway):
    name = "nginx"
    unix_socket = None

    def start(self):
        shipped = SOURCE / "installer/gateway/nginx"
        snippets = self.directory / "snippets"
        snippets.mkdir(exist_ok=True)
        self_signed(self.directory)
        self.ca = self.directory / "server.crt"
        server = "unix:%s;" % self.unix_socket if self.unix_socket else self.platform + ";"
        for snippet in shipped.glob("partner-gateway-*.conf"):
            text = snippet.read_text()
            if snippet.name == "partner-gateway-platform.conf":
                text = replaced(text, ("/etc/partner-gateway", str(self.files)))
            if self.unix_socket:
                text = text.replace("https://partner_platform", "http://partner_platform")
            (snippets / snippet.name).write_text(text)
        text = replaced((shipped / "partner-gateway.conf").read_text(),
                        ("server 127.0.0.1:8443;", "server " + server),
                        ("server 127.0.0.1:8080;", "server %s;" % self.upstream),
                        ("listen 443 ssl;", "listen 127.0.0.1:%d ssl;" % self.port),
                        ("/etc/partner-gateway", str(self.directory)))
        if self.unix_socket:
            text = text.replace("https://partner_platform", "http://partner_platform")
        (self.directory / "site.conf").write_text(text)
        return start_nginx(self.directory, "include site.conf;", self.log)


class Caddy(Gateway):
    name = "caddy"

    def start(self):
        self_signed(self.directory)
        self.ca = self.directory / "server.crt"
        site = "{$PARTNER_GATEWAY:https://api.example.com} {"
        others = "https://:{$PARTNER_PORT:443} {"
        served = "\n\tbind 127.0.0.1\n\ttls %s/server.crt %s/server.key" % (self.directory, self.directory)
        text = replaced((SOURCE / "installer/gateway/caddy/Caddyfile").read_text(),
                        ("{\n\tadmin off", "{\n\tauto_https disable_redirects\n\tadmin off"),
                        (site, site + served), (others, others + served))
        (self.directory / "Caddyfile").write_text(text)
        environment = dict(os.environ, PARTNER_GATEWAY=self.url, PARTNER_PORT=str(self.port), PARTNER_PLATFORM=self.platform,
                           PARTNER_API=self.upstream, PARTNER_FILES=str(self.files),
                           XDG_DATA_HOME=str(self.directory), XDG_CONFIG_HOME=str(self.directory), HOME=str(self.directory))
        return subprocess.Popen(["caddy", "run", "--config", str(self.directory / "Caddyfile"), "--adapter", "caddyfile"],
                                stdout=self.log, stderr=self.log, env=environment)
