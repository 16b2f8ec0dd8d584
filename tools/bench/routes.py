# SPDX-License-Identifier: GPL-3.0-or-later
"""P16: what a decision costs with 5,000 routes in 5 APIs, beside the demonstration API alone, in turn. The least of the rounds each."""
import json
import pathlib
import subprocess

from admin import PROGRAM
from calls import Place, least
from goals import Figure

APIS = 5
ROUTES = 1000  # of each


def description(number):
    """As real ones are: resources three deep, a parameter in every second segment."""
    paths = {}
    for resource in range(ROUTES // 4):
        for path in ("/group%d/{group_id}/thing%d" % (resource % 25, resource), "/group%d/{group_id}/thing%d/{thing_id}" % (resource % 25, resource)):
            paths[path] = {method: {"tags": ["group%d" % (resource % 25)]} for method in ("get", "post")}
    return {"openapi": "3.1.0", "info": {"title": "Measured %d" % number, "version": "1"}, "paths": paths}


def fill(place, directory):
    for number in range(APIS):
        file = directory / ("api%d.json" % number)
        file.write_text(json.dumps(description(number)))
        subprocess.run([str(PROGRAM), "catalogue", "import", str(file), "--data", place.service.data, "--as", "local-admin",
                        "--api", "measured-%d" % number, "--base-path", "/measured%d" % number, "--audience", "https://measured%d.example" % number,
                        "--scope-prefix", "m%d." % number, "--apply", "--reason", "measured"], check=True, timeout=120, capture_output=True)


def measure(directory, rounds, seconds):
    directory = pathlib.Path(directory)
    places = []
    try:
        for name in ("one", "five"):
            (directory / name).mkdir()
            places.append(Place(directory / name))
        fill(places[1], directory)
        loads = [place.calls_with_keys() for place in places]
        costs = [[], []]
        for load in loads:
            load.run(seconds=1)  # what is made at the first call
        for _ in range(rounds):
            for load, place, cost in zip(loads, places, costs):
                cost.append(load.cost(place.pid, seconds=seconds))
    finally:
        for place in places:
            place.stop()
    return [Figure("P16", "decision, API key, with %d routes in %d APIs" % (APIS * ROUTES, APIS), least(costs[1], "cpu_us"), "us",
                   "the same with the demonstration API", least(costs[0], "cpu_us"), 1.2)]
