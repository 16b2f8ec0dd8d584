# SPDX-License-Identifier: GPL-3.0-or-later
"""P13: what a decision costs among 100,000 partners, beside the same among 8, in turn. The least of the rounds each."""
import pathlib
import time

import lists
from calls import Place, least
from goals import Figure
from processes import settle


def measure(directory, rounds, seconds):
    directory = pathlib.Path(directory)
    places = []
    try:
        for name in ("few", "many"):
            (directory / name).mkdir()
            places.append(Place(directory / name))
        _, many = places
        many.restart(lambda data: lists.fill(data, int(time.time() * 1000)))
        settle(many.pid, 120)
        loads = [place.calls_with_keys() for place in places]
        costs = [[], []]
        for load, place in zip(loads, places):
            load.run(seconds=1)  # what is made at the first call
        for _ in range(rounds):
            for load, place, cost in zip(loads, places, costs):
                cost.append(load.cost(place.pid, seconds=seconds))
    finally:
        for place in places:
            place.stop()
    return [Figure("P13", "decision, API key, among %d partners" % lists.PARTNERS, least(costs[1], "cpu_us"), "us", "the same among 8",
                   least(costs[0], "cpu_us"), 1.1)]
