# SPDX-License-Identifier: GPL-3.0-or-later
"""nginx with the shipped configuration in front of a scripted platform: whatever status the decision names becomes the partner's answer."""
import http.server
import json
import pathlib
import re
import shutil
import socket
import socketserver
import ssl
import sys
import tempfile
import threading
import unittest

from fixture import NginxOverSocket
from partner import curl
from upstream import Upstream


DIRECTIVE = '<!--# include virtual="/api/v1/200" --><!--# echo var="host" -->'  # nginx must not do what a text says


class _Platform(http.server.BaseHTTPRequestHandler):
    """Refuses /api/v1/<status> with that status, and gives the body of a refusal as it is asked for."""

    protocol_version = "HTTP/1.1"
    ends = None  # how it fails to give the body

    def do_GET(self):
        if self.path == "/gateway/v1/problem":
            self._problem(int(self.headers["X-Authz-Status"]), int(self.headers["X-Authz-Answer"] or self.headers["X-Authz-Status"]))
            return
        wanted = self.headers["X-Original-URI"].partition("?")[0].rsplit("/", 1)[1]
        headers = {"X-Authz-Status": wanted, "X-Authz-Code": "code_" + wanted, "X-Decision-Id": "dec_" + wanted}
        if wanted == "429":
            headers["Retry-After"] = "7"
        self._answer(401 if wanted == "401" else 403, headers, b"")

    def _problem(self, status, answer):
        headers = {"Content-Type": "application/problem+json"}
        body = json.dumps({"status": status, "code": self.headers["X-Authz-Code"], "detail": DIRECTIVE}).encode()
        if self.ends == "silent":
            self.close_connection = True
        elif self.ends == "cut":
            self.send_response(answer)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(body[:-5])
            self.close_connection = True
        elif self.ends == "elsewhere":
            self._answer(answer, {"X-Accel-Redirect": "/api/v1/200", **headers}, body)
        elif self.ends:
            self._answer(int(self.ends), {"Location": "/api/v1/200", **headers}, b'{"status":%s,"code":"of_another"}' % self.ends.encode())
        else:
            self._answer(answer, headers, body)

    def _answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def address_string(self):
        return "unix"

    def log_message(self, *_):
        pass


class _Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


class NginxStatuses(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        directory = pathlib.Path(tempfile.mkdtemp(prefix="pc-gateway-"))
        cls.addClassCleanup(shutil.rmtree, directory, True)
        NginxOverSocket.unix_socket = str(directory / "platform.sock")
        platform = _Server(NginxOverSocket.unix_socket, _Platform)
        threading.Thread(target=platform.serve_forever, daemon=True).start()
        cls.addClassCleanup(platform.server_close)
        cls.addClassCleanup(platform.shutdown)
        cls.upstream = Upstream()
        cls.addClassCleanup(cls.upstream.shutdown)
        files = directory / "edge"
        files.mkdir()
        for name in ("edge.crt", "edge.key", "platform-ca.crt"):  # named in the configuration, unused over a socket
            (files / name).touch()
        cls.gateway = NginxOverSocket(directory / "nginx", "unused", cls.upstream.address, files)
        cls.addClassCleanup(cls.gateway.stop)

    def setUp(self):
        _Platform.ends = None
        self.addCleanup(lambda: self.assertEqual(self.upstream.seen, []))

    def ask(self, status):
        return curl("%s/api/v1/%d?a=%%E4&" % (self.gateway.url, status), self.gateway.ca)

    def test_each_status_becomes_the_true_answer(self):
        for status in (400, 401, 403, 404, 405, 410, 411, 413, 415, 421, 429, 431, 451):
            answer = self.ask(status)
            self.assertEqual(answer.status, status, answer.body)
            self.assertEqual(answer.json["code"], "code_%d" % status)
            self.assertEqual(answer.json["detail"], DIRECTIVE)
            self.assertEqual(answer.one("x-decision-id"), "dec_%d" % status)
            self.assertEqual(answer.one("retry-after") if status == 429 else None, "7" if status == 429 else None)

    def test_without_the_words_it_is_refused_in_the_same_language(self):
        for ends in ("silent", "cut", "302", "401", "404", "429", "500", "503"):
            _Platform.ends = ends
            for status in (400, 401, 403, 404, 405, 410, 411, 413, 415, 421, 429, 431):
                answer = self.ask(status)
                self.assertEqual((answer.status, answer.json["status"], answer.json["code"]), (status, status, "code_%d" % status), ends)
                self.assertEqual(answer.one("content-type"), "application/problem+json")
                self.assertNotIn("detail", answer.json)
        # Of a status that nginx learns only now.
        for ends in ("silent", "302", "401", "404", "405", "421", "429", "500", "503"):
            _Platform.ends = ends
            answer = self.ask(451)
            self.assertEqual((answer.status, answer.json["status"], answer.json["code"]), (403, 403, "code_451"), ends)

    def test_the_words_lead_nowhere_else(self):
        _Platform.ends = "elsewhere"
        for status in (403, 451):
            answer = self.ask(status)
            self.assertEqual((answer.status, answer.json["detail"]), (status, DIRECTIVE))

    def test_what_is_no_request_is_told_in_the_same_language(self):
        host = b"Host: api\r\n"
        for said, status, code in (
                (b"POST /api/v1/403 HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n", 400, "bad_request"),
                (b"GET /api/v1/403 HTTP/1.1\r\n\r\n", 400, "bad_request"),
                (b"GET /api/v1/403 HTTP/1.1\r\n" + host + b"Authorization: a\r\nAuthorization: b\r\n\r\n", 400, "bad_request"),
                (b"rubbish\r\n\r\n", 400, "bad_request"),
                (b"GET /api/v1/403 HTTP/3.0\r\n" + host + b"\r\n", 505, "version_not_supported"),
                (b"TRACE /api/v1/403 HTTP/1.1\r\n" + host + b"\r\n", 405, "method_not_allowed"),
                (b"GET /api/v1/" + 24000 * b"x" + b" HTTP/1.1\r\n" + host + b"\r\n", 414, "uri_too_long"),
                (b"GET /api/v1/403 HTTP/1.1\r\n" + host + 24000 * b"X" + b": y\r\n\r\n", 431, "header_too_large"),
                (b"POST /api/v1/403 HTTP/1.1\r\n" + host + b"Transfer-Encoding: gzip\r\n\r\n", 501, "not_implemented")):
            head, _, body = self._raw(said).partition(b"\r\n\r\n")
            self.assertEqual(int(head.split(b" ", 2)[1]), status, said[:60])
            self.assertIn(b"Content-Type: application/problem+json", head, said[:60])
            self.assertEqual(json.loads(body)["code"], code, said[:60])

    def test_what_only_nginx_may_ask_for_does_not_exist(self):
        for path in ("/_partner/problem", "/_partner/authorize", "/_partner/no-request", "/_partner/other", "/other"):
            answer = curl(self.gateway.url + path, self.gateway.ca)
            self.assertEqual((answer.status, answer.json["code"]), (404, "not_found"), path)
            self.assertEqual(answer.one("content-type"), "application/problem+json")

    def _raw(self, said):
        wire = ssl.create_default_context(cafile=str(self.gateway.ca)).wrap_socket(
            socket.create_connection(("127.0.0.1", self.gateway.port), timeout=10), server_hostname="127.0.0.1")
        with wire:
            wire.sendall(said)
            return self._answered(wire)

    @staticmethod
    def _answered(wire):
        answer = b""
        while True:
            head, found, body = answer.partition(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: (\d+)", head) if found else None
            if length and len(body) >= int(length[1]):
                return answer
            part = wire.recv(65536)
            if not part:
                return answer
            answer += part


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
