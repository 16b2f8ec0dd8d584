// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scopes/plan_form.h"

#include "contract/rules/field_limits.h"
#include "models/text/enum_names.h"
#include "views/style/space.h"
#include "views/widgets/field_row.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/line_input.h"
#include "views/widgets/number_input.h"
#include "views/words/member_words.h"

#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace pc::views {

using namespace Qt::StringLiterals;

PlanForm::PlanForm(QWidget *parent)
    : QWidget(parent), m_name(new LineInput(u"planName"_s, rules::limit("PlanDraft", "name"))),
      m_description(new LineInput(u"planDescription"_s, rules::limit("PlanDraft", "description"))),
      m_rows{Row{u"sandbox"_s, &PlanDraft::sandbox}, Row{u"limited"_s, &PlanDraft::limited},
             Row{u"production"_s, &PlanDraft::production}}
{
    auto *names = new FieldRow;
    const auto add = [this](const QString &pointer, const QString &label, QWidget *input, FieldRow *into,
                            int stretch) {
        auto *field = new FormField(label, input);
        into->addField(field, stretch);
        m_fields.append({pointer, field});
        return field;
    };
    FormField *name = add(u"/name"_s, memberName(u"/name"_s), m_name, names, 1);
    name->setRequired(true);
    name->setRule([this] { return m_name->value().isEmpty() ? tr("Give the plan a name.") : QString(); });
    add(u"/description"_s, memberName(u"/description"_s), m_description, names, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(names);
    const std::array stages{Stage::Sandbox, Stage::Limited, Stage::Production};
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        column->addWidget(makeRow(m_rows[i], models::nameOf(stages[i])));
    for (LineInput *input : {m_name, m_description})
        connect(input, &QLineEdit::textChanged, this, &PlanForm::edited);
    setFocusProxy(m_name);
}

QWidget *PlanForm::makeRow(Row &row, const QString &title)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *head = new Label(title, TypeRole::Small, Tone::Muted);
    head->setWeight(QFont::DemiBold);
    column->addWidget(head);
    auto *fields = new FieldRow;
    const auto add = [&](const char *member, const QString &label, NumberInput *&input) {
        const QString pointer = u'/' + row.member + u'/' + QString::fromLatin1(member);
        input =
            new NumberInput(row.member + u'_' + QString::fromLatin1(member), rules::limit("Limits", member));
        auto *field = new FormField(label, input);
        input->setAccessibleName(tr("%1: %2", "stage, limit").arg(title, label));
        fields->addField(field, 1);
        m_fields.append({pointer, field});
        connect(input, &QLineEdit::textChanged, this, &PlanForm::edited);
        return field;
    };
    add("rate", memberName(u"/limit_override/limits/rate"_s), row.rate);
    add("burst", memberName(u"/limit_override/limits/burst"_s), row.burst);
    add("daily_quota", memberName(u"/limit_override/limits/daily_quota"_s), row.quota)
        ->setHint(tr("0: none"));
    column->addWidget(fields);
    return box;
}

void PlanForm::setDraft(const PlanDraft &draft)
{
    m_name->setText(draft.name);
    m_description->setText(draft.description);
    for (const Row &row : m_rows) {
        const Limits &limits = draft.*row.limits;
        row.rate->showNumber(limits.rate);
        row.burst->showNumber(limits.burst);
        row.quota->showNumber(static_cast<double>(limits.dailyQuota));
    }
}

PlanDraft PlanForm::draft() const
{
    PlanDraft draft;
    draft.name = m_name->value();
    draft.description = m_description->value();
    for (const Row &row : m_rows) {
        Limits &limits = draft.*row.limits;
        limits.rate = row.rate->number().value_or(0);
        limits.burst = static_cast<int>(
            std::clamp<qint64>(row.burst->whole().value_or(0), 0, std::numeric_limits<int>::max()));
        limits.dailyQuota = row.quota->whole().value_or(-1);
    }
    return draft;
}

bool PlanForm::isReadable() const
{
    return std::all_of(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return row.rate->fault().isEmpty() && row.burst->fault().isEmpty() && row.quota->fault().isEmpty();
    });
}

QList<FormField *> PlanForm::fields() const
{
    QList<FormField *> fields;
    for (const auto &each : m_fields)
        fields.append(each.second);
    return fields;
}

FormField *PlanForm::fieldFor(const QString &pointer) const
{
    for (const auto &[own, field] : m_fields)
        if (pointer == own)
            return field;
    return nullptr;
}

} // namespace pc::views
