// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/gateway/gateway_observations.h"

#include <QList>

#include <span>

/// What a check of a gateway saw, judged: one check, one function over the observations, one row.
namespace pc::platform {

enum class Verdict {
    Ok,
    Warn,       ///< works, and somebody should look at it
    Fail,       ///< calls get through, or do not, that should not
    NotChecked, ///< it cannot be known from what was seen
};

/// "ok", "warn", "fail", "not_checked".
[[nodiscard]] QString toText(Verdict verdict);

struct Judgement
{
    Verdict verdict = Verdict::NotChecked;
    QString came;      ///< what was seen, English, without a full stop
    QString mend = {}; ///< how to mend it, sentences; empty: nothing is to be done
    /// Of what was not checked: only an option was not given, and nothing is left in doubt.
    bool isOptional = false;
};

struct GatewayCheckRow
{
    const char *id;        ///< stable
    const char16_t *asked; ///< what is asked, English, without a full stop
    Judgement (*judge)(const GatewayObservations &seen);
};

/// In the order in which they are told.
[[nodiscard]] std::span<const GatewayCheckRow> gatewayCheckRows();

struct GatewayFinding
{
    const GatewayCheckRow *row = nullptr;
    Judgement judgement;
};
[[nodiscard]] QList<GatewayFinding> judgeGateway(const GatewayObservations &seen);
/// The worst of them: Fail, else Warn (also of what was not checked and is in doubt), else Ok.
[[nodiscard]] Verdict worstOf(const QList<GatewayFinding> &findings);

} // namespace pc::platform
