// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/endpoint.h"

#include <QTest>

using namespace pc;
using namespace pc::client;
using namespace Qt::StringLiterals;

namespace {

const QDateTime from({2026, 3, 1}, {9, 0, 0, 1}, Qt::UTC);
const QDateTime to({2026, 3, 2}, {9, 0, 0, 2}, Qt::UTC);

QMap<QString, QString> mapOf(const QueryItems &items)
{
    QMap<QString, QString> map;
    for (const auto &[name, value] : items) {
        if (map.contains(name))
            qFatal("%s twice", qPrintable(name));
        map.insert(name, value);
    }
    return map;
}

} // namespace

/// Every member of a question is sent, under its name; what was not asked is not sent.
class TestQueries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partners()
    {
        PartnerQuery query;
        query.text = u"t"_s;
        query.stages = {Stage::Limited};
        query.statuses = {PartnerStatus::Frozen};
        query.healths = {Health::Errors};
        query.owner = u"o"_s;
        query.expiringWithinDays = 3;
        query.sort = u"-quota"_s;
        query.limit = 7;
        query.cursor = u"c"_s;
        const QMap<QString, QString> all{
            {u"q"_s, u"t"_s},           {u"stage"_s, u"limited"_s}, {u"status"_s, u"frozen"_s},
            {u"health"_s, u"errors"_s}, {u"owner"_s, u"o"_s},       {u"expiring_within_days"_s, u"3"_s},
            {u"sort"_s, u"-quota"_s},   {u"limit"_s, u"7"_s},       {u"cursor"_s, u"c"_s}};
        QCOMPARE(mapOf(queryItems(query)), all);
        QCOMPARE(mapOf(queryItems(PartnerQuery{})).keys(), (QStringList{u"limit"_s, u"sort"_s}));
    }

    void credentials()
    {
        CredentialQuery query;
        query.partnerId = u"p"_s;
        query.text = u"t"_s;
        query.lastFour = u"Ks7v"_s;
        query.states = {CredentialState::Active};
        query.kinds = {CredentialKind::ApiKey};
        query.realms = {Realm::Sandbox};
        query.expiringWithinDays = 3;
        query.sort = u"-state"_s;
        query.limit = 7;
        query.cursor = u"c"_s;
        const QMap<QString, QString> sent = mapOf(queryItems(query));
        QCOMPARE(sent.keys(), (QStringList{u"cursor"_s, u"expiring_within_days"_s, u"kind"_s,
                                           u"last_four"_s, u"limit"_s, u"partner_id"_s, u"q"_s, u"realm"_s,
                                           u"sort"_s, u"state"_s}));
        QCOMPARE(sent.value(u"last_four"_s), u"Ks7v"_s);
        QCOMPARE(sent.value(u"partner_id"_s), u"p"_s);
        QCOMPARE(sent.value(u"realm"_s), toText(Realm::Sandbox));
        QCOMPARE(sent.value(u"kind"_s), toText(CredentialKind::ApiKey));
    }

    void auditEvents()
    {
        AuditQuery query;
        query.text = u"t"_s;
        query.partnerId = u"p"_s;
        query.actor = u"a"_s;
        query.action = u"partner.*"_s;
        query.targetId = u"x"_s;
        query.requestId = u"r"_s;
        query.from = from;
        query.to = to;
        query.limit = 7;
        query.cursor = u"c"_s;
        const QMap<QString, QString> all{{u"q"_s, u"t"_s},
                                         {u"partner_id"_s, u"p"_s},
                                         {u"actor"_s, u"a"_s},
                                         {u"action"_s, u"partner.*"_s},
                                         {u"target_id"_s, u"x"_s},
                                         {u"request_id"_s, u"r"_s},
                                         {u"from"_s, u"2026-03-01T09:00:00.001Z"_s},
                                         {u"to"_s, u"2026-03-02T09:00:00.002Z"_s},
                                         {u"limit"_s, u"7"_s},
                                         {u"cursor"_s, u"c"_s}};
        QCOMPARE(mapOf(queryItems(query)), all);
        QCOMPARE(mapOf(queryItems(AuditQuery{})).keys(), QStringList{u"limit"_s});
        query.from.reset();
        QVERIFY(!mapOf(queryItems(query)).contains(u"from"_s));
        QVERIFY(mapOf(queryItems(query)).contains(u"to"_s));
    }

    void calls()
    {
        CallQuery query;
        query.filter.set(CallField::Partner, {u"p"_s});
        query.filter.set(CallField::Credential, {u"k"_s, u"l"_s}, true);
        query.filter.set(CallField::Request, {u"r"_s});
        query.filter.set(CallField::Outcome, {u"throttled"_s});
        query.at = to;
        query.filter.from = from;
        query.filter.to = to;
        query.limit = 7;
        query.cursor = u"c"_s;
        const QMap<QString, QString> all{{u"partner_id"_s, u"p"_s},
                                         {u"not_credential_id"_s, u"k,l"_s},
                                         {u"request_id"_s, u"r"_s},
                                         {u"outcome"_s, u"throttled"_s},
                                         {u"at"_s, u"2026-03-02T09:00:00.002Z"_s},
                                         {u"from"_s, u"2026-03-01T09:00:00.001Z"_s},
                                         {u"to"_s, u"2026-03-02T09:00:00.002Z"_s},
                                         {u"limit"_s, u"7"_s},
                                         {u"cursor"_s, u"c"_s}};
        QCOMPARE(mapOf(queryItems(query)), all);
    }

    void usage()
    {
        UsageQuery query;
        query.partnerId = u"p"_s; // stands in the path
        query.from = from;
        query.to = to;
        query.bucket = Bucket::Minute;
        query.breakdown = Breakdown::Source;
        query.credentialId = u"k"_s;
        const QMap<QString, QString> all{{u"from"_s, u"2026-03-01T09:00:00.001Z"_s},
                                         {u"to"_s, u"2026-03-02T09:00:00.002Z"_s},
                                         {u"bucket"_s, u"minute"_s},
                                         {u"by"_s, u"source"_s},
                                         {u"credential_id"_s, u"k"_s}};
        QCOMPARE(mapOf(queryItems(query)), all);
    }
};

QTEST_APPLESS_MAIN(TestQueries)
#include "tst_queries.moc"
