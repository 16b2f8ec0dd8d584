// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/key_value_list.h"

#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/whole_label.h"

#include <QGridLayout>

namespace pc::views {

KeyValueList::KeyValueList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::m);
    m_grid->setVerticalSpacing(space::s);
    m_grid->setColumnStretch(1, 1);
}

KeyValueList::Row &KeyValueList::row(const QString &id)
{
    for (Row &row : m_rows) {
        if (row.id == id) {
            return row;
        }
    }
    const qsizetype place = m_order.indexOf(id);
    qsizetype at = m_rows.size();
    for (qsizetype i = 0; place >= 0 && i < at; ++i) {
        const qsizetype other = m_order.indexOf(m_rows.at(i).id);
        if (other < 0 || other > place) {
            at = i;
        }
    }
    return *m_rows.insert(at, Row{id});
}

void KeyValueList::setRow(const QString &id, const QString &label, const QString &value, Options options,
                          Tone tone, const QString &toolTip)
{
    Row &entry = row(id);
    auto *text = qobject_cast<WholeLabel *>(entry.value);
    if (text == nullptr) {
        delete entry.label;
        delete entry.value;
        auto *name = new WholeLabel(label, TypeRole::Small, Tone::Faint, this);
        text = new WholeLabel({}, TypeRole::Body, tone, this);
        text->setObjectName(QStringLiteral("value.") + id);
        entry.label = name;
        entry.value = text;
    }
    static_cast<WholeLabel *>(entry.label)->setText(label);
    const bool mono = options.testFlag(Mono);
    text->setRole(mono ? TypeRole::MonoSmall : TypeRole::Body);
    text->setMachineText(mono);
    text->setTone(value.isEmpty() ? Tone::Faint : tone);
    text->setText(value.isEmpty() ? QStringLiteral("\u2014") : value);
    text->setToolTip(toolTip.toHtmlEscaped());
    text->setAccessibleName(tr("%1: %2").arg(label, text->text()));
    entry.text = value;
    const bool copyable = options.testFlag(Copyable) && !value.isEmpty();
    if (copyable && entry.copy == nullptr) {
        QToolButton *copy =
            makeIconButton(QStringLiteral("copy.") + id, Icon::Copy, tr("Copy %1").arg(label), this);
        connect(copy, &QToolButton::clicked, this, [this, id] { Q_EMIT copyRequested(this->value(id)); });
        entry.copy = copy;
    }
    if (entry.copy != nullptr) {
        entry.copy->setVisible(copyable);
    }
    relayout();
}

void KeyValueList::setWidget(const QString &id, const QString &label, QWidget *value)
{
    Row &entry = row(id);
    if (entry.value != value) {
        delete entry.label;
        delete entry.value;
        entry.label = new WholeLabel(label, TypeRole::Small, Tone::Faint, this);
        entry.value = value;
        value->setParent(this);
        value->show();
    }
    relayout();
}

void KeyValueList::removeRow(const QString &id)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id) {
            delete m_rows.at(i).label;
            delete m_rows.at(i).value;
            delete m_rows.at(i).copy;
            m_rows.removeAt(i);
            relayout();
            return;
        }
    }
}

void KeyValueList::clear()
{
    while (!m_rows.isEmpty()) {
        removeRow(m_rows.constFirst().id);
    }
}

void KeyValueList::setLabelWidth(int width)
{
    m_labelWidth = width;
    relayout();
}

QString KeyValueList::value(const QString &id) const
{
    for (const Row &row : m_rows) {
        if (row.id == id) {
            return row.text;
        }
    }
    return {};
}

void KeyValueList::relayout()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item;
    }
    const TypeScale &type = TypeScale::of(this);
    m_grid->setColumnMinimumWidth(0, type.px(m_labelWidth));
    int line = 0;
    for (const Row &row : m_rows) {
        row.label->setFixedWidth(type.px(m_labelWidth));
        m_grid->addWidget(row.label, line, 0, Qt::AlignVCenter);
        const bool copy = row.copy != nullptr && !row.copy->isHidden();
        m_grid->addWidget(row.value, line, 1, 1, copy ? 1 : 2, Qt::AlignVCenter);
        if (copy) {
            m_grid->addWidget(row.copy, line, 2, Qt::AlignVCenter);
        }
        m_grid->setRowMinimumHeight(line, type.px(22));
        ++line;
    }
}

} // namespace pc::views
