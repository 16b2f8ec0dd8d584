// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/limits_panel.h"

#include "models/catalogue_model.h"
#include "models/grant_editor.h"
#include "views/partners/partner_facts.h"
#include "views/style/space.h"
#include "views/widgets/form_field.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/widgets/meters.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

/// A check box before its date: both together are one field, "no date" is a state of its own.
QWidget *optionalDate(const QString &name, QCheckBox *&box, QDateTimeEdit *&edit, const QString &text)
{
    auto *widget = new QWidget;
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    box = new QCheckBox;
    box->setAccessibleName(text);
    box->setToolTip(text);
    box->setObjectName(name + u"Box"_s);
    edit = new QDateTimeEdit;
    edit->setObjectName(name);
    edit->setTimeSpec(Qt::UTC);
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm 'UTC'"_s);
    edit->setCalendarPopup(true);
    edit->setLayoutDirection(Qt::LeftToRight); // ISO dates read left to right in every language
    edit->setAccessibleName(text);
    layout->addWidget(box);
    layout->addWidget(edit, 1);
    widget->setFocusProxy(box);
    return widget;
}

} // namespace

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
    body()->addWidget(new FormField(tr("Plan"), m_plan));
    m_rows = new KeyValueList;
    m_rows->setLabelWidth(120);
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
    m_fields = new QWidget;
    auto *grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::m);
    m_quota = new QSpinBox;
    m_quota->setObjectName(u"quotaField"_s);
    m_quota->setRange(0, 2000000000);
    m_quota->setSingleStep(1000);
    m_quota->setGroupSeparatorShown(true);
    m_quota->setSpecialValueText(tr("no daily quota"));
    m_rate = new QDoubleSpinBox;
    m_rate->setObjectName(u"rateField"_s);
    m_rate->setRange(0.01, 100000);
    m_rate->setDecimals(2);
    m_burst = new QSpinBox;
    m_burst->setObjectName(u"burstField"_s);
    m_burst->setRange(1, 1000000);
    auto *quota = new FormField(tr("Daily quota (calls)"), m_quota);
    auto *rate = new FormField(tr("Rate (calls per second)"), m_rate);
    auto *burst = new FormField(tr("Burst (calls)"), m_burst);
    grid->addWidget(quota, 0, 0, 1, 2);
    grid->addWidget(rate, 1, 0);
    grid->addWidget(burst, 1, 1);
    QWidget *from = optionalDate(u"fromField"_s, m_hasFrom, m_from, tr("Starts at a set time"));
    QWidget *until = optionalDate(u"untilField"_s, m_hasUntil, m_until, tr("Ends at a set time"));
    m_untilField = new FormField(tr("Ends"), until);
    m_untilField->setRule([this] {
        return m_hasFrom->isChecked() && m_hasUntil->isChecked() && m_until->dateTime() <= m_from->dateTime()
                   ? tr("The end lies before the start. Choose a later end.")
                   : QString();
    });
    grid->addWidget(new FormField(tr("Starts"), from), 2, 0);
    grid->addWidget(m_untilField, 2, 1);
    m_reason = new QLineEdit;
    m_reason->setObjectName(u"overrideReason"_s);
    m_reason->setMaxLength(200);
    m_reasonField = new FormField(tr("Why this partner deviates"), m_reason);
    m_reasonField->setRequired(true);
    m_reasonField->setRule([this] {
        return m_reason->text().trimmed().isEmpty() ? tr("Say why, so that the next review can judge it.")
                                                    : QString();
    });
    grid->addWidget(m_reasonField, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    body()->addWidget(m_fields);
}

void LimitsPanel::wire()
{
    connect(&m_editor, &models::GrantEditor::changed, this, &LimitsPanel::showEditor);
    connect(&m_editor.catalogue(), &models::CatalogueModel::changed, this, &LimitsPanel::showEditor);
    connect(m_plan, &QComboBox::activated, this,
            [this](int index) { m_editor.setPlan(m_plan->itemData(index).toString()); });
    connect(m_override, &QCheckBox::toggled, this, [this](bool on) {
        if (m_showing)
            return;
        if (on)
            m_editor.setLimitOverride(LimitOverride{m_editor.effectiveLimits(), {}, {}, {}});
        else
            m_editor.setLimitOverride(std::nullopt);
    });
    const auto push = [this] { pushOverride(); };
    connect(m_quota, &QSpinBox::valueChanged, this, push);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, push);
    connect(m_burst, &QSpinBox::valueChanged, this, push);
    connect(m_hasFrom, &QCheckBox::toggled, this, push);
    connect(m_hasUntil, &QCheckBox::toggled, this, push);
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, push);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, push);
    connect(m_reason, &QLineEdit::textChanged, this, push);
}

void LimitsPanel::setStage(Stage stage)
{
    m_stage = stage;
    showEditor();
}

void LimitsPanel::setQuotaDays(const QList<QuotaDay> &days)
{
    m_days = days;
    QList<double> values;
    for (const QuotaDay &day : days)
        values.append(static_cast<double>(day.used + day.throttled));
    m_sparkline->setValues(values);
    showEffect();
}

void LimitsPanel::setReadOnlyReason(const QString &why)
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_plan, m_override, m_fields}) {
        field->setEnabled(why.isEmpty());
        field->setToolTip(why);
    }
}

bool LimitsPanel::validate()
{
    return !m_override->isChecked() || FormField::validateAll({m_untilField, m_reasonField});
}

void LimitsPanel::pushOverride()
{
    m_from->setEnabled(m_hasFrom->isChecked());
    m_until->setEnabled(m_hasUntil->isChecked());
    if (m_showing || !m_override->isChecked())
        return;
    LimitOverride over;
    over.limits = {m_rate->value(), m_burst->value(), m_quota->value()};
    if (m_hasFrom->isChecked())
        over.from = m_from->dateTime().toUTC();
    if (m_hasUntil->isChecked())
        over.until = m_until->dateTime().toUTC();
    over.reason = m_reason->text().trimmed();
    m_editor.setLimitOverride(over);
}

void LimitsPanel::showOverrideFields(bool shown)
{
    m_fields->setVisible(shown);
}

void LimitsPanel::showEditor()
{
    if (!m_editor.isReady())
        return;
    m_showing = true;
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
    m_rows->setRow(u"effective"_s, tr("In force then"), limitsText(m_editor.effectiveLimits()),
                   KeyValueList::Plain, m_editor.isDirty() ? Tone::Accent : Tone::Text);
    m_override->setChecked(edit.limitOverride.has_value());
    showOverrideFields(edit.limitOverride.has_value());
    if (edit.limitOverride) {
        const LimitOverride &over = *edit.limitOverride;
        m_quota->setValue(static_cast<int>(std::min<qint64>(over.limits.dailyQuota, m_quota->maximum())));
        m_rate->setValue(over.limits.rate);
        m_burst->setValue(over.limits.burst);
        m_hasFrom->setChecked(over.from.has_value());
        m_hasUntil->setChecked(over.until.has_value());
        const QDateTime base = m_editor.base()->value.updatedAt.toUTC();
        m_from->setDateTime(over.from.value_or(m_hasFrom->isChecked() ? m_from->dateTime() : base));
        m_until->setDateTime(
            over.until.value_or(m_hasUntil->isChecked() ? m_until->dateTime() : base.addDays(30)));
        if (m_reason->text().trimmed() != over.reason)
            m_reason->setText(over.reason);
    }
    m_from->setEnabled(m_hasFrom->isChecked());
    m_until->setEnabled(m_hasUntil->isChecked());
    m_showing = false;
    showEffect();
}

void LimitsPanel::showEffect()
{
    const qint64 quota = m_editor.isReady() ? m_editor.effectiveLimits().dailyQuota : 0;
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
    m_effectIcon->setVisible(forecast.days > 0);
    m_effect->setVisible(forecast.days > 0);
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
