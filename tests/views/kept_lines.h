// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pc::test {

/// Compares lines with the file that keeps them, `name`.txt below `folder`: empty when they are the same,
/// else what is gone and what has come, or that only the order is another. With PC_KEEP_SCENES set the file
/// is written anew instead, to be read in the difference of the commit.
[[nodiscard]] QString differenceFromKept(const QString &folder, const QString &name,
                                         const QStringList &lines);

} // namespace pc::test
