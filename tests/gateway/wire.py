# SPDX-License-Identifier: GPL-3.0-or-later
"""A connection that sends exactly the bytes it is told to: targets and field names that no client library would write."""
import socket
import ssl


class Wire:
    """TLS to loopback, kept open over many requests, opened again when the other side closed it."""

    def __init__(self, port, ca):
        self._port = port
        self.host = "127.0.0.1:%d" % port
        self._context = ssl.create_default_context(cafile=str(ca))
        self._stream = None
        self.received = b""  # in answer to the last request

    def close(self):
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def ask(self, target, *fields, method="GET", body=b"", version="HTTP/1.1"):
        """(status, [(name, value)], body) of one request; `target` and `fields` are latin-1 text, or bytes. The fields frame `body`."""
        lines = [b" ".join((method.encode(), _bytes(target), version.encode())), b"Host: " + self.host.encode()]
        text = b"\r\n".join(lines + [_bytes(field) for field in fields] + [b"", body])
        for attempt in (1, 2):
            if self._stream is None:
                plain = socket.create_connection(("127.0.0.1", self._port), timeout=20)
                self._stream = self._context.wrap_socket(plain, server_hostname="127.0.0.1")
                self._buffer = b""
            self.received = b""
            try:
                self._stream.sendall(text)
                return self._answer(method)
            except (ConnectionError, ssl.SSLError, EOFError):
                self.close()
                if attempt == 2:
                    raise
        return None

    def _more(self):
        part = self._stream.recv(65536)
        if not part:
            raise EOFError
        self._buffer += part
        self.received += part

    def _take(self, count):
        while len(self._buffer) < count:
            self._more()
        taken, self._buffer = self._buffer[:count], self._buffer[count:]
        return taken

    def _line(self):
        while b"\r\n" not in self._buffer:
            self._more()
        line, _, self._buffer = self._buffer.partition(b"\r\n")
        return line

    def _answer(self, method):
        status = int(self._line().split()[1])
        headers = []
        while True:
            line = self._line()
            if not line:
                break
            name, _, value = line.decode("latin-1").partition(":")
            headers.append((name.strip().lower(), value.strip()))
        known = dict(headers)
        body = b""
        if method == "HEAD" or status in (204, 304):
            pass
        elif known.get("transfer-encoding") == "chunked":
            while True:
                size = int(self._line(), 16)
                body += self._take(size)
                self._take(2)
                if size == 0:
                    break
        elif "content-length" in known:
            body = self._take(int(known["content-length"]))
        else:
            try:
                while True:
                    self._more()
            except EOFError:
                body, self._buffer = self._buffer, b""
        if known.get("connection") == "close" or "content-length" not in known and "transfer-encoding" not in known:
            self.close()
        return status, headers, body


def _bytes(text):
    return text if isinstance(text, bytes) else text.encode("latin-1")
