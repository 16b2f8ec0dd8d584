// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/preset_list.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/time/time_words.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::TimePreset;

namespace {

constexpr int presetPadding = 8;
constexpr int presetTick = 16;

class PresetDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const TypeScale &type = TypeScale::of(option.widget);
        const QFontMetrics metrics(type.font(TypeRole::Body, QFont::DemiBold));
        return {metrics.horizontalAdvance(index.data().toString()) + 3 * presetPadding + type.px(presetTick),
                type.px(space::navItem)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const PainterScope scope(painter);
        const Tokens &tokens = Tokens::of(option.widget);
        const TypeScale &type = TypeScale::of(option.widget);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const bool focused = option.state.testFlag(QStyle::State_HasFocus);
        const QRect row = option.rect.adjusted(0, 1, 0, -1);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver))
            paintBox(painter, row, space::radius, chosen ? tokens.selection : tokens.hover);
        const auto visual = [&option, &row](const QRect &logical) {
            return QStyle::visualRect(option.direction, row, logical);
        };
        const QRect inner = row.adjusted(presetPadding, 0, -presetPadding, 0);
        const int tick = type.px(presetTick);
        painter->setFont(type.font(TypeRole::Body, chosen ? QFont::DemiBold : QFont::Normal));
        painter->setPen(tokens.text);
        painter->drawText(visual(inner.adjusted(0, 0, -tick, 0)),
                          static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) |
                              Qt::AlignVCenter | Qt::TextSingleLine,
                          index.data().toString());
        if (chosen)
            paintIcon(painter, Icon::Check,
                      visual(QRect(inner.right() - tick + 1, row.top(), tick, row.height())), tokens.accent);
        if (focused)
            paintFocusRing(painter, row, space::radius, tokens.accent);
    }
};

} // namespace

PresetList::PresetList(QWidget *parent) : QListWidget(parent)
{
    setObjectName(u"timePresets"_s);
    setAccessibleName(tr("Times by name"));
    setItemDelegate(new PresetDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    for (const TimePreset preset : models::timePresets()) {
        auto *item = new QListWidgetItem(presetText(preset), this);
        item->setData(Qt::UserRole, static_cast<int>(preset));
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(this, &QListWidget::itemSelectionChanged, this, [this] {
        if (!selectedItems().isEmpty())
            choose(selectedItems().constFirst());
    });
    connect(this, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) { choose(item); });
    connect(this, &QListWidget::itemDoubleClicked, this, &PresetList::applied);
}

QListWidgetItem *PresetList::itemOf(TimePreset preset) const
{
    for (int i = 0; i < count(); ++i)
        if (item(i)->data(Qt::UserRole).toInt() == static_cast<int>(preset))
            return item(i);
    return nullptr;
}

void PresetList::choose(const QListWidgetItem *item)
{
    const auto preset = static_cast<TimePreset>(item->data(Qt::UserRole).toInt());
    if (preset == m_preset)
        return;
    m_preset = preset;
    Q_EMIT presetChosen(preset);
}

void PresetList::setPreset(TimePreset preset)
{
    const QSignalBlocker quiet(this);
    m_preset = preset;
    if (QListWidgetItem *item = itemOf(preset))
        setCurrentItem(item, QItemSelectionModel::ClearAndSelect);
    else
        clearSelection();
    viewport()->update(); // its own signals were blocked
}

QSize PresetList::sizeHint() const
{
    return {std::max(sizeHintForColumn(0), TypeScale::of(this).px(124)), sizeHintForRow(0) * count()};
}

void PresetList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (QListWidgetItem *current = currentItem())
            choose(current);
        Q_EMIT applied();
        return;
    }
    // From nothing the first arrow comes to the first one, not past it.
    const bool arrow = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (arrow && selectedItems().isEmpty() && currentItem() != nullptr) {
        currentItem()->setSelected(true);
        return;
    }
    QListWidget::keyPressEvent(event);
}

void PresetList::focusInEvent(QFocusEvent *event)
{
    QListWidget::focusInEvent(event);
    if (currentItem() == nullptr)
        setCurrentRow(0, QItemSelectionModel::NoUpdate);
}

} // namespace pc::views
