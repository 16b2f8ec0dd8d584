// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/audit_page.h"

#include "contract/rules/date_words.h"
#include "models/audit/audit_integrity.h"
#include "models/audit/audit_list_model.h"
#include "models/text/figures.h"
#include "views/audit/audit_panel.h"
#include "views/commands/command_registry.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/confirm_dialog.h"
#include "views/widgets/page_head.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"
#include "views/words/error_words.h"
#include "views/words/load_view.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::IntegrityState;

AuditPage::AuditPage(const ViewContext &context, models::AuditModels &models, QWidget *parent)
    : Page(parent), m_context(context), m_models(models)
{
    buildUi();
    wire();
    showIntegrity();
}

QString AuditPage::title() const
{
    return tr("Audit trail");
}

void AuditPage::buildUi()
{
    setObjectName(u"auditPage"_s);
    m_head = new PageHead(title());
    m_badge = new Badge;
    m_badge->setObjectName(u"integrityBadge"_s);
    m_head->addBeside(m_badge);
    m_verify = makeButton(u"verifyLogButton"_s, tr("Verify now"), Icon::Shield);
    m_head->addWidget(m_verify);
    m_verifyAll = makeIconButton(u"verifyPlatformButton"_s, Icon::Server,
                                 tr("Verify the whole history on the platform"), this);
    m_head->addWidget(m_verifyAll);
    m_startAnew = makeButton(u"startAnewButton"_s, tr("Start from this log…"), Icon::Refresh);
    m_startAnew->hide();
    m_head->addWidget(m_startAnew);

    m_panel = new AuditPanel(m_context, m_models, {});
    m_head->addWidget(m_panel->actions());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_panel, 1);
}

void AuditPage::wire()
{
    // It stays on while the check runs: what goes off loses the focus.
    connect(m_verify, &QPushButton::clicked, this, [this] {
        m_asked = true;
        if (m_models.integrity.state() != IntegrityState::Checking)
            m_models.integrity.check();
    });
    connect(m_verifyAll, &QToolButton::clicked, this, [this] { m_context.commands.run(verifyAll()); });
    connect(&m_context.commands, &CommandRegistry::refreshed, this, &AuditPage::showVerifyAll);
    showVerifyAll();
    connect(m_startAnew, &QPushButton::clicked, this, &AuditPage::askStartAnew);
    connect(&m_models.integrity, &models::AuditIntegrity::changed, this, &AuditPage::showIntegrity);
    connect(m_panel, &AuditPanel::statusChanged, this, [this] {
        const QString count = m_panel->answerCount();
        m_head->setCount(count.isEmpty()
                             ? QString()
                             : tr("%1 event(s)", nullptr, countForPlural(m_models.list)).arg(count));
        Q_EMIT statusChanged();
    });
    connect(m_panel, &AuditPanel::queryLineChanged, this, [this](const QString &line) {
        Location place;
        place.page = u"audit"_s;
        if (!line.isEmpty())
            place.query.insert(u"q"_s, line);
        Q_EMIT locationChanged(place);
    });
}

/// The console's own check is quick and asks for proofs; this one lets the platform read everything.
QString AuditPage::verifyAll()
{
    return u"audit.verifyPlatform"_s;
}

QStringList AuditPage::contextCommands() const
{
    return {verifyAll()};
}

void AuditPage::showVerifyAll()
{
    m_verifyAll->setVisible(m_context.commands.contains(verifyAll()));
    setDisabledReason(m_verifyAll, m_context.commands.state(verifyAll()).reason);
}

void AuditPage::open(const Location &location)
{
    const QString line = location.query.value(u"q"_s);
    if (const QString eventId = location.query.value(u"event"_s); !eventId.isEmpty())
        m_panel->openEvent(eventId);
    else if (!m_opened || line != m_panel->queryLine())
        m_panel->setQueryLine(line);
    m_opened = true;
    m_models.integrity.look();
}

/// When the history was accepted on the platform's side, the console goes on from there only on a person's
/// word.
void AuditPage::askStartAnew()
{
    const Confirmation question{
        .objectName = u"startAnewDialog"_s,
        .title = tr("Start from this log"),
        .text =
            tr("From here on the console checks the audit log against what it is now, and the alarm ends. Do "
               "this only when the platform's administrators told you why the log was replaced."),
        .keep = tr("Keep the alarm"),
        .act = tr("Start from this log"),
        .which = Icon::Warning};
    askToConfirm(question, window(), [this] { m_models.integrity.startAnew(); });
}

void AuditPage::showIntegrity()
{
    m_startAnew->setVisible(m_models.integrity.alarm().has_value());
    const auto &verified = m_models.integrity.verified();
    QString tip;
    switch (m_models.integrity.state()) {
    case IntegrityState::Unknown:
        m_badge->set(Severity::Neutral, Icon::Shield, tr("Not checked yet"));
        break;
    case IntegrityState::Checking:
        m_badge->set(Severity::Neutral, Icon::Clock, tr("Checking the log"));
        break;
    case IntegrityState::Intact:
        m_badge->set(Severity::Ok, Icon::Shield,
                     verified
                         ? tr("Verified to checkpoint %1 UTC").arg(verified->at.toUTC().toString(u"HH:mm"_s))
                         : tr("Verified"));
        if (verified)
            tip = tr("%n event(s) up to %1 UTC. The signature holds, and the log grew from what this console "
                     "verified before.",
                     nullptr, models::forPlural(verified->size))
                      .arg(rules::momentText(verified->at, rules::DateForm::DayOfYear));
        break;
    case IntegrityState::KeyChanged:
        m_badge->set(Severity::Bad, Icon::Warning, tr("Signed by another key"));
        tip = tr("The log is signed by a key that this console has not seen before. Ask the platform's "
                 "administrators "
                 "whether the key was changed on purpose.");
        break;
    case IntegrityState::Mismatch:
        m_badge->set(Severity::Bad, Icon::Warning, tr("The log does not match"));
        tip =
            tr("The log does not continue what this console verified before: it was changed, cut or forked.");
        break;
    case IntegrityState::Failed:
        m_badge->set(Severity::Warn, Icon::Warning, tr("Could not be checked"));
        if (m_models.integrity.error())
            tip = errorLine(*m_models.integrity.error(), tr("The log could not be checked."));
        break;
    }
    if (const QString &why = m_models.integrity.saveError(); !why.isEmpty())
        tip =
            QStringList{tip, tr("What was verified could not be kept for the next time: %1.").arg(why)}.join(
                u' ');
    m_badge->setToolTip(tip);
    m_badge->setAccessibleDescription(tip);
    // The badge may say what it said before: whoever asked is told that it was checked, and what came of it.
    if (m_models.integrity.state() != IntegrityState::Checking && std::exchange(m_asked, false) &&
        !tip.isEmpty())
        m_context.toasts.show({.text = tip, .severity = m_badge->severity()});
}

StatusText AuditPage::statusText() const
{
    return m_panel->statusText();
}

QVariantMap AuditPage::saveState() const
{
    return m_panel->saveState();
}

void AuditPage::restoreState(const QVariantMap &state)
{
    m_panel->restoreState(state);
}

void AuditPage::refresh()
{
    m_panel->refresh();
    m_models.integrity.check();
}

void AuditPage::focusContent()
{
    m_panel->focusContent();
}

bool AuditPage::closeLayer()
{
    return m_panel->closeLayer();
}

} // namespace pc::views
