// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace pc::test {

/// Makes every choice of the dialog, one after the other, and takes it back: radio buttons, check boxes,
/// combo boxes and tabs. Answers what changed its place or the dialog's size by it.
[[nodiscard]] QStringList movedByChoices(QWidget *dialog);

} // namespace pc::test
