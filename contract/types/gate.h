// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace pc {

/// One condition before the next stage. What is said about it to people is made from `kind`, `fault` and the
/// figures; `title` and `detail` are the service's English, for other programs.
struct Gate
{
    QString id; ///< of the table below
    QString title;
    bool passed = false;
    QString detail;
    QString fixAt; ///< of the table below
    GateKind kind = GateKind::Unknown;
    GateFault fault = GateFault::Unknown; ///< why it is open; Unknown when it is passed
    std::optional<qint64> reached = {};   ///< of `wanted`, never more
    std::optional<qint64> wanted = {};    ///< calls or whole days, where the gate counts
    QDate endedOn = {};                   ///< the last day of an agreement that has ended
    QString scope = {};                   ///< the first that is not covered
    bool operator==(const Gate &) const = default;
};

struct StageGates
{
    Stage next = Stage::Unknown; ///< Unknown when there is none
    QList<Gate> gates;
    bool operator==(const StageGates &) const = default;
};

/// What is the same for every gate of a kind.
struct GateRow
{
    GateKind kind;
    const char *id;    ///< in the answer: both credentials' gates are "credential"
    const char *fixAt; ///< the part of the partner where it is put right; "overview": by time, or another act
};

/// Every kind but Unknown, in the order of the enumeration.
[[nodiscard]] std::span<const GateRow> gateKinds();
/// Aborts for Unknown.
[[nodiscard]] const GateRow &gateRow(GateKind kind);

} // namespace pc
