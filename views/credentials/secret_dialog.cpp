// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/secret_dialog.h"

#include "contract/crypto/secret.h"
#include "contract/pack/code_samples.h"
#include "models/credentials/issuing_flow.h"
#include "models/session/connection.h"
#include "models/text/credential_kind_text.h"
#include "models/text/enum_names.h"
#include "views/credentials/clipboard_countdown.h"
#include "views/credentials/secret_field.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/code_block.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/toast.h"
#include "views/widgets/underline_tabs.h"
#include "views/words/names.h"
#include "views/words/words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

SecretDialog::SecretDialog(const ViewContext &context, models::IssuingFlow *flow, bool rotated,
                           QWidget *parent)
    : DialogFrame({}, Icon::Credentials, 680, parent), m_context(context), m_flow(flow),
      m_head(new QStackedWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"secretDialog"_s);
    m_flow->setParent(this);
    buildUi(rotated);
    setCloseGuarded(true);
    connect(this, &DialogFrame::closeRefused, this, &SecretDialog::askBeforeClosing);
}

SecretDialog::~SecretDialog() = default;

void SecretDialog::buildUi(bool rotated)
{
    const Credential &credential = *m_flow->credential();
    setTitle(rotated ? tr("New secret for “%1”").arg(inSentence(credential.name))
                     : models::kindText(credential.kind, &models::CredentialKindTexts::issued)
                           .arg(inSentence(credential.name)));
    setTitleIcon(Icon::Credentials, Tone::Ok);
    setEnvironment(models::nameOf(credential.realm), realmSeverity(credential.realm));
    auto *intro = addText(tr(
        "This is the only time the secret is shown. It is not stored here and cannot be recovered; if it is "
        "lost, rotate the credential."));
    body()->addWidget(new Label(idName(), TypeRole::Small, Tone::Muted));
    body()->addWidget(makeId());
    body()->addWidget(new Label(models::nameOf(credential.kind), TypeRole::Small, Tone::Muted));
    body()->addWidget(makeSecret());
    m_countdown = new ClipboardCountdown(m_context.clipboard, clipboardSeconds());
    keepRoomWhileHidden(m_countdown); // the samples below stay where they are
    body()->addWidget(m_countdown);

    m_tabs = new UnderlineTabs;
    m_tabs->setObjectName(u"sampleTabs"_s);
    m_tabs->addTab(u"curl"_s, tr("cURL"));
    m_tabs->addTab(u"env"_s, tr("Environment file"));
    m_tabs->addTab(u"kubernetes"_s, tr("Kubernetes Secret"));
    m_tabs->addTab(u"vault"_s, tr("Vault"));
    m_sample = new CodeBlock;
    body()->addWidget(m_tabs);
    body()->addWidget(m_sample);
    connect(m_tabs, &UnderlineTabs::currentIdChanged, this, &SecretDialog::showSample);
    connect(m_sample, &CodeBlock::copyRequested, this,
            [this](const QString &code) { m_context.clipboard.setText(code); });
    showSample(u"curl"_s);

    m_closing = new MessageBanner(Severity::Warn,
                                  tr("The secret is lost when this closes, unless it is stored. Tick the "
                                     "box when it is, or close anyway and rotate later."));
    m_closing->setObjectName(u"closingQuestion"_s);
    m_closing->setAction(tr("Close anyway"));
    m_head->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    // It says the same more urgently, in the same place: nothing moves when it comes.
    m_head->addWidget(intro);
    m_head->addWidget(m_closing);
    body()->insertWidget(0, m_head);
    connect(m_closing, &MessageBanner::actionTriggered, this, [this] { done(Rejected); });

    m_stored = new QCheckBox(tr("I have stored the secret in the partner’s vault"));
    m_stored->setObjectName(u"storedCheck"_s);
    setFooterWidget(m_stored);
    auto *doneButton = addButton(u"doneButton"_s, tr("Done"), ButtonKind::Primary);
    setDisabledReason(doneButton, tr("Tick the box first: the secret cannot be shown again."));
    connect(m_stored, &QCheckBox::toggled, this, [this, doneButton](bool stored) {
        setDisabledReason(doneButton,
                          stored ? QString() : tr("Tick the box first: the secret cannot be shown again."));
        setCloseGuarded(!stored);
        m_head->setCurrentIndex(0);
    });
    connect(doneButton, &QPushButton::clicked, this, &QDialog::accept);
}

QString SecretDialog::idName() const
{
    return models::kindText(m_flow->credential()->kind, &models::CredentialKindTexts::idName);
}

QWidget *SecretDialog::makeId()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    auto *id = new QLineEdit(m_flow->credential()->id);
    id->setReadOnly(true);
    id->setObjectName(u"clientId"_s);
    id->setAccessibleName(idName());
    id->setFont(TypeScale::of(this).font(TypeRole::Mono));
    id->setLayoutDirection(Qt::LeftToRight);
    auto *copy = makeButton(u"copyIdButton"_s, tr("Copy"), Icon::Copy);
    connect(copy, &QPushButton::clicked, this,
            [this] { m_context.clipboard.setText(m_flow->credential()->id); });
    line->addWidget(id, 1);
    line->addWidget(copy);
    return row;
}

QWidget *SecretDialog::makeSecret()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    m_secret = new SecretField(m_flow->secret());
    auto *show = makeIconButton(u"revealButton"_s, Icon::Eye, tr("Show while held"));
    connect(show, &QToolButton::pressed, this, [this] { m_secret->setRevealed(true); });
    connect(show, &QToolButton::released, this, [this] { m_secret->setRevealed(false); });
    auto *copy = makeButton(u"copySecretButton"_s, tr("Copy"), Icon::Copy, ButtonKind::Primary);
    copy->setAccessibleName(tr("Copy secret"));
    connect(copy, &QPushButton::clicked, this, &SecretDialog::copySecret);
    setSafeButton(copy);
    line->addWidget(m_secret, 1);
    line->addWidget(show);
    line->addWidget(copy);
    return row;
}

void SecretDialog::copySecret()
{
    m_context.clipboard.setSecret(m_flow->secret().view());
    m_countdown->start();
}

void SecretDialog::showSample(const QString &id)
{
    pack::SampleEndpoints endpoints;
    if (const auto &session = m_context.connection.session())
        endpoints = {session->tokenEndpoint, session->apiBase, m_context.caFile};
    const Credential &credential = *m_flow->credential();
    m_sample->setCode(id == u"env"          ? pack::environmentSample(credential, endpoints)
                      : id == u"kubernetes" ? pack::kubernetesSample(credential)
                      : id == u"vault"      ? pack::vaultSample(credential)
                                            : pack::curlSample(credential, endpoints));
}

void SecretDialog::askBeforeClosing()
{
    // It has a line more in some languages: what is below moves rather than a warning is cut.
    m_head->setMinimumHeight(std::max(m_head->minimumHeight(), m_closing->heightForWidth(m_head->width())));
    m_head->setCurrentWidget(m_closing);
    m_stored->setFocus();
}

void SecretDialog::done(int result)
{
    setCloseGuarded(false);
    m_countdown->leaveTo(parent(), clipboardSecondsAfterClose());
    m_flow->finish();
    DialogFrame::done(result);
}

} // namespace pc::views
