// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/audit/audit_fixture.h"

#include "contract/codec/codecs.h"
#include "contract/codec/page_codec.h"
#include "contract/crypto/checkpoint.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/calls/sample_calls.h"
#include "views/audit/audit_page.h"

#include <QJsonDocument>

#include <algorithm>

namespace pc::test {

using namespace Qt::StringLiterals;
using client::HttpResponse;
using client::TransportResult;

namespace {

HttpResponse json(const QJsonObject &object)
{
    return ScriptedTransport::response(200, QJsonDocument(object).toJson());
}

QString valueOf(const client::QueryItems &query, const QString &name)
{
    for (const auto &[key, value] : query)
        if (key == name)
            return value;
    return {};
}

/// The list's filters as the contract has them.
bool matches(const AuditEvent &event, const client::QueryItems &query)
{
    const auto fits = [&query](const QString &name, const QString &value) {
        const QString wanted = valueOf(query, name);
        return wanted.isEmpty() || wanted == value;
    };
    const QString action = valueOf(query, u"action"_s);
    const bool acts = action.endsWith(".*"_L1) ? event.action.startsWith(action.chopped(1))
                                               : fits(u"action"_s, event.action);
    const auto isLeftOut = [&query](const QString &name, const QString &value) {
        const QString unwanted = valueOf(query, name);
        return !unwanted.isEmpty() &&
               (unwanted == value || (unwanted.endsWith(".*"_L1) && value.startsWith(unwanted.chopped(1))));
    };
    const QString from = valueOf(query, u"from"_s);
    const QString to = valueOf(query, u"to"_s);
    const QString text = valueOf(query, u"q"_s);
    return acts && fits(u"actor"_s, event.actor) && fits(u"partner_id"_s, event.partnerId) &&
           fits(u"target_id"_s, event.targetId) && fits(u"request_id"_s, event.requestId) &&
           (from.isEmpty() || event.at >= QDateTime::fromString(from, Qt::ISODateWithMs)) &&
           (to.isEmpty() || event.at < QDateTime::fromString(to, Qt::ISODateWithMs)) &&
           !isLeftOut(u"not_actor"_s, event.actor) && !isLeftOut(u"not_action"_s, event.action) &&
           (event.reason.contains(text, Qt::CaseInsensitive) ||
            event.ticket.contains(text, Qt::CaseInsensitive));
}

} // namespace

AuditBackend::AuditBackend(SampleService &service, const client::TimerClock &clock)
    : m_service(service), m_clock(clock), m_key(SigningKey::generate(SignatureAlgorithm::Ed25519, m_random))
{
    m_service.first = [this](const Asked &asked) { return answer(asked); };
}

AuditBackend::~AuditBackend()
{
    m_service.first = {};
}

void AuditBackend::append(AuditEvent event)
{
    event.index = m_records.size();
    event.id = u"evt_%1"_s.arg(event.index, 6, 10, QChar(u'0'));
    if (!event.at.isValid())
        event.at = m_clock.now();
    AuditRecord record{event, QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact)};
    m_frontier.append(merkle::leafHash(record.canonical),
                      [this](int level, quint64 index, const QByteArray &hash) {
                          m_nodes[{level, index}] = hash;
                      });
    m_records.append(record);
}

void AuditBackend::grow(int events)
{
    const QStringList actions{u"credential.issue"_s, u"grant.edit"_s, u"credential.revoke"_s,
                              u"partner.promote"_s};
    const Partner &first = m_service.partners[2];
    const Partner &second = m_service.partners[12];
    for (int i = 0; i < events; ++i) {
        const Partner &partner = i % 3 == 2 ? second : first;
        AuditEvent event;
        event.at = m_clock.now().addSecs(-60LL * (events - 1 - i));
        event.actor = i % 2 == 0 ? u"ops-1"_s : u"ops-2"_s;
        event.actorRole = u"partner_ops"_s;
        event.action = actions[i % actions.size()];
        event.targetKind = event.action.section(u'.', 0, 0);
        event.targetId = partner.id;
        event.targetName = partner.name;
        event.partnerId = partner.id;
        event.reason = u"agreed by phone"_s;
        event.ticket = u"CHG-%1"_s.arg(i);
        event.requestId = u"req_%1"_s.arg(i / 2);
        event.source = u"192.0.2.%1"_s.arg(i % 200);
        if (event.action == "grant.edit"_L1)
            event.changes = {{u"scopes"_s, {}, u"orders:write"_s},
                             {u"quota.daily"_s, u"1000"_s, u"2000"_s},
                             {u"override"_s, u"none"_s, {}}};
        append(event);
    }
}

void AuditBackend::forge(qint64 index, const QString &actor)
{
    AuditRecord &record = m_records[index];
    record.event.actor = actor;
    record.canonical = QJsonDocument(toJson(record.event)).toJson(QJsonDocument::Compact);
}

void AuditBackend::changeKey()
{
    m_key = SigningKey::generate(SignatureAlgorithm::Ed25519, m_random);
}

void AuditBackend::refuse(const QString &what, int status, const QString &code, const QJsonObject &more)
{
    m_refusals.insert(what, {status, code, more});
}

QList<SampleService::Asked> AuditBackend::asked(const QString &what) const
{
    QList<Asked> found;
    for (const Asked &each : std::as_const(m_service.requests))
        if (kindOf(each) == what)
            found.append(each);
    return found;
}

QString AuditBackend::lastQuery(const QString &name) const
{
    const QList<Asked> all = asked(u"list"_s);
    return all.isEmpty() ? QString() : valueOf(all.last().query, name);
}

QString AuditBackend::kindOf(const Asked &asked)
{
    return asked.path == "/audit/events"_L1             ? u"list"_s
           : asked.path == "/audit/histogram"_L1        ? u"histogram"_s
           : asked.path.endsWith("/refusals"_L1)        ? u"refusals"_s
           : asked.path.startsWith("/audit/events/"_L1) ? u"event"_s
           : asked.path == "/audit/checkpoint"_L1       ? u"checkpoint"_s
           : asked.path.startsWith("/audit/proofs/"_L1) ? u"proof"_s
                                                        : QString();
}

std::optional<TransportResult> AuditBackend::answer(const Asked &asked)
{
    const QString kind = kindOf(asked);
    if (kind.isEmpty())
        return std::nullopt;
    if (const auto refusal = m_refusals.constFind(kind); refusal != m_refusals.constEnd()) {
        const Refusal said = *refusal;
        m_refusals.erase(refusal);
        return ScriptedTransport::problemResponse(said.status, said.code, said.more);
    }
    if (kind == "list"_L1)
        return list(asked);
    if (kind == "histogram"_L1)
        return histogram(asked);
    if (kind == "refusals"_L1)
        return json(
            toJson(refusals.value(asked.path.section(u'/', 3, 3),
                                  RefusalsOfEvent{asked.path.section(u'/', 3, 3), {}, 0, false, {}})));
    if (kind == "checkpoint"_L1)
        return checkpoint();
    if (kind == "proof"_L1)
        return proof(asked);
    const QString id = asked.path.section(u'/', -1);
    for (const AuditRecord &record : std::as_const(m_records))
        if (record.event.id == id)
            return json(toJson(record));
    return ScriptedTransport::problemResponse(404, u"not_found"_s);
}

QList<AuditEvent> AuditBackend::answering(const client::QueryItems &query) const
{
    QList<AuditEvent> found;
    for (auto record = m_records.crbegin(); record != m_records.crend(); ++record)
        if (matches(record->event, query))
            found.append(record->event);
    if (valueOf(query, u"order"_s) == u"oldest_first"_s)
        std::reverse(found.begin(), found.end());
    return found;
}

HttpResponse AuditBackend::list(const Asked &asked) const
{
    // A cursor is the number of the event beside which it reads on.
    const bool isOldestFirst = valueOf(asked.query, u"order"_s) == u"oldest_first"_s;
    const QString cursor = valueOf(asked.query, u"cursor"_s);
    const QDateTime at = QDateTime::fromString(valueOf(asked.query, u"at"_s), Qt::ISODateWithMs);
    const QList<AuditEvent> all = answering(asked.query);
    qsizetype begin = 0;
    const auto isBefore = [&](const AuditEvent &event) {
        if (!cursor.isEmpty())
            return isOldestFirst ? event.index <= cursor.toLongLong() : event.index >= cursor.toLongLong();
        return at.isValid() && (isOldestFirst ? event.at < at : event.at > at);
    };
    while (begin < all.size() && isBefore(all.at(begin)))
        ++begin;
    Page<AuditEvent> page;
    page.items = all.mid(begin, valueOf(asked.query, u"limit"_s).toInt());
    page.count = all.size();
    if (!page.items.isEmpty() && begin > 0)
        page.previousCursor = QString::number(page.items.constFirst().index);
    if (!page.items.isEmpty() && begin + page.items.size() < all.size())
        page.nextCursor = QString::number(page.items.constLast().index);
    return json(toJson(page));
}

HttpResponse AuditBackend::histogram(const Asked &asked) const
{
    QList<QDateTime> times;
    for (const AuditEvent &event : answering(asked.query))
        times.append(event.at);
    return json(toJson(histogramOf(times, asked.query, m_clock.now())));
}

HttpResponse AuditBackend::checkpoint() const
{
    const quint64 size = anchored < 0 ? m_frontier.size() : quint64(anchored);
    const auto root =
        merkle::rootAt(size, [this](int level, quint64 index) { return subtree(level, index); });
    const CheckpointBody body{u"platform.example/audit"_s, size, *root, m_clock.now()};
    return json(toJson(Checkpoint{body.origin, qint64(size), body.root, body.at, *signCheckpoint(body, m_key),
                                  m_key.verifyKey().raw()}));
}

HttpResponse AuditBackend::proof(const Asked &asked) const
{
    const auto node = [this](int level, quint64 index) { return subtree(level, index); };
    const auto number = [&asked](const QString &name) { return valueOf(asked.query, name).toLongLong(); };
    if (asked.path.endsWith("inclusion"_L1)) {
        const qint64 index = number(u"index"_s);
        const qint64 size = number(u"size"_s);
        return json(toJson(
            InclusionProof{index, size, *merkle::inclusionProof(quint64(index), quint64(size), node)}));
    }
    const qint64 first = number(u"first"_s);
    const qint64 second = number(u"second"_s);
    return json(toJson(
        ConsistencyProof{first, second, *merkle::consistencyProof(quint64(first), quint64(second), node)}));
}

QByteArray AuditBackend::subtree(int level, quint64 index) const
{
    const auto found = m_nodes.find({level, index});
    return found == m_nodes.end() ? QByteArray() : found->second;
}

AuditFixture::AuditFixture(int events, const std::function<void(AuditFixture &)> &prepare)
    : backend(*pages.service, pages.clock), models(*pages.connection, pages.integrity), list(models.list),
      event(models.event)
{
    backend.grow(events);
    if (prepare)
        prepare(*this);
    page = new views::AuditPage(pages.context, models);
    page->open({{}, u"audit"_s, {}, {}});
    pages.show(page);
    settle();
}

AuditFixture::~AuditFixture()
{
    delete page; // before its models
}

} // namespace pc::test
