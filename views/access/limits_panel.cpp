// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/limits_panel.h"

#include "contract/api/operations.h"
#include "models/access/catalogue_model.h"
#include "models/access/grant_editor.h"
#include "views/access/override_form.h"
#include "views/style/space.h"
#include "views/widgets/form_field.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/widgets/meters.h"
#include "views/words/error_words.h"
#include "views/words/member_words.h"
#include "views/words/partner_facts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

LimitsPanel::LimitsPanel(models::GrantEditor &editor, QWidget *parent)
    : Card(LimitsPanel::tr("Plan and limits"), parent), m_editor(editor)
{
    setObjectName(u"limitsPanel"_s);
    body()->setSpacing(space::m);
    buildPlan();
    buildOverride();
    body()->addStretch(1);
    wire();
    showEditor();
}

void LimitsPanel::buildPlan()
{
    m_plan = new QComboBox;
    m_plan->setObjectName(u"planBox"_s);
    m_planField = new FormField(memberName(u"/plan_id"_s), m_plan);
    body()->addWidget(m_planField);
    m_rows = new KeyValueList;
    m_rows->setLabelWidth(120);
    m_rows->setOrder({u"sandbox"_s, u"limited"_s, u"production"_s, u"effective"_s});
    body()->addWidget(m_rows);
    m_use = new Label({}, TypeRole::Small, Tone::Muted);
    m_use->setWordWrap(true);
    body()->addWidget(m_use);
    m_sparkline = new Sparkline;
    m_sparkline->setAccessibleName(tr("Counted calls per day, last 30 days"));
    m_sparkline->setMinimumHeight(64);
    body()->addWidget(m_sparkline);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_effectIcon = new IconLabel(Icon::Check, Tone::Muted, 16);
    m_effect = new Label;
    m_effect->setObjectName(u"effectLine"_s);
    m_effect->setWordWrap(true);
    for (QWidget *each : std::initializer_list<QWidget *>{m_effectIcon, m_effect})
        keepRoomWhileHidden(each); // of a quota that cannot be read yet: the field below stays
    row->addWidget(m_effectIcon, 0, Qt::AlignTop);
    row->addWidget(m_effect, 1);
    body()->addLayout(row);
}

void LimitsPanel::buildOverride()
{
    body()->addWidget(new Separator);
    m_override = new QCheckBox(tr("Deviate from the plan"));
    m_override->setObjectName(u"overrideBox"_s);
    body()->addWidget(m_override);
    m_fields = new OverrideForm(m_editor);
    body()->addWidget(m_fields);
}

void LimitsPanel::wire()
{
    connect(&m_editor, &models::GrantEditor::changed, this, &LimitsPanel::showEditor);
    connect(&m_editor.catalogue(), &models::CatalogueModel::changed, this, &LimitsPanel::showEditor);
    connect(m_plan, &QComboBox::activated, this,
            [this](int index) { m_editor.setPlan(m_plan->itemData(index).toString()); });
    connect(m_override, &QCheckBox::toggled, this, [this](bool on) {
        if (on == m_editor.edit().limitOverride.has_value())
            return; // shown, not ticked
        if (on)
            m_editor.setLimitOverride(LimitOverride{m_editor.effectiveLimits(), {}, {}, {}});
        else
            m_editor.setLimitOverride(std::nullopt);
    });
}

void LimitsPanel::setQuotaDays(const QList<QuotaDay> &days)
{
    m_days = days;
    QList<double> values;
    for (const QuotaDay &day : days)
        values.append(static_cast<double>(day.used + day.throttled));
    m_sparkline->setValues(values, LastValue::Running); // the day in progress stands last
    showEffect();
}

void LimitsPanel::setReadOnlyReason(const QString &why)
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_plan, m_override, m_fields}) {
        field->setEnabled(why.isEmpty());
        field->setToolTip(why);
    }
}

void LimitsPanel::showErrors(const QList<FieldError> &errors)
{
    for (const FieldError &error : errors)
        if (FormField *field = error.pointer == u"/plan_id" ? m_planField : m_fields->fieldFor(error.pointer))
            field->setError(fieldErrorText(error, operation(Op::GrantEdit).body));
}

bool LimitsPanel::validate()
{
    m_planField->validate(); // what can be chosen is right as far as is known here
    return !m_override->isChecked() || m_fields->validate();
}

void LimitsPanel::showEditor()
{
    if (!m_editor.isReady())
        return;
    const GrantEdit &edit = m_editor.edit();
    const QList<Plan> &plans = m_editor.catalogue().plans();
    if (m_plan->count() != plans.size()) {
        m_plan->clear();
        for (const Plan &plan : plans)
            m_plan->addItem(plan.name, plan.id);
    }
    m_plan->setCurrentIndex(m_plan->findData(edit.planId));
    const Plan *plan = m_editor.catalogue().plan(edit.planId);
    if (plan) {
        m_plan->setToolTip(plan->description);
        m_rows->setRow(u"sandbox"_s, tr("In the sandbox"), limitsText(plan->sandbox));
        m_rows->setRow(u"limited"_s, tr("Limited"), limitsText(plan->limited));
        m_rows->setRow(u"production"_s, tr("Production"), limitsText(plan->production));
    }
    m_override->setChecked(edit.limitOverride.has_value());
    m_fields->setVisible(edit.limitOverride.has_value());
    m_fields->showEdit();
    const Limits then = m_editor.limitsToCome();
    const bool differs = isReadable() && then != m_editor.limitsInForce();
    m_rows->setRow(u"effective"_s, tr("In force then"),
                   isReadable() ? limitsText(then) : tr("–", "not known"), KeyValueList::Plain,
                   differs ? Tone::Accent : Tone::Text);
    showEffect();
}

bool LimitsPanel::isReadable() const
{
    return !m_editor.edit().limitOverride || m_fields->isReadable();
}

void LimitsPanel::showEffect()
{
    const qint64 quota = m_editor.isReady() ? m_editor.limitsToCome().dailyQuota : 0;
    m_sparkline->setLimit(quota > 0 ? static_cast<double>(quota) : -1);
    const models::ThrottleForecast forecast = m_editor.throttleForecast();
    qint64 most = 0;
    for (const QuotaDay &day : std::as_const(m_days))
        most = std::max(most, day.used + day.throttled);
    m_use->setText(m_days.isEmpty() ? tr("Real use is not known yet.")
                                    : tr("Real use in the last %n day(s), at most %1 a day:", nullptr,
                                         static_cast<int>(m_days.size()))
                                          .arg(QLocale().toString(most)));
    m_sparkline->setVisible(!m_days.isEmpty());
    const bool told = forecast.days > 0 && isReadable();
    m_effectIcon->setVisible(told);
    m_effect->setVisible(told);
    if (quota <= 0)
        m_effect->setText(tr("Without a daily quota no day would have been throttled."));
    else
        m_effect->setText(tr("This quota would have throttled %1 of %n day(s).", nullptr, forecast.days)
                              .arg(forecast.throttledDays));
    const bool bad = quota > 0 && forecast.throttledDays > 0;
    m_effect->setTone(bad ? Tone::Warn : Tone::Muted);
    m_effectIcon->setIcon(bad ? Icon::Gauge : Icon::Check, bad ? Tone::Warn : Tone::Muted);
}

} // namespace pc::views
