#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The small wrong changes of ./dev mutants: made where they mean something, the same for the same seed."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools" / "mutants"))
import mutations  # noqa: E402
import run  # noqa: E402
import sample  # noqa: E402


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
                                 "std::fill_n(bytes.data(), end, '\\0');", "layout->addSpacing(4);", "update();", "qFatal(\"no\");"), [])

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


class Order(unittest.TestCase):
    def test_tests_that_name_the_file_are_asked_first(self):
        with tempfile.TemporaryDirectory() as place:
            root = Path(place)
            (root / "tests/models").mkdir(parents=True)
            (root / "tests/models/tst_lists.cpp").write_text('#include "models/paged.h"\n', encoding="utf-8")
            (root / "tests/models/tst_other.cpp").write_text("\n", encoding="utf-8")
            tests = [("tst_other", ["models"]), ("tst_page", ["views"]), ("tst_lists", ["models"]), ("tst_house", ["house"])]
            self.assertEqual(run.nearest_first(root, "models/paged.cpp", tests, {}), [["tst_lists"], ["tst_other"], ["tst_page"]])
            self.assertEqual(run.nearest_first(root, "models/paged.cpp", tests, {"tst_other": 100.0, "tst_page": 2.0}),
                             [["tst_lists"], ["tst_page"], ["tst_other"]])


if __name__ == "__main__":
    unittest.main()
