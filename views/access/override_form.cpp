// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/override_form.h"

#include "contract/rules/field_limits.h"
#include "contract/rules/limits.h"
#include "models/access/grant_editor.h"
#include "views/style/space.h"
#include "views/widgets/date_input.h"
#include "views/widgets/field_row.h"
#include "views/widgets/field_words.h"
#include "views/widgets/form_field.h"
#include "views/widgets/line_input.h"
#include "views/widgets/number_input.h"
#include "views/words/member_words.h"

#include <QVBoxLayout>

#include <limits>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr int noValue = -1;

/// A count that no int can hold is out of range whatever it is.
int narrowed(const std::optional<qint64> &value)
{
    return value && *value >= std::numeric_limits<int>::min() && *value <= std::numeric_limits<int>::max()
               ? static_cast<int>(*value)
               : noValue;
}

std::optional<QDateTime> staged(const DateInput *input)
{
    return input->isBlank() ? std::nullopt : std::optional(input->moment());
}

void showIn(NumberInput *input, double value)
{
    // "No value" is what an unreadable text was staged as: the text stays.
    if (value != noValue || input->number())
        input->showNumber(value);
}

void showIn(DateInput *input, const std::optional<QDateTime> &value)
{
    if (!value || value->isValid())
        input->showMoment(value.value_or(QDateTime()));
}

} // namespace

OverrideForm::OverrideForm(models::GrantEditor &editor, QWidget *parent)
    : QWidget(parent), m_editor(editor),
      m_quota(new NumberInput(u"quotaField"_s, rules::limit("Limits", "daily_quota"))),
      m_rate(new NumberInput(u"rateField"_s, rules::limit("Limits", "rate"))),
      m_burst(new NumberInput(u"burstField"_s, rules::limit("Limits", "burst"))),
      m_from(new DateInput(u"fromField"_s, DateInput::Mode::Minute)),
      m_until(new DateInput(u"untilField"_s, DateInput::Mode::Minute)),
      m_reason(new LineInput(u"overrideReason"_s, rules::limit("LimitOverride", "reason")))
{
    build();
    wire();
}

void OverrideForm::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    const auto row = [column] {
        auto *fields = new FieldRow;
        column->addWidget(fields);
        return fields;
    };
    const auto add = [this](const QString &member, QWidget *input, FieldRow *into,
                            const QString &label = {}) {
        const QString pointer = u"/limit_override/"_s + member;
        auto *field = new FormField(label.isEmpty() ? memberName(pointer) : label, input);
        into->addField(field);
        m_fields.append({pointer, field});
        return field;
    };
    add(u"limits/daily_quota"_s, m_quota, row())->setHint(tr("0 means no daily quota."));
    FieldRow *pace = row();
    add(u"limits/rate"_s, m_rate, pace);
    add(u"limits/burst"_s, m_burst, pace);
    FieldRow *time = row();
    add(u"from"_s, m_from, time, tr("Starts (UTC)"))->setHint(tr("Empty: at once."));
    FormField *until = add(u"until"_s, m_until, time, tr("Ends (UTC)"));
    until->setHint(tr("Empty: it does not end."));
    until->setRule([this] { return endFault(); });
    connect(m_from, &QLineEdit::textChanged, until, &FormField::formEdited); // the start has a say in it
    FormField *reason = add(u"reason"_s, m_reason, row());
    reason->setRequired(true);
    reason->setRule([this] {
        return m_reason->value().isEmpty() ? tr("Say why, so that the next review can judge it.") : QString();
    });
}

void OverrideForm::wire()
{
    for (QLineEdit *input :
         std::initializer_list<QLineEdit *>{m_quota, m_rate, m_burst, m_from, m_until, m_reason})
        connect(input, &QLineEdit::textChanged, this, &OverrideForm::push);
}

QString OverrideForm::endFault() const
{
    LimitOverride over; // of what can be read
    if (m_from->moment().isValid())
        over.from = m_from->moment();
    if (m_until->moment().isValid())
        over.until = m_until->moment();
    const auto fault = rules::endFault(over, m_editor.now());
    return fault ? faultText(nullptr, *fault) : QString();
}

bool OverrideForm::validate()
{
    QList<FormField *> fields;
    for (const auto &entry : std::as_const(m_fields))
        fields.append(entry.second);
    return FormField::validateAll(fields);
}

FormField *OverrideForm::fieldFor(const QString &pointer) const
{
    for (const auto &[own, field] : m_fields)
        if (pointer == own)
            return field;
    return nullptr;
}

bool OverrideForm::isReadable() const
{
    return m_quota->number() && m_rate->number() && m_burst->number() && m_from->unreadText().isEmpty() &&
           m_until->unreadText().isEmpty();
}

void OverrideForm::push()
{
    if (m_showing || !m_editor.edit().limitOverride)
        return;
    LimitOverride over;
    over.limits = {m_rate->number().value_or(noValue), narrowed(m_burst->whole()),
                   m_quota->whole().value_or(noValue)};
    over.from = staged(m_from);
    over.until = staged(m_until);
    over.reason = m_reason->value();
    m_editor.setLimitOverride(over);
}

void OverrideForm::showEdit()
{
    const std::optional<LimitOverride> &over = m_editor.edit().limitOverride;
    m_showing = true;
    if (over) {
        showIn(m_quota, static_cast<double>(over->limits.dailyQuota));
        showIn(m_rate, over->limits.rate);
        showIn(m_burst, over->limits.burst);
        showIn(m_from, over->from);
        showIn(m_until, over->until);
        if (m_reason->value() != over->reason)
            m_reason->showText(over->reason);
    } else {
        for (const auto &entry : std::as_const(m_fields))
            entry.second->setError({}); // of a deviation that is no more
    }
    m_showing = false;
}

} // namespace pc::views
