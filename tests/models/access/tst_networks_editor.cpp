// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/networks_client.h"
#include "models/access/network_table.h"
#include "models/access/networks_editor.h"
#include "models/access/networks_model.h"
#include "models/access/save_networks_flow.h"
#include "models/access/source_table.h"
#include "models/access/sources_model.h"
#include "models/text/network_names.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

using Tester = QAbstractItemModelTester;

namespace {

const NetworkListName production{Realm::Production, {}};
const NetworkListName sandbox{Realm::Sandbox, {}};
const NetworkListName ofCredential{Realm::Production, u"crd_1"_s};

QStringList networksOf(const QList<NetworkEntry> &list)
{
    QStringList networks;
    for (const NetworkEntry &entry : list)
        networks.append(entry.network);
    return networks;
}

QStringList linesOf(const QList<FieldChange> &changes)
{
    QStringList lines;
    for (const FieldChange &change : changes)
        lines.append(change.field + u": "_s + change.before + u" > "_s + change.after);
    return lines;
}

/// One partner whose rules the test may change.
struct Fixture
{
    ModelFixture base;
    client::NetworksClient client{base.api};
    NetworkRules stored;
    QList<SourceSeen> seen;
    NetworksModel networks{client, base.credentials, base.feed};
    SourcesModel sources{client, base.feed};
    NetworksEditor editor{networks, base.clock};

    Fixture()
    {
        stored.partnerId = u"prt_0001"_s;
        stored.production = {{u"192.0.2.0/24"_s, u"Office"_s, {}, {}}, {u"2001:db8::/48"_s, {}, {}, {}}};
        stored.version = 3;
        const auto last = base.clock.now().addSecs(-60);
        seen = {{u"crd_1"_s, u"erp"_s, Realm::Production, u"192.0.2.7"_s, u"app"_s, last, last, 40},
                {u"crd_2"_s, u"shop"_s, Realm::Production, u"198.51.100.9"_s, u"app"_s, last, last, 9},
                {u"crd_1"_s, u"erp"_s, Realm::Production, u"others"_s, {}, last, last, 3},
                {u"crd_3"_s, u"test"_s, Realm::Sandbox, u"203.0.113.1"_s, u"app"_s, last, last, 1},
                {u"crd_9"_s, {}, Realm::Unknown, u"203.0.113.2"_s, u"app"_s, last, last, 1}};
        base.transport
            .on("GET", u"/partners/prt_0001/networks"_s,
                [this](const SentRequest &) {
                    auto response = ScriptedTransport::response(200, QJsonDocument(toJson(stored)).toJson());
                    response.headers.append({"etag", "\"" + QByteArray::number(stored.version) + "\""});
                    return response;
                })
            .always();
        base.transport
            .on("GET", u"/partners/prt_0001/sources"_s,
                [this](const SentRequest &) {
                    return ScriptedTransport::response(200, QJsonDocument(pageOf(seen)).toJson());
                })
            .always();
        base.transport.reply("GET", u"/credentials"_s, pageOf(QList<Credential>())).always();
    }
    void load()
    {
        networks.setPartnerId(u"prt_0001"_s);
        sources.setPartnerId(u"prt_0001"_s);
        QTRY_VERIFY(editor.isReady() && sources.hasValue());
    }
    void storedElsewhere(const std::function<void(NetworkRules &)> &change)
    {
        change(stored);
        ++stored.version;
        stored.updatedBy = u"ops-2"_s;
        base.tell(ChangeKind::Networks, u"prt_0001"_s, u"prt_0001"_s);
    }
};

} // namespace

class TestNetworksEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void severalArePastedAtOnce()
    {
        QCOMPARE(
            networksOf(entriesIn(u" 192.0.2.1, 2001:DB8::/32;\t::ffff:8.8.8.0/120\n\n8.8.8.8/24 nothing"_s)),
            (QStringList{u"192.0.2.1/32"_s, u"2001:db8::/32"_s, u"8.8.8.0/24"_s, u"8.8.8.8/24"_s,
                         u"nothing"_s}));
        const QList<NetworkEntry> noted = entriesIn(u"8.8.8.0/24 9.9.9.0/24 # West, new\n1.1.1.1"_s);
        QCOMPARE(noted.at(0).note, u"West, new"_s);
        QCOMPARE(noted.at(1).note, u"West, new"_s);
        QCOMPARE(noted.at(2).note, QString());
        QVERIFY(entriesIn(u" , \n#only a note"_s).isEmpty());
    }

    void stepsAreTakenBackOneByOne()
    {
        Fixture fixture;
        QVERIFY(!fixture.editor.isReady());
        fixture.load();
        NetworksEditor &editor = fixture.editor;
        QVERIFY(!editor.isDirty() && !editor.canUndo() && !editor.changesReach());
        QCOMPARE(editor.add(production, entriesIn(u"8.8.8.0/24 192.0.2.0/24 9.9.9.9"_s)), 2);
        QCOMPARE(editor.add(production, entriesIn(u"8.8.8.0/24"_s)), 0);
        QVERIFY(editor.changesReach());
        QCOMPARE(linesOf(editor.diff()),
                 (QStringList{u"production:  > 8.8.8.0/24"_s, u"production:  > 9.9.9.9/32"_s}));
        NetworkEntry renamed = editor.list(production).constFirst();
        renamed.note = u"Head office"_s;
        editor.setEntry(production, 0, renamed);
        editor.add(ofCredential, entriesIn(u"192.0.2.0/28"_s));
        editor.remove(production, {1, 2, 3});
        QVERIFY(editor.changesReach());
        QCOMPARE(linesOf(editor.diff()),
                 (QStringList{u"production: 192.0.2.0/24 (Office) > 192.0.2.0/24 (Head office)"_s,
                              u"production: 2001:db8::/48 > "_s, u"credentials.crd_1:  > 192.0.2.0/28"_s}));
        for (int steps = 0; steps < 4; ++steps)
            QVERIFY(editor.undo());
        QVERIFY(!editor.undo());
        QVERIFY(!editor.isDirty());
        // The last line of a credential gone, it is narrowed no more.
        editor.add(ofCredential, entriesIn(u"192.0.2.0/28"_s));
        editor.remove(ofCredential, {0});
        QVERIFY(editor.edit().credentials.isEmpty());
        editor.add(sandbox, entriesIn(u"192.0.2.0/28"_s));
        editor.discard();
        QVERIFY(!editor.isDirty());
        QVERIFY(editor.undo());
        QCOMPARE(networksOf(editor.list(sandbox)), QStringList{u"192.0.2.0/28"_s});
    }

    void waiversAreJudgedAsTheyAreTyped()
    {
        Fixture fixture;
        fixture.load();
        NetworksEditor &editor = fixture.editor;
        using F = rules::FieldFault;
        editor.setWaiver(NetworkWaiver{editor.now().addDays(30), {}});
        QCOMPARE(editor.waiverFault(), F::Required);
        editor.setWaiver(NetworkWaiver{editor.now().addDays(30), u"Moves"_s});
        QCOMPARE(editor.waiverFault(), std::nullopt);
        QVERIFY(editor.changesReach());
        editor.setWaiver(NetworkWaiver{editor.now().addDays(91), u"Moves"_s});
        QCOMPARE(editor.waiverFault(), F::TooFarAhead);
        editor.setWaiver(NetworkWaiver{{}, u"Moves"_s});
        QCOMPARE(editor.waiverFault(), F::Unread);
        QVERIFY(editor.undo()); // all its typing
        QVERIFY(editor.edit().waiver.has_value());
        QVERIFY(editor.undo());
        QVERIFY(!editor.isDirty());
    }

    void editsOfOthersAreMerged()
    {
        Fixture fixture;
        fixture.load();
        NetworksEditor &editor = fixture.editor;
        fixture.storedElsewhere([](NetworkRules &rules) { rules.production.removeLast(); });
        QVERIFY(!editor.isStale()); // nothing is staged: theirs is shown
        QCOMPARE(networksOf(editor.list(production)), QStringList{u"192.0.2.0/24"_s});

        editor.add(production, entriesIn(u"8.8.8.0/24"_s));
        editor.remove(production, {0});
        fixture.storedElsewhere([](NetworkRules &rules) {
            rules.production.append({u"9.9.9.0/24"_s, {}, {}, {}});
            rules.sandbox = {{u"1.1.1.1/32"_s, {}, {}, {}}};
        });
        QVERIFY(editor.isStale());
        QCOMPARE(linesOf(editor.theirChanges()),
                 (QStringList{u"production:  > 9.9.9.0/24"_s, u"sandbox:  > 1.1.1.1/32"_s}));
        editor.rebase();
        QVERIFY(!editor.isStale());
        QCOMPARE(editor.baseEtag(), u"\"5\""_s);
        QCOMPARE(networksOf(editor.list(production)), (QStringList{u"9.9.9.0/24"_s, u"8.8.8.0/24"_s}));
        QCOMPARE(networksOf(editor.list(sandbox)), QStringList{u"1.1.1.1/32"_s});
        // What was staged is what is stored now: nothing is left to save, or to take back.
        fixture.storedElsewhere([&](NetworkRules &rules) { rules.production = editor.list(production); });
        QVERIFY(!editor.isDirty() && !editor.isStale() && !editor.canUndo());
    }

    void everyLineHasItsRemark()
    {
        Fixture fixture;
        NetworkTable table(fixture.editor);
        const Tester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table.rowCount(), 0);
        fixture.load();
        QCOMPARE(table.rowCount(), 2);
        fixture.editor.add(production, entriesIn(u"8.8.8.8/24 0.0.0.0/0 192.0.2.7 9.9.9.0/24 x"_s));
        const auto gravity = [&table](int row) {
            return table.index(row, 0).data(NetworkTable::GravityRole).toInt();
        };
        const auto remark = [&table](int row) {
            return table.index(row, NetworkTable::RemarkColumn).data().toString();
        };
        QCOMPARE(gravity(0), int(NetworkTable::Warned)); // a range for examples
        QCOMPARE(gravity(2), int(NetworkTable::Refused));
        QCOMPARE(table.index(2, 0).data(NetworkTable::ProposalRole).toString(), u"8.8.8.0/24"_s);
        QCOMPARE(gravity(3), int(NetworkTable::Refused));
        QVERIFY(remark(4).startsWith(u"Within 192.0.2.0/24"_s));
        QCOMPARE(gravity(5), int(NetworkTable::Fine));
        QCOMPARE(remark(5), QString());
        QCOMPARE(remark(6), u"Neither an address nor a network"_s);
        QCOMPARE(table.count(NetworkTable::Refused), 3);
        QCOMPARE(fixture.editor.faultyLists(), QList<NetworkListName>{production});
        QVERIFY(table.index(2, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"Did you mean 8.8.8.0/24?"_s));
        for (int column = 0; column < NetworkTable::ColumnCount; ++column)
            QVERIFY(!table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        fixture.editor.setEntry(production, 2,
                                {u"8.8.8.0/24"_s, u"West"_s, {}, fixture.editor.now().addDays(1)});
        QCOMPARE(gravity(2), int(NetworkTable::Fine));
        QVERIFY(table.index(2, NetworkTable::TimeColumn).data().toString().startsWith(u"until "_s));
        table.setList(sandbox);
        QCOMPARE(table.rowCount(), 0);
    }

    void everySourceIsJudgedByTheStagedLists()
    {
        Fixture fixture;
        SourceTable table(fixture.sources, fixture.editor);
        const Tester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setList(production);
        fixture.load();
        const auto verdicts = [&table] {
            QStringList told;
            for (int row = 0; row < table.rowCount(); ++row)
                told.append(table.source(row).source + u' ' + nameOf(table.verdict(row)));
            return told;
        };
        QCOMPARE(verdicts(),
                 (QStringList{u"192.0.2.7 May call"_s, u"198.51.100.9 Is refused"_s, u"others Not known"_s}));
        QVERIFY(table.refusedFromNowOn().isEmpty());
        table.setObserved(true); // its calls pass meanwhile
        QCOMPARE(table.index(1, SourceTable::VerdictColumn).data().toString(), u"Would be refused"_s);
        table.setObserved(false);
        fixture.editor.add(production, entriesIn(networksFor(u"198.51.100.9"_s).constLast()));
        fixture.editor.remove(production, {0});
        QCOMPARE(verdicts(), (QStringList{u"192.0.2.7 Refused once saved"_s,
                                          u"198.51.100.9 May call once saved"_s, u"others Not known"_s}));
        QCOMPARE(table.refusedFromNowOn().size(), 1);
        table.setObserved(true);
        QCOMPARE(table.index(0, SourceTable::VerdictColumn).data().toString(),
                 u"Would be refused once saved"_s);
        table.setObserved(false);
        table.setList({Realm::Production, u"crd_2"_s});
        QCOMPARE(verdicts(), QStringList{u"198.51.100.9 May call once saved"_s});
        QVERIFY(table.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"shop"_s));
        for (int column = 0; column < SourceTable::ColumnCount; ++column)
            QVERIFY(!table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty() &&
                    table.index(0, column).data().isValid());
        table.setList(sandbox);
        QCOMPARE(verdicts(), QStringList{u"203.0.113.1 May call"_s});
    }

    void aSourceOffersItselfAndItsNetwork()
    {
        QCOMPARE(networksFor(u"198.51.100.9"_s), (QStringList{u"198.51.100.9/32"_s, u"198.51.100.0/24"_s}));
        QCOMPARE(networksFor(u"2001:db8:1:2:3::9"_s),
                 (QStringList{u"2001:db8:1:2:3::9/128"_s, u"2001:db8:1:2::/64"_s}));
        QVERIFY(networksFor(u"others"_s).isEmpty());
        QVERIFY(networksFor(u"unix"_s).isEmpty());
    }

    /// It sends what is staged with the version that it stands on, and knows what stands now when it is late.
    void savingIsOneWrite()
    {
        Fixture fixture;
        fixture.load();
        fixture.editor.add(production, entriesIn(u"8.8.8.0/24"_s));
        SaveNetworksFlow flow(fixture.client, u"prt_0001"_s, fixture.editor.edit(),
                              fixture.editor.baseEtag());
        flow.setReason(u"New site"_s);
        NetworkRules theirs = fixture.stored;
        theirs.version = 4;
        fixture.base.transport.reply("PUT", u"/partners/prt_0001/networks"_s,
                                     {{u"status"_s, 412},
                                      {u"code"_s, u"stale"_s},
                                      {u"title"_s, u"Stale"_s},
                                      {u"current"_s, toJson(theirs)}},
                                     412, "\"4\"");
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Failed);
        QCOMPARE(flow.error()->kind, client::ErrorKind::Stale);
        const SentRequest &sent = fixture.base.transport.last();
        QCOMPARE(sent.header("If-Match"), QByteArray("\"3\""));
        const QJsonObject body = QJsonDocument::fromJson(sent.body).object();
        QCOMPARE(body.value(u"reason"_s).toString(), u"New site"_s);
        QCOMPARE(body.value(u"production"_s).toArray().size(), 3);
        QVERIFY(body.contains(u"sandbox"_s) && body.contains(u"credentials"_s));
        QVERIFY(flow.current() && flow.current()->value.version == 4);

        // What the table of limits refuses is not worth sending.
        NetworkRulesEdit edit = fixture.editor.edit();
        edit.production[0].note = QString(121, u'x');
        SaveNetworksFlow hopeless(fixture.client, u"prt_0001"_s, edit, fixture.editor.baseEtag());
        hopeless.submit();
        QCOMPARE(hopeless.state(), FlowState::Failed);
        QCOMPARE(hopeless.error()->problem->errors.constFirst().pointer, u"/production/0/note"_s);
    }

    void onlyWhatConcernsThemIsFetchedAgain()
    {
        Fixture fixture;
        fixture.load();
        const auto requestsAfter = [&fixture](ChangeKind kind, const QString &partner) {
            const auto before = fixture.base.transport.sent().size();
            fixture.base.tell(kind, partner, partner);
            return fixture.base.transport.sent().size() - before;
        };
        QCOMPARE(requestsAfter(ChangeKind::Networks, u"prt_0001"_s), 1);
        QCOMPARE(requestsAfter(ChangeKind::Usage, u"prt_0001"_s), 1);
        QCOMPARE(requestsAfter(ChangeKind::Credential, u"prt_0001"_s), 2);
        QCOMPARE(requestsAfter(ChangeKind::Grant, u"prt_0001"_s), 0);
        QCOMPARE(requestsAfter(ChangeKind::Networks, u"prt_0002"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestNetworksEditor)
#include "tst_networks_editor.moc"
