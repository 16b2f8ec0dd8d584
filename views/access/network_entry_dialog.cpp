// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/network_entry_dialog.h"

#include "contract/rules/field_limits.h"
#include "contract/rules/networks.h"
#include "models/text/network_names.h"
#include "views/widgets/date_input.h"
#include "views/widgets/field_row.h"
#include "views/widgets/field_words.h"
#include "views/widgets/form_field.h"
#include "views/words/member_words.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

std::optional<QDateTime> momentIn(const DateInput *input)
{
    return input->isBlank() ? std::nullopt : std::optional(input->moment());
}

} // namespace

NetworkEntryDialog::NetworkEntryDialog(const NetworkEntry &entry, QWidget *parent)
    : DialogFrame(tr("Line of the list"), Icon::Globe, 560, parent),
      m_network(new LineInput(u"entryNetwork"_s, rules::limit("NetworkEntry", "network"))),
      m_note(new LineInput(u"entryNote"_s, rules::limit("NetworkEntry", "note"))),
      m_from(new DateInput(u"entryFrom"_s, DateInput::Mode::Minute)),
      m_until(new DateInput(u"entryUntil"_s, DateInput::Mode::Minute))
{
    setObjectName(u"networkEntryDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this](const QString &label, QWidget *input, FieldRow *into) {
        auto *field = new FormField(label, input);
        into->addField(field);
        m_fields.append(field);
        return field;
    };
    const auto row = [this] {
        auto *fields = new FieldRow;
        body()->addWidget(fields);
        return fields;
    };
    FormField *network = add(memberName(u"/production/0/network"_s), m_network, row());
    network->setRequired(true);
    network->setRule([this] { return networkFault(); });
    add(memberName(u"/production/0/note"_s), m_note, row());
    FieldRow *time = row();
    add(tr("Starts (UTC)"), m_from, time)->setHint(tr("Empty: at once."));
    FormField *until = add(tr("Ends (UTC)"), m_until, time);
    until->setHint(tr("Empty: it does not end."));
    until->setRule([this] { return endFault(); });
    connect(m_from, &QLineEdit::textChanged, until, &FormField::formEdited);
    m_network->setText(entry.network);
    m_note->setText(entry.note);
    m_from->showMoment(entry.from.value_or(QDateTime()));
    m_until->showMoment(entry.until.value_or(QDateTime()));
    QPushButton *cancel = addButton(u"cancelEntry"_s, tr("Cancel"));
    QPushButton *apply = addButton(u"applyEntry"_s, tr("Apply"), ButtonKind::Primary, Icon::Check);
    setSafeButton(cancel);
    m_network->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(apply, &QPushButton::clicked, this, &NetworkEntryDialog::apply);
    for (QLineEdit *input : std::initializer_list<QLineEdit *>{m_network, m_note, m_from, m_until})
        connect(input, &QLineEdit::returnPressed, this, &NetworkEntryDialog::apply);
}

QString NetworkEntryDialog::networkFault() const
{
    const QString text = m_network->value();
    if (text.isEmpty())
        return faultText(nullptr, rules::FieldFault::Required);
    const QList<NetworkEntry> alone{{text, {}, {}, {}}};
    for (const rules::NetworkRemark &remark : rules::remarksOn(alone, Realm::Sandbox, {}))
        if (rules::isRefused(remark.finding))
            return models::remarkText(remark, alone) + u'.';
    return {};
}

QString NetworkEntryDialog::endFault() const
{
    const bool isBefore =
        m_from->moment().isValid() && m_until->moment().isValid() && m_until->moment() <= m_from->moment();
    return isBefore ? faultText(nullptr, rules::FieldFault::BeforeStart) : QString();
}

void NetworkEntryDialog::apply()
{
    if (!FormField::validateAll(m_fields))
        return;
    const NetworkEntry entry{m_network->value(), m_note->value(), momentIn(m_from), momentIn(m_until)};
    accept();
    Q_EMIT edited(entry);
}

} // namespace pc::views
