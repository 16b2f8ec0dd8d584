# SPDX-License-Identifier: GPL-3.0-or-later
"""The Admin API as an operator's program uses it, and the other half of contract/crypto/sealing.h written anew: what the console
does in C++ is done here with Python's cryptography, so that both sides are not wrong in the same way."""
import base64
import datetime
import hashlib
import json
import os
import pathlib
import ssl
import subprocess
import time
import urllib.error
import urllib.request
import uuid

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PROGRAM = pathlib.Path(os.environ["PC_BINARY_DIR"]) / "bin/partner-platform"


def length_prefixed(*parts):
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def b64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class SealingKey:
    def __init__(self):
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.public = self._key.public_key().public_bytes(serialization.Encoding.X962,
                                                          serialization.PublicFormat.UncompressedPoint)

    def open(self, sealed, credential_id, generation, idempotency_key):
        assert sealed[0] == 1
        sender, ciphertext = sealed[1:66], sealed[66:]
        shared = self._key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender))
        info = length_prefixed(b"pc.sealing.v1", sender, self.public)
        material = HKDF(hashes.SHA256(), 44, None, info).derive(shared)
        context = length_prefixed(b"pc.sealing.v1", credential_id.encode(), str(generation).encode(), idempotency_key.encode())
        return AESGCM(material[:32]).decrypt(material[32:], ciphertext, context)


class Service:
    """A real `partner-platform serve` on a free port of loopback, with a token for its administrator."""

    def __init__(self, data, *options):
        self.data = str(data)
        self.log = open(self.data + ".log", "ab")
        self.process = subprocess.Popen([str(PROGRAM), "serve", "--data", self.data, "--exit-with-stdin", *options],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the service did not start: " + open(self.data + ".log", encoding="utf-8").read())
        ready = json.loads(line)
        self.url, self.ca, self.token = ready["url"], ready["ca_file"], ready["token"]

    def stop(self):
        self.process.stdin.close()
        status = self.process.wait(20)
        self.log.close()
        return status

    def kill(self):
        self.process.kill()
        self.process.wait(20)
        self.log.close()


class Admin:
    def __init__(self, service):
        self.base = service.url + "/admin/v1"
        self.token = service.token
        self.context = ssl.create_default_context(cafile=service.ca)

    def call(self, method, path, body=None, key=None, if_match=None):
        request = urllib.request.Request(self.base + path, method=method,
                                         data=None if body is None else json.dumps(body).encode())
        request.add_header("Authorization", "Bearer " + self.token)
        if body is not None:
            request.add_header("Content-Type", "application/json")
        if method != "GET":
            request.add_header("Idempotency-Key", key or str(uuid.uuid4()))
        if if_match is not None:
            request.add_header("If-Match", if_match)
        try:
            with urllib.request.urlopen(request, context=self.context, timeout=30) as answer:
                text = answer.read()
                return json.loads(text) if text else {}
        except urllib.error.HTTPError as error:
            raise AssertionError("%s %s: %d %s" % (method, path, error.code, error.read().decode())) from None

    def partner(self, slug, scopes, plan="pln_starter"):
        return self.call("POST", "/partners", {
            "name": slug.title(), "slug": slug, "legal_name": slug.title() + " Ltd", "country": "DE", "owner": "local-admin",
            "plan_id": plan, "lawful_basis": "contract", "data_categories": ["orders", "products", "invoices", "payments", "contact", "personal", "financial"], "purpose": "tests", "scopes": scopes})["id"]

    def grant(self, partner, scopes, limits=None):
        """Sets the scopes, and with `limits` (rate, burst, daily quota) an override of the plan."""
        before = self.call("GET", "/partners/%s/grant" % partner)
        body = {"plan_id": before["plan_id"], "scopes": scopes, "resources": before["resources"]}
        if limits is not None:
            body["limit_override"] = {"limits": dict(zip(("rate", "burst", "daily_quota"), limits)), "reason": "test"}
        body["reason"] = "test"
        self.call("PUT", "/partners/%s/grant" % partner, body, if_match='"%d"' % before["version"])

    def networks(self, partner, sandbox, credentials=()):
        """Sets from where the sandbox may be called: networks, and pairs of a credential and its own."""
        def lines(networks):
            return [{"network": network} for network in networks]
        path = "/partners/%s/networks" % partner
        body = {"sandbox": lines(sandbox), "production": [], "reason": "test",
                "credentials": [{"credential_id": one, "entries": lines(networks)} for one, networks in credentials]}
        self.call("PUT", path, body, if_match='"%d"' % self.call("GET", path)["version"])

    def _take(self, path, body, if_match=None):
        """Issue or rotate as the console does: ask, open, acknowledge."""
        sealing, key = SealingKey(), str(uuid.uuid4())
        answer = self.call("POST", path, dict(body, seal_to=b64(sealing.public)), key, if_match)
        credential, generation = answer["credential"]["id"], answer["generation"]
        secret = sealing.open(unb64(answer["sealed"]), credential, generation, key)
        digest = hashlib.sha256(length_prefixed(b"pc.ack.v1", credential.encode(), str(generation).encode(), secret)).digest()
        self.call("POST", "/credentials/%s/generations/%d/ack" % (credential, generation), {"digest": b64(digest)})
        return credential, secret.decode()

    def issue(self, partner, scopes, kind="client_secret", realm="sbx"):
        expires = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30)
        return self._take("/partners/%s/credentials" % partner, {
            "name": "test", "kind": kind, "realm": realm, "scopes": scopes, "owner": "local-admin",
            "expires_at": expires.strftime("%Y-%m-%dT%H:%M:%SZ"), "reason": "test"})

    def rotate(self, credential, grace=3600, emergency=False):
        version = self.call("GET", "/credentials/" + credential)["version"]
        body = {"grace_seconds": grace, "emergency": emergency, "reason": "test"}
        return self._take("/credentials/%s/rotate" % credential, body, '"%d"' % version)[1]

    def revoke(self, credential):
        return self.call("POST", "/credentials/%s/revoke" % credential, {"reason": "test"})

    def probe(self, credential):
        """Asks every gateway whether it accepts the credential now: what a revocation is proven against."""
        return self.call("POST", "/credentials/%s/probe" % credential)

    def proof(self, credential, seconds=15):
        """The proof of a revocation, when it is complete."""
        deadline = time.monotonic() + seconds
        while True:
            proof = self.call("GET", "/credentials/%s/revocation" % credential)["proof"]
            if proof["state"] != "running" or time.monotonic() > deadline:
                return proof
            time.sleep(0.05)
