// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner_forms/organisation_form.h"

#include "contract/rules/field_limits.h"
#include "contract/rules/slug.h"
#include "contract/rules/time_zones.h"
#include "models/session/connection.h"
#include "views/dialogs/owner_input.h"
#include "views/seams/context.h"
#include "views/widgets/choice_input.h"
#include "views/widgets/field_row.h"
#include "views/widgets/form_field.h"
#include "views/widgets/line_input.h"
#include "views/widgets/text_input.h"
#include "views/words/countries.h"

#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

QList<ChoiceInput::Choice> countryChoices()
{
    QList<ChoiceInput::Choice> choices;
    for (const Country &country : countries(QLocale()))
        choices.append({country.code, country.name, {country.other}});
    return choices;
}

QList<ChoiceInput::Choice> zoneChoices()
{
    QList<ChoiceInput::Choice> choices;
    for (const QString &name : rules::timeZoneNames())
        choices.append({name, name, {}});
    return choices;
}

const rules::FieldLimit &limitOf(const char *member)
{
    return rules::limit("PartnerDraft", member);
}

} // namespace

OrganisationForm::OrganisationForm(const ViewContext &context, QWidget *parent) : StepForm(parent)
{
    const auto row = [this] {
        auto *fields = new FieldRow;
        layoutBox()->addWidget(fields);
        return fields;
    };
    FieldRow *names = row();
    m_name = addLine(u"/name"_s, true, limitOf("name"), names);
    m_slug = addLine(u"/slug"_s, true, limitOf("slug"), names);
    static_cast<FormField *>(fieldFor(u"/slug"_s))->setHint(tr("A short name that no other partner has."));
    FieldRow *legal = row();
    m_legal = addLine(u"/legal_name"_s, true, limitOf("legal_name"), legal, 3);
    m_country = new ChoiceInput(u"country"_s);
    m_country->setUnknownText(tr("There is no such country. Choose one from the list."));
    m_country->setChoices(countryChoices());
    addInput(u"/country"_s, m_country, legal, 2)->setRequired(true);
    m_register = addLine(u"/registration"_s, false, limitOf("registration"), legal, 2);
    FieldRow *owner = row();
    m_owner = makeOwnerInput(u"owner"_s, context.connection);
    auto *responsible = addInput(u"/owner"_s, m_owner, owner);
    responsible->setRequired(true);
    responsible->setHint(tr("An operator account."));
    m_zone = new ChoiceInput(u"time_zone"_s);
    m_zone->setUnknownText(
        tr("There is no such time zone. Choose one from the list, such as Europe/Berlin."));
    m_zone->setChoices(zoneChoices());
    auto *zone = addInput(u"/time_zone"_s, m_zone, owner);
    zone->setRequired(true);
    zone->setHint(tr("Daily quotas start anew at its midnight."));
    m_tags = addListLine(u"/tags"_s, tr("Tags, separated by commas"), false, limitOf("tags"));
    m_notes = new TextInput(u"notes"_s, limitOf("notes"), 72);
    addInput(u"/notes"_s, m_notes);
    layoutBox()->addStretch();

    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        if (!m_ownSlug)
            m_slug->setText(rules::suggestSlug(name));
    });
    connect(m_slug, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_ownSlug = !text.isEmpty(); });
    for (ChoiceInput *input : {m_country, m_owner, m_zone})
        connect(input, &QComboBox::currentTextChanged, this, &OrganisationForm::touch);
    connect(m_notes, &TextInput::textChanged, this, &OrganisationForm::touch);
}

void OrganisationForm::fill(const models::OnboardDraft &draft)
{
    const PartnerDraft &partner = draft.partner;
    m_name->setText(partner.name);
    m_slug->setText(partner.slug);
    m_ownSlug = !partner.slug.isEmpty() && partner.slug != rules::suggestSlug(partner.name);
    m_legal->setText(partner.legalName);
    m_country->showValue(partner.country);
    m_register->setText(partner.registration);
    m_owner->showValue(partner.owner);
    m_zone->showValue(partner.timeZone);
    m_tags->showValues(partner.tags);
    m_notes->setPlainText(partner.notes);
}

void OrganisationForm::apply(models::OnboardDraft &draft) const
{
    PartnerDraft &partner = draft.partner;
    partner.name = m_name->value();
    partner.slug = m_slug->value();
    partner.legalName = m_legal->value();
    partner.country = m_country->value();
    partner.registration = m_register->value();
    partner.owner = m_owner->value();
    partner.timeZone = m_zone->value();
    partner.tags = m_tags->values();
    partner.notes = m_notes->value();
}

} // namespace pc::views
