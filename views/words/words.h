// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"
#include "views/style/icons.h"
#include "views/style/tokens.h"
#include "views/widgets/stage_painter.h"

#include <QString>

/// The glyphs and severities of the contract's values, the same on every page. Their words are the models'
/// (models/text/enum_names.h).
namespace pc::views {

/// How a state is shown: colour marks exceptions only, so normal states are Severity::Neutral and drawn
/// without a pill.
struct StateLook
{
    Severity severity = Severity::Neutral;
    Icon icon = Icon::None;
    QString text;
    bool exception = false; ///< draw a pill
};

[[nodiscard]] Icon kindIcon(CredentialKind kind);
[[nodiscard]] StateLook stateLook(CredentialState state);
[[nodiscard]] StateLook stateLook(GenerationState state);
[[nodiscard]] StateLook stateLook(PartnerStatus status);
[[nodiscard]] StateLook stateLook(Health health);
[[nodiscard]] StageLevel stageLevel(Stage stage);

/// Of the realm that an act is about: red where real calls are at stake, in every dialog alike.
[[nodiscard]] Severity realmSeverity(Realm realm);

/// Of an audit action; its sentence comes from the model (models::auditSentence).
[[nodiscard]] Icon actionIcon(const QString &action);
/// By its impact: Bad for what takes access away, Warn for what gives much of it, Neutral otherwise.
[[nodiscard]] Severity actionSeverity(const QString &action);

} // namespace pc::views
