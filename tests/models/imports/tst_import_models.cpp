// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/legacy_keys.h"
#include "models/imports/import_flow.h"
#include "models/imports/import_row_table.h"
#include "models/imports/legacy_key_table.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

const QString partnersPath = QStringLiteral("/imports/partners");

ImportReport reportOf(int created, int updated, int refused, bool applied = false)
{
    ImportReport report;
    report.applied = applied;
    report.created = created;
    report.updated = updated;
    report.refused = refused;
    const auto add = [&report](ImportOutcome outcome, int count) {
        for (int i = 0; i < count; ++i) {
            ImportRow row;
            row.line = static_cast<int>(report.rows.size()) + 2;
            row.subject = u"partner-%1"_s.arg(row.line);
            row.outcome = outcome;
            report.rows.append(row);
        }
    };
    add(ImportOutcome::Create, created);
    add(ImportOutcome::Update, updated);
    add(ImportOutcome::Refused, refused);
    return report;
}

ImportFile fileOf(const QByteArray &bytes)
{
    ImportFile file;
    file.name = u"partners.csv"_s;
    file.bytes = bytes;
    file.format = formatOf(bytes);
    return file;
}

LegacyKeyState keyState(int number, CredentialKind kind, const QDateTime &deadline)
{
    LegacyKeyState key;
    key.credentialId = u"crd_%1"_s.arg(number);
    key.kind = kind;
    key.name = u"key %1"_s.arg(number);
    key.partnerId = u"prt_%1"_s.arg(number);
    key.partnerName = u"Partner %1"_s.arg(number);
    key.realm = Realm::Sandbox;
    key.state = CredentialState::Active;
    key.importedAt = deadline.addDays(-100);
    key.deadline = deadline;
    return key;
}

} // namespace

/// A file on its way, and the campaign that follows.
class TestImportModels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<ModelFixture>();
        imports = std::make_unique<client::ImportsClient>(m->api);
    }
    void cleanup()
    {
        QVERIFY(m->transport.isUsedUp());
        imports.reset();
        m.reset();
    }

    void theFormatIsRecognised()
    {
        QCOMPARE(formatOf("a,b;c,d\n1;2;3;4;5\n"), ImportFormat::Comma);
        QCOMPARE(formatOf("\xEF\xBB\xBFslug;name\r\n"), ImportFormat::Semicolon);
        QCOMPARE(formatOf("slug\tname\n"), ImportFormat::Tab);
        QCOMPARE(formatOf("\"a;b;c\",d\n"), ImportFormat::Comma);
        QCOMPARE(formatOf("\xEF\xBB\xBF\n  {\"partners\": []}"), ImportFormat::Json);
        QCOMPARE(formatOf("slug\n{x\n"), ImportFormat::Comma);
    }

    void aDescriptionIsNoTable()
    {
        for (const char *text : {"{\"openapi\":\"3.1.0\"}", "{ \"x\": 1,\n \"swagger\": \"2.0\"}",
                                 "# ours\nopenapi: 3.0.3\n", "\"swagger\": '2.0'\n"})
            QVERIFY2(isDescription(text), text);
        for (const char *text : {"slug;name\nopenapi;x\n", "{\"partners\":[{\"notes\":\"openapi\"}]}",
                                 "{\"partners\":[{\"openapi\":\"3\"}]}", "name\nopenapi: ours\n", ""})
            QVERIFY2(!isDescription(text), text);
    }

    void whatIsTooLargeIsNotRead()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"p.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("slug\n") == 5 && file.flush());
        const auto read = readImportFile(ImportKind::Partners, file.fileName());
        QVERIFY(read);
        QCOMPARE(read->bytes, QByteArray("slug\n"));
        QVERIFY(file.resize(largestImport(ImportKind::Partners) + 1));
        QCOMPARE(readImportFile(ImportKind::Partners, file.fileName()).error().fault, FileFault::TooLarge);
        QVERIFY(file.resize(0));
        QCOMPARE(readImportFile(ImportKind::Partners, file.fileName()).error().fault, FileFault::Empty);
        QVERIFY(!readImportFile(ImportKind::Partners, dir.filePath(u"none.csv"_s)));
    }

    void eachSampleIsATableOfOneRow()
    {
        for (const ImportKind kind : importKinds()) {
            const QByteArray sample = sampleFile(kind, QDate(2026, 3, 1));
            QCOMPARE(formatOf(sample), ImportFormat::Semicolon);
            const QByteArrayList lines = sample.trimmed().split('\n');
            QCOMPARE(lines.size(), qsizetype(2));
            QCOMPARE(lines.at(0).count(';'), lines.at(1).count(';'));
            const qsizetype hash = lines.at(0).trimmed().split(';').indexOf("hash");
            if (hash >= 0)
                QVERIFY(rules::hashOf(KeyScheme::Sha256,
                                      QString::fromLatin1(lines.at(1).split(';').value(hash))));
        }
    }

    void itIsToldBeforeItIsDone()
    {
        ImportFlow flow(*imports);
        QCOMPARE(flow.trial(), ImportFlow::Trial::None);
        m->transport.reply("POST", partnersPath, toJson(reportOf(2, 1, 0)));
        flow.setFile(ImportKind::Partners, fileOf("slug;name\na;b\n"));
        QCOMPARE(flow.trial(), ImportFlow::Trial::Asking);
        QVERIFY(!flow.mayApply());
        QTRY_COMPARE(flow.trial(), ImportFlow::Trial::Known);
        QCOMPARE(m->transport.last().queryValue(u"format"_s), u"csv"_s);
        QVERIFY(m->transport.last().queryValue(u"apply"_s).isEmpty());
        QVERIFY(flow.mayApply());

        m->transport.reply("POST", partnersPath, toJson(reportOf(2, 1, 0, true)));
        flow.setReason(u"Moved & gone"_s);
        flow.setTicket(u"OPS-1"_s);
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QCOMPARE(m->transport.last().queryValue(u"apply"_s), u"true"_s);
        QCOMPARE(m->transport.last().queryValue(u"reason"_s), u"Moved & gone"_s);
        QCOMPARE(m->transport.last().queryValue(u"ticket"_s), u"OPS-1"_s);
        QCOMPARE(m->transport.last().body, QByteArray("slug;name\na;b\n"));
    }

    void aRefusedRowIsInTheWay()
    {
        ImportFlow flow(*imports);
        m->transport.reply("POST", partnersPath, toJson(reportOf(1, 0, 1)));
        flow.setFile(ImportKind::Partners, fileOf("slug\na\nb\n"));
        QTRY_COMPARE(flow.trial(), ImportFlow::Trial::Known);
        QVERIFY(!flow.mayApply());
        // Nor is there anything to do where all is there already.
        m->transport.reply("POST", partnersPath, toJson(reportOf(0, 0, 0)));
        flow.tryOut();
        QTRY_COMPARE(flow.trial(), ImportFlow::Trial::Known);
        QVERIFY(!flow.mayApply());
    }

    void whatWasOvertakenIsToldAndNotDone()
    {
        ImportFlow flow(*imports);
        m->transport.reply("POST", partnersPath, toJson(reportOf(1, 0, 0)));
        flow.setFile(ImportKind::Partners, fileOf("slug\na\n"));
        QTRY_VERIFY(flow.mayApply());
        m->transport.reply("POST", partnersPath, toJson(reportOf(0, 0, 1)));
        flow.setReason(u"Moved"_s);
        flow.submit();
        QTRY_VERIFY(flow.wasOvertaken());
        QCOMPARE(flow.state(), FlowState::Editing);
        QVERIFY(!flow.mayApply());
    }

    void aTryIsStoppedAtAnyTime()
    {
        ImportFlow flow(*imports);
        m->transport.reply("POST", partnersPath, toJson(reportOf(1, 0, 0))).hold();
        flow.setFile(ImportKind::Partners, fileOf("slug\na\n"));
        ModelFixture::spin();
        QVERIFY(flow.canStop());
        flow.stop();
        QCOMPARE(flow.trial(), ImportFlow::Trial::None);
        QVERIFY(flow.hasFile());
    }

    /// Once all of it has left it may be done: then there is nothing to stop.
    void anApplicationIsStoppedWhileItLeaves()
    {
        ImportFlow flow(*imports);
        m->transport.reply("POST", partnersPath, toJson(reportOf(1, 0, 0)));
        flow.setFile(ImportKind::Partners, fileOf("slug\na\n"));
        QTRY_VERIFY(flow.mayApply());
        m->transport.reply("POST", partnersPath, toJson(reportOf(1, 0, 0, true))).hold();
        flow.setReason(u"Moved"_s);
        flow.submit();
        ModelFixture::spin();
        m->transport.tellProgress(3, flow.total());
        QVERIFY(flow.canStop());
        m->transport.tellProgress(flow.total(), flow.total());
        QVERIFY(!flow.canStop());
        flow.stop();
        QCOMPARE(flow.state(), FlowState::Working);
        QVERIFY(m->transport.release());
        QTRY_COMPARE(flow.state(), FlowState::Done);
    }

    void aFileThatIsNoTableSaysWhy()
    {
        ImportFlow flow(*imports);
        m->transport.problem("POST", partnersPath, 422, u"import_refused"_s,
                             {{u"detail"_s, u"line 3: A quote is not closed."_s}});
        flow.setFile(ImportKind::Partners, fileOf("slug\n\"\n"));
        QTRY_COMPARE(flow.trial(), ImportFlow::Trial::Failed);
        QCOMPARE(flow.trialError()->code(), ProblemCode::ImportRefused);
        QVERIFY(!flow.mayApply());
    }

    void rowsAreShownByTheirOutcome()
    {
        ImportRowTable table([](const ImportRow &row) { return u"about "_s + row.subject; });
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table.rowCount(), 0);
        table.setReport(reportOf(2, 1, 1));
        QCOMPARE(table.rowCount(), 4);
        table.setOutcome(ImportOutcome::Refused);
        QCOMPARE(table.rowCount(), 1);
        QCOMPARE(table.index(0, ImportRowTable::LineColumn).data(ValueRole).toInt(), 5);
        QCOMPARE(table.index(0, ImportRowTable::WhatColumn).data().toString(), u"about partner-5"_s);
        QVERIFY(table.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Refused"_s));
        table.setOutcome(ImportOutcome::Unknown);
        QCOMPARE(table.rowCount(), 4);
    }

    void theCampaignIsFilteredAndFollowed()
    {
        LegacyCampaignModel campaign(*imports, m->feed);
        LegacyKeyTable table(campaign, m->clock);
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QDateTime now = m->clock.now();
        LegacyKeyReport report;
        LegacyKeyState soon = keyState(1, CredentialKind::LegacyKey, now.addDays(10));
        soon.scheme = KeyScheme::Sha256;
        LegacyKeyState later = keyState(2, CredentialKind::LegacyClientId, now.addDays(90));
        later.clientId = u"acme-backend"_s;
        later.successorId = u"crd_new"_s;
        later.contact = u"tech@acme.example"_s;
        LegacyKeyState over = keyState(3, CredentialKind::LegacyKey, now.addDays(-1));
        over.state = CredentialState::Expired;
        report.left = 2;
        report.clientIds = 1;
        report.over = 1;
        report.keys = {soon, later, over};
        m->transport.reply("GET", u"/legacy-keys"_s, toJson(report));
        campaign.ensureLoaded();
        QTRY_COMPARE(table.rowCount(), 2);
        QCOMPARE(m->transport.last().queryValue(u"limit"_s), u"1000"_s);
        QCOMPARE(table.nearDeadline(), 1);
        QVERIFY(table.index(0, 0).data(LegacyKeyTable::NearRole).toBool());
        QVERIFY(!table.index(1, 0).data(LegacyKeyTable::NearRole).toBool());
        const auto shown = [&table](const LegacyKeyFilter &filter) {
            table.setFilter(filter);
            QStringList ids;
            for (int row = 0; row < table.rowCount(); ++row)
                ids.append(table.key(row).credentialId);
            return ids.join(u' ');
        };
        using Show = LegacyKeyFilter::Show;
        QCOMPARE(shown({{}, CredentialKind::LegacyClientId, Show::Left}), u"crd_2"_s);
        QCOMPARE(shown({{}, {}, Show::NearDeadline}), u"crd_1"_s);
        QCOMPARE(shown({{}, {}, Show::WithoutSuccessor}), u"crd_1"_s);
        QCOMPARE(shown({{}, {}, Show::Over}), u"crd_3"_s);
        QCOMPARE(shown({u"TECH@acme"_s, {}, Show::All}), u"crd_2"_s);
        QCOMPARE(shown({u"backend"_s, {}, Show::All}), u"crd_2"_s);

        report.left = 0;
        report.keys = {over};
        m->transport.reply("GET", u"/legacy-keys"_s, toJson(report));
        m->tell(ChangeKind::Credential, u"crd_1"_s);
        QTRY_COMPARE(campaign.report().left, 0);
    }

private:
    std::unique_ptr<ModelFixture> m;
    std::unique_ptr<client::ImportsClient> imports;
};

QTEST_GUILESS_MAIN(TestImportModels)
#include "tst_import_models.moc"
