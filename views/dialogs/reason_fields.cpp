// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/reason_fields.h"

#include "contract/rules/field_limits.h"
#include "views/style/space.h"
#include "views/widgets/choice_input.h"
#include "views/widgets/form_field.h"
#include "views/widgets/line_input.h"
#include "views/words/member_words.h"

#include <QHBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

ReasonFields::ReasonFields(const QStringList &suggestions, QWidget *parent)
    : QWidget(parent), m_reason(new ChoiceInput(u"reason"_s)),
      m_ticket(new LineInput(u"ticket"_s, rules::limit("ActRequest", "ticket"))),
      m_reasonField(new FormField(memberName(u"/reason"_s), m_reason)),
      m_ticketField(new FormField(memberName(u"/ticket"_s), m_ticket))
{
    m_reason->setClosed(false);
    m_reason->setLimit(rules::limit("ActRequest", "reason"));
    QList<ChoiceInput::Choice> choices;
    for (const QString &each : suggestions)
        choices.append({each, each});
    m_reason->setChoices(choices);
    m_reason->showValue({});
    m_reasonField->setRule([this] {
        return m_required && reason().isEmpty() ? tr("Say why, for those who read the audit trail later.")
                                                : QString();
    });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    row->addWidget(m_reasonField, 3, Qt::AlignTop);
    row->addWidget(m_ticketField, 2, Qt::AlignTop);
    setFocusProxy(m_reason);
}

void ReasonFields::setRequired(bool required)
{
    m_required = required;
    m_reasonField->setRequired(required);
    m_reasonField->formEdited();
}

void ReasonFields::showTyped(const TypedReason &typed)
{
    m_reason->showValue(typed.reason);
    m_ticket->setText(typed.ticket);
}

QString ReasonFields::reason() const
{
    return m_reason->value();
}

QString ReasonFields::ticket() const
{
    return m_ticket->value();
}

FormField *ReasonFields::fieldFor(const QString &pointer) const
{
    return pointer == u"/reason" ? m_reasonField : pointer == u"/ticket" ? m_ticketField : nullptr;
}

} // namespace pc::views
