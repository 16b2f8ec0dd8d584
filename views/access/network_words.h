// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/access/network_changes.h"
#include "views/style/tokens.h"
#include "views/widgets/diff_table.h"

namespace pc {
struct ObservationSummary;
}

namespace pc::models {
class NetworksEditor;
class NetworksModel;
} // namespace pc::models

namespace pc::views {

/// "Production", "Sandbox", or the name of the credential.
[[nodiscard]] QString listText(const models::NetworkListName &name, const models::NetworksModel &networks);

/// From where calls are let through by one list as it is staged, in a sentence.
struct ListStanding
{
    Severity severity = Severity::Neutral;
    QString text;
    bool refuses = false; ///< some calls, as it stands
};
[[nodiscard]] ListStanding standingOf(const models::NetworksEditor &editor,
                                      const models::NetworkListName &name);

/// Which calls pass meanwhile although the lists would refuse them (observedOver()); empty where nothing is
/// observed. Tokens are not observed.
[[nodiscard]] QString stillFromAnywhereText(const QList<ObservationSummary> &over);

/// Changes of models::changesBetween() as rows of a DiffTable.
[[nodiscard]] QList<DiffRow> networkRows(const QList<FieldChange> &changes,
                                         const models::NetworksModel &networks);

} // namespace pc::views
