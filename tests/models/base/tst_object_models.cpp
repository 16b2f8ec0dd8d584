// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/catalogue_model.h"
#include "models/access/scope_use_model.h"
#include "models/audit/audit_event_model.h"
#include "models/credentials/credential_use_model.h"
#include "models/jobs/job_list_model.h"
#include "models/partners/partner_model.h"
#include "models/session/operator_list_model.h"
#include "models/usage/usage_model.h"
#include "tests/models/base/object_answers.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Models of one object: what they say while they load, when a refresh fails, when a role is taken away, and
/// what they fetch when the feed speaks.
class TestObjectModels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ModelFixture>();
        m_integrity = std::make_unique<AuditIntegrity>(m_fixture->audit, m_fixture->clock, QString());
    }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void loads_data() { subjects(); }
    void loads()
    {
        const auto model = make();
        QSignalSpy states(model.get(), &ObjectModel::stateChanged);
        QSignalSpy values(model.get(), &ObjectModel::changed);
        QCOMPARE(model->state(), LoadState::Idle);
        if (!isTheOnlyOne())
            model->refresh(); // of nothing
        QVERIFY(!model->isRefreshing());
        script();
        open(*model);
        QCOMPARE(model->state(), LoadState::Loading);
        QVERIFY(model->isRefreshing());
        QVERIFY(!model->hasValue());
        QVERIFY(!model->loadedAt().isValid());
        states.clear();
        values.clear();
        ModelFixture::spin();
        QCOMPARE(model->state(), LoadState::Ready);
        QVERIFY(model->hasValue());
        QVERIFY(!model->isRefreshing());
        QCOMPARE(model->loadedAt(), m_fixture->clock.now());
        QVERIFY(!states.isEmpty());
        QVERIFY(!values.isEmpty());
    }

    void aRefreshKeepsWhatIsShown_data() { subjects(); }
    void aRefreshKeepsWhatIsShown()
    {
        const auto model = loaded();
        m_fixture->clock.advance(60s);
        script();
        model->refresh();
        QCOMPARE(model->state(), LoadState::Ready);
        QVERIFY(model->isRefreshing());
        QVERIFY(model->hasValue());
        QCOMPARE(model->loadedAt(), m_fixture->clock.now().addSecs(-60));
        ModelFixture::spin();
        QVERIFY(!model->isRefreshing());
        QCOMPARE(model->loadedAt(), m_fixture->clock.now());
    }

    void anErrorKeepsTheOldDataAndSaysStale_data() { subjects(); }
    void anErrorKeepsTheOldDataAndSaysStale()
    {
        const auto model = loaded();
        const QDateTime before = model->loadedAt();
        m_fixture->clock.advance(60s);
        scriptOthers();
        m_fixture->transport.problem("GET", parts().first().path, 500, u"internal"_s);
        QSignalSpy values(model.get(), &ObjectModel::changed);
        model->refresh();
        ModelFixture::spin();
        if (subject() != Subject::Partner && subject() != Subject::Usage) // their other parts did change
            QCOMPARE(values.count(), 0);
        QCOMPARE(model->state(), LoadState::Stale);
        QVERIFY(model->hasValue());
        QVERIFY(!model->isRefreshing());
        QCOMPARE(model->error()->kind, client::ErrorKind::Server);
        QCOMPARE(model->loadedAt(), before);
        script();
        model->refresh();
        ModelFixture::spin();
        QCOMPARE(model->state(), LoadState::Ready);
        QVERIFY(!model->error());
        QCOMPARE(model->loadedAt(), m_fixture->clock.now());
    }

    void withoutDataAFailureIsTold_data() { subjects(); }
    void withoutDataAFailureIsTold()
    {
        const auto model = make();
        scriptOthers();
        m_fixture->transport.problem("GET", parts().first().path, 500, u"internal"_s);
        open(*model);
        ModelFixture::spin();
        QCOMPARE(model->state(), LoadState::Error);
        scriptOthers();
        m_fixture->transport.fault("GET", parts().first().path, client::TransportFault::Unreachable);
        model->refresh();
        QCOMPARE(model->state(), LoadState::Loading);
        ModelFixture::spin();
        QCOMPARE(model->state(), LoadState::Offline);
        QVERIFY(!model->hasValue());
        script();
        model->refresh();
        ModelFixture::spin();
        QCOMPARE(model->state(), LoadState::Ready);
    }

    /// Who lost a role must not go on reading what was there before.
    void aRoleThatWasTakenAwayEmptiesIt_data() { subjects(); }
    void aRoleThatWasTakenAwayEmptiesIt()
    {
        const auto model = loaded();
        QSignalSpy values(model.get(), &ObjectModel::changed);
        for (const Part &part : parts())
            m_fixture->transport.problem("GET", part.path, 403, u"forbidden"_s,
                                         {{u"permission"_s, u"some.read"_s}});
        model->refresh();
        ModelFixture::spin();
        QCOMPARE(model->state(), LoadState::Forbidden);
        QVERIFY(!model->hasValue());
        QVERIFY(!values.isEmpty());
        QCOMPARE(model->error()->problem->permission, u"some.read"_s);
        QVERIFY(isEmpty(*model));
        script();
        model->refresh();
        QCOMPARE(model->state(), LoadState::Loading);
        ModelFixture::spin();
        QCOMPARE(model->state(), LoadState::Ready);
        QVERIFY(!isEmpty(*model));
    }

    /// Somebody looked at something else before the answer came.
    void anotherObjectForgetsTheFirst_data() { subjects(); }
    void anotherObjectForgetsTheFirst()
    {
        if (isTheOnlyOne())
            return;
        const auto model = loaded();
        for (const Part &part : parts())
            m_fixture->transport.reply("GET", part.path, part.answer).hold();
        model->refresh();
        open(*model, true);
        QVERIFY(!model->hasValue());
        QVERIFY(isEmpty(*model));
        QCOMPARE(model->state(), LoadState::Idle);
        QVERIFY(!model->isRefreshing());
        while (m_fixture->transport.release())
            ModelFixture::spin();
        QCOMPARE(model->state(), LoadState::Idle);
        QVERIFY(!model->hasValue());
        QVERIFY(isEmpty(*model));
    }

    /// Shown once more, it is not asked for once more.
    void theSameObjectStays_data() { subjects(); }
    void theSameObjectStays()
    {
        if (subject() == Subject::CredentialUse || subject() == Subject::Jobs ||
            subject() == Subject::Operators)
            return; // opened to see the last minutes
        const auto model = loaded();
        const auto before = m_fixture->transport.sent().size();
        open(*model);
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), before);
        QVERIFY(model->hasValue());
    }

    /// What was wrong with the object before is not said of the next.
    void anotherObjectForgetsTheError_data() { subjects(); }
    void anotherObjectForgetsTheError()
    {
        if (isTheOnlyOne())
            return;
        const auto model = loaded();
        scriptOthers();
        m_fixture->transport.problem("GET", parts().first().path, 500, u"internal"_s);
        model->refresh();
        ModelFixture::spin();
        QVERIFY(model->error());
        open(*model, true);
        QVERIFY(!model->error());
        QVERIFY(!model->loadedAt().isValid());
    }

    void theFeedDecidesWhatIsFetched_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<ChangeKind>("kind");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QList<int>>("fetched"); // of its parts
        const auto some = [](const char *name, Subject which, ChangeKind kind, const QString &id,
                             const QList<int> &fetched) {
            QTest::newRow(name) << int(which) << kind << id << fetched;
        };
        const auto row = [&some](const char *name, Subject which, ChangeKind kind, const QString &id,
                                 bool all) {
            QList<int> fetched;
            for (int i = 0; all && i < partsOf(which).size(); ++i)
                fetched.append(i);
            some(name, which, kind, id, fetched);
        };
        const QString ours = u"prt_0001"_s;
        const QString other = u"prt_0002"_s;
        const QString credential = sampleCredential().id;
        const QList<int> withGates{0, 1};
        const QList<int> quota{1};
        some("partner, itself", Subject::Partner, ChangeKind::Partner, ours, withGates);
        row("partner, grant", Subject::Partner, ChangeKind::Grant, ours, true);
        some("partner, usage", Subject::Partner, ChangeKind::Usage, ours, withGates);
        some("partner, a credential of it", Subject::Partner, ChangeKind::Credential, credential, withGates);
        some("partner, networks", Subject::Partner, ChangeKind::Networks, ours, withGates);
        row("partner, a credential of another", Subject::Partner, ChangeKind::Credential, u"crd_x"_s, false);
        row("partner, another", Subject::Partner, ChangeKind::Partner, other, false);
        row("partner, audit", Subject::Partner, ChangeKind::Audit, ours, false);
        row("catalogue, itself", Subject::Catalogue, ChangeKind::Catalogue, {}, true);
        row("catalogue, partner", Subject::Catalogue, ChangeKind::Partner, ours, false);
        row("scope use, usage", Subject::ScopeUse, ChangeKind::Usage, ours, true);
        row("scope use, another", Subject::ScopeUse, ChangeKind::Usage, other, false);
        row("scope use, partner", Subject::ScopeUse, ChangeKind::Partner, ours, false);
        row("scope use, grant", Subject::ScopeUse, ChangeKind::Grant, ours, true);
        row("scope use, grant of another", Subject::ScopeUse, ChangeKind::Grant, other, false);
        row("scope use, catalogue", Subject::ScopeUse, ChangeKind::Catalogue, {}, true);
        row("credential use, itself", Subject::CredentialUse, ChangeKind::Credential, credential, true);
        row("credential use, usage", Subject::CredentialUse, ChangeKind::Usage, ours, true);
        row("credential use, another", Subject::CredentialUse, ChangeKind::Credential, u"crd_x"_s, false);
        row("credential use, usage of another", Subject::CredentialUse, ChangeKind::Usage, other, false);
        row("usage, usage", Subject::Usage, ChangeKind::Usage, ours, true);
        some("usage, grant", Subject::Usage, ChangeKind::Grant, ours, quota);
        row("usage, another", Subject::Usage, ChangeKind::Usage, other, false);
        some("usage, partner", Subject::Usage, ChangeKind::Partner, ours, quota);
        row("usage, partner, another", Subject::Usage, ChangeKind::Partner, other, false);
        row("jobs, one that it does not know", Subject::Jobs, ChangeKind::Job, u"job_2"_s, true);
        row("jobs, audit", Subject::Jobs, ChangeKind::Audit, {}, false);
        row("operators, partner", Subject::Operators, ChangeKind::Partner, ours, false);
        row("event, audit", Subject::AuditEvent, ChangeKind::Audit, {}, false); // an event never changes
    }
    void theFeedDecidesWhatIsFetched()
    {
        QFETCH(ChangeKind, kind);
        QFETCH(QString, id);
        QFETCH(const QList<int>, fetched);
        const auto model = loaded();
        const auto before = m_fixture->transport.sent().size();
        for (const int part : fetched)
            m_fixture->transport.reply("GET", parts().at(part).path, parts().at(part).answer);
        m_fixture->tell(kind, id, id == u"crd_x" ? u"prt_0002"_s : u"prt_0001"_s);
        QCOMPARE(m_fixture->transport.sent().size() - before, fetched.size());
    }

    /// After a gap nobody knows what changed.
    void aGapFetchesAgain_data() { subjects(); }
    void aGapFetchesAgain()
    {
        const auto model = loaded();
        const auto before = m_fixture->transport.sent().size();
        const bool follows = subject() != Subject::AuditEvent;
        if (follows)
            script();
        m_fixture->tellReset();
        QCOMPARE(m_fixture->transport.sent().size() - before, follows ? parts().size() : 0);
        QCOMPARE(model->state(), LoadState::Ready);
    }

    /// Nothing is asked for a page that nobody opened yet.
    void beforeTheFirstLoadTheFeedIsIgnored_data() { subjects(); }
    void beforeTheFirstLoadTheFeedIsIgnored()
    {
        const auto model = make();
        m_fixture->tellReset();
        for (const ChangeKind kind :
             {ChangeKind::Partner, ChangeKind::Credential, ChangeKind::Grant, ChangeKind::Catalogue,
              ChangeKind::Usage, ChangeKind::Audit, ChangeKind::Job, ChangeKind::Networks})
            m_fixture->tell(kind, u"prt_0001"_s);
        QCOMPARE(m_fixture->transport.sent().size(), 0);
        QCOMPARE(model->state(), LoadState::Idle);
    }

private:
    static void subjects()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("partner") << int(Subject::Partner);
        QTest::newRow("catalogue") << int(Subject::Catalogue);
        QTest::newRow("scope use") << int(Subject::ScopeUse);
        QTest::newRow("credential use") << int(Subject::CredentialUse);
        QTest::newRow("usage") << int(Subject::Usage);
        QTest::newRow("audit event") << int(Subject::AuditEvent);
        QTest::newRow("jobs") << int(Subject::Jobs);
        QTest::newRow("operators") << int(Subject::Operators);
    }
    /// Of the data row that runs.
    static Subject subject()
    {
        QFETCH(int, which);
        return Subject(which);
    }
    /// There is no other object that its model could show.
    static bool isTheOnlyOne()
    {
        return subject() == Subject::Catalogue || subject() == Subject::Jobs ||
               subject() == Subject::Operators;
    }
    static QList<Part> parts() { return partsOf(subject()); }

    std::unique_ptr<ObjectModel> make()
    {
        switch (subject()) {
        case Subject::Partner:
            return std::make_unique<PartnerModel>(m_fixture->partners, m_fixture->access, m_fixture->feed);
        case Subject::Catalogue:
            return std::make_unique<CatalogueModel>(m_fixture->access, m_fixture->feed);
        case Subject::ScopeUse:
            return std::make_unique<ScopeUseModel>(m_fixture->access, m_fixture->feed);
        case Subject::CredentialUse:
            return std::make_unique<CredentialUseModel>(m_fixture->credentials, m_fixture->feed);
        case Subject::Usage:
            return std::make_unique<UsageModel>(m_fixture->usage, m_fixture->feed);
        case Subject::AuditEvent:
            return std::make_unique<AuditEventModel>(m_fixture->audit, *m_integrity, m_fixture->clock);
        case Subject::Jobs:
            return std::make_unique<JobListModel>(m_fixture->jobs, m_fixture->feed);
        case Subject::Operators:
            return std::make_unique<OperatorListModel>(m_fixture->sessions, m_fixture->feed);
        }
        return {};
    }
    /// Shows the sample object, or none.
    static void open(ObjectModel &model, bool none = false)
    {
        const QString partner = none ? QString() : u"prt_0001"_s;
        if (auto *shown = qobject_cast<PartnerModel *>(&model))
            shown->setPartnerId(partner);
        else if (auto *catalogue = qobject_cast<CatalogueModel *>(&model))
            catalogue->ensureLoaded();
        else if (auto *scopes = qobject_cast<ScopeUseModel *>(&model))
            scopes->setPartnerId(partner);
        else if (auto *use = qobject_cast<CredentialUseModel *>(&model))
            use->setCredential(none ? QString() : sampleCredential().id, partner);
        else if (auto *usage = qobject_cast<UsageModel *>(&model))
            usage->setPartnerId(partner);
        else if (auto *event = qobject_cast<AuditEventModel *>(&model))
            event->setEventId(none ? QString() : sampleEvent(7).id);
        else
            model.refresh();
    }
    /// Nothing of the object is left to read.
    static bool isEmpty(ObjectModel &model)
    {
        if (const auto *shown = qobject_cast<PartnerModel *>(&model))
            return !shown->partner() && !shown->gates() && !shown->grant();
        if (const auto *catalogue = qobject_cast<CatalogueModel *>(&model))
            return catalogue->scopes().isEmpty() && catalogue->plans().isEmpty() &&
                   catalogue->routes().isEmpty();
        if (const auto *scopes = qobject_cast<ScopeUseModel *>(&model))
            return scopes->use().isEmpty();
        if (auto *use = qobject_cast<CredentialUseModel *>(&model))
            return !use->use() && use->table().rowCount() == 0;
        if (auto *usage = qobject_cast<UsageModel *>(&model))
            return !usage->series() && !usage->quota();
        if (auto *event = qobject_cast<AuditEventModel *>(&model))
            return !event->record() && event->changes().rowCount() == 0;
        if (const auto *jobs = qobject_cast<JobListModel *>(&model))
            return jobs->jobs().isEmpty() && jobs->underWay() == 0;
        if (const auto *operators = qobject_cast<OperatorListModel *>(&model))
            return operators->operators().isEmpty();
        return false;
    }
    void script(Subject which)
    {
        for (const Part &part : partsOf(which))
            m_fixture->transport.reply("GET", part.path, part.answer);
    }
    void script() { script(subject()); }
    /// Everything but the first.
    void scriptOthers()
    {
        for (const Part &part : parts().mid(1))
            m_fixture->transport.reply("GET", part.path, part.answer);
    }
    std::unique_ptr<ObjectModel> loaded()
    {
        auto model = make();
        script();
        open(*model);
        ModelFixture::spin();
        if (model->state() != LoadState::Ready)
            QTest::qFail("the sample object does not load", __FILE__, __LINE__);
        return model;
    }

    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<AuditIntegrity> m_integrity;
};

QTEST_GUILESS_MAIN(TestObjectModels)
#include "tst_object_models.moc"
