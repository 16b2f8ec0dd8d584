// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/log_values.h"

#include "platform/admin/calls/event_lists.h"
#include "platform/domain/said.h"
#include "platform/store/audit/event_walk.h"

namespace pc::platform::log_values {

using namespace Qt::StringLiterals;

namespace {

const QString ownPrefix = u"limit_override."_s;

/// The newest event for which `says` is so.
template <typename Says>
std::optional<AuditEvent> newest(Tx &tx, const QString &targetId, qint64 size, const Says &says)
{
    audit_log::EventWalk walk;
    walk.targetId = targetId;
    walk.before = size;
    std::optional<AuditEvent> found;
    const auto every = [](AuditAction) { return true; };
    audit_log::walkEvents(tx, walk, every, [&](AuditAction, const AuditEvent &event) {
        if (!says(event))
            return true;
        found = event;
        return false;
    });
    return found;
}

} // namespace

std::optional<QString> text(Tx &tx, const QString &targetId, qint64 size, QStringView field)
{
    const auto event = newest(tx, targetId, size,
                              [field](const AuditEvent &each) { return saidOf(each, field) != nullptr; });
    return event ? std::optional(saidOf(*event, field)->after) : std::nullopt;
}

std::optional<QStringList> list(Tx &tx, const QString &targetId, qint64 size, QStringView field)
{
    const auto event =
        newest(tx, targetId, size, [field](const AuditEvent &each) { return listSaid(each, field).isTold; });
    return event ? listSaid(*event, field).after : std::nullopt;
}

std::optional<QList<ResourceRule>> resources(Tx &tx, const QString &partnerId, qint64 size)
{
    const auto event = newest(tx, partnerId, size,
                              [](const AuditEvent &each) { return saidOf(each, u"resources") != nullptr; });
    return event ? resourcesSaid(*event) : std::nullopt;
}

bool OwnLimits::holdAt(const QDateTime &at) const
{
    return (!from || *from <= at) && (!until || at < *until);
}

/// Each event says only what it changed, so that several are needed for all of them.
std::optional<OwnLimits> ownLimits(Tx &tx, const QString &partnerId, qint64 size)
{
    const auto said = [&](const QString &field) {
        return text(tx, partnerId, size, QString(ownPrefix + field));
    };
    const QString burst = said(u"limits.burst"_s).value_or(QString());
    if (burst.isEmpty())
        return std::nullopt;
    OwnLimits own;
    own.burst = burst.toInt();
    if (const QString rate = said(u"limits.rate"_s).value_or(QString()); !rate.isEmpty())
        own.rate = rate.toDouble();
    const auto time = [](const std::optional<QString> &value) {
        const QDateTime at = QDateTime::fromString(value.value_or(QString()), Qt::ISODate);
        return at.isValid() ? std::optional(at) : std::nullopt;
    };
    own.from = time(said(u"from"_s));
    own.until = time(said(u"until"_s));
    return own;
}

} // namespace pc::platform::log_values
