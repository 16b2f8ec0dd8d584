#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Without a display ./dev serves a window by VNC: on loopback only, with a password, and nothing is left behind."""

import os
import re
import socket
import struct
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(os.environ["PC_SOURCE_DIR"])
# The command inside the window: says which display it got, then waits until this test closes its standard input.
INSIDE = 'echo "display $DISPLAY $XAUTHORITY"; xauth -f "$XAUTHORITY" list >/dev/null && echo authorised; read -r _ || true; echo ended'


def listening(pid):
    """Every address and port on which the process listens."""
    inodes = set()
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        try:
            match = re.match(r"socket:\[(\d+)\]", os.readlink(entry))
        except FileNotFoundError:
            continue
        if match:
            inodes.add(match.group(1))
    found = []
    for table, family in (("tcp", socket.AF_INET), ("tcp6", socket.AF_INET6)):
        path = Path(f"/proc/{pid}/net/{table}")
        for line in path.read_text().splitlines()[1:] if path.exists() else []:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in inodes:
                address, port = fields[1].split(":")
                words = [struct.pack("<I", int(address[i:i + 8], 16)) for i in range(0, len(address), 8)]
                found.append((socket.inet_ntop(family, b"".join(words)), int(port, 16)))
    return found


def children(pid):
    """Process ids below `pid`, with their names."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                name, fields = (entry / "stat").read_text().rsplit(")", 1)
            except (FileNotFoundError, ProcessLookupError):
                continue
            found[int(entry.name)] = (name.split("(", 1)[1], int(fields.split()[1]))
    below, grown = {pid}, True
    while grown:
        more = {child for child, (_, parent) in found.items() if parent in below} - below
        below |= more
        grown = bool(more)
    return {child: found[child][0] for child in below if child in found}


# Stands in for a program: notes how it was called and with which environment, then becomes it.
NOTING = """#!/bin/bash
{{ printf '%s\\n' "$0" "$@"; env; }} >>{notes}
exec {real} "$@"
"""


class Window(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = Path(scratch.name)
        aside = tempfile.TemporaryDirectory()
        self.addCleanup(aside.cleanup)
        self.notes = Path(aside.name) / "notes"
        programs = Path(aside.name) / "bin"
        programs.mkdir()
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XAUTHORITY")
        environment = {name: value for name, value in os.environ.items() if name not in hidden}
        environment["TMPDIR"] = scratch.name
        for real in {path.name: path for folder in ("/bin", "/usr/bin") for path in sorted(Path(folder).iterdir())
                     if path.name in self.words() and os.access(path, os.X_OK)}.values():
            stand_in = programs / real.name
            stand_in.write_text(NOTING.format(notes=self.notes, real=real))
            stand_in.chmod(0o755)
        environment["PATH"] = f"{programs}:{environment['PATH']}"
        self.process = subprocess.Popen([str(ROOT / "dev"), "window", "bash", "-c", INSIDE], env=environment, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.addCleanup(self.stop)
        self.said = []

    @staticmethod
    def words():
        """Every word of ./dev that could be a program, but the shell itself."""
        return set(re.findall(r"[A-Za-z][A-Za-z0-9_.-]*", (ROOT / "dev").read_text())) - {"bash", "sh", "env", "dpkg-query"}

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.communicate(timeout=20)
        self.process.stdin.close()
        self.process.stdout.close()

    def read_until(self, wanted):
        for line in self.process.stdout:
            self.said.append(line.rstrip())
            match = re.search(wanted, line)
            if match:
                return match
        self.fail("the window did not start:\n" + "\n".join(self.said))

    def server(self):
        servers = [pid for pid, name in children(self.process.pid).items() if name == "Xtigervnc"]
        self.assertEqual(len(servers), 1, self.said)
        return servers[0]

    def test_loopback_only_with_a_password(self):
        port = int(self.read_until(r"loopback only: 127\.0\.0\.1:(\d+)").group(1))
        password = self.read_until(r"password for this run\s+(\S+)").group(1)
        display = self.read_until(r"^display :(\d+)").group(1)
        self.read_until(r"authorised")
        tcp = listening(self.server())
        self.assertIn(("127.0.0.1", port), tcp)
        self.assertEqual({address for address, _ in tcp} - {"127.0.0.1", "::1"}, set(), tcp)
        self.assertEqual({number for _, number in tcp}, {port})
        with socket.socket(socket.AF_UNIX) as abstract:  # which would have no permissions
            self.assertRaises(ConnectionRefusedError, abstract.connect, f"\0/tmp/.X11-unix/X{display}")

        # The password is not on any command line, and the files that hold secrets are their owner's alone.
        for pid in children(self.process.pid):
            self.assertNotIn(password, Path(f"/proc/{pid}/cmdline").read_text())
        secret = [path for path in self.scratch.rglob("*") if path.name in ("passwd", "xauthority")]
        self.assertEqual(len(secret), 2)
        for path in secret:
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)

        # RFC 6143, 7.1: the server offers VNC authentication (2), never "None" (1).
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            version = connection.recv(12)
            self.assertTrue(version.startswith(b"RFB 003."), version)
            connection.sendall(b"RFB 003.008\n")
            count = connection.recv(1)[0]
            self.assertEqual(list(connection.recv(count)), [2])

    def test_no_secret_on_a_command_line(self):
        """Of no program that ran until the window stood, however short it lived, nor in an environment."""
        password = self.read_until(r"password for this run\s+(\S+)").group(1)
        authority = self.read_until(r"^display :\d+ (\S+)").group(1)
        self.read_until(r"authorised")
        listed = subprocess.run(["xauth", "-f", authority, "list"], stdout=subprocess.PIPE, text=True, check=True, timeout=20).stdout
        cookies = {line.split()[2] for line in listed.splitlines()}
        self.assertEqual(len(cookies), 1, listed)
        called = self.notes.read_text()
        for program in ("/xauth", "/tigervncpasswd", "/Xtigervnc", "/openbox"):
            self.assertIn(program, called)
        for secret in (password, *cookies):
            self.assertFalse(secret in called, "a secret stands on a command line or in an environment")

    def test_everything_ends_with_the_program(self):
        self.read_until(r"authorised")
        running = children(self.process.pid)
        self.assertIn("Xtigervnc", running.values())
        self.process.communicate(input="\n", timeout=30)
        self.assertEqual(self.process.returncode, 0)
        self.assert_gone(running)

    def test_everything_ends_with_a_signal(self):
        self.read_until(r"authorised")
        running = children(self.process.pid)
        self.process.terminate()
        self.process.communicate(timeout=30)
        self.assertNotEqual(self.process.returncode, 0)
        self.assert_gone(running)

    def assert_gone(self, running):
        deadline = time.monotonic() + 20
        while any(Path(f"/proc/{pid}").exists() for pid in running) and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertEqual([name for pid, name in running.items() if Path(f"/proc/{pid}").exists()], [])
        self.assertEqual(list(self.scratch.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
