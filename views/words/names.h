// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::views {

/// A name as it stands in a sentence or in a joined line. One with letters that read from right to left is
/// put between U+2068 and U+2069 (UAX #9, FSI and PDI), so that the numbers and words beside it keep their
/// places. For what is drawn only: what is copied, exported or sent has the bare name.
[[nodiscard]] QString inSentence(const QString &name);
/// A decision point of a probe: a gateway by its name, the service's own endpoint in words.
[[nodiscard]] QString decisionPointName(const QString &gateway);

} // namespace pc::views
