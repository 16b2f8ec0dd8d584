# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts Debian's nginx and Caddy, and Envoy, with the shipped configurations: only their addresses and files are replaced, and what
a comment offers is switched on."""
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


def with_second_api(text, *pairs):
    """Takes the # away from what stands between "ANOTHER API" and END, and replaces there."""
    parts = re.split(r"(?m)^( *# ANOTHER API.*\n)((?:#.*\n)+)( *# END\n)", text)
    if len(parts) < 5:
        raise RuntimeError("the shipped configuration offers no second API")
    offered = "\0".join(re.sub("(?m)^#", "", part) for part in parts[2::4])
    parts[2::4] = replaced(offered, *pairs).split("\0")
    return "".join(parts)


def switched_on(text, *snippets):
    """The options of nginx: one line each."""
    return replaced(text, *(("#include snippets/partner-gateway-%s.conf;" % name, "include snippets/partner-gateway-%s.conf;" % name)
                            for name in snippets))


def self_signed(directory, days=2):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", str(days),
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,DNS:billing.example.com,IP:127.0.0.1",
                    "-keyout", str(directory / "server.key"), "-out", str(directory / "server.crt")],
                   check=True, timeout=60, capture_output=True)


def start_nginx(directory, http, log, modules=()):
    """Debian's nginx as one process, with everything it writes below `directory`; `http`: what stands in its http block."""
    temp = "".join("%s_temp_path %s/temp-%s;\n" % (kind, directory, kind)
                   for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (directory / "nginx.conf").write_text("".join("load_module /usr/lib/nginx/modules/ngx_%s_module.so;\n" % module for module in modules) +
                                          "daemon off; master_process off; pid nginx.pid; error_log stderr notice;\n"
                                          "events { worker_connections 256; }\n"
                                          "http { access_log off;\n%s%s\n}\n" % (temp, http))
    command = [shutil.which("nginx") or "/usr/sbin/nginx", "-p", str(directory), "-c", "nginx.conf", "-e", "stderr"]
    checked = subprocess.run(command[:5] + ["-t", "-e", "stderr"], stdout=log, stderr=log, check=False, timeout=60)
    if checked.returncode != 0:
        raise RuntimeError((directory / "output.log").read_text())
    return subprocess.Popen(command, stdout=log, stderr=log)


class Gateway:
    """`files`: the directory that `partner-platform gateway add edge` wrote. Partners call `url` and trust `ca`. `second`: the address of
    another API, which is called billing.example.com."""

    name = ""
    certificate_days = 2

    def __init__(self, directory, platform, upstream, files, port=None, second=None):
        self.directory = pathlib.Path(directory)
        self.directory.mkdir(parents=True, exist_ok=True)
        self.files = pathlib.Path(files)
        self.port = port or free_port()
        self.url = "https://127.0.0.1:%d" % self.port
        self.platform = re.sub("^https://", "", platform)
        self.upstream, self.second = upstream, second
        self_signed(self.directory, self.certificate_days)
        self.ca = self.directory / "server.crt"
        self.access_log = self.directory / "partner-gateway.log"
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
    """`options` are switched on, with `modules` loaded and `edited` in whatever file has it: (old, new)."""

    name = "nginx"
    unix_socket = None
    options = ()
    modules = ()
    edited = ()

    def start(self):
        shipped = SOURCE / "installer/gateway/nginx"
        snippets = self.directory / "snippets"
        snippets.mkdir(exist_ok=True)
        edits = dict.fromkeys(self.edited)
        for snippet in [*shipped.glob("partner-gateway-*.conf"), *(shipped / "options").glob("*")]:
            text = snippet.read_text()
            if snippet.name == "partner-gateway-platform.conf":
                text = replaced(text, ("/etc/partner-gateway", str(self.files)))
            (snippets / snippet.name).write_text(self.own(text, edits))
        server = "unix:" + self.unix_socket if self.unix_socket else self.platform
        text = replaced((shipped / "partner-gateway.conf").read_text(), ("127.0.0.1:8443", server))
        if self.second:
            text = with_second_api(text, ("127.0.0.1:8081", self.second), ("listen 443 ", "listen 127.0.0.1:%d " % self.port))
        text = replaced(switched_on(text, *self.options), ("server 127.0.0.1:8080 ", "server %s " % self.upstream),
                        ("server_name api.example.com;", "server_name 127.0.0.1;"),
                        ("    listen 443 ", "    listen 127.0.0.1:%d " % self.port),
                        ("/etc/partner-gateway", str(self.directory)))
        (self.directory / "site.conf").write_text(self.own(text, edits))
        for old, found in edits.items():
            if not found:
                raise RuntimeError("the shipped configuration has no %r" % (old,))
        return start_nginx(self.directory, "include site.conf;", self.log, self.modules)

    def own(self, text, edits):
        for old, new in self.edited:
            if old in text:
                edits[old, new] = True
                text = text.replace(old, new)
        if self.unix_socket:
            text = text.replace("https://partner_platform", "http://partner_platform")
        return text.replace("/etc/nginx/snippets", str(self.directory / "snippets")).replace("/var/log/nginx", str(self.directory))


class Caddy(Gateway):
    """With `edited` replaced: (old, new)."""

    name = "caddy"
    edited = ()

    def start(self):
        site = "{$PARTNER_GATEWAY:https://api.example.com} {"
        others = "https://:{$PARTNER_PORT:443} {"
        served = "\n\tbind 127.0.0.1\n\ttls %s/server.crt %s/server.key" % (self.directory, self.directory)
        text = (SOURCE / "installer/gateway/caddy/Caddyfile").read_text()
        if self.second:
            text = with_second_api(text, ("127.0.0.1:8081", self.second),
                                   ("https://billing.example.com {", "https://billing.example.com:%d {%s" % (self.port, served)))
        text = replaced(text, ("{\n\tadmin off", "{\n\tauto_https disable_redirects\n\tadmin off"),
                        (site, site + served), (others, others + served), *self.edited)
        (self.directory / "Caddyfile").write_text(text)
        environment = dict(os.environ, PARTNER_GATEWAY=self.url, PARTNER_PORT=str(self.port), PARTNER_PLATFORM=self.platform,
                           PARTNER_API=self.upstream, PARTNER_FILES=str(self.files), PARTNER_LOG=str(self.access_log),
                           XDG_DATA_HOME=str(self.directory), XDG_CONFIG_HOME=str(self.directory), HOME=str(self.directory))
        return subprocess.Popen(["caddy", "run", "--config", str(self.directory / "Caddyfile"), "--adapter", "caddyfile"],
                                stdout=self.log, stderr=self.log, env=environment)


class Envoy(Gateway):
    """Its program comes from PyPI (tests/engines)."""

    name = "envoy"
    program = SOURCE / "build/engines/bin/envoy"
    edited = ()

    def start(self):
        text = (SOURCE / "installer/gateway/envoy/envoy.yaml").read_text()
        if self.second:
            text = with_second_api(text, self.address("127.0.0.1", 8081, self.second),
                                   ("billing.example.com:443", "billing.example.com:%d" % self.port))
        text = replaced(text, self.address("0.0.0.0", 443, "127.0.0.1:%d" % self.port), self.address("127.0.0.1", 8443, self.platform),
                        self.address("127.0.0.1", 8080, self.upstream),
                        ('["api.example.com", "api.example.com:443"]', '["127.0.0.1", "127.0.0.1:%d"]' % self.port),
                        ("host: api.example.com", "host: 127.0.0.1"),
                        *(("/etc/partner-gateway/" + name, str(self.directory / name)) for name in ("server.crt", "server.key")),
                        ("/etc/partner-gateway", str(self.files)), ("/var/log/envoy/partner-gateway.log", str(self.access_log)), *self.edited)
        (self.directory / "envoy.yaml").write_text(text)
        return subprocess.Popen([str(self.program), "-c", str(self.directory / "envoy.yaml"), "--disable-hot-restart", "--concurrency", "1",
                                 "--file-flush-interval-msec", "100", "--log-level", "warn"], stdout=self.log, stderr=self.log)

    @staticmethod
    def address(host, port, new):
        shape = "address: %s, port_value: %s }"
        return shape % (host, port), shape % tuple(new.rsplit(":", 1))
