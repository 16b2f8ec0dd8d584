// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/api/exit_codes.h"
#include "contract/codec/program_codecs.h"

#include <QJsonDocument>
#include <QTest>

using namespace pc;
using namespace Qt::StringLiterals;

namespace {

QByteArray written(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

/// What `partner-platform` says to the program that started it: both sides by one description.
class TestProgramLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreAsTheyAlwaysWere()
    {
        QCOMPARE(written(toJson(ReadyLine{u"https://h:1"_s, u"/ca"_s, {}, false})),
                 "{\"ca_file\":\"/ca\",\"url\":\"https://h:1\"}");
        QCOMPARE(written(toJson(ReadyLine{u"https://h:1"_s, u"/ca"_s, u"t"_s, true})),
                 "{\"attached\":true,\"ca_file\":\"/ca\",\"token\":\"t\",\"url\":\"https://h:1\"}");
        QCOMPARE(written(toJson(SeedLine{u"usage"_s, 0, 0, {}})),
                 "{\"done\":0,\"step\":\"usage\",\"total\":0}");
        QCOMPARE(written(toJson(SeedLine{u"done"_s, {}, {}, u"/d"_s})),
                 "{\"data\":\"/d\",\"step\":\"done\"}");
    }

    void linesComeBack()
    {
        for (const ReadyLine &line : {ReadyLine{u"https://h:1"_s, u"/ca"_s, {}, false},
                                      ReadyLine{u"https://h:1"_s, u"/ca"_s, u"t"_s, true}}) {
            const auto again = fromJson<ReadyLine>(toJson(line));
            QVERIFY(again);
            QCOMPARE(*again, line);
            QVERIFY(!unknownMember<ReadyLine>(toJson(line)));
        }
        for (const SeedLine &line : {SeedLine{u"usage"_s, 3, 24, {}}, SeedLine{u"done"_s, {}, {}, u"/d"_s}}) {
            const auto again = fromJson<SeedLine>(toJson(line));
            QVERIFY(again);
            QCOMPARE(*again, line);
            QVERIFY(!unknownMember<SeedLine>(toJson(line)));
        }
        // A newer program may say more.
        QVERIFY(lineFrom<SeedLine>("{\"step\":\"audit\",\"seconds_left\":4}"));
    }

    void wrongLinesAreNone_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isReady");
        for (const char *line :
             {"", "hello", "[]", "{}", "{\"url\":\"https://h:1\"}", "{\"url\":1,\"ca_file\":\"/ca\"}",
              "{\"url\":\"https://h:1\",\"ca_file\":\"/ca\",\"token\":5}",
              "{\"url\":\"https://h:1\",\"ca_file\":\"/ca\",\"attached\":\"yes\"}"})
            QTest::newRow(line) << QByteArray(line) << true;
        for (const char *line : {"null", "{\"done\":1}", "{\"step\":5}", "{\"step\":\"usage\",\"done\":-1}",
                                 "{\"step\":\"usage\",\"total\":\"24\"}", "{\"step\":\"done\",\"data\":[]}"})
            QTest::newRow(line) << QByteArray(line) << false;
    }
    void wrongLinesAreNone()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const bool, isReady);
        QVERIFY(isReady ? !lineFrom<ReadyLine>(line) : !lineFrom<SeedLine>(line));
    }

    void everyEndHasANumberOfItsOwn()
    {
        int next = 0;
        for (const ExitCodeRow &row : exitCodes())
            QCOMPARE(static_cast<int>(row.code), next++);
        QCOMPARE(next, 5);
    }
};

QTEST_APPLESS_MAIN(TestProgramLines)
#include "tst_program_lines.moc"
