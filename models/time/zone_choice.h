// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTimeZone>

namespace pc::models {

/// Whose clocks times are read and written by.
enum class ZoneKind { Utc, Local, Partner };

/// The zones that a person can choose between: UTC always, the computer's own where it is known and another
/// one, a partner's where its name is known and it is not UTC.
class TimeZones final
{
public:
    /// `local` and the name of the partner's zone (IANA) may be missing.
    explicit TimeZones(const QTimeZone &local = QTimeZone::systemTimeZone(), const QString &partnerZone = {});

    [[nodiscard]] QList<ZoneKind> offered() const;
    /// UTC for what is not offered.
    [[nodiscard]] QTimeZone zone(ZoneKind kind) const;

private:
    QTimeZone m_local;
    QTimeZone m_partner;
};

/// How a zone is printed beside times: "UTC", else the place of its IANA name ("Berlin", "New York"), else
/// its distance from UTC ("UTC+05:30").
[[nodiscard]] QString zoneLabel(const QTimeZone &zone);
/// Whether the clocks of this zone are those of UTC at all times.
[[nodiscard]] bool isUtc(const QTimeZone &zone);
/// A word for the choice in what is kept ("utc", "local", "partner"), and back; UTC for another word.
[[nodiscard]] QString zoneKey(ZoneKind kind);
[[nodiscard]] ZoneKind zoneOfKey(const QString &key);

} // namespace pc::models
