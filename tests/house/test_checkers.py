#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house checks find what they are for, and let through what is fine: each is shown a bad and a good example."""

import os
import shutil
import tempfile
import unittest
from pathlib import Path

import check_arguments
import check_audit_actions
import check_coverage
import check_extracted
import check_floors
import check_models
import check_names
import check_problem_codes
import check_promises
import check_rules
import check_store
import check_translations
import check_waits
import check_words

LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class Tree(unittest.TestCase):
    def setUp(self):
        self._dir = tempfile.TemporaryDirectory()
        self.addCleanup(self._dir.cleanup)
        self.root = Path(self._dir.name)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class Rules(Tree):
    def found(self, name, text):
        self.write(name, text)
        return check_rules.findings(self.root)

    def test_a_pattern_that_ends_in_a_dollar(self):
        pattern = '#include <QRegularExpression>\nQRegularExpression shape(u"^[a-z]+%s"_s);\n'
        self.assertEqual(len(self.found("platform/a.cpp", pattern % "$")), 1)
        self.assertEqual(self.found("platform/a.cpp", pattern % "\\\\$"), [])
        self.assertEqual(self.found("platform/a.cpp", 'auto shell = u"cost: 5$"_s;\n'), [])
        self.assertEqual(self.found("platform/a.cpp", pattern % "\\\\z"), [])

    def test_what_is_settled_once(self):
        for text in ("session->permissions.contains(x);", "QTimeZone::isTimeZoneIdAvailable(x);", "QLocale::codeToTerritory(x);",
                     "text.toCaseFolded();", 'error.code == u"too_long";'):
            self.assertEqual(len(self.found("models/a.cpp", text)), 1, text)
            (self.root / "models/a.cpp").unlink()
            self.assertEqual(self.found("contract/rules/a.cpp", text), [], text)
            (self.root / "contract/rules/a.cpp").unlink()
        self.assertEqual(self.found("views/a.cpp", "QLocale::codeToTerritory(x); // its name"), [])
        self.assertEqual(len(self.found("platform/a.cpp", "const bool begun = now >= *grant.limitOverride->from;")), 1)


class Store(Tree):
    def found(self, name, text):
        self.write(name, text)
        return check_store.findings(self.root)

    def test_sql_stands_in_the_store(self):
        for text in ('tx.query(u"SELECT doc FROM plans"_s);', 'tx.exec("DELETE FROM plans");', 'tx.exec(u"UPDATE plans SET name = ?"_s);',
                     'tx.exec(u"CREATE UNIQUE INDEX a ON b (c)"_s);', "#include <QSqlQuery>"):
            for name in ("platform/verify/a.cpp", "models/a.cpp", "platform/cli/a.cpp"):
                self.assertEqual(len(self.found(name, text + "\n")), 1, (name, text))
                (self.root / name).unlink()
            self.assertEqual(self.found("platform/store/rows/a.cpp", text + "\n"), [], text)
        for text in ("// SELECT doc FROM plans", 'tr("Select one of them"); tr("UPDATE the plan");',
                     'x(u"INSERT INTO a"_s); // house: store — an example'):
            self.assertEqual(self.found("views/a.cpp", text + "\n"), [], text)

    def test_an_engine_has_its_room(self):
        for text in ("SqliteStore::open(options);", "#include <sqlite3.h>", 'x(u"PRAGMA synchronous"_s);', 'x(u"USING fts5(body)"_s);'):
            for name in ("platform/store/rows/a.cpp", "platform/store/sql/a.h"):
                self.assertEqual(len(self.found(name, text + "\n")), 1, (name, text))
                (self.root / name).unlink()
            self.assertEqual(self.found("platform/store/sqlite/a.cpp", text + "\n"), [], text)
        self.assertEqual(self.found("platform/store/sql/a.h", "#pragma once // not SQLite's\n"), [])
        self.assertEqual(self.found("platform/store/factory/a.cpp", "SqliteStore::open(options);\n"), [])

    def test_usage_has_a_seam(self):
        text = '#include "platform/store/rows/usage_rows.h"\n'
        self.assertEqual(len(self.found("platform/admin/usage/a.cpp", text)), 1)
        (self.root / "platform/admin/usage/a.cpp").unlink()
        self.assertEqual(self.found("platform/seed/a.cpp", text), [])
        self.assertEqual(self.found("platform/admin/a.cpp", '#include "platform/store/rows/usage_store.h"\n'), [])

    def test_columns_have_names(self):
        self.assertEqual(len(self.found("platform/store/rows/a.cpp", "row.number(3); row->text(0);\n")), 2)
        self.assertEqual(self.found("platform/store/rows/a.cpp", "columns.number(row); row.number(m_place);\n"), [])
        insert = 'tx.query(u"INSERT INTO a (b) VALUES (?)"_s);\n'
        for spelling in ("INSERT INTO", "INSERT OR REPLACE INTO", "INSERT OR IGNORE INTO", "REPLACE INTO"):
            self.assertEqual(len(self.found("platform/store/rows/a.cpp", insert.replace("INSERT INTO", spelling))), 1, spelling)
        self.assertEqual(self.found("platform/store/rows/a.cpp", "// house: store — once for a million rows\n" + insert), [])
        self.assertEqual(self.found("platform/store/rows/a.cpp", 'RowWrite(u"a"_s).key(u"b"_s, 1).put(tx);\n'), [])
        (self.root / "platform/store/rows/a.cpp").unlink()
        self.assertEqual(self.found("platform/store/schema/a.cpp", insert), [])


class Arguments(Tree):
    def found(self, line, name="docs/guide.md"):
        self.write(name, line + "\n")
        return check_arguments.findings(self.root)

    def test_secrets_as_arguments(self):
        for line in ('curl -u "ID:$SECRET" https://x', "curl --cacert CA \\\n  -u $A:$B https://x", 'curl -H "Authorization: Bearer $T" https://x',
                     '["curl", "--header", f"Authorization: Bearer {token}"]', "xauth -f file add :0 . $cookie",
                     'kubectl create secret generic x --from-literal=client-secret="$S"', 'vault kv put secret/x client_secret="$S"',
                     "openssl ec -in k -passin pass:$P", "curl -d client_secret=$S https://x"):
            self.assertEqual(len(self.found(line)), 1, line)

    def test_by_standard_input(self):
        for line in ("printf 'user = \"%s:%s\"' ID \"$SECRET\" |\n  curl --config - https://x", "xauth -q -f file source -",
                     "kubectl create secret generic x --from-file=client-secret=/dev/stdin", "vault kv put secret/x client_secret=-",
                     "(`curl -u` works too)", "curl -d grant_type=client_credentials https://x", "openssl ec -passin fd:3"):
            self.assertEqual(self.found(line), [], line)

    def test_the_script_itself(self):
        self.assertEqual(len(self.found("xauth -q add :0 . $c", "dev")), 1)


class Floors(Tree):
    def found(self, name, text):
        self.write(name, text)
        if not name.endswith((".cpp", ".h")):
            self.write("contract/types/fine.h", LICENCE)
        return check_floors.findings(self.root)

    def test_include_upwards(self):
        self.assertEqual(len(self.found("client/http/a.cpp", '#include "models/base/b.h"\n')), 1)

    def test_platform_and_client_do_not_meet(self):
        self.assertEqual(len(self.found("platform/http/a.h", '#include "client/http/b.h"\n')), 1)
        self.assertEqual(len(self.found("app/a.h", '#  include <platform/b.h>\n')), 2)

    def test_include_downwards(self):
        self.assertEqual(self.found("views/words/a.cpp", '#include "models/base/b.h"\n#include "contract/types/c.h"\n#include <vector>\n'), [])

    def test_include_by_relative_path(self):
        self.assertEqual(len(self.found("views/words/a.cpp", '#include "../client/b.h"\n')), 1)

    def test_foreign_module(self):
        self.assertEqual(len(self.found("views/words/a.cpp", "#include <QNetworkReply>\n")), 1)
        self.assertEqual(len(self.found("contract/types/a.cpp", "#include <QtSql/QSqlQuery>\n")), 2)

    def test_link_upwards(self):
        self.assertEqual(len(self.found("app/CMakeLists.txt", "target_link_libraries(pc_app\n  PUBLIC pc_views PRIVATE pc_tour)\n")), 1)
        self.assertEqual(len(self.found("app/b/CMakeLists.txt", "target_link_libraries(pc_app PRIVATE pc_platform)\n")), 2)
        self.assertEqual(len(self.found("client/http/sources.cmake", "target_link_libraries(pc_client PRIVATE Qt6::Widgets)\n")), 3)

    def test_link_downwards(self):
        self.assertEqual(self.found("tools/tour/CMakeLists.txt", "target_link_libraries(pc_tour PUBLIC pc_app Qt6::Test)\n"), [])

    def test_room_upwards(self):
        self.assertEqual(self.found("platform/store/rows/a.h", '#include "platform/store/sql/tx.h"\n#include "platform/domain/b.h"\n'), [])
        self.assertEqual(len(self.found("platform/store/sql/a.cpp", '#include "platform/store/rows/a.h"\n')), 1)
        self.assertEqual(len(self.found("platform/domain/a.h", '#include "platform/store/rows/a.h"\n#include "platform/clock/clock.h"\n')), 2)
        self.assertEqual(len(self.found("views/words/a.h", '#include "views/partners/b.h"\n#include "views/words/c.h"\n')), 3)

    def test_declared_upwards(self):
        self.write("platform/http/server.h", "class Server final : public Listener\n{\n};\nstruct Twice\n{\n};\n")
        self.write("views/shell/window.h", "class Window\n{\n    class Server\n    {\n    };\n};\nclass Twice\n{\n};\n")
        for name, text in (("platform/core/limits/a.h", "class Server;\n"), ("platform/domain/a.cpp", "namespace pc {\nclass Server;\n}\n"),
                           ("models/base/a.h", "class Window;\n"), ("client/http/a.h", "struct Twice;\n")):
            self.assertEqual(len(self.found(name, text)), 1, (name, text))
            (self.root / name).unlink()
        # One of that name which may be used, one that nobody here defines, one of a class's own.
        for name, text in (("platform/oauth/a.h", "class Server;\n"), ("platform/domain/a.h", "class QSqlQuery;\n// class Server;\n"),
                           ("views/partners/a.h", "class Window;\nclass Twice;\n"),
                           ("platform/domain/a.h", "class A\n{\n    struct Server;\n    friend class Twice;\n};\n")):
            self.assertEqual(self.found(name, text), [], (name, text))
            (self.root / name).unlink()

    def test_every_file_lies_in_a_room(self):
        self.assertEqual(self.found("app/a.h", "int a;\n"), [])
        self.assertEqual(len(self.found("models/a.h", "int a;\n")), 1)
        self.assertEqual(len(self.found("platform/store/a.h", "int a;\n")), 2)

    def test_rooms_are_named(self):
        rooms = " ".join(check_floors.ROOMS["client"])
        fine = f"pc_rooms(pc_models {rooms})\n"
        self.assertEqual(self.found("client/CMakeLists.txt", fine), [])
        self.assertEqual(len(self.found("client/CMakeLists.txt", fine + 'include("http/sources.cmake" OPTIONAL)\n')), 1)
        self.assertEqual(len(self.found("client/CMakeLists.txt", fine.replace("http api", "api http"))), 1)
        self.assertEqual(len(self.found("client/CMakeLists.txt", fine.replace(" local", ""))), 1)

    def test_one_class_one_pair_of_files(self):
        self.write("client/http/a.h", "class A final : public B\n{\n    A();\n    void f();\n};\nstruct S\n{\n};\n")
        self.write("client/http/a.cpp", "A::A() : B(1)\n{\n    S::make();\n}\n")
        self.assertEqual(self.found("client/http/b.cpp", "int g()\n{\n    return A::f(1);\n}\n\nvoid names::A_f()\n{\n}\n"), [])
        for text in ("void A::f()\n{\n}\n", "std::optional<int> A::Part::g(int x) const\n{\n}\n", "A::~A() = default;\n",
                     "bool A::operator==(const A &) const\n{\n}\n"):
            self.assertEqual(len(self.found("client/http/b.cpp", text)), 1, text)
        # A class of that file itself is another one.
        self.assertEqual(self.found("client/http/b.cpp", "class A\n{\n    void f();\n};\nvoid A::f()\n{\n}\n"), [])

    def test_empty_tree_is_not_a_pass(self):
        self.assertEqual(len(check_floors.findings(self.root)), 1)


class Words(Tree):
    def found(self, name, text):
        self.write(name, text)
        return check_words.findings(self.root)

    def rules(self, name, text):
        return [finding.split(": ")[1] for finding in self.found(name, LICENCE + text)]

    def test_each_forbidden_call(self):
        bad = {
            "reply->ignoreSslErrors();": "ssl-errors",
            "job.setInsecureFallback(true);": "insecure-fallback",
            "QOAuthHttpServerReplyHandler handler;": "oauth-handler",
            "connect(a, SIGNAL(x()), b, SLOT(y()));": "string-connect",
            "if (memcmp(a, b, 32) == 0) {}": "memcmp",
            "m_window.exec();": "dialog-exec",
            "confirmDialog->exec();": "dialog-exec",
            "menu.exec(pos);": "nested-exec",
            'QMessageBox::warning(this, u"a"_s, u"b"_s);': "static-dialog",
            "QCoreApplication::processEvents();": "process-events",
            "QEventLoop waiting;": "event-loop",
            "Settings::instance().save();": "singleton",
            "socket.waitForConnected(100);": "blocking-wait",
            "file.commit();": "unheard-write",
            "QSettings settings;": "unheard-write",
        }
        for line, rule in bad.items():
            with self.subTest(line):
                self.assertIn(rule, self.rules("app/a.cpp", line + "\n"))

    def test_what_is_fine(self):
        fine = """
            // QEventLoop and memcmp( are only named here; so is dialog.exec()
            const char *text = "ignoreSslErrors SIGNAL(x)";
            if (CRYPTO_memcmp(a, b, 32) == 0) { return app.exec(); }
            query.prepare(u"SELECT name FROM partner WHERE id = ?"_s);
            if (file.commit()) { return file.open(QIODevice::ReadOnly) && file.commit(); }
            QEventLoopLocker locker; int n = 1'000'000; auto q = '"'; dialog->open();
        """
        self.assertEqual(self.rules("app/a.cpp", fine), [])

    def test_queries_may_run(self):
        self.assertEqual(self.rules("platform/a.cpp", "query.exec();\n"), [])

    def test_command_lines_are_values(self):
        for line in ("#include <CLI/CLI.hpp>", "QCommandLineParser parser;"):
            self.assertEqual(self.rules("platform/a.cpp", line + "\n"), ["command-lines"], line)
        self.write("platform/a.cpp", LICENCE)
        self.assertEqual(self.rules("app/a.cpp", "QCommandLineParser parser;\n"), [])  # Qt's own options are Qt's to read

    def test_waiver_needs_a_reason(self):
        self.assertEqual(self.rules("platform/a.cpp", "memcmp(a, b, 4); // house: memcmp — a public tag\n"), [])
        self.assertEqual(self.rules("platform/a.cpp", "// house: memcmp - a public tag\nmemcmp(a, b, 4);\n"), [])
        self.assertEqual(self.rules("platform/a.cpp", "memcmp(a, b, 4); // house: memcmp\n"), ["memcmp"])
        self.assertEqual(self.rules("platform/a.cpp", "memcmp(a, b, 4); // house: sql — no\n"), ["memcmp"])

    def test_sql_from_values(self):
        bad = [
            'query.exec(u"SELECT * FROM partner WHERE id = \'%1\'"_s.arg(id));',
            'query.exec(u"DELETE FROM partner WHERE id = "_s % id);',
            'const QString sql = u"UPDATE a SET b = "_s +\n    value;',
            'sql = base + u" WHERE name = ?"_s;',
            'const QString order = u" ORDER BY "_s + key;\n    run(u"SELECT 1 FROM a"_s + order);',
            'query.exec(u"SELECT 1 FROM "_s + table.name() + filter.where());',
            'sql += u" LIMIT "_s + limit;',
        ]
        for line in bad:
            with self.subTest(line):
                self.assertEqual(set(self.rules("platform/a.cpp", "void f()\n{\n    int a = 1;\n    " + line + "\n}\n")), {"sql"})

    def test_sql_from_constants(self):
        self.assertEqual(self.rules("platform/a.cpp", """
            const QString columns = u"id, name"_s;
            void f() {
                const QString direction = down ? u" DESC"_s : QString();
                tx.query(u"SELECT "_s + columns + u" FROM a"_s + filter.where() + orderBy(*sort) + u" LIMIT ?"_s);
                tx.query(u"SELECT "_s + sort->expression + u" FROM a ORDER BY b"_s + direction);
                tx.query(u"SELECT 1 FROM a LIMIT "_s + QString::number(most + 1));
            }
        """), [])

    def test_licence_and_length(self):
        self.assertIn("licence", self.found("views/a.h", "#pragma once\n")[0])
        self.assertEqual(self.rules("views/a.h", "\n" * 598), [])
        self.assertEqual(self.rules("views/a.h", "x\n" * 600), ["long"])

    def test_lines_are_counted_through_comments(self):
        finding = self.found("app/a.cpp", LICENCE + '/* a\n b */ auto s = R"(x\n"y)";\nSIGNAL(z)\n')
        self.assertTrue(finding[0].startswith("app/a.cpp:5:"), finding)

    def test_empty_tree_is_not_a_pass(self):
        self.assertEqual(len(check_words.findings(self.root)), 1)


class Names(unittest.TestCase):
    LISTS = {"models": "pc_rooms(pc_models base text | jobs)\n"}

    def found(self, **texts):
        sources = {name.replace("__", "/") + ".cpp": "namespace pc {\n\nnamespace {\n\n%s\n\n} // namespace\n\n} // namespace pc\n" % text
                   for name, text in texts.items()}
        return list(check_names.findings_in(sources, self.LISTS))

    def test_a_name_is_one_files_own(self):
        for text in ("constexpr int side = 1;", "int f(int a)\n{\n    return a;\n}", "struct Row\n{\n};", "using State = int;",
                     "const QString &name()\n{\n}", "constexpr std::array table{\n    1,\n};", "enum class Kind { A };"):
            self.assertEqual(len(self.found(models__base__a=text, models__base__b=text)), 1, text)
            self.assertEqual(len(self.found(models__base__a=text, models__text__b=text)), 1, text)
            self.assertEqual(self.found(models__base__a=text, models__jobs__b=text), [], text)
            self.assertEqual(self.found(models__base__a=text), [], text)

    def test_what_stands_in_a_function_is_not_one(self):
        inside = "void %s()\n{\n    const int side = 1;\n    call(side);\n}"
        self.assertEqual(self.found(models__base__a=inside % "f", models__base__b=inside % "g"), [])

    def test_the_outer_namespace_counts(self):
        one = "namespace pc {\n\nint f()\n{\n}\n\n} // namespace pc\n"
        self.assertEqual(list(check_names.findings_in({"models/base/a.cpp": one, "models/base/b.cpp": one}, self.LISTS)), [])


class AuditActions(Tree):
    def found(self, service):
        self.write(check_audit_actions.TABLE, "enum class AuditAction { Unknown, PartnerEdit };\n")
        self.write("platform/seed/b.cpp", "use(AuditAction::PartnerEdit);\n")
        self.write("platform/admin/a.cpp", service)
        return check_audit_actions.findings(self.root)

    def test_an_action_that_only_the_sample_has(self):
        self.assertEqual(len(self.found("// AuditAction::PartnerEdit\n")), 1)
        self.assertEqual(self.found("put(AuditAction::PartnerEdit);\n"), [])

    def test_an_action_beside_the_table(self):
        self.assertEqual(len(self.found('put(AuditAction::PartnerEdit);\nevent.action = u"partner.sing"_s;\n')), 1)


class ProblemCodes(Tree):
    TABLE = 'ProblemCodeRow{P::Stale, "stale", 412},\nProblemCodeRow{P::NotFound, "not_found", 404},\n'

    def found(self, name, text):
        self.write(check_problem_codes.TABLE, self.TABLE)
        self.write(name, text)
        return check_problem_codes.findings(self.root)

    def test_a_problem_with_a_code_of_its_own(self):
        for code in ("stale", "made_up"):
            self.assertEqual(len(self.found("platform/http/a.cpp", f'problemResponse(request, 412, "{code}", title);\n')), 1)
        self.assertEqual(self.found("platform/http/a.cpp", "problemResponse(request, ProblemCode::Stale, title);\n"), [])
        self.assertEqual(len(self.found("platform/admin/a.cpp", 'json.insert({u"code"_s, u"made_up"_s});\n')), 1)

    def test_other_protocols_have_their_tables(self):
        for name in check_problem_codes.OTHERS:
            self.assertEqual(self.found(name, '{404, "not_found", u"x"},\n{u"code"_s, u"not_found"_s}\n'), [])

    def test_a_code_that_the_console_compares(self):
        for text in ('if (error.code() == u"stale")', 'if (error.code() != QLatin1StringView("made_up"))',
                     'if (error.problem->code == "stale"_L1)', 'const char *one = "not_found";'):
            self.assertEqual(len(self.found("models/a.cpp", text + "\n")), 1, text)
        for text in ("if (error.code() == ProblemCode::Stale)", 'country.code == u"de"', '// "not_found"', 'tr("Not found")'):
            self.assertEqual(self.found("models/a.cpp", text + "\n"), [], text)


class Models(Tree):
    MODELS = """class Paged : public QAbstractTableModel {};
        class Rows final : public Paged { Q_OBJECT };
        class Leaf final : public QObject, public QAbstractItemModel
        {
        };
        class Style final : public QProxyStyle {}; // class Said : public QAbstractItemModel {}
    """
    MODE = ", QAbstractItemModelTester::FailureReportingMode::QtTest);\n"

    def found(self, *lines):
        self.write("models/a.h", self.MODELS)
        self.write("tests/tst_a.cpp", "\n".join(lines))
        return [finding.split(" ")[-1] for finding in check_models.findings(self.root)]

    def test_tested(self):
        self.assertEqual(self.found("Rows rows(feed);", "const QAbstractItemModelTester tester(&rows" + self.MODE,
                                    "Leaf &leaf = rows.leaf();", "Tester again(&leaf" + self.MODE), [])

    def test_tested_by_a_member(self):
        self.assertEqual(self.found("m_tester = std::make_unique<QAbstractItemModelTester>(\nm_rows.get()" + self.MODE,
                                    "std::unique_ptr<Rows> m_rows;"), ["Leaf"])

    def test_not_tested(self):
        for line in (
            "Rows rows; QAbstractItemModelTester tester(&rows);",
            "Rows rows; QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Warning);",
            "Rows rows; // QAbstractItemModelTester tester(&rows" + self.MODE,
            "Rows rows; QAbstractItemModelTester tester(&other" + self.MODE,
            "Rows x; Other x; QAbstractItemModelTester tester(&x" + self.MODE,
            "Rows rows; QAbstractItemModelTester tester(&rows.other()" + self.MODE,
        ):
            with self.subTest(line):
                self.assertEqual(self.found(line), ["Leaf", "Rows"])

    def test_empty_tree_is_not_a_pass(self):
        self.assertEqual(len(check_models.findings(self.root)), 1)


class Promises(Tree):
    SUITE = {"tst_a": True, "tst_b": False}
    FUNCTIONS = {("tst_a", "good"): True, ("tst_a", "bad"): False}

    def found(self, shown, promise="R1"):
        rows = [f"| {name} | text | not yet |" for name in check_promises.PROMISES if name != promise]
        page = "\n".join([f"| {promise} | text | {shown} |"] + rows)
        return list(check_promises.check(page, self.SUITE, self.FUNCTIONS, self.root))

    def test_true_rows(self):
        self.write("one.png", "")
        for shown in ("not yet", "`tst_a`", "`tst_a::good`, `picture:one`", "`tst_a`; the rest not yet"):
            with self.subTest(shown):
                self.assertEqual(self.found(shown), [])

    def test_untrue_rows(self):
        for shown in ("", "soon", "`tst_b`", "`tst_c`", "`tst_a::bad`", "`tst_a::gone`", "`picture:none`"):
            with self.subTest(shown):
                self.assertEqual(len(self.found(shown)), 1)

    def test_missing_and_second_row(self):
        rows = "\n".join(f"| {name} | text | not yet |" for name in check_promises.PROMISES[1:])
        self.assertEqual(len(list(check_promises.check(rows, {}, {}, self.root))), 1)
        self.assertEqual(len(list(check_promises.check(rows + "\n| R2 | text | not yet |", {}, {}, self.root))), 2)

    def test_reports_are_read(self):
        self.write("junit.xml", '<testsuite><testcase name="tst_a" status="run"/><testcase name="tst_b" status="fail">'
                                '<failure/></testcase><testcase name="tst_c" status="notrun"><skipped/></testcase></testsuite>')
        self.assertEqual(check_promises.read_suite(self.root / "junit.xml"), {"tst_a": True, "tst_b": False, "tst_c": False})
        self.write("results/tst_a.xml", '<testsuite><testcase name="f(one)"/><testcase name="f(two)"><failure/></testcase>'
                                        '<testcase name="g"/><testcase name="h"><skipped/></testcase></testsuite>')
        self.write("results/tst_crashed.xml", "<testsuite><testcase")
        self.assertEqual(check_promises.read_functions(self.root / "results"),
                         {("tst_a", "f"): False, ("tst_a", "g"): True, ("tst_a", "h"): False})


class Coverage(Tree):
    def found(self, row):
        self.write("tests/CMakeLists.txt", "pc_add_test(room/tst_a LABEL x)\npc_add_python_test(tst_b LABEL y)\n")
        self.write("tests/room/tst_a.cpp", "    void holds()\n")
        self.write("tests/engines/test_c.py", "")
        self.write("docs/coverage.md", "# Page\n\n| guidance | is | where |\n|---|---|---|\n" + row + "\n")
        return check_coverage.findings(self.root)

    def test_true_rows(self):
        for row in ("| a | here | tst_a |", "| a | here, not yet | tst_a::holds, tst_b; R1: not yet |", "| a | excluded | because |",
                    "| a | delegated | test_c.py, `tests/x` |"):
            self.assertEqual(self.found(row), [], row)

    def test_untrue_rows(self):
        for row in ("| a | here | tst_none |", "| a | here | tst_a::lacks |", "| a | done | tst_a |", "| a | here | believe it |",
                    "| a | delegated | `installer/none.conf` |", "| a | delegated | test_none.py |", "| a | here | tst_a | more |"):
            self.assertEqual(len(self.found(row)), 1, row)
        self.assertEqual(len(self.found("")), 1)


class Translations(unittest.TestCase):
    @staticmethod
    def found(message):
        return list(check_translations.findings_in(f"<TS><context><name>C</name>{message}</context></TS>", "x.ts"))

    def test_complete(self):
        self.assertEqual(self.found("<message><source>a %1</source><translation>%1 b</translation></message>"), [])
        self.assertEqual(self.found('<message numerus="yes"><source>%n calls</source><translation><numerusform>ein Aufruf'
                                    "</numerusform><numerusform>%n Aufrufe</numerusform></translation></message>"), [])
        self.assertEqual(self.found("<message><source>a</source><translation>b</translation></message><message>"
                                    '<source>c</source><translation type="vanished">d</translation></message>'), [])

    def test_incomplete(self):
        for message in (
            "",
            '<message><source>a</source><translation type="unfinished">b</translation></message>',
            "<message><source>a</source><translation></translation></message>",
            "<message><source>a %1</source><translation>b</translation></message>",
            "<message><source>a</source><translation>b %2</translation></message>",
            '<message numerus="yes"><source>%n</source><translation><numerusform></numerusform></translation></message>',
        ):
            with self.subTest(message):
                self.assertEqual(len(self.found(message)), 1)

    def test_offered_and_complete_are_the_same(self):
        whole = "<TS><context><name>C</name><message><source>a</source><translation>b</translation></message></context></TS>"
        part = whole.replace("<translation>b", '<translation type="unfinished">')
        cases = [(["en", "de"], {"en": part, "de": whole, "fr": part}, 0),
                 (["en", "de"], {"en": part, "de": part}, 1),  # offered, not complete
                 (["en", "de"], {"en": part, "de": whole, "fr": whole}, 1),  # complete, not offered
                 (["en", "de"], {"en": part}, 1),  # no file
                 (["de"], {"en": part, "de": whole}, 1)]  # English is always there
        for languages, texts, wanted in cases:
            with self.subTest(languages=languages, texts=sorted(texts)), tempfile.TemporaryDirectory() as folder:
                root = Path(folder)
                (root / "app").mkdir()
                (root / "translations").mkdir()
                names = ", ".join(f'u"{language}"_s' for language in languages)
                (root / "app" / "language.cpp").write_text(
                    f"QStringList offeredLanguages()\n{{\n    return {{{names}}};\n}}\n", encoding="utf-8")
                for language, text in texts.items():
                    (root / "translations" / f"partner-console_{language}.ts").write_text(text, encoding="utf-8")
                self.assertEqual(len(list(check_translations.check(root))), wanted)


class Extracted(Tree):
    MESSAGE = '<message{0}><source>{1}</source><translation{2}>x</translation></message>'

    @classmethod
    def texts(cls, *messages):
        return check_extracted.texts_in(f"<TS><context><name>C</name>{''.join(messages)}</context></TS>")

    def test_what_differs(self):
        first = self.MESSAGE.format("", "a", "")
        cases = [((first,), (first,), 0),
                 ((first,), (first, self.MESSAGE.format("", "b", ' type="unfinished"')), 1),
                 ((first,), (self.MESSAGE.format("", "a", ' type="vanished"'),), 1),
                 ((first,), (self.MESSAGE.format(' numerus="yes"', "a", ""),), 2),
                 ((self.MESSAGE.format("", "a", ' type="vanished"'),), (), 0)]
        for kept, extracted, wanted in cases:
            with self.subTest(kept=kept, extracted=extracted):
                found = list(check_extracted.differences(self.texts(*kept), self.texts(*extracted), "x.ts"))
                self.assertEqual(len(found), wanted, found)

    def test_folders_are_those_of_the_target(self):
        root = Path(check_extracted.__file__).parents[2]
        text = (root / "translations" / "CMakeLists.txt").read_text(encoding="utf-8")
        self.assertIn("views", check_extracted.source_dirs(text))

    def test_a_tree(self):
        lupdate = shutil.which("lupdate", path=os.environ.get("PATH", "") + ":/usr/lib/qt6/bin")
        if not lupdate:
            self.skipTest("lupdate is not installed")
        self.write("translations/CMakeLists.txt", "set(source_dirs views)\n")
        self.write("views/a.cpp", 'QString f() { return QCoreApplication::translate("C", "said"); }\n')
        for source, wanted in (("said", 0), ("unsaid", 2)):
            self.write("translations/partner-console_de.ts",
                       '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="de" sourcelanguage="en">'
                       f"<context><name>C</name>{self.MESSAGE.format('', source, '')}</context></TS>")
            found = list(check_extracted.check(self.root, lupdate))
            self.assertEqual(len(found), wanted, found)


class Waits(unittest.TestCase):
    def test_cpp(self):
        self.assertEqual(len(check_waits.cpp_findings("a.cpp", "future.wait();\np->wait();\nprocess.waitForFinished(-1);\n")), 3)
        self.assertEqual(check_waits.cpp_findings("a.cpp", "spy.wait(100);\n// future.wait();\nprocess.waitForFinished(5000);\n"), [])

    def test_python(self):
        bad = 'process.wait()\nsubprocess.run(["a", f(b)], check=True)\nsocket.create_connection(("127.0.0.1", port))\n'
        self.assertEqual(len(check_waits.python_findings("a.py", bad)), 3)
        good = 'process.wait(3)\nsubprocess.run(["a"],\n    timeout=60)\nsocket.create_connection(("127.0.0.1", port), 1)\n"x".join(y)\n'
        self.assertEqual(check_waits.python_findings("a.py", good), [])


if __name__ == "__main__":
    unittest.main()
