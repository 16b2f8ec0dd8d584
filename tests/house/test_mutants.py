#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The small wrong changes of ./dev mutants: made where they mean something, the same for the same seed."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools" / "mutants"))
import mutations  # noqa: E402
import run  # noqa: E402
import sample  # noqa: E402
import suite  # noqa: E402
import switches  # noqa: E402


def body(*lines):
    return "void f(int a, bool ok)\n{\n" + "".join(f"    {line}\n" for line in lines) + "}\n"


def changes(*lines):
    return [(m.kind, m.before, m.after) for m in mutations.mutations(body(*lines))]


class Mutations(unittest.TestCase):
    def test_conditions(self):
        found = changes("if (a <= 7 && !ok)", "    g();")
        for wanted in (("boundary", "<=", "<"), ("number", "7", "8"), ("logic", "&&", "||"), ("negation", "!", ""),
                       ("never", "a <= 7 && !ok", "false"), ("always", "a <= 7 && !ok", "true"), ("left out", "g();", ";")):
            self.assertIn(wanted, found)

    def test_a_call_over_several_lines_is_left_out_whole(self):
        self.assertIn(("left out", "tx.afterCommit([a] {\n        g(a);\n    });", ";"), changes("tx.afterCommit([a] {", "    g(a);", "});"))

    def test_declarations_and_returns_stay(self):
        self.assertEqual([c for c in changes("Thing thing(a);", "return g(a);", "const int b = g(a);") if c[0] == "left out"], [])

    def test_comments_literals_and_preprocessor_are_not_code(self):
        self.assertEqual(changes("// a == 1 && true", 's = u"a == 1 && true"_s;', "#if 1 == 2", "#endif"), [])

    def test_what_nobody_should_notice_is_left_alone(self):
        self.assertEqual(changes("context.log.error(\"x\", {{\"n\", 1}});", "painter->drawLine(1, 2);", "list.reserve(7);", "wipe(secret);",
                                 "std::fill_n(bytes.data(), end, '\\0');", "layout->addSpacing(4);", "update();", "qFatal(\"no\");", "std::abort();"), [])

    def test_a_condition_of_a_log_line_is_left_alone(self):
        self.assertEqual(changes("if (a)", '    m_log.warning("x");', "if (ok) {", '    context.log.error("y");', "}"), [])
        self.assertIn(("never", "a", "false"), changes("if (a)", '    m_log.warning("x");', "else", "    g();"))
        self.assertIn(("never", "a", "false"), changes("if (a) {", '    m_log.warning("x");', "    g();", "}"))

    def test_what_changes_nothing_is_left_alone(self):
        self.assertEqual(changes("return -1;"), [])
        self.assertNotIn("flow", [c[0] for c in changes("switch (a) {", "case X:", "    break;", "}")])
        self.assertIn("flow", [c[0] for c in changes("switch (a) {", "case X:", "    break;", "case Y:", "    g();", "}")])
        self.assertIn("flow", [c[0] for c in changes("while (ok) {", "    if (a) {", "        break;", "    }", "}")])

    def test_what_the_next_line_overwrites_is_left_alone(self):
        self.assertEqual(changes("bool ok = false;", "const int n = text.toInt(&ok);"), [])
        self.assertIn(("truth", "false", "true"), changes("bool ok = false;", "const int n = find(ok);"))

    def test_outside_of_functions_nothing_is_changed(self):
        self.assertEqual(mutations.mutations("namespace x {\nconstexpr int limit = 7;\nclass A\n{\n    bool m_on = true;\n};\n}\n"), [])

    def test_templates_and_references_are_no_operators(self):
        self.assertNotIn("logic", [c[0] for c in changes("use([](auto &&x) { return x; });")])
        self.assertNotIn("boundary", [c[0] for c in changes("std::vector<int> v;")])

    def test_applying_changes_just_that_place(self):
        text = body("if (a == 1)", "    g();", "if (a == 1)", "    h();")
        second = [m for m in mutations.mutations(text) if m.kind == "comparison"][1]
        self.assertEqual(second.apply(text).count("!="), 1)
        self.assertEqual(second.line, 5)


class Sample(unittest.TestCase):
    def setUp(self):
        self._dir = tempfile.TemporaryDirectory()
        self.addCleanup(self._dir.cleanup)
        self.root = Path(self._dir.name)
        for name in ("contract/crypto/a.cpp", "platform/core/b.cpp", "models/c.cpp", "views/style/d.cpp"):
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body("if (a == 1)", "    g();", "h(a + 2);"), encoding="utf-8")

    def drawn(self, seed, only=()):
        return [(name, m.line, m.kind) for name, m in sample.draw(self.root, seed, only)]

    def test_a_seed_is_a_sample(self):
        self.assertEqual(self.drawn(5), self.drawn(5))
        self.assertNotEqual(self.drawn(5), self.drawn(6))

    def test_every_place_is_drawn_once_and_pictures_never(self):
        places = [(name, line) for name, line, _ in self.drawn(5)]
        self.assertEqual(len(places), len(set(places)))
        self.assertEqual({name for name, _ in places}, {"contract/crypto/a.cpp", "platform/core/b.cpp", "models/c.cpp"})

    def test_only_below_a_path(self):
        self.assertEqual({name for name, _, _ in self.drawn(5, ("models/",))}, {"models/c.cpp"})


class Switches(unittest.TestCase):
    TEXT = """#include <vector>

namespace pc {

namespace {
const std::vector<int> some = {1, 2};

int twice(int a)
{
    if (a < 10)
        return a + a;
    return 0;
}
}

struct Sum
{
    Sum(int a, int b) : m_a{a}, m_b(b + 1) { add(a + 2); }
    bool operator==(const Sum &other) const { return m_b == other.m_b; }
    void add(int n)
    {
        m_b += twice(n);
    }
    int m_a;
    int m_b = 3;
};

}
"""

    def switched(self, text):
        found = list(enumerate(mutations.mutations(text), 1))
        return found, *switches.switched("sum.cpp", text, found)

    def test_each_function_is_a_place_and_nothing_else(self):
        heads = [" ".join(head.split()) for _, _, head in switches._functions(mutations.blanked(self.TEXT))]
        self.assertEqual(heads, ["int twice(int a)", "Sum(int a, int b) : m_a{a}, m_b(b + 1)",
                                 "bool operator==(const Sum &other) const", "void add(int n)"])
        self.assertEqual([switches._gives_nothing(head) for head in heads], [False, True, False, True])

    def test_what_has_no_place_is_said(self):
        found, text, placeless = self.switched("auto f = [](bool a) {\n    return a == true;\n};\n")
        self.assertEqual(placeless, {number for number, _ in found})
        self.assertNotIn("case", text)

    def test_a_change_is_made_when_it_is_asked_for(self):
        program = self.TEXT + "int main()\n{\n    pc::Sum sum(1, 2);\n    sum.add(4);\n    return sum.m_b;\n}\n"
        found, text, _ = self.switched(program)
        number = next(n for n, change in found if change.kind == "arithmetic" and change.line == 11)
        never = next(n for n, change in found if change.kind == "left out" and "add(4)" in change.before)
        with tempfile.TemporaryDirectory() as place:
            source, built, note = Path(place) / "sum.cpp", str(Path(place) / "sum"), Path(place) / "note"
            source.write_text(text, encoding="utf-8")
            subprocess.run(["c++", "-std=c++20", "-w", "-o", built, str(source)], check=True, timeout=100)

            def result(**environment):
                return subprocess.run([built], env={**os.environ, **environment}, timeout=20).returncode

            self.assertEqual(result(**{switches.REACHED: str(note)}), 3 + 6 + 8)
            self.assertEqual(result(**{switches.ASKED: str(number)}), 3)
            self.assertEqual(result(**{switches.ASKED: str(never)}), 3 + 6)
            noted = set(map(int, note.read_text().split()))
            self.assertLessEqual({number, never}, noted)
            self.assertFalse(noted & {n for n, change in found if change.line == 19})  # nobody compared

    def test_an_error_names_its_change(self):
        self.assertEqual(switches.broken("pc-mutant-17:3:5: error: no\nother.cpp:1:1: error: no\npc-mutant-4:1:2:   required from here\n"
                                         "pc-mutant-5:1:2: warning: odd\n"), {17, 4})


class Suite(unittest.TestCase):
    def one(self, name="tst_a", script="true", **its):
        return suite.Test(name, ["sh", "-c", script], {}, "/", [], its.get("alone", False), 10, **{k: its[k] for k in its if k != "alone"})

    def test_only_a_test_that_fails_twice_has_noticed(self):
        with tempfile.TemporaryDirectory() as place:
            late = self.one("tst_late", f"test -e {place}/x || ! touch {place}/x")
            self.assertIsNone(suite.first_that_fails([late, self.one()], {}, 2))
        self.assertEqual(suite.first_that_fails([self.one(), self.one("tst_b", 'test -z "$PC_X"')], {"PC_X": "1"}, 2).name, "tst_b")

    def test_a_test_that_hangs_has_noticed(self):
        self.assertFalse(self.one(script="sleep 60").passes({}, 0.2))

    def test_the_look_notes_what_is_reached(self):
        with tempfile.TemporaryDirectory() as place:
            one, bad = self.one("tst_one", "echo 7 >> $NOTE"), self.one("tst_bad", "false", alone=True)
            self.assertEqual(suite.look([one, bad], Path(place) / "kept", "NOTE", 2), [bad])
            self.assertEqual((one.reached, bad.reached), ({7}, set()))


class Order(unittest.TestCase):
    def test_tests_that_name_the_file_are_asked_first(self):
        def known(name, seconds, reached=(1,), alone=False):
            return suite.Test(name, [], {}, "", [], alone, 10, seconds, set(reached))

        with tempfile.TemporaryDirectory() as place:
            root = Path(place)
            (root / "tests/models").mkdir(parents=True)
            (root / "tests/models/tst_lists.cpp").write_text('#include "models/paged.h"\n', encoding="utf-8")
            tests = [known("tst_alone", 0.1, alone=True), known("tst_other", 1), known("tst_page", 0.5), known("tst_lists", 3),
                     known("tst_far", 0.1, (2,)), known("tst_paged", 100)]
            self.assertEqual([test.name for test in run.nearest_first("models/paged.cpp", tests, 1, root)],
                             ["tst_lists", "tst_page", "tst_other", "tst_paged", "tst_alone"])


if __name__ == "__main__":
    unittest.main()
