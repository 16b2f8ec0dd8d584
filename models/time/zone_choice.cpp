// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/zone_choice.h"

#include "contract/rules/time_zones.h"
#include "models/time/time_writer.h"

#include <array>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

struct ZoneWord
{
    ZoneKind kind;
    QLatin1StringView key;
};
constexpr std::array<ZoneWord, 3> zoneWords{
    {{ZoneKind::Utc, "utc"_L1}, {ZoneKind::Local, "local"_L1}, {ZoneKind::Partner, "partner"_L1}}};

} // namespace

bool isUtc(const QTimeZone &zone)
{
    static const QList<QByteArray> names{
        "UTC", "Etc/UTC", "Etc/UCT",  "UCT",       "Etc/Zulu",  "Zulu",          "Universal", "Etc/Universal",
        "GMT", "Etc/GMT", "Etc/GMT0", "Etc/GMT+0", "Etc/GMT-0", "Etc/Greenwich", "Greenwich", "UTC+00:00"};
    return zone.isValid() && names.contains(zone.id());
}

TimeZones::TimeZones(const QTimeZone &local, const QString &partnerZone)
    : m_local(local), m_partner(rules::timeZoneOf(partnerZone))
{
}

QList<ZoneKind> TimeZones::offered() const
{
    QList<ZoneKind> kinds{ZoneKind::Utc};
    if (m_local.isValid() && !isUtc(m_local))
        kinds.append(ZoneKind::Local);
    if (m_partner.isValid() && !isUtc(m_partner))
        kinds.append(ZoneKind::Partner);
    return kinds;
}

QTimeZone TimeZones::zone(ZoneKind kind) const
{
    if (!offered().contains(kind) || kind == ZoneKind::Utc)
        return QTimeZone::utc();
    return kind == ZoneKind::Local ? m_local : m_partner;
}

QString zoneLabel(const QTimeZone &zone)
{
    if (!zone.isValid())
        return {};
    if (isUtc(zone))
        return u"UTC"_s;
    const QString name = QString::fromLatin1(zone.id());
    // "Etc/GMT-3" lies east of Greenwich: its name would be read the other way round.
    if (!rules::isTimeZoneName(name) || name.startsWith("Etc/"_L1))
        return u"UTC"_s + offsetText(zone.standardTimeOffset(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)));
    return name.section(u'/', -1).replace(u'_', u' ');
}

QString zoneKey(ZoneKind kind)
{
    for (const ZoneWord &each : zoneWords)
        if (each.kind == kind)
            return each.key;
    return {};
}

ZoneKind zoneOfKey(const QString &key)
{
    for (const ZoneWord &each : zoneWords)
        if (key == each.key)
            return each.kind;
    return ZoneKind::Utc;
}

} // namespace pc::models
