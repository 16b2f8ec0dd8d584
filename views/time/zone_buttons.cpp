// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/zone_buttons.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/time/time_words.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ZoneKind;

namespace {

constexpr int segmentPadding = 12;

/// One of several that lie side by side in one frame.
class ZoneSegment final : public QAbstractButton
{
public:
    explicit ZoneSegment(const QString &text)
    {
        setText(text);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const TypeScale &type = TypeScale::of(this);
        // As wide as it is when it is chosen: nothing moves then.
        const QFontMetrics metrics(type.font(TypeRole::Body, QFont::DemiBold));
        return {metrics.horizontalAdvance(text()) + 2 * segmentPadding, type.px(space::control)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {std::min(sizeHint().width(), TypeScale::of(this).px(56)), sizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &tokens = Tokens::of(this);
        const QRectF box = QRectF(rect());
        if (isChecked())
            paintBox(&painter, box, space::radius, tokens.selection, tokens.accent, 1.5);
        else if (underMouse())
            paintBox(&painter, box.adjusted(1, 1, -1, -1), space::radius - 1, tokens.hover);
        const QFont font =
            TypeScale::of(this).font(TypeRole::Body, isChecked() ? QFont::DemiBold : QFont::Normal);
        const QFontMetrics metrics(font);
        const int room = width() - 2 * segmentPadding;
        painter.setFont(font);
        painter.setPen(isChecked() ? tokens.accent : tokens.text);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine,
                         metrics.horizontalAdvance(text()) <= room + 1
                             ? text()
                             : metrics.elidedText(text(), Qt::ElideRight, room));
        if (hasFocus())
            paintFocusRing(&painter, box, space::radius, tokens.accent);
    }
};

} // namespace

ZoneButtons::ZoneButtons(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ZoneButtons::setZones(const models::TimeZones &zones)
{
    makeButtons(zones);
    setKind(zones.offered().contains(m_kind) ? m_kind : ZoneKind::Utc);
}

void ZoneButtons::makeButtons(const models::TimeZones &zones)
{
    if (m_group != nullptr)
        for (QAbstractButton *button : m_group->buttons())
            delete button;
    delete m_group;
    m_group = new QButtonGroup(this);
    for (const ZoneKind kind : zones.offered()) {
        auto *segment = new ZoneSegment(zoneChoiceText(kind, zones.zone(kind)));
        segment->setObjectName(u"zone_"_s + models::zoneKey(kind));
        segment->setAccessibleName(segment->text());
        segment->setToolTip(models::zoneLabel(zones.zone(kind)).toHtmlEscaped());
        m_group->addButton(segment, static_cast<int>(kind));
        layout()->addWidget(segment);
    }
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        const auto kind = static_cast<ZoneKind>(id);
        if (!on || kind == m_kind)
            return;
        m_kind = kind;
        Q_EMIT kindChosen(kind);
    });
}

void ZoneButtons::setKind(ZoneKind kind)
{
    m_kind = kind;
    if (m_group != nullptr && m_group->button(static_cast<int>(kind)) != nullptr)
        m_group->button(static_cast<int>(kind))->setChecked(true);
}

bool ZoneButtons::isButton(const QWidget *widget) const
{
    return widget != nullptr && widget->parentWidget() == this;
}

void ZoneButtons::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = Tokens::of(this);
    paintBox(&painter, rect(), space::radius, tokens.surface, tokens.borderStrong);
}

} // namespace pc::views
