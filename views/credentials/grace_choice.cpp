// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/grace_choice.h"

#include "contract/rules/field_limits.h"
#include "contract/rules/secret_life.h"
#include "views/style/space.h"
#include "views/widgets/label.h"
#include "views/widgets/number_input.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QRadioButton>

namespace pc::views {

namespace {

constexpr int customId = -2;
constexpr int oneHour = 3600;
constexpr int proposedHours = 48;

/// The rule of RotateRequest.grace_seconds in hours.
const rules::FieldLimit &hoursLimit()
{
    static const rules::FieldLimit limit = [] {
        rules::FieldLimit hours = rules::limit("RotateRequest", "grace_seconds");
        hours.minimum = 1;
        hours.maximum /= oneHour;
        return hours;
    }();
    return limit;
}

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
    add(oneHour, tr("1 h"));
    add(6 * oneHour, tr("6 h"));
    add(rules::defaultGraceSeconds, tr("24 h"))->setChecked(true);
    add(customId, tr("Other:"));
    m_hours = new NumberInput(QStringLiteral("graceHours"), hoursLimit());
    m_hours->setAccessibleName(tr("Hours of grace"));
    m_hours->setMaximumWidth(72);
    m_hours->showNumber(proposedHours);
    m_hours->setEnabled(false);
    row->addWidget(m_hours);
    setFocusProxy(m_hours); // the only part that can be wrong
    row->addWidget(new Label(tr("h", "hours")));
    row->addStretch();
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (id == customId)
            m_hours->setEnabled(on);
        if (on)
            Q_EMIT changed(seconds());
    });
    connect(m_hours, &QLineEdit::textChanged, this, [this] { Q_EMIT changed(seconds()); });
}

qint64 GraceChoice::seconds() const
{
    if (m_group->checkedId() != customId)
        return m_group->checkedId();
    const std::optional<qint64> hours = m_hours->fault().isEmpty() ? m_hours->whole() : std::nullopt;
    return hours ? *hours * oneHour : unknown;
}

QString GraceChoice::fault() const
{
    return m_group->checkedId() == customId ? m_hours->fault() : QString();
}

void GraceChoice::setUnreadText(const QString &text)
{
    m_hours->setText(text);
}

} // namespace pc::views
