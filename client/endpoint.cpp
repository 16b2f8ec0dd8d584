// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/endpoint.h"

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
    Items &number(const QString &name, qint64 value)
    {
        m_items.append({name, QString::number(value)});
        return *this;
    }
    Items &time(const QString &name, const std::optional<QDateTime> &value)
    {
        return value ? text(name, value->toUTC().toString(Qt::ISODateWithMs)) : *this;
    }
    /// Several values: separated by commas.
    template <typename E>
    Items &several(const QString &name, const QList<E> &values)
    {
        QStringList texts;
        for (const E value : values)
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
    Items items;
    items.text(u"q"_s, query.text)
        .several(u"stage"_s, query.stages)
        .several(u"status"_s, query.statuses)
        .several(u"health"_s, query.healths)
        .text(u"owner"_s, query.owner);
    if (query.expiringWithinDays)
        items.number(u"expiring_within_days"_s, *query.expiringWithinDays);
    return items.text(u"sort"_s, query.sort)
        .number(u"limit"_s, query.limit)
        .text(u"cursor"_s, query.cursor)
        .take();
}

QueryItems queryItems(const CredentialQuery &query)
{
    Items items;
    items.text(u"partner_id"_s, query.partnerId)
        .text(u"q"_s, query.text)
        .several(u"state"_s, query.states)
        .several(u"kind"_s, query.kinds)
        .several(u"realm"_s, query.realms);
    if (query.expiringWithinDays)
        items.number(u"expiring_within_days"_s, *query.expiringWithinDays);
    return items.text(u"sort"_s, query.sort)
        .number(u"limit"_s, query.limit)
        .text(u"cursor"_s, query.cursor)
        .take();
}

QueryItems queryItems(const AuditQuery &query)
{
    return Items()
        .text(u"q"_s, query.text)
        .text(u"partner_id"_s, query.partnerId)
        .text(u"actor"_s, query.actor)
        .text(u"action"_s, query.action)
        .text(u"target_id"_s, query.targetId)
        .text(u"request_id"_s, query.requestId)
        .time(u"from"_s, query.from)
        .time(u"to"_s, query.to)
        .number(u"limit"_s, query.limit)
        .text(u"cursor"_s, query.cursor)
        .take();
}

QueryItems queryItems(const CallQuery &query)
{
    return Items()
        .text(u"partner_id"_s, query.partnerId)
        .text(u"credential_id"_s, query.credentialId)
        .text(u"request_id"_s, query.requestId)
        .several(u"outcome"_s, query.outcomes)
        .time(u"from"_s, query.from)
        .time(u"to"_s, query.to)
        .number(u"limit"_s, query.limit)
        .text(u"cursor"_s, query.cursor)
        .take();
}

QueryItems queryItems(const UsageQuery &query)
{
    return Items()
        .time(u"from"_s, query.from)
        .time(u"to"_s, query.to)
        .text(u"bucket"_s, toText(query.bucket))
        .text(u"by"_s, toText(query.breakdown))
        .text(u"credential_id"_s, query.credentialId)
        .take();
}

} // namespace pc::client
