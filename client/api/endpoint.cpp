// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/endpoint.h"

#include "contract/rules/call_fields.h"

#include <QJsonDocument>

namespace pc::client {

using namespace Qt::StringLiterals;

namespace {

/// Skips what is not set, so that a query asks for nothing it does not mean.
class Items
{
public:
    Items &text(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_items.append({name, value});
        return *this;
    }
    Items &number(const QString &name, std::optional<qint64> value)
    {
        return value ? text(name, QString::number(*value)) : *this;
    }
    Items &time(const QString &name, const std::optional<QDateTime> &value)
    {
        return value ? text(name, value->toUTC().toString(Qt::ISODateWithMs)) : *this;
    }
    Items &span(const std::optional<QDateTime> &from, const std::optional<QDateTime> &to)
    {
        return time(u"from"_s, from).time(u"to"_s, to);
    }
    /// Which part of a list.
    Items &place(int limit, const QString &cursor)
    {
        return number(u"limit"_s, limit).text(u"cursor"_s, cursor);
    }
    /// Several values: separated by commas.
    template <typename E>
    Items &values(const QString &name, const QList<E> &all)
    {
        QStringList texts;
        for (const E value : all)
            texts.append(toText(value));
        return text(name, texts.join(u','));
    }
    [[nodiscard]] QueryItems take() { return std::move(m_items); }

private:
    QueryItems m_items;
};

} // namespace

ApiError protocolError(const DecodeError &error, const ApiAnswer &answer)
{
    ApiError result;
    result.kind = ErrorKind::Protocol;
    result.status = answer.status;
    result.requestId = answer.requestId;
    result.detail =
        u"the answer breaks the contract at \"%1\": expected %2"_s.arg(error.pointer, error.expected);
    return result;
}

QByteArray toBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QueryItems queryItems(const PartnerQuery &query)
{
    return Items()
        .text(u"q"_s, query.text)
        .values(u"stage"_s, query.stages)
        .values(u"status"_s, query.statuses)
        .values(u"health"_s, query.healths)
        .text(u"owner"_s, query.owner)
        .number(u"expiring_within_days"_s, query.expiringWithinDays)
        .text(u"sort"_s, query.sort)
        .place(query.limit, query.cursor)
        .take();
}

QueryItems queryItems(const CredentialQuery &query)
{
    return Items()
        .text(u"partner_id"_s, query.partnerId)
        .text(u"q"_s, query.text)
        .text(u"last_four"_s, query.lastFour)
        .values(u"state"_s, query.states)
        .values(u"kind"_s, query.kinds)
        .values(u"realm"_s, query.realms)
        .number(u"expiring_within_days"_s, query.expiringWithinDays)
        .text(u"sort"_s, query.sort)
        .place(query.limit, query.cursor)
        .take();
}

namespace {

Items itemsOf(const AuditFilter &filter)
{
    Items items;
    items.text(u"q"_s, filter.text)
        .text(u"partner_id"_s, filter.partnerId)
        .text(u"not_partner_id"_s, filter.notPartnerId)
        .text(u"actor"_s, filter.actor)
        .text(u"not_actor"_s, filter.notActor)
        .text(u"action"_s, filter.action)
        .text(u"not_action"_s, filter.notAction)
        .text(u"target_id"_s, filter.targetId)
        .text(u"not_target_id"_s, filter.notTargetId)
        .text(u"request_id"_s, filter.requestId)
        .span(filter.from, filter.to);
    return items;
}

Items itemsOf(const CallFilter &filter)
{
    Items items;
    for (const CallCondition &condition : filter.conditions) {
        const QString parameter = QString::fromLatin1(pc::rules::callField(condition.field).parameter);
        items.text(condition.isExcluded ? u"not_"_s + parameter : parameter, condition.values.join(u','));
    }
    items.span(filter.from, filter.to);
    return items;
}

/// Newest first is what the service does by itself.
Items &ordered(Items &items, RowOrder order)
{
    return items.text(u"order"_s, order == RowOrder::OldestFirst ? toText(order) : QString());
}

} // namespace

QueryItems queryItems(const AuditFilter &filter)
{
    return itemsOf(filter).take();
}

QueryItems queryItems(const AuditQuery &query)
{
    Items items = itemsOf(static_cast<const AuditFilter &>(query));
    return ordered(items.time(u"at"_s, query.at), query.order).place(query.limit, query.cursor).take();
}

QueryItems queryItems(const CallFilter &filter)
{
    return itemsOf(filter).take();
}

QueryItems queryItems(const CallQuery &query)
{
    Items items = itemsOf(query.filter);
    return ordered(items.time(u"at"_s, query.at), query.order).place(query.limit, query.cursor).take();
}

QueryItems queryItems(const GatewayLineQuery &query)
{
    return Items()
        .text(u"request_id"_s, query.requestId)
        .text(u"source"_s, query.source)
        .text(u"gateway"_s, query.gateway)
        .span(query.from, query.to)
        .place(query.limit, query.cursor)
        .take();
}

QueryItems queryItems(const UsageQuery &query)
{
    return Items()
        .span(query.from, query.to)
        .text(u"bucket"_s, toText(query.bucket))
        .text(u"by"_s, toText(query.breakdown))
        .text(u"credential_id"_s, query.credentialId)
        .take();
}

QueryItems queryItems(const ScopeRule &rule)
{
    return Items()
        .text(u"otherwise"_s, toText(rule.otherwise))
        .text(u"prefix"_s, rule.prefix)
        .text(u"named"_s, rule.named ? u"true"_s : u"false"_s)
        .text(u"read_and_write"_s, rule.readAndWrite ? u"true"_s : u"false"_s)
        .take();
}

QueryItems queryItems(const ReportSpan &span)
{
    return Items().span(span.from, span.to).take();
}

QueryItems queryItems(const RouteChangeQuery &query)
{
    Items items;
    if (query.kind != RouteChangeKind::Unknown)
        items.text(u"kind"_s, toText(query.kind));
    if (query.limit > 0)
        items.number(u"limit"_s, query.limit);
    return items.text(u"cursor"_s, query.cursor).take();
}

} // namespace pc::client
