// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/choices.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPointer>
#include <QRadioButton>
#include <QTabBar>
#include <QTest>

#include <algorithm>
#include <functional>

namespace pc::test {

using namespace Qt::StringLiterals;

namespace {

using Places = QList<std::pair<QPointer<QWidget>, QRect>>;

/// Where everything stands that can be aimed at.
Places placesIn(const QWidget *dialog)
{
    Places places;
    for (QWidget *widget : dialog->findChildren<QWidget *>())
        if (widget->isVisible() && widget->window() == dialog && (widget->focusPolicy() & Qt::TabFocus) &&
            !widget->focusProxy())
            places.append({widget, QRect(widget->mapTo(dialog, QPoint()), widget->size())});
    return places;
}

QString nameOf(const QWidget *widget)
{
    return widget->objectName().isEmpty() ? widget->accessibleName() : widget->objectName();
}

} // namespace

QStringList movedByChoices(QWidget *dialog)
{
    QStringList moved;
    const auto make = [dialog, &moved](const QString &what, const std::function<void()> &choose) {
        const QRect before = dialog->geometry();
        const Places places = placesIn(dialog);
        choose();
        QTest::qWait(20); // layouts
        if (dialog->geometry() != before)
            moved.append(u"%1: the dialog had %2x%3 and has %4x%5"_s.arg(what)
                             .arg(before.width())
                             .arg(before.height())
                             .arg(dialog->width())
                             .arg(dialog->height()));
        for (const auto &[widget, place] : places) {
            if (!widget || !widget->isVisible())
                continue;
            const QRect now(widget->mapTo(dialog, QPoint()), widget->size());
            if (now.topLeft() != place.topLeft())
                moved.append(u"%1: %2 went from %3,%4 to %5,%6"_s.arg(what, nameOf(widget))
                                 .arg(place.x())
                                 .arg(place.y())
                                 .arg(now.x())
                                 .arg(now.y()));
        }
    };
    const auto usable = [](const QWidget *widget) { return widget->isVisible() && widget->isEnabled(); };
    for (QCheckBox *box : dialog->findChildren<QCheckBox *>()) {
        if (!usable(box))
            continue;
        make(u"ticking "_s + nameOf(box), [box] { box->click(); });
        make(u"ticking back "_s + nameOf(box), [box] { box->click(); });
    }
    const QList<QRadioButton *> radios = dialog->findChildren<QRadioButton *>();
    const auto checked = std::find_if(radios.begin(), radios.end(),
                                      [](const QRadioButton *radio) { return radio->isChecked(); });
    for (QRadioButton *radio : radios)
        if (usable(radio))
            make(u"choosing "_s + nameOf(radio), [radio] { radio->click(); });
    if (checked != radios.end())
        (*checked)->click();
    for (QComboBox *combo : dialog->findChildren<QComboBox *>()) {
        if (!usable(combo))
            continue;
        const int first = combo->currentIndex();
        const QString text = combo->currentText();
        for (int i = 0; i < std::min(4, combo->count()); ++i)
            make(u"choosing %1 of %2"_s.arg(i).arg(nameOf(combo)), [combo, i] { combo->setCurrentIndex(i); });
        combo->setCurrentIndex(first);
        if (combo->isEditable())
            combo->setEditText(text);
    }
    for (QTabBar *tabs : dialog->findChildren<QTabBar *>()) {
        const int first = tabs->currentIndex();
        for (int i = 0; usable(tabs) && i < tabs->count(); ++i)
            make(u"tab %1"_s.arg(i), [tabs, i] { tabs->setCurrentIndex(i); });
        tabs->setCurrentIndex(first);
    }
    return moved;
}

} // namespace pc::test
