// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/partner.h"

#include <QMap>
#include <QString>

#include <optional>

namespace pc::models {

/// Two edits of one partner put together.
struct PartnerMerge
{
    PartnerDraft draft;            ///< what each changed; where both did, mine
    QMap<QString, QString> theirs; ///< by JSON pointer: what the other wrote where both did
};

/// `base`: what both began with. Pure; a list is one value. Nothing when the three together are no draft that
/// could be read back.
[[nodiscard]] std::optional<PartnerMerge> mergePartner(const PartnerDraft &base, const PartnerDraft &mine,
                                                       const PartnerDraft &theirs);

} // namespace pc::models
