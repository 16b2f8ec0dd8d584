// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/waiver_form.h"

#include "contract/api/operations.h"
#include "contract/rules/field_limits.h"
#include "models/access/networks_editor.h"
#include "views/style/space.h"
#include "views/widgets/date_input.h"
#include "views/widgets/field_row.h"
#include "views/widgets/field_words.h"
#include "views/widgets/form_field.h"
#include "views/words/error_words.h"
#include "views/words/member_words.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDays = 30;

} // namespace

WaiverForm::WaiverForm(models::NetworksEditor &editor, QWidget *parent)
    : QWidget(parent), m_editor(editor),
      m_waive(new QCheckBox(tr("Waive the list of production for a time"))), m_fields(new QWidget),
      m_until(new DateInput(u"waiverUntil"_s, DateInput::Mode::Minute)),
      m_reason(new LineInput(u"waiverReason"_s, rules::limit("NetworkWaiver", "reason")))
{
    m_waive->setObjectName(u"waiveBox"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_waive);
    auto *inner = new QVBoxLayout(m_fields);
    inner->setContentsMargins(0, 0, 0, 0);
    auto *row = new FieldRow;
    m_untilField = new FormField(memberName(u"/waiver/until"_s), m_until);
    m_untilField->setRequired(true);
    m_untilField->setHint(tr("At most %n day(s) from now.", nullptr, rules::longestWaiverDays));
    m_untilField->setRule([this] { return endFault(); });
    m_reasonField = new FormField(memberName(u"/waiver/reason"_s), m_reason);
    m_reasonField->setRequired(true);
    m_reasonField->setRule([this] {
        return m_reason->value().isEmpty() ? tr("Say why, so that the next review can judge it.") : QString();
    });
    row->addField(m_untilField);
    row->addField(m_reasonField);
    inner->addWidget(row);
    column->addWidget(m_fields);

    connect(m_waive, &QCheckBox::toggled, this, [this](bool on) {
        if (m_showing || on == m_editor.edit().waiver.has_value())
            return;
        const QDateTime later = m_editor.now().addDays(usualDays);
        const QDateTime until(later.date(), QTime(later.time().hour(), 0), Qt::UTC);
        m_editor.setWaiver(on ? std::optional(NetworkWaiver{until, {}}) : std::nullopt);
        if (on)
            m_reason->setFocus(Qt::OtherFocusReason);
    });
    connect(m_until, &QLineEdit::textChanged, this, &WaiverForm::push);
    connect(m_reason, &QLineEdit::textChanged, this, &WaiverForm::push);
    showEdit();
}

QString WaiverForm::endFault() const
{
    const auto fault = m_editor.waiverFault();
    if (!fault || *fault == rules::FieldFault::Required)
        return {};
    if (*fault == rules::FieldFault::TooFarAhead)
        return tr("At most %n day(s) from now.", nullptr, rules::longestWaiverDays);
    return faultText(nullptr, *fault, m_until->text());
}

void WaiverForm::push()
{
    if (m_showing || !m_editor.edit().waiver)
        return;
    m_editor.setWaiver(NetworkWaiver{m_until->moment(), m_reason->value()});
}

bool WaiverForm::validate()
{
    return !m_editor.edit().waiver || FormField::validateAll({m_untilField, m_reasonField});
}

void WaiverForm::showEdit()
{
    const std::optional<NetworkWaiver> &waiver = m_editor.edit().waiver;
    m_showing = true;
    m_waive->setChecked(waiver.has_value());
    m_fields->setVisible(waiver.has_value());
    if (waiver) {
        if (waiver->until.isValid())
            m_until->showMoment(waiver->until);
        if (m_reason->value() != waiver->reason)
            m_reason->showText(waiver->reason);
    } else {
        m_untilField->setError({}); // of a waiver that is no more
        m_reasonField->setError({});
    }
    m_showing = false;
}

void WaiverForm::setReadOnlyReason(const QString &why)
{
    for (QWidget *each : std::initializer_list<QWidget *>{m_waive, m_fields}) {
        each->setEnabled(why.isEmpty());
        each->setToolTip(why);
    }
}

void WaiverForm::showErrors(const QList<FieldError> &errors)
{
    for (const FieldError &error : errors) {
        if (error.pointer == "/waiver/until"_L1)
            m_untilField->setError(fieldErrorText(error, operation(Op::NetworksEdit).body));
        else if (error.pointer == "/waiver/reason"_L1)
            m_reasonField->setError(fieldErrorText(error, operation(Op::NetworksEdit).body));
    }
}

} // namespace pc::views
