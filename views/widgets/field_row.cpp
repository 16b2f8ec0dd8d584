// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/field_row.h"

#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/form_field.h"

#include <QBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace pc::views {

namespace {
constexpr int usefulWidth = 150; // pixels at 100 %: a dozen letters and the field's own edges
}

FieldRow::FieldRow(QWidget *parent) : QWidget(parent), m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::m);
}

void FieldRow::addField(FormField *field, int share)
{
    m_row->addWidget(field, share, Qt::AlignTop);
    m_fields.append({field, share});
}

int FieldRow::neededWidth(const FormField *field) const
{
    const int useful = TypeScale::of(this).px(usefulWidth);
    const bool line = qobject_cast<QLineEdit *>(field->editor()) != nullptr;
    return line ? std::max(useful, field->editor()->sizeHint().width()) : useful;
}

QSize FieldRow::minimumSizeHint() const
{
    int widest = 0;
    for (const auto &entry : m_fields)
        widest = std::max(widest, entry.first->minimumSizeHint().width());
    return {widest, m_row->minimumSize().height()};
}

void FieldRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FieldRow::arrange()
{
    int shares = 0;
    for (const auto &entry : std::as_const(m_fields))
        shares += entry.second;
    const int room = width() - m_row->spacing() * static_cast<int>(m_fields.size() - 1);
    const bool beside =
        std::all_of(m_fields.cbegin(), m_fields.cend(), [this, room, shares](const auto &entry) {
            return room * entry.second / std::max(1, shares) >= neededWidth(entry.first);
        });
    const auto direction = beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (direction == m_row->direction())
        return;
    m_row->setDirection(direction);
    for (const auto &entry : std::as_const(m_fields))
        m_row->setStretchFactor(entry.first, beside ? entry.second : 0);
    updateGeometry();
}

} // namespace pc::views
