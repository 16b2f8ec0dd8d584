# SPDX-License-Identifier: GPL-3.0-or-later
"""P9 and P10: what a gateway's question and a token cost the service, beside nginx and OpenSSL in the same rounds.

Partner -> nginx with the shipped configuration over TLS -> auth_request over the Unix socket -> service. Counted is the CPU of the
service alone, call records included; nginx in front and the load are not. The least of the rounds stands against the least.
"""
import base64
import http.client
import json
import pathlib
import ssl
import subprocess
import urllib.parse

from admin import PROGRAM, Admin, Service
from fixture import NginxOverSocket
from gateways import free_port
from goals import Figure
from processes import Load, Peer, signature_us

PARTNERS = 8
CLIENTS = 40  # of each partner: a client gets 120 tokens at once, and two a second after that
FRESH = 4000  # tokens that no decision has seen, in each round
MINTED = 8000  # tokens, in each round
SCOPES = ["orders:read"]
UNLIMITED = (100000, 1000000, 0)
CALL = "/api/v1/orders"


class Place:
    """The service with partners whose limits nobody reaches, nginx in front of it, and the peer."""

    def __init__(self, directory):
        directory = pathlib.Path(directory)
        NginxOverSocket.unix_socket = str(directory / "gateway.sock")
        self.peer = Peer(directory / "peer")
        self.options = ("--gateway-socket", NginxOverSocket.unix_socket)
        self.service = Service(directory / "data", *self.options)
        admin = Admin(self.service)
        subprocess.run([str(PROGRAM), "gateway", "add", "edge", "--data", self.service.data, "--out", str(directory / "edge")],
                       check=True, timeout=60, capture_output=True)
        self.gateway = NginxOverSocket(directory / "nginx", self.service.url, self.peer.plain, directory / "edge", free_port())
        partners = [admin.partner("measured-%d" % number, SCOPES) for number in range(PARTNERS)]
        for partner in partners:
            admin.grant(partner, SCOPES, UNLIMITED)
        # One partner after the other, so that the first tokens are of as many partners as there are keys.
        self.keys = [admin.issue(partner, SCOPES, kind="api_key")[1] for partner in partners]
        self.clients = [admin.issue(partner, SCOPES) for _ in range(CLIENTS) for partner in partners]
        self.pid = self.service.process.pid

    def restart(self, meanwhile):
        """`meanwhile` is given the data directory while nobody has it."""
        data = self.service.data
        self.service.stop()
        meanwhile(data)
        self.service = Service(data, *self.options)
        self.pid = self.service.process.pid

    def stop(self):
        self.gateway.stop()
        self.service.stop()
        self.peer.stop()

    def mint(self, count):
        """So many tokens over one connection, of one client after the other."""
        address = urllib.parse.urlsplit(self.service.url).netloc
        connection = http.client.HTTPSConnection(address, context=ssl.create_default_context(cafile=self.service.ca), timeout=10)
        tokens = []
        for number in range(count):
            connection.request("POST", "/oauth2/token", "grant_type=client_credentials",
                               {"Authorization": basic(self.clients[number % len(self.clients)]),
                                "Content-Type": "application/x-www-form-urlencoded"})
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise RuntimeError("no token: %d %s" % (answer.status, body))
            tokens.append(json.loads(body)["access_token"])
        connection.close()
        return tokens

    def calls_with_keys(self):
        return Load(self.gateway.url, [(CALL, {"X-Api-Key": key}) for key in self.keys])

    def calls_with(self, tokens):
        return Load(self.gateway.url, [(CALL, {"Authorization": "Bearer " + token}) for token in tokens])


def basic(client):
    return "Basic " + base64.b64encode(":".join(client).encode()).decode()


def least(rounds, name):
    return min(each[name] for each in rounds)


def measure(directory, rounds, seconds):
    place = Place(directory)
    try:
        key_load = place.calls_with_keys()
        jwt_load = place.calls_with(place.mint(len(place.keys)))
        static = Load(place.peer.url, [("/", {})])
        token_load = Load(place.service.url, [("/oauth2/token", {"Authorization": basic(client)}, "grant_type=client_credentials")
                                              for client in place.clients], sources=16)
        jwt_load.run(seconds=1)  # every one was seen
        static_204, key, jwt, minted, first, signing = [], [], [], [], [], []
        for _ in range(rounds):
            static_204.append(static.cost(place.peer.process.pid, seconds=seconds))
            key.append(key_load.cost(place.pid, seconds=seconds))
            jwt.append(jwt_load.cost(place.pid, seconds=seconds))
            first.append(place.calls_with(place.mint(FRESH)).cost(place.pid, count=FRESH))
            minted.append(token_load.cost(place.pid, count=MINTED))
            signing.append(signature_us())
        saturation = max(each["requests"] / each["seconds"] for each in jwt)
        half = jwt_load.run(seconds=seconds, rate=round(saturation / 2))
    finally:
        place.stop()
    nginx = least(static_204, "cpu_us")
    sign, verify = min(each[0] for each in signing), min(each[1] for each in signing)
    beside = "nginx, static 204 over TLS"
    return [
        Figure("P9", "decision, API key", least(key, "cpu_us"), "us", beside, nginx, 3),
        Figure("P9", "decision, known JWT", least(jwt, "cpu_us"), "us", beside, nginx, 3),
        Figure("P9", "decision, first sight of a JWT", least(first, "cpu_us"), "us", "known JWT and 1.2 checks",
               least(jwt, "cpu_us") + 1.2 * verify, 1),
        Figure("P9", "p99 at half of saturation (%.0f/s)" % (half["requests"] / half["seconds"]), half["p99_us"], "us", "", 0, 2000),
        Figure("P10", "token", least(minted, "cpu_us"), "us", "ES256 signature, openssl speed", sign, 2),
    ]
