// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/time_strip_accessible.h"

#include "views/time/time_strip.h"

#include <QAccessibleWidget>

namespace pc::views {

namespace {

class StripAccessible final : public QAccessibleWidget
{
public:
    explicit StripAccessible(TimeStrip *strip) : QAccessibleWidget(strip, QAccessible::Chart) {}

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        switch (which) {
        case QAccessible::Value:
            return strip()->cursorSentence().isEmpty() ? strip()->caption() : strip()->cursorSentence();
        case QAccessible::Description:
            return TimeStrip::tr(
                "Left and Right move the selection by one bar, Shift changes its length, Enter "
                "selects. Up and Down go through the marks.");
        default:
            return QAccessibleWidget::text(which);
        }
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return {increaseAction(), decreaseAction(), pressAction(), setFocusAction()};
    }
    void doAction(const QString &name) override
    {
        if (name == increaseAction())
            strip()->moveBy(1);
        else if (name == decreaseAction())
            strip()->moveBy(-1);
        else if (name == pressAction())
            strip()->chooseCurrent();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    [[nodiscard]] TimeStrip *strip() const { return static_cast<TimeStrip *>(widget()); }
};

QAccessibleInterface *makeStripAccessible(const QString &, QObject *object)
{
    if (auto *strip = qobject_cast<TimeStrip *>(object))
        return new StripAccessible(strip);
    return nullptr;
}

} // namespace

void installStripAccessibility()
{
    QAccessible::removeFactory(makeStripAccessible);
    QAccessible::installFactory(makeStripAccessible);
}

} // namespace pc::views
