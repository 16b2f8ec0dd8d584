// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner_forms/contacts_form.h"

#include "contract/rules/contact_kinds.h"
#include "contract/rules/date_words.h"
#include "contract/rules/field_limits.h"
#include "contract/rules/verification.h"
#include "models/text/enum_names.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/card.h"
#include "views/widgets/field_row.h"
#include "views/widgets/form_field.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/label.h"
#include "views/widgets/line_input.h"
#include "views/widgets/relative_time.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

ContactsForm::ContactsForm(const ViewContext &context, QWidget *parent) : StepForm(parent), m_context(context)
{
    for (const ContactKind kind : rules::neededContacts())
        addRow(kind);
    layoutBox()->addStretch();
}

void ContactsForm::addRow(ContactKind kind)
{
    const QString key = toText(kind);
    auto *card = new Card(models::nameOf(kind));
    card->setObjectName(u"contact_"_s + key);
    auto *line = new FieldRow;
    Row row;
    row.kind = kind;
    row.name = addLine(u"/"_s + key + u"/name"_s, memberName(u"/contacts/0/name"_s), true,
                       rules::limit("Contact", "name"), line);
    row.email = addLine(u"/"_s + key + u"/email"_s, memberName(u"/contacts/0/email"_s), false,
                        rules::limit("Contact", "email"), line);
    row.phone = addLine(u"/"_s + key + u"/phone"_s, memberName(u"/contacts/0/phone"_s), false,
                        rules::limit("Contact", "phone"), line);
    card->body()->addWidget(line);
    row.verified = new QCheckBox(tr("Verified by calling back"));
    row.verified->setObjectName(key + u"_verified"_s);
    auto *proof = new QHBoxLayout; // after what was verified, for the keys too
    proof->setSpacing(space::m);
    proof->addWidget(row.verified, 1, Qt::AlignTop);
    card->body()->addLayout(proof);
    row.call = new QWidget;
    row.call->setObjectName(key + u"_call"_s);
    auto *call = new QVBoxLayout(row.call);
    call->setContentsMargins(0, 0, 0, 0);
    call->setSpacing(space::xs);
    row.with = addLine(u"/"_s + key + u"/verified_with"_s, memberName(u"/contacts/0/verified_with"_s), true,
                       rules::limit("Contact", "verified_with"), call);
    row.when = new Label({}, TypeRole::Small, Tone::Muted);
    row.when->setWordWrap(true);
    call->addWidget(row.when);
    row.call->hide();
    keepRoomWhileHidden(row.call); // beside the tick: ticking moves no other contact
    proof->addWidget(row.call, 1);
    new HeightKeeper(card);
    layoutBox()->addWidget(card);
    m_rows.append(row);
    const qsizetype index = m_rows.size() - 1;
    connect(row.verified, &QCheckBox::toggled, this, [this, index](bool on) {
        m_rows[index].tickedAt = on ? m_context.ticker.now().toUTC() : QDateTime();
        showCall(m_rows[index]);
        touch();
    });
    connect(row.with, &QLineEdit::textEdited, this, [this, index] { showCall(m_rows[index]); });
    // Whoever was called back is not who stands here now.
    for (LineInput *input : {row.name, row.email, row.phone})
        connect(input, &QLineEdit::textEdited, this, [this, index] { endVerification(m_rows[index]); });
}

void ContactsForm::endVerification(Row &row)
{
    if (!row.known.verifiedAt)
        return;
    row.known = {};
    row.with->clear();
    row.verified->setChecked(false);
    row.verified->setToolTip(tr("Name, address or number changed: call back again."));
}

void ContactsForm::showCall(const Row &row) const
{
    row.call->setVisible(row.verified->isChecked());
    const QString when =
        rules::momentText(row.known.verifiedAt.value_or(QDateTime()), rules::DateForm::DayOfYear);
    if (row.known.verifiedAt && rules::isSameCall(contactOf(row), row.known))
        row.when->setText(
            row.known.verifiedBy.isEmpty()
                ? tr("Verified on %1 UTC.", "time").arg(when)
                : tr("Verified on %1 UTC by %2.", "time, operator").arg(when, row.known.verifiedBy));
    else
        row.when->setText(tr("Recorded with your name and the time when it is saved."));
}

bool ContactsForm::isEmpty(const Row &row)
{
    return row.name->value().isEmpty() && row.email->value().isEmpty() && row.phone->value().isEmpty() &&
           !row.verified->isChecked();
}

FormField *ContactsForm::fieldOf(const rules::FieldProblem &problem) const
{
    if (problem.fault == rules::FieldFault::MissingContact)
        return fieldFor(u"/"_s + problem.detail + u"/name"_s);
    const QString &pointer = problem.pointer;
    // The draft holds only contacts that were filled in; the fields stand for kinds.
    if (!pointer.startsWith(u"/contacts"_s))
        return fieldFor(pointer);
    const QStringList parts = pointer.split(u'/', Qt::SkipEmptyParts);
    const QList<Entry> all = entries();
    const int wanted = parts.value(1).toInt();
    const Row *row = parts.size() < 2 || wanted >= all.size() ? nullptr : all.at(wanted).row;
    return row ? fieldFor(u"/"_s + toText(row->kind) + u"/"_s + parts.value(2, u"name"_s)) : nullptr;
}

void ContactsForm::fill(const models::OnboardDraft &draft)
{
    m_further.clear();
    for (qsizetype i = 0; i < draft.partner.contacts.size(); ++i)
        m_further.append({i, draft.partner.contacts.at(i)});
    for (Row &row : m_rows) {
        const auto own = std::find_if(m_further.begin(), m_further.end(),
                                      [&row](const Entry &entry) { return entry.contact.kind == row.kind; });
        row.place = own == m_further.end() ? -1 : own->place;
        const Contact contact = own == m_further.end() ? Contact() : own->contact;
        if (own != m_further.end())
            m_further.erase(own);
        row.name->setText(contact.name);
        row.email->setText(contact.email);
        row.phone->setText(contact.phone);
        // A tick of this very draft has no operator yet; one that the platform keeps has.
        row.known = contact.verifiedBy.isEmpty() ? Contact() : contact;
        row.with->setText(contact.verifiedWith);
        row.verified->setToolTip({});
        row.verified->setChecked(contact.verifiedAt.has_value());
        // What was verified is not verified anew unless somebody ticks it anew.
        row.tickedAt = contact.verifiedAt.value_or(QDateTime());
        showCall(row);
    }
}

Contact ContactsForm::contactOf(const Row &row) const
{
    Contact contact{row.kind, row.name->value(), row.email->value(), row.phone->value()};
    if (row.verified->isChecked()) {
        contact.verifiedAt = row.tickedAt;
        contact.verifiedWith = row.with->value();
        if (rules::isSameCall(contact, row.known))
            contact.verifiedBy = row.known.verifiedBy;
    }
    return contact;
}

QList<ContactsForm::Entry> ContactsForm::entries() const
{
    QList<Entry> all;
    for (const Row &row : m_rows)
        if (!isEmpty(row))
            all.append({row.place, contactOf(row), &row});
    all.append(m_further);
    std::stable_sort(all.begin(), all.end(), [](const Entry &a, const Entry &b) {
        return a.place >= 0 && (b.place < 0 || a.place < b.place);
    });
    return all;
}

void ContactsForm::apply(models::OnboardDraft &draft) const
{
    draft.partner.contacts.clear();
    for (const Entry &entry : entries())
        draft.partner.contacts.append(entry.contact);
}

} // namespace pc::views
