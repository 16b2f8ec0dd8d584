// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/integrity_card.h"

#include "models/audit/audit_event_model.h"
#include "models/text/figures.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/words/error_words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using models::EventProof;

IntegrityCard::IntegrityCard(models::AuditEventModel &event, QWidget *parent)
    : QWidget(parent), m_event(event)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_card = new Card(tr("Integrity"));
    m_badge = new Badge;
    m_card->header()->addWidget(m_badge);
    m_sentence = new Label({}, TypeRole::Small, Tone::Muted);
    m_sentence->setWordWrap(true);
    m_values = new KeyValueList;
    m_values->setLabelWidth(84);
    auto *verify = makeButton(QStringLiteral("verifyEventButton"), tr("Verify again"), Icon::Shield);
    m_card->body()->addWidget(m_sentence);
    m_card->body()->addWidget(m_values);
    m_card->body()->addWidget(verify, 0, Qt::AlignLeading);
    outer->addWidget(m_card);

    connect(verify, &QPushButton::clicked, &m_event, &models::AuditEventModel::verify);
    connect(m_values, &KeyValueList::copyRequested, this, &IntegrityCard::copyRequested);
    connect(&m_event, &models::AuditEventModel::proofChanged, this, &IntegrityCard::show);
    connect(&m_event, &models::AuditEventModel::changed, this, &IntegrityCard::show);
    show();
}

void IntegrityCard::show()
{
    const auto &checkpoint = m_event.provenIn();
    switch (m_event.proof()) {
    case EventProof::NotChecked:
        m_badge->set(Severity::Neutral, Icon::Shield, tr("Not checked"));
        m_sentence->setText(tr("This event has not been checked against the log yet."));
        break;
    case EventProof::Checking:
        m_badge->set(Severity::Neutral, Icon::Clock, tr("Checking"));
        m_sentence->setText(tr("The console is computing the proof."));
        break;
    case EventProof::Proven:
        m_badge->set(Severity::Ok, Icon::Shield, tr("Intact"));
        m_sentence->setText(
            tr("The stored bytes of this event stand in the log that the platform signed. The console "
               "computed this itself."));
        break;
    case EventProof::NotAnchored:
        m_badge->set(Severity::Neutral, Icon::Clock, tr("Not yet anchored"));
        m_sentence->setText(
            tr("This event is newer than the last signed checkpoint. The next one comes within a "
               "minute."));
        break;
    case EventProof::Mismatch:
        m_badge->set(Severity::Bad, Icon::Warning, tr("Mismatch"));
        m_sentence->setText(
            tr("The stored bytes do not stand in the signed log. The log was changed, cut or forked. "
               "Tell the security team before anything else."));
        break;
    case EventProof::Failed:
        m_badge->set(Severity::Warn, Icon::Warning, tr("Could not be checked"));
        m_sentence->setText(m_event.proofError()
                                ? errorLine(*m_event.proofError(), tr("The proof could not be fetched."))
                                : tr("The proof could not be fetched."));
        break;
    }
    m_card->setSeverity(m_event.proof() == EventProof::Mismatch ? Severity::Bad : Severity::Neutral);
    const auto mono = KeyValueList::Options(KeyValueList::Mono) | KeyValueList::Copyable;
    m_values->setRow(QStringLiteral("leaf"), tr("Leaf hash"), m_event.leafHash(), mono);
    if (m_event.record())
        m_values->setRow(QStringLiteral("index"), tr("Index"),
                         QLocale().toString(m_event.record()->event.index), KeyValueList::Mono);
    if (checkpoint)
        m_values->setRow(QStringLiteral("checkpoint"), tr("Checkpoint"),
                         tr("%n event(s), signed %1 UTC", nullptr, models::forPlural(checkpoint->size))
                             .arg(auditUtc(checkpoint->at).left(19)));
    else
        m_values->removeRow(QStringLiteral("checkpoint"));
}

} // namespace pc::views
