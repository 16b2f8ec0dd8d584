# SPDX-License-Identifier: GPL-3.0-or-later
"""nginx with the shipped configuration in front of a scripted platform: whatever status the decision names becomes the partner's answer."""
import http.server
import json
import pathlib
import shutil
import socketserver
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

    def do_GET(self):
        if self.path == "/gateway/v1/problem":
            status = int(self.headers["X-Authz-Status"])
            if status == 415:  # it ends in the middle of it
                self.close_connection = True
                return
            self._answer(status, {"Content-Type": "application/problem+json"},
                         json.dumps({"status": status, "code": self.headers["X-Authz-Code"], "detail": DIRECTIVE}).encode())
            return
        wanted = self.headers["X-Original-URI"].partition("?")[0].rsplit("/", 1)[1]
        headers = {"X-Authz-Status": wanted, "X-Authz-Code": "code_" + wanted, "X-Decision-Id": "dec_" + wanted}
        if wanted == "429":
            headers["Retry-After"] = "7"
        self._answer(401 if wanted == "401" else 403, headers, b"")

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
    def test_each_status_becomes_the_true_answer(self):
        directory = pathlib.Path(tempfile.mkdtemp(prefix="pc-gateway-"))
        self.addCleanup(shutil.rmtree, directory, True)
        NginxOverSocket.unix_socket = str(directory / "platform.sock")
        platform = _Server(NginxOverSocket.unix_socket, _Platform)
        threading.Thread(target=platform.serve_forever, daemon=True).start()
        self.addCleanup(platform.server_close)
        self.addCleanup(platform.shutdown)
        upstream = Upstream()
        self.addCleanup(upstream.shutdown)
        files = directory / "edge"
        files.mkdir()
        for name in ("edge.crt", "edge.key", "platform-ca.crt"):  # named in the configuration, unused over a socket
            (files / name).touch()
        gateway = NginxOverSocket(directory / "nginx", "unused", upstream.address, files)
        self.addCleanup(gateway.stop)
        for status in (400, 401, 403, 404, 410, 411, 413, 429, 431, 451):
            answer = curl("%s/api/v1/%d?a=%%E4&" % (gateway.url, status), gateway.ca)
            self.assertEqual(answer.status, status, answer.body)
            self.assertEqual(answer.json["code"], "code_%d" % status)
            self.assertEqual(answer.json["detail"], DIRECTIVE)
            self.assertEqual(answer.one("x-decision-id"), "dec_%d" % status)
            self.assertEqual(answer.one("retry-after") if status == 429 else None, "7" if status == 429 else None)
        # The call is refused all the same, in the same language.
        answer = curl(gateway.url + "/api/v1/415", gateway.ca)
        self.assertEqual((answer.status, answer.json["status"], answer.json["code"]), (415, 415, "code_415"))
        self.assertEqual(upstream.seen, [])


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
