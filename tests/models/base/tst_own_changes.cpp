// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/scope_use_model.h"
#include "models/audit/audit_list_model.h"
#include "models/credentials/credential_list_model.h"
#include "models/credentials/credential_use_model.h"
#include "models/partners/partner_list_model.h"
#include "models/partners/partner_model.h"
#include "models/usage/usage_model.h"
#include "tests/models/base/object_answers.h"

#include <QJsonDocument>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;

namespace {

const QString first = u"prt_0001"_s;
const QString second = u"prt_0002"_s;

QString other(const QString &partner)
{
    return partner == first ? second : first;
}

QString credentialOf(const QString &partner)
{
    return sampleCredential(partner == first ? 1 : 2).id;
}

Change of(ChangeKind kind, const QString &partner)
{
    return changeAbout(kind, kind == ChangeKind::Credential ? credentialOf(partner) : partner, partner);
}

} // namespace

/// Two partners are shown in turn: a model fetches again what is its own, and nothing for the other's
/// changes. A list asks again only when its answer may be another.
class TestOwnChanges final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ModelFixture>();
        for (const QString &partner : {first, second}) {
            const QString path = u"/partners/"_s + partner;
            Partner shown = samplePartner(partner == first ? 1 : 2);
            shown.id = partner;
            answer(path, toJson(shown));
            answer(path + u"/gates"_s, toJson(shutGates()));
            answer(path + u"/grant"_s, toJson(sampleGrant()));
            answer(path + u"/scope-use"_s, pageOf(QList<ScopeUse>{}));
            answer(path + u"/usage"_s, toJson(sampleSeries()));
            answer(path + u"/quota"_s, toJson(sampleQuota()));
            answer(u"/credentials/%1/use"_s.arg(credentialOf(partner)), toJson(sampleUse()));
        }
        Partner row = samplePartner();
        row.id = first;
        answer(u"/partners"_s, pageOf(QList<Partner>{row}));
        m_fixture->transport
            .on("GET", u"/credentials"_s,
                [](const SentRequest &sent) {
                    const QString of = sent.queryValue(u"partner_id"_s);
                    Credential key = sampleCredential(of == second ? 2 : 1);
                    key.partnerId = of.isEmpty() ? first : of;
                    return ScriptedTransport::response(
                        200, QJsonDocument(pageOf(QList<Credential>{key})).toJson());
                })
            .always();
        answer(u"/audit/events"_s, pageOf(QList<AuditEvent>{sampleEvent(5)}));
    }

    void theOthersChangesAreNotFetched_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<ChangeKind>("kind");
        QTest::addColumn<bool>("own"); // whether its own change is fetched
        const ChangeKind kinds[] = {ChangeKind::Partner, ChangeKind::Credential, ChangeKind::Grant,
                                    ChangeKind::Usage, ChangeKind::Audit};
        const std::pair<QString, QList<ChangeKind>> models[] = {
            {u"partner"_s,
             {ChangeKind::Partner, ChangeKind::Credential, ChangeKind::Grant, ChangeKind::Usage}},
            {u"scope use"_s, {ChangeKind::Grant, ChangeKind::Usage}},
            {u"usage"_s, {ChangeKind::Partner, ChangeKind::Grant, ChangeKind::Usage}},
            {u"credential use"_s, {ChangeKind::Credential, ChangeKind::Usage}},
            {u"credentials"_s, {ChangeKind::Partner, ChangeKind::Credential, ChangeKind::Usage}},
            {u"audit"_s, {ChangeKind::Partner, ChangeKind::Credential, ChangeKind::Grant, ChangeKind::Audit}},
        };
        for (const auto &[model, own] : models) {
            for (const ChangeKind kind : kinds)
                QTest::addRow("%s, %s", qPrintable(model), qPrintable(toText(kind)))
                    << model << kind << own.contains(kind);
        }
    }
    void theOthersChangesAreNotFetched()
    {
        QFETCH(const QString, model);
        QFETCH(const ChangeKind, kind);
        QFETCH(const bool, own);
        makeModel(model);
        for (const QString &shown : {first, second, first}) {
            show(shown);
            Change theirs = of(kind, other(shown));
            theirs.partnerId = other(shown);
            theirs.eventId = kind == ChangeKind::Usage ? QString() : u"evt_000000000043"_s;
            QCOMPARE(requestsAfter(theirs), 0);
            Change ours = theirs;
            ours.partnerId = shown;
            if (!ours.id.isEmpty())
                ours.id = kind == ChangeKind::Credential ? credentialOf(shown) : shown;
            QCOMPARE(requestsAfter(ours) > 0, own);
        }
    }

    /// A partner without a row in the list moves nothing that is seen, unless the list asks for it.
    void aListAsksAgainWhenItsAnswerMayDiffer_data()
    {
        QTest::addColumn<PartnerQuery>("query");
        QTest::addColumn<ChangeKind>("kind");
        QTest::addColumn<bool>("ofRow"); // for the partner that is shown
        QTest::addColumn<bool>("ofOther");
        const auto row = [](const char *name, const PartnerQuery &query, ChangeKind kind, bool other) {
            QTest::newRow(name) << query << kind << true << other;
        };
        PartnerQuery health;
        health.healths = {Health::Errors};
        PartnerQuery expiring;
        expiring.expiringWithinDays = 14;
        const auto sorted = [](const QString &key) {
            PartnerQuery query;
            query.sort = key;
            return query;
        };
        row("a partner may come into any list", {}, ChangeKind::Partner, true);
        row("usage", {}, ChangeKind::Usage, false);
        row("grant", {}, ChangeKind::Grant, false);
        row("credential", {}, ChangeKind::Credential, false);
        row("usage, by health", health, ChangeKind::Usage, true);
        row("usage, of those that expire", expiring, ChangeKind::Usage, false);
        row("credential, by health", health, ChangeKind::Credential, false);
        row("credential, of those that expire", expiring, ChangeKind::Credential, true);
        row("usage, order of calls", sorted(u"-calls"_s), ChangeKind::Usage, true);
        row("usage, order of quota", sorted(u"quota"_s), ChangeKind::Usage, true);
        row("usage, order of health", sorted(u"-health"_s), ChangeKind::Usage, true);
        row("usage, order of last calls", sorted(u"-last_call_at"_s), ChangeKind::Usage, true);
        row("grant, order of quota", sorted(u"-quota"_s), ChangeKind::Grant, true);
        row("usage, order of owners", sorted(u"owner"_s), ChangeKind::Usage, false);
    }
    void aListAsksAgainWhenItsAnswerMayDiffer()
    {
        QFETCH(const PartnerQuery, query);
        QFETCH(const ChangeKind, kind);
        QFETCH(const bool, ofRow);
        QFETCH(const bool, ofOther);
        PartnerListModel list(m_fixture->partners, m_fixture->feed);
        list.setQuery(query);
        ModelFixture::spin();
        QCOMPARE(list.rowCount(), 1);
        QCOMPARE(requestsAfter(of(kind, first)), ofRow ? 1 : 0);
        QCOMPARE(requestsAfter(of(kind, second)), ofOther ? 1 : 0);
        QCOMPARE(requestsAfter({kind, {}, {}, {}}), 1); // whose is not said
    }

    /// While its first page is on its way a list does not know whom it will show.
    void aListThatIsOnItsWayAsksAgain()
    {
        PartnerListModel list(m_fixture->partners, m_fixture->feed);
        list.setQuery({});
        Q_EMIT m_fixture->feed.changed(of(ChangeKind::Usage, second));
        m_fixture->clock.advance(std::chrono::seconds(6));
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), 2);
    }

    void allCredentialsAskForTheUseThatTheyShow()
    {
        CredentialListModel list(m_fixture->credentials, m_fixture->feed);
        list.setQuery({});
        ModelFixture::spin();
        QCOMPARE(list.rowCount(), 1);
        QCOMPARE(requestsAfter(of(ChangeKind::Usage, first)), 1);
        QCOMPARE(requestsAfter(of(ChangeKind::Usage, second)), 0);
        QCOMPARE(requestsAfter(of(ChangeKind::Credential, second)), 1); // it may be new here
        list.sort(CredentialListModel::LastUsedColumn, Qt::DescendingOrder);
        ModelFixture::spin();
        QCOMPARE(requestsAfter(of(ChangeKind::Usage, second)), 1); // it may come up
    }

    /// Events about one object: what happens to its neighbours is not looked for.
    void eventsOfOneObject()
    {
        AuditListModel list(m_fixture->audit, m_fixture->feed);
        AuditQuery query;
        query.targetId = credentialOf(first);
        list.setQuery(query);
        ModelFixture::spin();
        QCOMPARE(requestsAfter(of(ChangeKind::Credential, second)), 0);
        QCOMPARE(requestsAfter(of(ChangeKind::Partner, first)), 0);
        QCOMPARE(requestsAfter(of(ChangeKind::Credential, first)), 1);
        QCOMPARE(requestsAfter({ChangeKind::Audit, {}, first, u"evt_000000000044"_s}), 1); // about what?
    }

private:
    void answer(const QString &path, const QJsonObject &json)
    {
        m_fixture->transport.reply("GET", path, json).always();
    }
    qsizetype requestsAfter(const Change &change)
    {
        const auto before = m_fixture->transport.sent().size();
        Q_EMIT m_fixture->feed.changed(change);
        m_fixture->clock.advance(std::chrono::seconds(6));
        ModelFixture::spin();
        return m_fixture->transport.sent().size() - before;
    }
    template <typename Model, typename Client>
    Model *made(Client &client)
    {
        auto owned = std::make_unique<Model>(client, m_fixture->feed);
        Model *model = owned.get();
        m_model = std::move(owned);
        return model;
    }
    void makeModel(const QString &name)
    {
        if (name == u"partner") {
            auto owned =
                std::make_unique<PartnerModel>(m_fixture->partners, m_fixture->access, m_fixture->feed);
            m_show = [model = owned.get()](const QString &id) { model->setPartnerId(id); };
            m_model = std::move(owned);
        } else if (name == u"scope use") {
            m_show = [model = made<ScopeUseModel>(m_fixture->access)](const QString &id) {
                model->setPartnerId(id);
            };
        } else if (name == u"usage") {
            m_show = [model = made<UsageModel>(m_fixture->usage)](const QString &id) {
                model->setPartnerId(id);
            };
        } else if (name == u"credential use") {
            m_show = [model = made<CredentialUseModel>(m_fixture->credentials)](const QString &id) {
                model->setCredential(credentialOf(id), id);
            };
        } else if (name == u"credentials") {
            m_show = [model = made<CredentialListModel>(m_fixture->credentials)](const QString &id) {
                CredentialQuery query;
                query.partnerId = id;
                model->setQuery(query);
            };
        } else {
            m_show = [model = made<AuditListModel>(m_fixture->audit)](const QString &id) {
                AuditQuery query;
                query.partnerId = id;
                model->setQuery(query);
            };
        }
    }
    void show(const QString &partner)
    {
        m_show(partner);
        m_fixture->clock.advance(std::chrono::seconds(6));
        ModelFixture::spin();
    }

    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<QObject> m_model;
    std::function<void(const QString &)> m_show;
};

QTEST_GUILESS_MAIN(TestOwnChanges)
#include "tst_own_changes.moc"
