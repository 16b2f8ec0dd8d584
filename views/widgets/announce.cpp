// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/announce.h"

#include <QAccessible>
#include <QWidget>

namespace pc::views {

void announce(QWidget *source, const QString &text)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(source, text);
#else
    Q_UNUSED(text)
    QAccessibleEvent event(source, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace pc::views
