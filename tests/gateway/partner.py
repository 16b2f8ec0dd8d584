# SPDX-License-Identifier: GPL-3.0-or-later
"""What a partner's program does: fetch a token with a standard library, call with curl."""
import json
import subprocess
import time

from authlib.integrations.requests_client import OAuth2Session as AuthlibSession
from oauthlib.oauth2 import BackendApplicationClient
from requests_oauthlib import OAuth2Session as RequestsSession


class Answer:
    def __init__(self, status, headers, body, size=None):
        """`size`: in bytes as they came, the head included, where nothing was decoded."""
        self.status, self.headers, self.body, self.size = status, headers, body, size

    @property
    def json(self):
        return json.loads(self.body)

    def all(self, name):
        return [value for key, value in self.headers if key == name]

    def one(self, name):
        values = self.all(name)
        assert len(values) == 1, "%s: %r" % (name, values)
        return values[0]


# curl's options that may hold a secret, and their names in its configuration: they go by standard input.
CONFIGURED = {"-H": "header", "--user": "user", "--data": "data", "--data-binary": "data-binary"}


def curl(url, ca, *options):
    """curl with exactly these options: paths as they are, one answer."""
    arguments, configured, rest = [], [], list(options)
    while rest:
        option = rest.pop(0)
        if option in CONFIGURED:
            value = rest.pop(0).replace("\\", "\\\\").replace('"', '\\"')
            configured.append('%s = "%s"\n' % (CONFIGURED[option], value))
        else:
            arguments.append(option)
    done = subprocess.run(["curl", "--silent", "--show-error", "--path-as-is", "--http1.1", "--max-time", "20", "--include",
                           "--cacert", str(ca), "--config", "-", *arguments, url], input="".join(configured).encode("utf-8", "surrogateescape"),
                          capture_output=True, check=False, timeout=60)
    if done.returncode != 0:
        raise AssertionError("curl: " + done.stderr.decode())
    head, _, body = done.stdout.partition(b"\r\n\r\n")
    while head.startswith(b"HTTP/1.1 100"):
        head, _, body = body.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    headers = [(name.strip().lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines[1:])]
    return Answer(int(lines[0].split()[1]), headers, body, len(head) + 4 + len(body))


def token_with_authlib(url, ca, client, secret, scope=None, method="client_secret_basic"):
    with AuthlibSession(client, secret, token_endpoint_auth_method=method) as session:
        return session.fetch_token(url + "/oauth2/token", grant_type="client_credentials", scope=scope,
                                   verify=ca)["access_token"]


def token_with_requests(url, ca, client, secret, scope=None, include_client_id=None):
    with RequestsSession(client=BackendApplicationClient(client_id=client, scope=scope)) as session:
        return session.fetch_token(url + "/oauth2/token", client_id=client, client_secret=secret, verify=ca,
                                   include_client_id=include_client_id)["access_token"]


def eventually(check, seconds=10):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        result = check()
        if result:
            return result
        time.sleep(0.05)
    return check()
