// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/overview_tab.h"

#include "contract/rules/date_words.h"
#include "contract/rules/list_line.h"
#include "models/access/catalogue_model.h"
#include "models/partners/partner_model.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/partner/gates_card.h"
#include "views/seams/clipboard.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/surface.h"
#include "views/widgets/whole_label.h"
#include "views/words/act_guard.h"
#include "views/words/names.h"
#include "views/words/partner_facts.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTimeZone>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::OnboardStep;

OverviewTab::OverviewTab(const ViewContext &context, models::PartnerModel &partner,
                         models::CatalogueModel &catalogue, QWidget *parent)
    : PartnerTab(parent), m_context(context), m_partner(partner), m_catalogue(catalogue)
{
    setObjectName(u"overviewTab"_s);
    buildUi();
    connect(&m_partner, &models::PartnerModel::changed, this, &OverviewTab::showPartner);
    connect(&m_partner, &models::PartnerModel::stateChanged, this, &OverviewTab::showPartner);
    connect(&m_catalogue, &models::CatalogueModel::changed, this, &OverviewTab::showPartner);
    connect(&m_context.ticker, &TimeTicker::tick, this, &OverviewTab::showPartner);
    connect(&m_context.connection, &models::Connection::statusChanged, this, &OverviewTab::showBlocks);
    showPartner();
}

Card *OverviewTab::makeCard(const QString &name, const QString &title, OnboardStep step)
{
    auto *card = new Card(title);
    card->setObjectName(name);
    QPushButton *edit = makeButton(u"edit_"_s + name, tr("Edit…"), Icon::None, ButtonKind::Ghost, card);
    edit->setAccessibleName(tr("Edit: %1").arg(title));
    card->header()->addWidget(edit);
    connect(edit, &QPushButton::clicked, this, [this, step] { Q_EMIT editRequested(step); });
    m_edits.append(edit);
    return card;
}

void OverviewTab::buildUi()
{
    auto *content = new QWidget;
    m_columns = new QHBoxLayout(content);
    m_columns->setContentsMargins(space::pageMargin, space::l, space::pageMargin, space::l);
    m_columns->setSpacing(space::l);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right})
        column->setSpacing(space::l);
    m_gates = new GatesCard;
    m_gates->setDetailed(true);
    m_essentials = makeCard(u"essentialsCard"_s, tr("Essentials"), OnboardStep::Organisation);
    m_contacts = makeCard(u"contactsCard"_s, tr("Contacts"), OnboardStep::Contacts);
    m_agreement = makeCard(u"agreementCard"_s, tr("Agreement"), OnboardStep::Agreement);
    m_basis = makeCard(u"basisCard"_s, tr("Lawful basis and data"), OnboardStep::LawfulBasis);
    m_notes = new Card(tr("Notes"));
    m_essentialRows = new KeyValueList;
    m_agreementRows = new KeyValueList;
    m_basisRows = new KeyValueList;
    m_contactRows = new QWidget;
    auto *contactLayout = new QVBoxLayout(m_contactRows);
    contactLayout->setContentsMargins(0, 0, 0, 0);
    contactLayout->setSpacing(space::m);
    m_noteText = new Label;
    m_noteText->setWordWrap(true);
    m_noteText->setSelectable(true);
    m_essentials->body()->addWidget(m_essentialRows);
    m_contacts->body()->addWidget(m_contactRows);
    m_agreement->body()->addWidget(m_agreementRows);
    m_basis->body()->addWidget(m_basisRows);
    m_notes->body()->addWidget(m_noteText);
    for (QWidget *card : std::initializer_list<QWidget *>{m_gates, m_contacts})
        left->addWidget(card);
    for (QWidget *card :
         std::initializer_list<QWidget *>{m_contacts, m_essentials, m_agreement, m_basis, m_notes})
        new HeightKeeper(card);
    left->addStretch();
    for (QWidget *card : std::initializer_list<QWidget *>{m_essentials, m_agreement, m_basis, m_notes})
        right->addWidget(card);
    right->addStretch();
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right, 1);

    m_scroll = scrollOver(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);

    connect(m_gates, &GatesCard::fixRequested, this, &OverviewTab::fixRequested);
    for (KeyValueList *list : {m_essentialRows, m_agreementRows})
        connect(list, &KeyValueList::copyRequested, this,
                [this](const QString &text) { m_context.clipboard.setText(text); });
}

void OverviewTab::open(const QStringList &, const QMap<QString, QString> &query)
{
    if (const QString at = query.value(u"fix"_s); !at.isEmpty())
        showFix(at);
}

void OverviewTab::showFix(const QString &fixAt)
{
    QWidget *card = fixAt == "contacts"_L1    ? m_contacts
                    : fixAt == "agreement"_L1 ? m_agreement
                                              : m_essentials;
    m_scroll->ensureWidgetVisible(card);
    if (auto *edit = card->findChild<QPushButton *>())
        edit->setFocus(Qt::OtherFocusReason);
}

void OverviewTab::showPartner()
{
    if (!m_partner.partner())
        return;
    const Partner &partner = m_partner.partner()->value;
    m_gates->showGates(m_partner);
    showEssentials(partner);
    showContacts(partner);
    showAgreement(partner);
    m_noteText->setText(partner.notes.isEmpty() ? tr("No notes.") : partner.notes);
    m_noteText->setTone(partner.notes.isEmpty() ? Tone::Muted : Tone::Text);
    showBlocks();
}

void OverviewTab::showEssentials(const Partner &partner)
{
    KeyValueList &rows = *m_essentialRows;
    rows.setRow(u"legal"_s, tr("Legal name"), partner.legalName);
    rows.setRow(u"register"_s, tr("Register"),
                partner.registration.isEmpty() || partner.country.isEmpty()
                    ? QString(partner.registration + partner.country)
                    : tr("%1 · %2", "register number, country")
                          .arg(inSentence(partner.registration), partner.country));
    rows.setRow(u"slug"_s, tr("Slug"), partner.slug, KeyValueList::Mono | KeyValueList::Copyable);
    rows.setRow(u"owner"_s, tr("Owner"), partner.owner);
    const QString planName = m_catalogue.planName(partner.planId);
    rows.setRow(u"plan"_s, tr("Plan"), planName);
    // Their room is there before the answer is: nothing below moves, and the order is always the same.
    const Grant grant = m_partner.grant() ? m_partner.grant()->value : Grant();
    rows.setRow(u"limits"_s, tr("Limits in force"),
                m_partner.grant() ? limitsText(grant.effective) : QString());
    rows.setRow(u"scopes"_s, tr("Scopes"), scopesText(grant.scopes, 3), KeyValueList::Plain, Tone::Text,
                grant.scopes.join(u'\n'));
    rows.setRow(u"zone"_s, tr("Quota day"), tr("from midnight in %1").arg(partner.timeZone));
    rows.setRow(u"tags"_s, tr("Tags"), rules::listLine(partner.tags));
    rows.setRow(u"created"_s, tr("Since"),
                rules::dateText(partner.createdAt.toUTC().date(), rules::DateForm::DayOfYear),
                KeyValueList::Plain, Tone::Text, isoUtc(partner.createdAt));
}

void OverviewTab::showContacts(const Partner &partner)
{
    QLayout *layout = m_contactRows->layout();
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (partner.contacts.isEmpty())
        layout->addWidget(new Label(tr("No contacts yet."), TypeRole::Body, Tone::Muted));
    for (const Contact &contact : partner.contacts) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(space::m);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(1);
        texts->addWidget(new Label(models::nameOf(contact.kind), TypeRole::Small, Tone::Muted));
        auto *name = new ElidedLabel(contact.name);
        name->setWeight(QFont::Medium);
        texts->addWidget(name);
        QStringList ways;
        for (const QString &way : {contact.email, contact.phone})
            if (!way.isEmpty())
                ways.append(way);
        auto *reach = new WholeLabel(ways.join(u" · "_s), TypeRole::Small, Tone::Muted);
        reach->setTextInteractionFlags(Qt::TextSelectableByMouse);
        texts->addWidget(reach);
        line->addLayout(texts, 1);
        auto *mark = new IconLabel(contact.verifiedAt ? Icon::Check : Icon::Clock,
                                   contact.verifiedAt ? Tone::Muted : Tone::Warn, 16);
        line->addWidget(mark);
        auto *state = new Label(contact.verifiedAt
                                    ? tr("Verified %1").arg(m_context.ticker.relative(*contact.verifiedAt))
                                    : tr("Not verified"),
                                TypeRole::Small, contact.verifiedAt ? Tone::Muted : Tone::Warn);
        if (contact.verifiedAt)
            state->setToolTip(isoUtc(*contact.verifiedAt));
        line->addWidget(state);
        layout->addWidget(row);
    }
}

void OverviewTab::showAgreement(const Partner &partner)
{
    KeyValueList &rows = *m_agreementRows;
    if (partner.agreement) {
        const Agreement &agreement = *partner.agreement;
        const bool over =
            agreement.validUntil.isValid() && agreement.validUntil < m_context.ticker.now().toUTC().date();
        if (rows.value(u"version"_s).isEmpty())
            rows.clear(); // what stood there for none: the rows keep their order
        rows.setRow(u"version"_s, tr("Version"), agreement.version);
        rows.setRow(u"signed"_s, tr("Signed"),
                    tr("%1 by %2", "date, people")
                        .arg(rules::dateText(agreement.signedOn, rules::DateForm::DayOfYear),
                             rules::listLine(agreement.signatories)));
        rows.setRow(u"until"_s, tr("Valid until"),
                    rules::dateText(agreement.validUntil, rules::DateForm::DayOfYear), KeyValueList::Plain,
                    over ? Tone::Bad : Tone::Text);
        rows.setRow(u"hash"_s, tr("SHA-256 of the file"), agreement.fileSha256,
                    KeyValueList::Mono | KeyValueList::Copyable);
    } else {
        for (const auto &id : {u"version"_s, u"until"_s, u"hash"_s})
            rows.removeRow(id);
        rows.setRow(u"signed"_s, tr("Signed"), tr("No agreement recorded"), KeyValueList::Plain, Tone::Muted);
    }
    KeyValueList &basis = *m_basisRows;
    basis.setRow(u"basis"_s, tr("Lawful basis"), models::nameOf(partner.lawfulBasis));
    basis.setRow(u"data"_s, tr("Data shared"), rules::listLine(partner.dataCategories));
    basis.setRow(u"retention"_s, tr("Kept at partner"), tr("%n day(s)", nullptr, partner.retentionDays));
    basis.setRow(u"purpose"_s, tr("Purpose"), partner.purpose);
}

void OverviewTab::showBlocks()
{
    const QString why = blockText(m_context.connection, Op::PartnerEdit);
    for (QPushButton *edit : std::as_const(m_edits))
        setDisabledReason(edit, why);
}

void OverviewTab::resizeEvent(QResizeEvent *event)
{
    m_columns->setDirection(width() < 760 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

} // namespace pc::views
