// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/contacts_form.h"

#include "models/enum_names.h"
#include "views/context.h"
#include "views/partners/surface.h"
#include "views/style/space.h"
#include "views/widgets/card.h"
#include "views/widgets/form_field.h"
#include "views/widgets/relative_time.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

ContactsForm::ContactsForm(const ViewContext &context, QWidget *parent) : StepForm(parent), m_context(context)
{
    for (const ContactKind kind :
         {ContactKind::Business, ContactKind::Technical, ContactKind::Security, ContactKind::DataProtection})
        addRow(kind);
    layoutBox()->addStretch();
}

void ContactsForm::addRow(ContactKind kind)
{
    const QString key = toText(kind);
    auto *card = new Card(models::nameOf(kind));
    card->setObjectName(u"contact_"_s + key);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::m);
    QVBoxLayout *columns[3];
    for (QVBoxLayout *&column : columns) {
        column = new QVBoxLayout;
        line->addLayout(column, 1);
        line->setAlignment(column, Qt::AlignTop);
    }
    Row row;
    row.kind = kind;
    row.name = addLine(u"/"_s + key + u"/name"_s, tr("Name or team"), false, columns[0]);
    row.email = addLine(u"/"_s + key + u"/email"_s, tr("E-mail"), false, columns[1]);
    row.phone = addLine(u"/"_s + key + u"/phone"_s, tr("Phone for call-back"), false, columns[2]);
    card->body()->addLayout(line);
    row.verified = new QCheckBox(tr("Verified by calling back"));
    row.verified->setObjectName(key + u"_verified"_s);
    card->header()->addWidget(row.verified);
    keepHeight(card);
    layoutBox()->addWidget(card);
    m_rows.append(row);
    connect(row.verified, &QCheckBox::toggled, this, [this, index = m_rows.size() - 1](bool on) {
        Row &own = m_rows[index];
        if (on && !own.verifiedAt)
            own.verifiedAt = m_context.ticker.now().toUTC();
        else if (!on)
            own.verifiedAt.reset();
        touch();
    });
}

bool ContactsForm::isEmpty(const Row &row)
{
    return row.name->text().trimmed().isEmpty() && row.email->text().trimmed().isEmpty() &&
           row.phone->text().trimmed().isEmpty();
}

FormField *ContactsForm::fieldOf(const models::DraftProblem &problem) const
{
    if (problem.fault == models::DraftFault::MissingContact)
        return fieldFor(u"/"_s + problem.detail + u"/name"_s);
    const QString &pointer = problem.pointer;
    // The draft holds only contacts that were filled in; the fields stand for kinds.
    if (!pointer.startsWith(u"/contacts"_s))
        return fieldFor(pointer);
    const QStringList parts = pointer.split(u'/', Qt::SkipEmptyParts);
    int wanted = parts.value(1).toInt();
    for (const Row &row : m_rows) {
        if (parts.size() < 2 || isEmpty(row))
            continue;
        if (wanted-- == 0)
            return fieldFor(u"/"_s + toText(row.kind) + u"/"_s + parts.value(2, u"name"_s));
    }
    return nullptr;
}

void ContactsForm::fill(const models::OnboardDraft &draft)
{
    QList<Contact> left = draft.partner.contacts;
    for (Row &row : m_rows) {
        Contact contact;
        for (qsizetype i = 0; i < left.size(); ++i) {
            if (left[i].kind == row.kind) {
                contact = left.takeAt(i);
                break;
            }
        }
        row.name->setText(contact.name);
        row.email->setText(contact.email);
        row.phone->setText(contact.phone);
        row.verifiedAt = contact.verifiedAt;
        row.verified->setChecked(contact.verifiedAt.has_value());
        if (contact.verifiedAt)
            row.verified->setToolTip(isoUtc(*contact.verifiedAt));
    }
    m_further = left;
}

void ContactsForm::apply(models::OnboardDraft &draft) const
{
    draft.partner.contacts.clear();
    for (const Row &row : m_rows)
        if (!isEmpty(row))
            draft.partner.contacts.append({row.kind, row.name->text().trimmed(), row.email->text().trimmed(),
                                           row.phone->text().trimmed(), row.verifiedAt});
    draft.partner.contacts.append(m_further);
}

} // namespace pc::views
