// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/organisation_form.h"

#include "contract/rules/slug.h"
#include "contract/rules/time_zones.h"
#include "models/connection.h"
#include "views/context.h"
#include "views/style/space.h"
#include "views/widgets/form_field.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

QStringList listOf(const QString &text)
{
    QStringList list;
    for (const QString &part : text.split(u',')) {
        const QString trimmed = part.trimmed();
        if (!trimmed.isEmpty() && !list.contains(trimmed))
            list.append(trimmed);
    }
    return list;
}

OrganisationForm::OrganisationForm(const ViewContext &context, QWidget *parent)
    : StepForm(parent), m_context(context)
{
    const auto pair = [this](QVBoxLayout *&left, QVBoxLayout *&right, int leftShare, int rightShare) {
        auto *row = new QHBoxLayout;
        row->setSpacing(space::l);
        left = new QVBoxLayout;
        right = new QVBoxLayout;
        row->addLayout(left, leftShare);
        row->addLayout(right, rightShare);
        row->setAlignment(left, Qt::AlignTop);
        row->setAlignment(right, Qt::AlignTop);
        layoutBox()->addLayout(row);
    };
    QVBoxLayout *left = nullptr;
    QVBoxLayout *right = nullptr;
    pair(left, right, 1, 1);
    m_name = addLine(u"/name"_s, tr("Name"), true, left);
    m_slug = addLine(u"/slug"_s, tr("Slug"), true, right);
    static_cast<FormField *>(fieldFor(u"/slug"_s))
        ->setHint(tr("Stands in links and is typed to confirm acts on the whole partner."));
    pair(left, right, 1, 1);
    m_legal = addLine(u"/legal_name"_s, tr("Legal name"), true, left);
    auto *registerRow = new QHBoxLayout;
    registerRow->setSpacing(space::m);
    auto *country = new QVBoxLayout;
    auto *number = new QVBoxLayout;
    registerRow->addLayout(country, 1);
    registerRow->addLayout(number, 2);
    registerRow->setAlignment(country, Qt::AlignTop);
    registerRow->setAlignment(number, Qt::AlignTop);
    right->addLayout(registerRow);
    m_country = addLine(u"/country"_s, tr("Country"), true, country);
    m_country->setMaxLength(2);
    m_country->setPlaceholderText(u"DE"_s);
    m_register = addLine(u"/registration"_s, tr("Register number"), false, number);
    pair(left, right, 1, 1);
    m_owner = addLine(u"/owner"_s, tr("Owner (operator account)"), true, left);
    m_zone = new QComboBox;
    m_zone->setObjectName(u"time_zone"_s);
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->addItems(rules::timeZoneNames());
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    auto *zone = addField(u"/time_zone"_s, new FormField(tr("Time zone"), m_zone), right);
    zone->setHint(tr("Daily quotas start anew at its midnight."));
    m_tags = addLine(u"/tags"_s, tr("Tags, separated by commas"), false);
    m_notes = new QPlainTextEdit;
    m_notes->setObjectName(u"notes"_s);
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(72);
    m_notes->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addField(u"/notes"_s, new FormField(tr("Notes"), m_notes));
    layoutBox()->addStretch();

    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        if (!m_ownSlug)
            m_slug->setText(rules::suggestSlug(name));
    });
    connect(m_slug, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_ownSlug = !text.isEmpty(); });
    connect(m_country, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_country->setText(text.toUpper()); });
    connect(m_zone, &QComboBox::currentTextChanged, this, &OrganisationForm::touch);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &OrganisationForm::touch);
}

void OrganisationForm::fill(const models::OnboardDraft &draft)
{
    const PartnerDraft &partner = draft.partner;
    m_name->setText(partner.name);
    m_slug->setText(partner.slug);
    m_ownSlug = !partner.slug.isEmpty() && partner.slug != rules::suggestSlug(partner.name);
    m_legal->setText(partner.legalName);
    m_country->setText(partner.country);
    m_register->setText(partner.registration);
    const auto &session = m_context.connection.session();
    m_owner->setText(partner.owner.isEmpty() && session ? session->account : partner.owner);
    m_zone->setCurrentText(partner.timeZone);
    m_tags->setText(partner.tags.join(u", "_s));
    m_notes->setPlainText(partner.notes);
}

void OrganisationForm::apply(models::OnboardDraft &draft) const
{
    PartnerDraft &partner = draft.partner;
    partner.name = m_name->text().trimmed();
    partner.slug = m_slug->text().trimmed();
    partner.legalName = m_legal->text().trimmed();
    partner.country = m_country->text().trimmed();
    partner.registration = m_register->text().trimmed();
    partner.owner = m_owner->text().trimmed();
    partner.timeZone = m_zone->currentText().trimmed();
    partner.tags = listOf(m_tags->text());
    partner.notes = m_notes->toPlainText();
}

} // namespace pc::views
