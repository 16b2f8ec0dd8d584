// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/version.h"

#include <QStringList>

namespace pc::views {

/// Languages in which a notice can be written: "en", "de".
[[nodiscard]] QStringList noticeLanguages();

/// What a partner is told of a version that is deprecated or ends, with its own figures, in a language of its
/// own, whatever the interface speaks. Plain text.
[[nodiscard]] QString noticeText(const QString &apiName, const ApiVersion &version,
                                 const VersionCaller &caller, const QDateTime &now, const QString &language);

} // namespace pc::views
