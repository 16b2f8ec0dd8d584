# SPDX-License-Identifier: GPL-3.0-or-later
"""A platform that allows every call, or none, and keeps the questions: what a gateway says, apart from what is decided."""
import http.server
import json
import pathlib
import shutil
import socketserver
import ssl
import tempfile
import threading

from gateways import self_signed
from upstream import Upstream

ALLOWED = {"X-Partner-Id": "prt_1", "X-Credential-Id": "crd_1", "X-Credential-Generation": "1", "X-Realm": "sbx", "X-Scopes": "orders:read",
           "X-Route-Id": "rte_orders", "X-Decision-Id": "dec_1", "X-Policy-Snapshot": "1", "X-Request-Id": "req_1",
           "RateLimit": '"burst";r=1;t=1', "RateLimit-Policy": '"burst";q=1'}


class _Decides(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def _answer(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/gateway/v1/probed":
            self.send_response(204)
            self.end_headers()
            return
        if self.path == "/gateway/v1/problem":
            self._send(int(self.headers["X-Authz-Answer"] or self.headers["X-Authz-Status"]), {"Content-Type": "application/problem+json"},
                       json.dumps({"code": self.headers["X-Authz-Code"]}).encode())
            return
        self.server.questions.append((self.command, self.path, [(name.lower(), value) for name, value in self.headers.items()]))
        if self.server.refusal and self.headers["X-Original-Method"] is None:
            self._send(self.server.refusal, {"Content-Type": "application/problem+json", "X-Decision-Id": "dec_1"}, b'{"code":"refused"}')
        elif self.server.refusal:
            self._send(403, {"X-Authz-Status": str(self.server.refusal), "X-Authz-Code": "refused", "X-Decision-Id": "dec_1"}, b"")
        else:
            self._send(200, dict(ALLOWED, **self.server.more), b"")

    def _send(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = _answer

    def log_message(self, *_):
        pass


class Platform(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def __init__(self, directory):
        """Writes into `directory` the files that `partner-platform gateway add edge` would."""
        super().__init__(("127.0.0.1", 0), _Decides)
        self.questions = []
        self.more = {}  # beside what allows, or in its place
        self.refusal = None  # a status: refuses, in the dialect of who asks
        directory.mkdir()
        self_signed(directory)
        for name, source in (("edge.crt", "server.crt"), ("edge.key", "server.key"), ("platform-ca.crt", "server.crt")):
            shutil.copy(directory / source, directory / name)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(directory / "server.crt", directory / "server.key")
        self.socket = context.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return "127.0.0.1:%d" % self.server_port

    def handle_error(self, *_):
        pass  # a connection that a gateway let go


class ScriptedFixture:
    """A gateway of class `kind` between this platform and two APIs."""

    kind = None

    @classmethod
    def setUpClass(cls):
        cls.directory = pathlib.Path(tempfile.mkdtemp(prefix="pc-gateway-"))
        cls.addClassCleanup(shutil.rmtree, cls.directory, True)
        cls.platform = Platform(cls.directory / "edge")
        cls.addClassCleanup(cls.platform.shutdown)
        cls.upstream, cls.second = Upstream(), Upstream()
        cls.addClassCleanup(cls.upstream.shutdown)
        cls.addClassCleanup(cls.second.shutdown)
        cls.gateway = cls.kind(cls.directory / cls.kind.name, cls.platform.address, cls.upstream.address, cls.directory / "edge",
                               second=cls.second.address)
        cls.addClassCleanup(cls.gateway.stop)

    def setUp(self):
        self.forget()
        self.platform.more, self.platform.refusal, self.upstream.answer = {}, None, None

    def forget(self):
        for kept in (self.platform.questions, self.upstream.seen, self.second.seen):
            kept.clear()
