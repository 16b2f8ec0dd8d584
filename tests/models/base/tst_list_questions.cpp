// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_list_model.h"
#include "models/credentials/credential_list_model.h"
#include "models/partners/partner_list_model.h"
#include "tests/models/model_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using P = PartnerListModel;
using C = CredentialListModel;

/// When the three lists ask, and what: orders, changes of the feed, the same question again, instants that
/// are known beforehand.
class TestListQuestions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ModelFixture>(); }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void everyOrderHasItsName_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("key");
        const QList<std::pair<int, QString>> partners{
            {P::PartnerColumn, u"name"_s},  {P::StageColumn, u"stage"_s},
            {P::HealthColumn, u"health"_s}, {P::CredentialsColumn, {}},
            {P::QuotaColumn, u"quota"_s},   {P::TrafficColumn, u"calls"_s},
            {P::ErrorsColumn, {}},          {P::OwnerColumn, u"owner"_s},
            {P::ColumnCount, {}},           {P::LastActivityColumn, u"last_call_at"_s}};
        const QList<std::pair<int, QString>> credentials{{C::NameColumn, u"name"_s},
                                                         {C::KindColumn, {}},
                                                         {C::StateColumn, u"state"_s},
                                                         {C::ScopesColumn, {}},
                                                         {C::LastUsedColumn, u"last_used_at"_s},
                                                         {C::LastFourColumn, {}},
                                                         {C::ExpiresColumn, u"expires_at"_s},
                                                         {C::OwnerColumn, u"owner"_s},
                                                         {C::PartnerColumn, u"partner"_s},
                                                         {C::RealmColumn, {}}};
        for (const auto &[column, key] : partners)
            QTest::addRow("partners %d", column) << u"/partners"_s << column << key;
        for (const auto &[column, key] : credentials)
            QTest::addRow("credentials %d", column) << u"/credentials"_s << column << key;
    }
    void everyOrderHasItsName()
    {
        QFETCH(const QString, list);
        QFETCH(const int, column);
        QFETCH(const QString, key);
        const auto model = loaded(list);
        QCOMPARE(list == u"/partners" ? P::canSort(column) : C::canSort(column), !key.isEmpty());
        for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
            if (!key.isEmpty())
                script(list);
            model->sort(column, order);
            ModelFixture::spin();
            if (key.isEmpty())
                QCOMPARE(m_fixture->transport.sent().size(), 1);
            else
                QCOMPARE(m_fixture->transport.last().queryValue(u"sort"_s),
                         order == Qt::DescendingOrder ? QString(u'-' + key) : key);
        }
    }

    void theFeedDecidesWhenItAsks_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<ChangeKind>("kind");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("after"); // ms; -1: never
        const auto row = [](const QString &list, const char *what, ChangeKind kind, const QString &id,
                            int ms) {
            QTest::addRow("%s, %s", qPrintable(list), what) << list << kind << id << ms;
        };
        const QString any = u"prt_0001"_s;
        const QString other = u"prt_0002"_s;
        for (const QString &list : {u"/partners"_s, u"/credentials"_s, u"of one partner"_s}) {
            const bool partners = list == u"/partners";
            const bool one = list == u"of one partner";
            row(list, "credential", ChangeKind::Credential, u"crd_1"_s, 100);
            row(list, "partner", ChangeKind::Partner, any, 100);
            row(list, "another partner", ChangeKind::Partner, other, one ? -1 : 100);
            row(list, "usage", ChangeKind::Usage, any, 5000);
            row(list, "usage of one that is not shown", ChangeKind::Usage, other, -1);
            row(list, "grant", ChangeKind::Grant, any, partners ? 100 : -1);
            row(list, "audit", ChangeKind::Audit, {}, -1);
            row(list, "catalogue", ChangeKind::Catalogue, {}, -1);
        }
        for (const ChangeKind kind : {ChangeKind::Partner, ChangeKind::Credential, ChangeKind::Grant,
                                      ChangeKind::Audit, ChangeKind::Catalogue})
            row(u"/audit/events"_s, qPrintable(toText(kind)), kind, any, 1000);
        row(u"/audit/events"_s, "usage", ChangeKind::Usage, any, -1);
    }
    void theFeedDecidesWhenItAsks()
    {
        QFETCH(const QString, list);
        QFETCH(const ChangeKind, kind);
        QFETCH(const QString, id);
        QFETCH(const int, after);
        const auto model = loaded(list);
        Q_EMIT m_fixture->feed.changed(changeAbout(kind, id));
        m_fixture->clock.advance(std::chrono::milliseconds(after < 0 ? 60'000 : after - 1));
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), 1);
        if (after < 0)
            return;
        script(list);
        m_fixture->clock.advance(1ms);
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), 2);
    }

    void theSameQuestionKeepsItsRows_data()
    {
        QTest::addColumn<QString>("list");
        QTest::newRow("partners") << u"/partners"_s;
        QTest::newRow("credentials") << u"/credentials"_s;
        QTest::newRow("credentials of one") << u"of one partner"_s;
        QTest::newRow("audit events") << u"/audit/events"_s;
    }
    void theSameQuestionKeepsItsRows()
    {
        QFETCH(const QString, list);
        const auto model = loaded(list);
        QSignalSpy another(model.get(), &PagedModel::questionAnswered);
        script(list);
        ask(*model, list);
        ModelFixture::spin();
        QCOMPARE(another.count(), 0); // the reader stays where they are
        QCOMPARE(model->state(), LoadState::Ready);
        QVERIFY(model->isAnswer());
        QCOMPARE(model->rowCount(), 1);
        m_fixture->clock.advance(1s);
        QCOMPARE(model->rowCount(), 1);
        ModelFixture::spin();
    }

    /// What was about one partner goes at once when another is asked for; another order of the same stays.
    void rowsOfAnotherPartnerGoAtOnce()
    {
        const auto credentials = loaded(u"of one partner"_s);
        auto *model = static_cast<C *>(credentials.get());
        CredentialQuery query;
        query.partnerId = u"prt_0001"_s;
        query.sort = u"-name"_s;
        script(u"/credentials"_s);
        QSignalSpy another(model, &PagedModel::questionAnswered);
        model->setQuery(query);
        QCOMPARE(model->rowCount(), 1);
        ModelFixture::spin();
        QCOMPARE(another.count(), 1);
        query.partnerId = u"prt_0002"_s;
        script(u"/credentials"_s);
        model->setQuery(query);
        QCOMPARE(model->rowCount(), 0);
        ModelFixture::spin();
        const auto events = loaded(u"/audit/events"_s);
        auto *audit = static_cast<AuditListModel *>(events.get());
        AuditQuery about;
        about.text = u"x"_s;
        script(u"/audit/events"_s);
        audit->setQuery(about);
        QCOMPARE(audit->rowCount(), 1);
        ModelFixture::spin();
        about.partnerId = u"prt_0002"_s;
        script(u"/audit/events"_s);
        audit->setQuery(about);
        QCOMPARE(audit->rowCount(), 0);
        ModelFixture::spin();
    }

    void theNextInstantIsAnAlarm_data()
    {
        using S = CredentialState;
        QTest::addColumn<QList<Credential>>("rows");
        QTest::addColumn<int>("next"); // ms; -1: none
        const auto row = [](const char *name, const QList<Credential> &rows, int next) {
            QTest::newRow(name) << rows << next;
        };
        row("active", {expiring(S::Active, 60)}, 60'250);
        row("rotating", {expiring(S::Rotating, 60)}, 60'250);
        row("suspended", {expiring(S::Suspended, 60)}, 60'250);
        row("pending", {expiring(S::Pending, 60)}, -1);
        row("revoked", {expiring(S::Revoked, 60)}, -1);
        row("over just now", {expiring(S::Active, 0)}, -1);
        row("the earlier of two", {expiring(S::Active, 60, 1), expiring(S::Active, 30, 2)}, 30'250);
        row("the earlier comes first", {expiring(S::Active, 30, 1), expiring(S::Active, 60, 2)}, 30'250);
        row("grace", {inGrace(GenerationState::Grace, 10)}, 10'250);
        row("no grace", {inGrace(GenerationState::Active, 10)}, 3'600'250);
    }
    void theNextInstantIsAnAlarm()
    {
        QFETCH(const QList<Credential>, rows);
        QFETCH(const int, next);
        C model(m_fixture->credentials, m_fixture->feed);
        m_fixture->transport.reply("GET", u"/credentials"_s, pageOf(rows));
        model.setQuery({});
        ModelFixture::spin();
        QCOMPARE(model.rowCount(), int(rows.size()));
        QCOMPARE(int(m_fixture->clock.nextIn().count()), next);
        if (next < 0)
            return;
        m_fixture->transport.reply("GET", u"/credentials"_s, pageOf(QList<Credential>{}));
        m_fixture->clock.advance(std::chrono::milliseconds(next));
        ModelFixture::spin();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(m_fixture->clock.pending(), 0); // nothing is left to wait for
    }

    void manyChangesAreOneLookAtTheLog()
    {
        const auto model = loaded(u"/audit/events"_s);
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner));
        m_fixture->clock.advance(600ms);
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Credential));
        script(u"/audit/events"_s);
        m_fixture->clock.advance(400ms); // the first one counts
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), 2);
        QCOMPARE(m_fixture->clock.pending(), 0);
        QCOMPARE(m_fixture->transport.last().queryValue(u"limit"_s), u"100"_s);
        QVERIFY(m_fixture->transport.last().queryValue(u"cursor"_s).isEmpty());
    }

    void aLookSaysWhenAndHowMany()
    {
        const auto list = loaded(u"/audit/events"_s);
        auto *model = static_cast<AuditListModel *>(list.get());
        QSignalSpy states(model, &AuditListModel::stateChanged);
        m_fixture->clock.advance(60s);
        m_fixture->transport.reply("GET", u"/audit/events"_s,
                                   pageOf(QList<AuditEvent>{sampleEvent(6), sampleEvent(5)}, {}, 2));
        m_fixture->tellReset();
        QCOMPARE(model->heldCount(), 1);
        QCOMPARE(model->count(), std::optional<qint64>(2));
        QCOMPARE(model->loadedAt(), m_fixture->clock.now());
        QVERIFY(!states.isEmpty());
        // Another question: nothing of the old answer is held back, and nothing is due.
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner));
        script(u"/audit/events"_s);
        AuditQuery query;
        query.text = u"x"_s;
        model->setQuery(query);
        QCOMPARE(model->heldCount(), 0);
        m_fixture->clock.advance(2s);
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), 3);
    }

    /// A look that fails is nobody's business; a person's refresh that fails is told.
    void aFailedLookIsTheReadersOnlyWhenAsked()
    {
        const auto model = loaded(u"/audit/events"_s);
        m_fixture->transport.problem("GET", u"/audit/events"_s, 500, u"internal"_s);
        m_fixture->tellReset();
        QCOMPARE(model->state(), LoadState::Ready);
        QVERIFY(!model->error());
        for (int i = 0; i < 2; ++i)
            m_fixture->transport.problem("GET", u"/audit/events"_s, 500, u"internal"_s);
        model->refresh();
        ModelFixture::spin();
        QCOMPARE(model->state(), LoadState::Stale);
        QVERIFY(model->error());
        script(u"/audit/events"_s); // what stands there is old: the whole page, not a look
        m_fixture->tellReset();
        QCOMPARE(model->state(), LoadState::Ready);
    }

    void anEmptyLogIsFilled()
    {
        AuditListModel model(m_fixture->audit, m_fixture->feed);
        m_fixture->tellReset(); // nobody looks at it
        QVERIFY(m_fixture->transport.sent().isEmpty());
        m_fixture->transport.reply("GET", u"/audit/events"_s, pageOf(QList<AuditEvent>{})).hold();
        model.setQuery({});
        ModelFixture::spin();
        m_fixture->tellReset(); // on its way
        QCOMPARE(m_fixture->transport.sent().size(), 1);
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(model.state(), LoadState::Ready);
        script(u"/audit/events"_s);
        m_fixture->tellReset();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.heldCount(), 0);
    }

private:
    Credential expiring(CredentialState state, int secs, int number = 1) const
    {
        Credential credential = sampleCredential(number);
        credential.state = state;
        credential.expiresAt = m_now.addSecs(secs);
        return credential;
    }
    Credential inGrace(GenerationState state, int secs) const
    {
        Credential credential = expiring(CredentialState::Rotating, 3600);
        credential.generations.first().state = state;
        credential.generations.first().graceUntil = m_now.addSecs(secs);
        return credential;
    }
    static QString pathOf(const QString &list) { return list.startsWith(u'/') ? list : u"/credentials"_s; }
    void script(const QString &list)
    {
        const QString path = pathOf(list);
        m_fixture->transport.reply("GET", path,
                                   path == u"/partners"      ? pageOf(QList<Partner>{samplePartner()})
                                   : path == u"/credentials" ? pageOf(QList<Credential>{sampleCredential()})
                                                             : pageOf(QList<AuditEvent>{sampleEvent(5)}));
    }
    static void ask(PagedModel &model, const QString &list)
    {
        CredentialQuery credentials;
        credentials.partnerId = list == u"of one partner" ? u"prt_0001"_s : QString();
        if (auto *partners = qobject_cast<P *>(&model))
            partners->setQuery({});
        else if (auto *keys = qobject_cast<C *>(&model))
            keys->setQuery(credentials);
        else if (auto *events = qobject_cast<AuditListModel *>(&model))
            events->setQuery({});
    }
    /// With one row; the expiry of a sample credential is no alarm that a test here waits for.
    std::unique_ptr<PagedModel> loaded(const QString &list)
    {
        std::unique_ptr<PagedModel> model;
        if (pathOf(list) == u"/partners")
            model = std::make_unique<P>(m_fixture->partners, m_fixture->feed);
        else if (pathOf(list) == u"/credentials")
            model = std::make_unique<C>(m_fixture->credentials, m_fixture->feed);
        else
            model = std::make_unique<AuditListModel>(m_fixture->audit, m_fixture->feed);
        script(list);
        ask(*model, list);
        ModelFixture::spin();
        if (model->rowCount() != 1)
            QTest::qFail("the sample row does not load", __FILE__, __LINE__);
        return model;
    }

    const QDateTime m_now = ManualClock().now();
    std::unique_ptr<ModelFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestListQuestions)
#include "tst_list_questions.moc"
