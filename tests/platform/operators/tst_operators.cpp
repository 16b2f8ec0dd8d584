// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/hashing.h"
#include "platform/operators/host_acts.h"
#include "platform/operators/operator_accounts.h"
#include "platform/store/audit/audit_log.h"
#include "tests/platform/store_fixture.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::StoreFixture;

namespace {

const QDateTime noon({2026, 3, 2}, {12, 0}, Qt::UTC);
constexpr qint64 quarter = 15 * 60;
constexpr qint64 halfDay = 12 * 3600;

OperatorRow account(const QString &name, const QList<Role> &roles = {Role::Viewer})
{
    return {name, name.toUpper(), roles, noon, {}};
}

/// One account that is signed in.
struct SignedIn
{
    SystemRandom random;
    OperatorSessions sessions;
    OperatorSessions::Minted minted;

    SignedIn()
    {
        sessions.setOperator(account(u"ann"_s));
        minted = OperatorSessions::mint(u"ann"_s, noon, random);
        if (!sessions.admit(minted.row))
            qFatal("not admitted");
    }
    [[nodiscard]] bool isIn(const QDateTime &now = noon) const { return isIn(minted, now); }
    [[nodiscard]] bool isIn(const OperatorSessions::Minted &of, const QDateTime &now = noon) const
    {
        return sessions.authenticate(of.token.view(), now).has_value();
    }
};

/// Action, target, and the changes of each event, oldest first.
QStringList eventsOf(StoreFixture &fixture)
{
    QStringList list;
    for (const QByteArray &bytes : audit_log::canonicalRange(fixture.tx, 0, 100)) {
        const AuditEvent event = audit_log::decode(bytes);
        QStringList words{event.actor, event.action, event.targetKind, event.targetId};
        for (const FieldChange &change : event.changes)
            words.append(change.field + u':' + change.before + u'>' + change.after);
        list.append(words.join(u' '));
    }
    return list;
}

} // namespace

class TestOperators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsFresh()
    {
        SignedIn fixture;
        const QByteArray token = fixture.minted.token.view().toByteArray();
        QVERIFY(token.startsWith("pco_"));
        QCOMPARE(token.size(), 47);
        QCOMPARE(fixture.minted.row.tokenHash, sha256({QByteArrayView(token)}));
        QCOMPARE(fixture.minted.row.chain.size(), 26);
        QVERIFY(fixture.minted.row.chain.startsWith(u"ses_"_s));
        QCOMPARE(fixture.minted.row.account, u"ann"_s);
        QCOMPARE(fixture.minted.row.expiresAt, noon.addSecs(quarter));
        QCOMPARE(fixture.minted.row.renewableUntil, noon.addSecs(halfDay));
        const auto actor = fixture.sessions.authenticate(token, noon);
        QCOMPARE(actor->account, u"ann"_s);
        QCOMPARE(actor->displayName, u"ANN"_s);
        QCOMPARE(actor->roles, QList<Role>{Role::Viewer});
        QCOMPARE(actor->chain, fixture.minted.row.chain);
        QCOMPARE(actor->expiresAt, fixture.minted.row.expiresAt);
        QCOMPARE(actor->renewableUntil, fixture.minted.row.renewableUntil);
        const auto other = OperatorSessions::mint(u"ann"_s, noon, fixture.random);
        QVERIFY(other.row.chain != fixture.minted.row.chain);
        QVERIFY(!fixture.isIn(other)); // not admitted
        for (const QByteArray &no :
             {QByteArray(), token.first(46), QByteArray(token + 'x'), QByteArray("pcx_" + token.mid(4))})
            QVERIFY(!fixture.sessions.authenticate(no, noon));
    }

    /// Until before its last instant; and by a clock that was set back not for longer than anybody signs in.
    void aTokenHasItsTime()
    {
        const SignedIn fixture;
        QVERIFY(fixture.isIn(noon.addSecs(quarter).addMSecs(-1)));
        QVERIFY(!fixture.isIn(noon.addSecs(quarter)));
        QVERIFY(fixture.isIn(noon.addSecs(-60)));
        QVERIFY(!fixture.isIn(noon.addSecs(-61)));
        // The end of the chain alone.
        SignedIn longer;
        longer.minted = OperatorSessions::mint(u"ann"_s, noon, longer.random);
        longer.minted.row.renewableUntil = noon.addSecs(halfDay + 60);
        QVERIFY(longer.sessions.admit(longer.minted.row));
        QVERIFY(longer.isIn());
        longer.minted.row.renewableUntil = noon.addSecs(halfDay + 61);
        QVERIFY(longer.sessions.admit(longer.minted.row));
        QVERIFY(!longer.isIn());
    }

    void whoIsShutOutIsNobody()
    {
        SignedIn fixture;
        QVERIFY(fixture.sessions.isOwner(u"ann"_s));
        QVERIFY(!fixture.sessions.close(u"bob"_s)); // nobody
        QVERIFY(fixture.sessions.isLiving(fixture.minted.row.tokenHash));
        QVERIFY(fixture.sessions.close(u"ann"_s));
        QVERIFY(!fixture.isIn());
        QVERIFY(!fixture.sessions.isLiving(fixture.minted.row.tokenHash));
        QVERIFY(!fixture.sessions.isOwner(u"ann"_s));
        QVERIFY(fixture.sessions.close(u"ann"_s));            // once more is no fault
        QVERIFY(!fixture.sessions.admit(fixture.minted.row)); // nor does anybody come in
        fixture.sessions.reopen(u"ann"_s);
        QVERIFY(!fixture.isIn()); // what was over stays over
        QVERIFY(fixture.sessions.admit(fixture.minted.row));
        QVERIFY(fixture.isIn());
        QVERIFY(fixture.sessions.close(u"ann"_s));
        OperatorRow row = account(u"ann"_s);
        fixture.sessions.setOperator(row); // the store does not have it: still closed
        QVERIFY(!fixture.isIn());
        row.disabledAt = noon;
        fixture.sessions.setOperator(row);
        QVERIFY(!fixture.sessions.close(u"ann"_s)); // it is disabled already
        QVERIFY(!fixture.sessions.isOwner(u"ann"_s));
        QCOMPARE(fixture.sessions.find(u"ann"_s), row);
        QCOMPARE(fixture.sessions.find(u"bob"_s), std::nullopt);
        QVERIFY(!fixture.sessions.isOwner(u"bob"_s));
        row.disabledAt.reset(); // enabled again: the sessions of before are gone, the account is not closed
        fixture.sessions.setOperator(row);
        QVERIFY(fixture.sessions.isOwner(u"ann"_s));
        QVERIFY(!fixture.isIn());
        QVERIFY(fixture.sessions.admit(fixture.minted.row));
        QVERIFY(fixture.isIn());
        // Of another account nothing is lost.
        OperatorRow other = account(u"bob"_s);
        other.disabledAt = noon;
        fixture.sessions.setOperator(other);
        QVERIFY(fixture.isIn());
        const auto stranger = OperatorSessions::mint(u"zoe"_s, noon, fixture.random);
        QVERIFY(fixture.sessions.admit(stranger.row)); // an account that nobody knows
        QVERIFY(!fixture.isIn(stranger));
    }

    void rolesAreNarrowedAtOnce()
    {
        OperatorSessions sessions;
        const OperatorRow before = account(u"ann"_s, {Role::Viewer, Role::Admin});
        sessions.setOperator(before);
        QVERIFY(!sessions.narrow(account(u"bob"_s)));
        QVERIFY(!sessions.narrow(account(u"ann"_s, {Role::Admin, Role::Viewer, Role::Support})));
        QCOMPARE(sessions.find(u"ann"_s), before);
        QVERIFY(sessions.narrow(account(u"ann"_s, {Role::Viewer, Role::Support})));
        QCOMPARE(sessions.find(u"ann"_s)->roles, QList<Role>{Role::Viewer});
        // Two of them, and neither came through: as the store has it.
        QVERIFY(sessions.narrow(account(u"ann"_s, {Role::Support})));
        QVERIFY(sessions.find(u"ann"_s)->roles.isEmpty());
        sessions.widen(u"ann"_s);
        QCOMPARE(sessions.find(u"ann"_s), before);
        sessions.widen(u"ann"_s); // nothing is left to take back
        sessions.widen(u"bob"_s);
        QCOMPARE(sessions.find(u"ann"_s), before);
        QCOMPARE(sessions.find(u"bob"_s), std::nullopt);
        // The first of two came through: what the second takes is not given back, unless it fails.
        const OperatorRow first = account(u"ann"_s, {Role::Admin, Role::Support});
        QVERIFY(sessions.narrow(account(u"ann"_s, {Role::Viewer})));
        sessions.setStored(first);
        QVERIFY(sessions.find(u"ann"_s)->roles.isEmpty());
        sessions.widen(u"ann"_s);
        QCOMPARE(sessions.find(u"ann"_s), first);
        sessions.setStored(account(u"new"_s));
        QCOMPARE(sessions.find(u"new"_s), account(u"new"_s));
        // Stored is settled.
        QVERIFY(sessions.narrow(account(u"ann"_s, {Role::Admin})));
        sessions.setOperator(before);
        sessions.widen(u"ann"_s);
        QCOMPARE(sessions.find(u"ann"_s), before);
    }

    void renewedToItsEnd()
    {
        SignedIn fixture;
        const auto actor = fixture.sessions.authenticate(fixture.minted.token.view(), noon);
        const auto at = [&](qint64 seconds) {
            return OperatorSessions::renew(*actor, noon.addSecs(seconds), fixture.random);
        };
        const auto early = at(60);
        QCOMPARE(early->row.chain, actor->chain);
        QCOMPARE(early->row.account, u"ann"_s);
        QCOMPARE(early->row.expiresAt, noon.addSecs(60 + quarter));
        QCOMPARE(early->row.renewableUntil, actor->renewableUntil);
        QVERIFY(early->row.tokenHash != fixture.minted.row.tokenHash);
        QCOMPARE(at(halfDay - 1)->row.expiresAt, actor->renewableUntil);
        QVERIFY(!at(halfDay));
    }

    /// Sixteen of one sign-in; the one that would end first goes.
    void aChainHasALimit()
    {
        SignedIn fixture;
        std::vector<OperatorSessions::Minted> chain;
        for (int i = 0; i < 17; ++i) {
            chain.push_back(OperatorSessions::mint(u"ann"_s, noon, fixture.random));
            chain.back().row.chain = u"ses_chain"_s;
            chain.back().row.expiresAt = noon.addSecs(100 + (i == 3 ? 0 : i + 1));
            QVERIFY(fixture.sessions.admit(chain.back().row));
            for (int j = 0; j <= i; ++j)
                QCOMPARE(fixture.isIn(chain.at(static_cast<std::size_t>(j))), i < 16 || j != 3);
        }
        QVERIFY(fixture.isIn()); // of another chain
        fixture.sessions.endChain(u"ses_chain"_s, noon);
        for (const auto &each : chain)
            QVERIFY(!fixture.isIn(each));
        QVERIFY(fixture.isIn());
        QVERIFY(fixture.sessions.isEnded(u"ses_chain"_s));
        QVERIFY(!fixture.sessions.isEnded(fixture.minted.row.chain));
        QVERIFY(!fixture.sessions.admit(chain.front().row)); // stored meanwhile
        QVERIFY(!fixture.isIn(chain.front()));
        QVERIFY(!fixture.sessions.isLiving(chain.front().row.tokenHash));
        QVERIFY(fixture.sessions.isLiving(fixture.minted.row.tokenHash));
    }

    void whatIsOverIsDropped()
    {
        SignedIn fixture;
        fixture.sessions.endChain(u"ses_over"_s, noon);
        fixture.sessions.dropExpired(noon.addSecs(quarter).addMSecs(-1));
        QVERIFY(fixture.isIn());
        fixture.sessions.dropExpired(noon.addSecs(quarter));
        QVERIFY(!fixture.isIn());
        QVERIFY(fixture.sessions.isEnded(u"ses_over"_s));
        fixture.sessions.dropExpired(noon.addDays(1));
        QVERIFY(fixture.sessions.isEnded(u"ses_over"_s));
        fixture.sessions.dropExpired(noon.addDays(1).addMSecs(1));
        QVERIFY(!fixture.sessions.isEnded(u"ses_over"_s));
    }

    void unstoredSignInsHaveALimit()
    {
        SignedIn fixture;
        for (int i = 0; i <= OperatorSessions::mostUnstored; ++i) {
            SessionRow row = fixture.minted.row;
            row.chain = QString::number(i);
            row.tokenHash = QByteArray::number(i);
            fixture.sessions.owe({row, noon, u"by"_s, true});
        }
        const auto unstored = fixture.sessions.takeUnstored();
        QCOMPARE(unstored.size(), OperatorSessions::mostUnstored);
        QCOMPARE(unstored.constFirst().row.chain, u"1"_s);
        QCOMPARE(unstored.constLast().row.chain, QString::number(OperatorSessions::mostUnstored));
        QVERIFY(fixture.sessions.takeUnstored().isEmpty());
    }

    void aRestartSignsNobodyOut()
    {
        StoreFixture stored;
        SystemRandom random;
        operator_rows::put(stored.tx, account(u"ann"_s));
        const auto living = OperatorSessions::mint(u"ann"_s, noon, random);
        const auto over = OperatorSessions::mint(u"ann"_s, noon.addSecs(-quarter), random);
        session_rows::put(stored.tx, living.row);
        session_rows::put(stored.tx, over.row);
        SignedIn fixture; // what it had before is not its any more
        fixture.sessions.setOperator(account(u"bob"_s));
        fixture.sessions.load(stored.tx, noon);
        QVERIFY(fixture.isIn(living));
        QVERIFY(!fixture.isIn(over, noon.addSecs(-1)));
        QVERIFY(!fixture.isIn());
        QCOMPARE(fixture.sessions.find(u"bob"_s), std::nullopt);
    }

    void accountsAreChecked_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QStringList>("roles");
        QTest::addColumn<bool>("taken");
        const QStringList roles{u"viewer"_s};
        const auto name = [&roles](const char *row, const QString &account, bool taken) {
            QTest::newRow(row) << account << QString() << roles << taken;
        };
        name("one letter", u"a"_s, true);
        name("every sign", u"0a._-z"_s, true);
        name("as long as may be", QString(40, u'a'), true);
        name("longer", QString(41, u'a'), false);
        name("nothing", QString(), false);
        name("a sign first", u".a"_s, false);
        name("upper case", u"Ann"_s, false);
        name("a line", u"ann\n"_s, false);
        for (const char *reserved : {"platform", "command", "uid-7", "uid-"})
            name(reserved, QString::fromLatin1(reserved), false);
        name("like a reserved one", u"platforms"_s, true);
        name("like another", u"uid"_s, true);
        const auto shown = [&roles](const char *row, const QString &text, bool taken) {
            QTest::newRow(row) << u"ann"_s << text << roles << taken;
        };
        shown("a name", u"Ann Ä."_s, true);
        shown("80 characters", QString(u"\U0001F511"_s).repeated(80), true);
        shown("81 characters", QString(81, u'a'), false);
        shown("two lines", u"a\nb"_s, false);
        const auto role = [](const char *row, const QStringList &list, bool taken) {
            QTest::newRow(row) << u"ann"_s << QString() << list << taken;
        };
        role("no role", {}, false);
        role("every role", {u"viewer"_s, u"support"_s, u"partner_ops"_s, u"security"_s, u"admin"_s}, true);
        role("no such role", {u"viewer"_s, u"king"_s}, false);
        role("an empty one", {QString()}, false);
    }
    void accountsAreChecked()
    {
        QFETCH(QString, account);
        QFETCH(QString, shown);
        QFETCH(QStringList, roles);
        QFETCH(bool, taken);
        const auto row = operator_accounts::check(account, shown, roles + roles, noon); // twice is once
        QCOMPARE(row.has_value(), taken);
        if (!taken)
            return;
        QCOMPARE(row->account, account);
        QCOMPARE(row->displayName, shown.isEmpty() ? account : shown);
        QCOMPARE(row->roles.size(), roles.size());
        QCOMPARE(row->createdAt, noon);
        QVERIFY(!row->disabledAt);
    }

    /// Each change of an account is one event; what changes nothing is none.
    void accountsAreRecorded()
    {
        StoreFixture fixture;
        SystemRandom random;
        const auto signIn = [&](const QString &name) {
            return operator_accounts::signIn(fixture.tx, name, noon, u"by"_s, random);
        };
        QVERIFY(!signIn(u"ann"_s));
        QVERIFY(!operator_accounts::disable(fixture.tx, u"ann"_s, noon, u"by"_s));
        OperatorRow row = account(u"ann"_s, {Role::Viewer, Role::Admin});
        QCOMPARE(operator_accounts::put(fixture.tx, row, u"by"_s).row, row);
        QStringList events{u"by operator.add operator ann roles:>viewer, admin"_s};
        QCOMPARE(eventsOf(fixture), events);
        OperatorRow later = row;
        later.createdAt = noon.addDays(1);
        QCOMPARE(operator_accounts::put(fixture.tx, later, u"by"_s).row, row); // it was made when it was made
        QCOMPARE(eventsOf(fixture), events);
        const auto minted = signIn(u"ann"_s);
        QVERIFY(minted);
        QCOMPARE(session_rows::all(fixture.tx), QList<SessionRow>{minted->row});
        events.append(u"by session.begin operator ann session:>"_s + minted->row.chain);
        QCOMPARE(eventsOf(fixture), events);
        QVERIFY(operator_accounts::disable(fixture.tx, u"ann"_s, noon, u"by"_s));
        QVERIFY(operator_accounts::disable(fixture.tx, u"ann"_s, noon.addDays(1), u"by"_s));
        QCOMPARE(operator_rows::find(fixture.tx, u"ann"_s)->disabledAt, noon);
        QVERIFY(session_rows::all(fixture.tx).isEmpty());
        events.append(u"by operator.disable operator ann status:enabled>disabled"_s);
        QCOMPARE(eventsOf(fixture), events);
        QVERIFY(!signIn(u"ann"_s));
        later.roles = {Role::Support};
        QVERIFY(!operator_accounts::put(fixture.tx, later, u"by"_s).row.disabledAt);
        events.append(u"by operator.edit operator ann roles:viewer, admin>support status:disabled>enabled"_s);
        QCOMPARE(eventsOf(fixture), events);
    }

    /// Whoever tells it in other words than the host's has the rows all the same.
    void whoIsShutIsToldByTheCaller()
    {
        StoreFixture fixture;
        QVERIFY(!operator_accounts::shut(fixture.tx, u"ann"_s, noon));
        (void)operator_accounts::put(fixture.tx, account(u"ann"_s), u"by"_s);
        SystemRandom random;
        session_rows::put(fixture.tx, OperatorSessions::mint(u"ann"_s, noon, random).row);
        const QStringList events = eventsOf(fixture);
        const auto shut = operator_accounts::shut(fixture.tx, u"ann"_s, noon);
        QVERIFY(shut && shut->event);
        QCOMPARE(shut->row, *operator_rows::find(fixture.tx, u"ann"_s));
        QCOMPARE(shut->row.disabledAt, noon);
        QVERIFY(session_rows::all(fixture.tx).isEmpty());
        QCOMPARE(eventsOf(fixture), events);
        QCOMPARE(shut->event->action + shut->event->targetId + shut->event->actor, u"operator.disableann"_s);
        const auto again = operator_accounts::shut(fixture.tx, u"ann"_s, noon.addDays(1));
        QVERIFY(again && !again->event);
        QCOMPARE(again->row.disabledAt, noon);
    }

    void actsOfTheHost()
    {
        const host_acts::HostAct act{AuditAction::GatewayRemove, u"edge-1"_s, {{u"realm"_s, {}, u"sbx"_s}}};
        const auto again = host_acts::gatewayActFromJson(host_acts::toJson(act));
        QVERIFY(again);
        QCOMPARE(again->action, act.action);
        QCOMPARE(again->targetId, act.targetId);
        QCOMPARE(again->changes, act.changes);
        for (const auto &[action, id, taken] : {std::tuple(u"gateway.add"_s, u"g"_s, true),
                                                {u"gateway.remove"_s, u"g"_s, true},
                                                {u"gateway.edit"_s, u"g"_s, false},
                                                {u"operator.add"_s, u"g"_s, false},
                                                {u"gateway.add"_s, QString(), false}})
            QCOMPARE(host_acts::gatewayActFromJson({{u"action"_s, action}, {u"target_id"_s, id}}).has_value(),
                     taken);
        // Only what takes power away is kept for later.
        const auto entry = host_acts::journalEntry(act, noon, u"uid-7"_s);
        QCOMPARE(entry,
                 (JournalEntry{
                     JournalEntry::Kind::Gateway, u"edge-1"_s, 0, noon, u"uid-7"_s, u"host"_s, {}, {}, {}}));
        host_acts::HostAct added = act;
        added.action = AuditAction::GatewayAdd;
        QVERIFY(!host_acts::journalEntry(added, noon, u"uid-7"_s));
        QCOMPARE(host_acts::disabledOperator(u"ann"_s, noon, u"uid-7"_s),
                 (JournalEntry{
                     JournalEntry::Kind::Operator, u"ann"_s, 0, noon, u"uid-7"_s, u"host"_s, {}, {}, {}}));
        HttpRequest request;
        QCOMPARE(host_acts::callerOf(request), u"local"_s);
        request.peerUid = 0;
        QCOMPARE(host_acts::callerOf(request), u"uid-0"_s);
        StoreFixture fixture;
        host_acts::record(fixture.tx, act, noon, u"uid-7"_s);
        QCOMPARE(eventsOf(fixture), QStringList{u"uid-7 gateway.remove gateway edge-1 realm:>sbx"_s});
        const AuditEvent event = audit_log::find(fixture.tx, 0)->event;
        QCOMPARE(event.actorRole + event.targetName + event.source, u"hostedge-1local"_s);
        QCOMPARE(event.at, noon);
    }
};

QTEST_GUILESS_MAIN(TestOperators)
#include "tst_operators.moc"
