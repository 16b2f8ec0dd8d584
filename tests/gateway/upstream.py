# SPDX-License-Identifier: GPL-3.0-or-later
"""A partner API that only tells what reached it: every request as JSON, headers included."""
import http.server
import json
import socket
import socketserver
import threading


class _Echo(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body go out apart: 40 ms for each answer otherwise

    def _body(self):
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while True:
            size = int(self.rfile.readline(), 16)
            body += self.rfile.read(size)
            self.rfile.readline()
            if size == 0:
                return body

    def _answer(self):
        body = self._body()
        self.server.seen.append((self.command, self.path))
        if self.server.answer is not None:
            self._scripted(*self.server.answer(self.command, self.path))
            return
        text = json.dumps({
            "method": self.command,
            "path": self.path,
            "headers": [[name.lower(), value] for name, value in self.headers.items()],
            "body": body.decode("utf-8", "replace"),
        }).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    def _scripted(self, status, headers, chunks):
        """`chunks`: one piece of bytes with its length, a list of pieces chunked; None hangs up."""
        if chunks is None:
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        has_body = self.command != "HEAD" and status not in (204, 304)
        if isinstance(chunks, bytes):
            if status not in (204, 304):
                self.send_header("Content-Length", str(len(chunks)))
            self.end_headers()
            if has_body:
                self.wfile.write(chunks)
            return
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for chunk in [*chunks, b""] if has_body else []:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = _answer

    def log_message(self, *_):
        pass


class Upstream(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Echo)
        self.seen = []
        self.answer = None  # instead of telling: a function of method and path, which gives status, headers and body
        self._connections = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, *_):
        pass  # a gateway that wants no more of an answer

    def get_request(self):
        connection, peer = super().get_request()
        self._connections.append(connection)
        return connection, peer

    def die(self):
        """Nothing listens any more, and connections that a gateway keeps are gone, too."""
        self.shutdown()
        self.server_close()
        for connection in self._connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # ended before

    @property
    def address(self):
        return "127.0.0.1:%d" % self.server_port
