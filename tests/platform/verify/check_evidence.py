#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks an evidence file by docs/evidence.md alone: nothing here comes from the product. Ed25519 is openssl's.

check_evidence.py FILE [PUBLIC_KEY_HEX]: prints "holds EVENTS HASHES PROVES" and exits with 0, or says why not and exits with 1.
"""
import base64
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

FIELDS = ("partner_id", "actor", "action", "target_id", "request_id")


class Bad(Exception):
    pass


def need(condition, why):
    if not condition:
        raise Bad(why)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def unb64(text):
    need("=" not in text and "+" not in text and "/" not in text, "no base64url")
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def signed(key, message, signature):
    spki = bytes.fromhex("302a300506032b6570032100") + key
    with tempfile.TemporaryDirectory() as directory:
        place = pathlib.Path(directory)
        (place / "key").write_bytes(spki)
        (place / "message").write_bytes(message)
        (place / "signature").write_bytes(signature)
        return subprocess.run(["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", place / "key", "-in",
                               place / "message", "-sigfile", place / "signature"], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False, timeout=20).returncode == 0


class Tree:
    def __init__(self):
        self.hashes, self.leaves = [], 0

    def add(self, level, node):
        need(len(node) == 32 and self.leaves % (1 << level) == 0, "a hash that does not fit")
        self.leaves += 1 << level
        while self.hashes and self.hashes[-1][0] == level:
            node = sha256(b"\x01", self.hashes.pop()[1], node)
            level += 1
        self.hashes.append((level, node))

    def root(self):
        if not self.hashes:
            return sha256()
        node = self.hashes[-1][1]
        for _, left in reversed(self.hashes[:-1]):
            node = sha256(b"\x01", left, node)
        return node


def levels(begin, end):
    found = []
    while begin < end:
        level = 0
        while begin % (2 << level) == 0 and begin + (2 << level) <= end:
            level += 1
        found.append(level)
        begin += 1 << level
    return found


def same(asked, value):
    return value.startswith(asked[:-1]) if asked.endswith(".*") else value == asked


def fits(event, wanted):
    for field in FIELDS:
        value = event.get(field, "")
        family = field == "action"
        asked, left_out = wanted.get(field), wanted.get("not_" + field)
        if asked and not (same(asked, value) if family else asked == value):
            return False
        if left_out and (same(left_out, value) if family else left_out == value):
            return False
    return wanted.get("from", "") <= event["at"] and ("to" not in wanted or event["at"] < wanted["to"])


def check_note(checkpoint, key):
    text, _, last = unb64(checkpoint["note"]).partition(b"\n\n")
    text += b"\n"
    origin = checkpoint["origin"].encode()
    root = unb64(checkpoint["root"])
    need(text == b"%s\n%d\n%s\ntime %s\n" % (origin, checkpoint["size"], base64.b64encode(root), checkpoint["at"].encode()),
         "the checkpoint says something else")
    need(last.startswith("— ".encode() + origin + b" ") and last.endswith(b"\n"), "the note has another form")
    blob = base64.b64decode(last.split(b" ")[-1])
    need(len(blob) == 68 and blob[:4] == sha256(origin, b"\n\x01", key)[:4], "the note names another key")
    need(signed(key, text, blob[4:]), "the checkpoint is not signed")


def check(path, known=None):
    data = pathlib.Path(path).read_bytes()
    need(data.endswith(b"\n"), "cut")
    lines = data[:-1].split(b"\n")
    manifest = json.loads(lines[0]).get("manifest")
    need(manifest and manifest["format"] == 1, "no manifest")
    wanted, ranges, checkpoint = manifest["filter"], manifest["ranges"], manifest["checkpoint"]
    key, size = unb64(checkpoint["public_key"]), checkpoint["size"]
    need(known is None or key == known, "another key")
    check_note(checkpoint, key)
    edge = -1
    for each in ranges:
        need(edge < each["begin"] < each["end"] <= size, "ranges")
        edge = each["end"]
    need(manifest["proves"] == ("range" if set(wanted) <= {"from", "to"} else "events"), "proves")

    def touches(begin, end):
        return any(each["begin"] < end and begin < each["end"] for each in ranges)

    tree, events, hashes, after_gap = Tree(), 0, 0, False
    for number, line in enumerate(lines[1:-1], 2):
        one = json.loads(line)
        need(len(one) == 1, "line %d" % number)
        if "event" in one:
            canonical = one["event"].encode()
            event = json.loads(canonical)
            need(event["index"] == tree.leaves and touches(tree.leaves, tree.leaves + 1), "line %d: not its place" % number)
            need(fits(event, wanted), "line %d: not of the filter" % number)
            tree.add(0, sha256(b"\x00", canonical))
            events, after_gap = events + 1, False
        else:
            gap = one["gap"]
            need(not after_gap and gap["begin"] == tree.leaves < gap["end"] <= size, "line %d: no such gap" % number)
            need(manifest["proves"] != "range" or not touches(gap["begin"], gap["end"]), "line %d: left out" % number)
            steps = levels(gap["begin"], gap["end"])
            need(len(steps) == len(gap["hashes"]), "line %d: hashes" % number)
            for level, node in zip(steps, gap["hashes"]):
                tree.add(level, unb64(node))
            hashes, after_gap = hashes + len(steps), True
    need(len(lines) > 1, "cut")
    last = json.loads(lines[-1])
    need(list(last) == ["end"], "cut")
    end = last["end"]
    need(tree.leaves == size and tree.root() == unb64(checkpoint["root"]), "not the log of the checkpoint")
    need(end["events"] == events == manifest.get("events", events), "number of events")
    digest = sha256(b"\n".join(lines[:-1]) + b"\n")
    need(unb64(end["sha256"]) == digest, "the lines were changed")
    statement = "partner-platform evidence 1\n%s\n%d\n%s\n" % (checkpoint["origin"], events, digest.hex())
    need(signed(key, statement.encode(), unb64(end["signature"])), "the end is not signed")
    return events, hashes, manifest["proves"]


if __name__ == "__main__":
    try:
        print("holds %d %d %s" % check(sys.argv[1], bytes.fromhex(sys.argv[2]) if len(sys.argv) > 2 else None))
    except (Bad, KeyError, IndexError, ValueError, TypeError, AttributeError) as why:
        print("does not hold: %s" % why)
        sys.exit(1)
