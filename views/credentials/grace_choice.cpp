// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/grace_choice.h"

#include "views/style/space.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSpinBox>

namespace pc::views {

namespace {

constexpr int customId = -2;
constexpr int hour = 3600;

} // namespace

GraceChoice::GraceChoice(bool withNow, QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    const auto add = [this, row](int id, const QString &text) {
        auto *button = new QRadioButton(text);
        button->setObjectName(QStringLiteral("grace%1").arg(id));
        m_group->addButton(button, id);
        row->addWidget(button);
        return button;
    };
    if (withNow)
        add(0, tr("Now"));
    add(15 * 60, tr("15 min"));
    add(hour, tr("1 h"));
    add(6 * hour, tr("6 h"));
    add(24 * hour, tr("24 h"))->setChecked(true);
    add(customId, tr("Other:"));
    m_hours = new QSpinBox;
    m_hours->setObjectName(QStringLiteral("graceHours"));
    m_hours->setAccessibleName(tr("Hours of grace"));
    m_hours->setRange(1, int(longest() / hour));
    m_hours->setValue(48);
    m_hours->setSuffix(tr(" h"));
    m_hours->setEnabled(false);
    row->addWidget(m_hours);
    row->addStretch();
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (id == customId)
            m_hours->setEnabled(on);
        if (on)
            Q_EMIT changed(seconds());
    });
    connect(m_hours, &QSpinBox::valueChanged, this, [this] { Q_EMIT changed(seconds()); });
}

qint64 GraceChoice::seconds() const
{
    return m_group->checkedId() == customId ? qint64(m_hours->value()) * hour : m_group->checkedId();
}

void GraceChoice::setSeconds(qint64 seconds)
{
    if (QAbstractButton *button = m_group->button(int(seconds))) {
        button->setChecked(true);
        return;
    }
    m_hours->setValue(int((seconds + hour - 1) / hour));
    m_group->button(customId)->setChecked(true);
}

} // namespace pc::views
