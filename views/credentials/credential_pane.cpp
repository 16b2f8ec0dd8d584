// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/credential_pane.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/credential_kinds.h"
#include "contract/rules/date_words.h"
#include "models/credentials/credential_use_model.h"
#include "models/text/credential_kind_text.h"
#include "models/text/enum_names.h"
#include "models/text/figures.h"
#include "views/commands/command_registry.h"
#include "views/credentials/overlap_timeline.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/surface.h"
#include "views/widgets/wrapping_row.h"
#include "views/words/use_words.h"
#include "views/words/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

CredentialPane::CredentialPane(const ViewContext &context, models::CredentialUseModel &use, QWidget *parent)
    : QWidget(parent), m_context(context), m_use(use)
{
    buildUi();
    connect(&m_use, &models::CredentialUseModel::changed, this, &CredentialPane::showUse);
    connect(&m_use, &models::CredentialUseModel::stateChanged, this, &CredentialPane::showUse);
    connect(&m_context.ticker, &TimeTicker::tick, this, &CredentialPane::show);
}

QPushButton *CredentialPane::commandButton(const QString &commandId, bool danger)
{
    auto *button = makeButton(commandId + u".button", {}, Icon::None,
                              danger ? ButtonKind::DangerOutline : ButtonKind::Normal);
    // Follows the command: text, icon, enabling and the reason in the tooltip. A command may come after the
    // button, or go: then the button is off.
    const auto follow = [this, button, commandId] {
        const CommandRegistry &commands = m_context.commands;
        const Command *command = commands.find(commandId);
        button->setEnabled(command && commands.state(commandId).enabled);
        if (!command)
            return;
        if (button->text() != command->title) {
            button->setText(command->title);
            button->setAccessibleName(command->title);
            button->setIcon(icon(command->icon));
        }
        button->setToolTip(commands.action(commandId)->toolTip());
    };
    connect(&m_context.commands, &CommandRegistry::refreshed, button, follow);
    connect(&m_context.commands, &CommandRegistry::changed, button, follow);
    connect(button, &QPushButton::clicked, this, [this, commandId] { m_context.commands.run(commandId); });
    follow();
    return button;
}

void CredentialPane::buildUi()
{
    setObjectName(u"credentialPane"_s);
    setAccessibleName(tr("Credential"));
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::m);

    auto *head = new QHBoxLayout;
    m_name = new ElidedLabel({}, TypeRole::Section);
    m_name->setWeight(QFont::DemiBold);
    m_state = new Badge;
    auto *close = makeIconButton(u"closeCredentialPane"_s, Icon::Close, tr("Close"));
    connect(close, &QToolButton::clicked, this, &CredentialPane::closeRequested);
    head->addWidget(m_name);
    head->addWidget(m_state);
    head->addStretch();
    head->addWidget(close);
    column->addLayout(head);

    m_timeline = new OverlapTimeline;
    m_oldUse = new Label({}, TypeRole::Small, Tone::Muted);
    m_oldUse->setWordWrap(true);
    m_oldUse->setObjectName(u"oldSecretUse"_s);
    auto *grace = new WrappingRow;
    grace->addWidget(commandButton(u"credential.extendGrace"_s));
    grace->addWidget(commandButton(u"credential.endGrace"_s));
    m_graceButtons = grace;
    column->addWidget(m_timeline);
    column->addWidget(m_oldUse);
    column->addWidget(m_graceButtons);
    m_legacyNote = new Label({}, TypeRole::Small, Tone::Muted);
    m_legacyNote->setWordWrap(true);
    m_legacyNote->setObjectName(u"legacyNote"_s);
    column->addWidget(m_legacyNote);
    column->addWidget(new Separator);

    m_facts = new KeyValueList;
    m_facts->setOrder({u"id"_s, u"kind"_s, u"realm"_s, u"scopes"_s, u"owner"_s, u"issued"_s, u"expires"_s,
                       u"waiting"_s, u"used"_s, u"revoked"_s});
    connect(m_facts, &KeyValueList::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    column->addWidget(m_facts);
    m_sourcesTitle = new Label(tr("Used from"), TypeRole::Body);
    m_sourcesTitle->setWeight(QFont::DemiBold);
    column->addWidget(m_sourcesTitle);
    m_sources = new KeyValueList;
    m_sources->setLabelWidth(150);
    column->addWidget(m_sources);
    column->addStretch();

    QScrollArea *scroll = scrollOver(body);

    auto *foot = new WrappingRow; // below each other where the words are long
    foot->addWidget(commandButton(u"credential.rotate"_s));
    m_suspend = commandButton(u"credential.suspend"_s);
    m_resume = commandButton(u"credential.resume"_s);
    foot->addWidget(m_suspend);
    foot->addWidget(m_resume);
    foot->addWidget(commandButton(u"credential.revoke"_s, true));
    auto *footRoom = new QVBoxLayout;
    footRoom->setContentsMargins(space::l, space::s, space::l, space::l);
    footRoom->addWidget(foot);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    outer->addLayout(footRoom);
}

void CredentialPane::setCredential(const std::optional<Credential> &credential)
{
    if (credential && (!m_credential || m_credential->id != credential->id))
        scrollToTop(this);
    m_credential = credential;
    // Another one only: the model follows the feed by itself, and its facts must not go and come back with
    // every answer for the list.
    if (credential && credential->id != m_use.credentialId())
        m_use.setCredential(credential->id, credential->partnerId);
    show();
    showUse();
}

void CredentialPane::setGranted(const std::optional<QStringList> &scopes)
{
    if (scopes == m_granted)
        return;
    m_granted = scopes;
    if (m_credential)
        showScopes();
}

/// A decision takes what both have, the credential and the partner.
void CredentialPane::showScopes()
{
    QStringList scopes;
    for (const QString &scope : m_credential->scopes)
        scopes.append(!m_granted || m_granted->contains(scope)
                          ? scope
                          : tr("%1 (not granted to the partner)", "scope").arg(scope));
    if (m_credential->kind == CredentialKind::LegacyClientId)
        return m_facts->removeRow(u"scopes"_s); // it opens nothing by itself
    m_facts->setRow(u"scopes"_s, tr("Scopes"), scopes.join(u", "_s), KeyValueList::Mono);
}

void CredentialPane::show()
{
    if (!m_credential)
        return;
    const Credential &credential = *m_credential;
    const StateLook look = stateLook(credential.state);
    m_name->setText(credential.name);
    m_state->set(look.severity, look.icon, look.text);
    const bool rotating = credential.state == CredentialState::Rotating;
    // One of the two at a time: they are opposites.
    m_resume->setVisible(credential.state == CredentialState::Suspended);
    m_suspend->setVisible(credential.state != CredentialState::Suspended);
    m_timeline->setVisible(rotating);
    m_graceButtons->setVisible(rules::generationInGrace(credential) != nullptr);
    if (rotating)
        m_timeline->setCredential(credential, m_context.ticker.now());

    const auto mono = KeyValueList::Options(KeyValueList::Mono) | KeyValueList::Copyable;
    const auto day = [](const QDateTime &time) { return rules::dateText(time, rules::DateForm::DayOfYear); };
    const qint64 daysLeft = m_context.ticker.now().daysTo(credential.expiresAt);
    m_facts->setRow(u"id"_s, models::kindText(credential.kind, &models::CredentialKindTexts::idName),
                    credential.id, mono);
    m_facts->setRow(u"kind"_s, tr("Kind"), models::nameOf(credential.kind));
    m_facts->setRow(u"realm"_s, tr("Realm"), models::nameOf(credential.realm));
    showScopes();
    m_facts->setRow(u"owner"_s, tr("Owner"), credential.owner);
    showLegacy();
    const bool imported = rules::traitsOf(credential.kind).imported;
    m_legacyNote->setVisible(imported);
    m_legacyNote->setText(imported ? models::kindText(credential.kind, &models::CredentialKindTexts::note)
                                   : QString());
    m_facts->setRow(u"issued"_s, imported ? tr("Imported") : tr("Issued"),
                    tr("%1 by %2").arg(day(credential.createdAt), credential.createdBy), KeyValueList::Plain,
                    Tone::Text, isoUtc(credential.createdAt));
    const QString end = imported ? rules::lastDayText(credential.expiresAt, rules::DateForm::DayOfYear)
                                 : day(credential.expiresAt); // of ours the dialog says it so
    m_facts->setRow(u"expires"_s, imported ? tr("Deadline") : tr("Expires"),
                    daysLeft >= 0 && daysLeft < 90 ? tr("%1 (in %n day(s))", nullptr, int(daysLeft)).arg(end)
                                                   : end,
                    KeyValueList::Plain, Tone::Text, isoUtc(credential.expiresAt));
    if (const QString waiting = waitingSecretText(credential, m_context.ticker); !waiting.isEmpty())
        m_facts->setRow(u"waiting"_s, tr("New secret"), waiting);
    else
        m_facts->removeRow(u"waiting"_s);
    showLastUse();
    if (credential.revokedAt)
        m_facts->setRow(u"revoked"_s, tr("Revoked"),
                        tr("%1 by %2: %3")
                            .arg(day(*credential.revokedAt), credential.revokedBy, credential.revokedReason));
    else
        m_facts->removeRow(u"revoked"_s);
}

/// Of a key that another system made: where it is sent, and how it is checked. Of a client id itself.
void CredentialPane::showLegacy()
{
    if (!m_credential->legacyClientId.isEmpty())
        m_facts->setRow(u"clientId"_s, tr("Old client ID"), m_credential->legacyClientId,
                        KeyValueList::Options(KeyValueList::Mono) | KeyValueList::Copyable);
    else
        m_facts->removeRow(u"clientId"_s);
    if (!m_credential->legacy) {
        m_facts->removeRow(u"header"_s);
        m_facts->removeRow(u"scheme"_s);
        return;
    }
    const LegacyFacts &facts = *m_credential->legacy;
    const QString scheme = models::nameOf(facts.scheme);
    m_facts->setRow(u"header"_s, tr("Sent in"), facts.header, KeyValueList::Mono);
    m_facts->setRow(u"scheme"_s, tr("Kept as"),
                    facts.scheme != KeyScheme::Bcrypt ? scheme
                    : facts.rehashedAt
                        ? tr("%1, hashed anew at its first use on %2")
                              .arg(scheme, rules::dateText(*facts.rehashedAt, rules::DateForm::DayOfYear))
                        : tr("%1, hashed anew at its first use, which is to come").arg(scheme));
}

bool CredentialPane::knowsUse() const
{
    return m_use.hasValue() && m_credential && m_use.credentialId() == m_credential->id;
}

void CredentialPane::showLastUse()
{
    std::optional<QDateTime> at = m_credential->lastUsedAt;
    QString from = m_credential->lastUsedFrom;
    if (knowsUse() && m_use.use()) {
        for (const SourceUse &source : m_use.use()->sources) {
            if (!at || source.lastSeenAt > *at) {
                at = source.lastSeenAt;
                from = source.source;
            }
        }
    }
    m_facts->setRow(u"used"_s, tr("Last used"),
                    at ? tr("%1 from %2").arg(m_context.ticker.relative(*at), from) : tr("never"),
                    KeyValueList::Plain, Tone::Text, at ? isoUtc(*at) : QString());
}

void CredentialPane::showUse()
{
    if (m_credential)
        showLastUse();
    const bool known = knowsUse();
    const bool rotating = m_credential && m_credential->state == CredentialState::Rotating;
    m_oldUse->setVisible(rotating);
    if (rotating) {
        const Generation *older = rules::generationInGrace(*m_credential);
        int oldSources = 0;
        if (known && older) {
            for (const models::GenerationUse &use : m_use.perGeneration()) {
                if (use.generation == older->number)
                    oldSources = use.sources;
            }
        }
        m_oldUse->setText(
            !known ? tr("Who still uses the old secret is not known at the moment.")
            : m_use.sourceCount() == 0
                ? tr("No calls were seen from either secret yet.")
                : tr("%1 of %n source address(es) still use the old secret.", nullptr, m_use.sourceCount())
                      .arg(QLocale().toString(oldSources)));
    }
    m_sources->clear();
    const bool any = known && m_use.use() && !m_use.use()->sources.isEmpty();
    m_sourcesTitle->setVisible(any);
    m_sources->setVisible(any);
    if (!any)
        return;
    int shown = 0;
    for (const SourceUse &source : m_use.use()->sources) {
        if (++shown > 6)
            break;
        m_sources->setRow(
            u"%1/%2/%3"_s.arg(source.generation).arg(source.source, source.userAgent), source.source,
            tr("secret %1 · %2 · %n call(s)", nullptr, models::forPlural(source.calls))
                .arg(QString::number(source.generation), m_context.ticker.relative(source.lastSeenAt)),
            KeyValueList::Plain, Tone::Text, source.userAgent);
    }
}

} // namespace pc::views
