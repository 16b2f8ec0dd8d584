// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/pack_dialog.h"

#include "contract/pack/pack_files.h"
#include "contract/pack/pack_page.h"
#include "contract/rules/limits.h"
#include "models/base/save_file.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/seams/file_dialogs.h"
#include "views/style/space.h"
#include "views/widgets/announce.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/underline_tabs.h"
#include "views/words/load_view.h"
#include "views/words/names.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr int packWidth = 760;
// Of the preview: what the window has beside the rest of the dialog, so that the dialog itself need not
// scroll.
constexpr int leastPreview = 180;
constexpr int mostPreview = 480;
constexpr int besidePreview = 480;
constexpr int besideWords = 80; ///< what is missing and what is in it, of two lines each

Realm usualRealm(const Partner &partner)
{
    const Realm realm = rules::realmOf(partner.stage);
    return realm == Realm::Unknown ? Realm::Sandbox : realm;
}

} // namespace

PackDialog::PackDialog(const ViewContext &context, const Partner &partner, QWidget *parent)
    : DialogFrame(tr("Partner pack for %1").arg(inSentence(partner.name)), Icon::Download, packWidth, parent),
      m_context(context),
      m_model(context.connection.partners(), context.connection.feed(), partner.id, usualRealm(partner))
{
    setObjectName(u"packDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    buildUi();
    wire();
    showState();
    m_model.refresh();
}

void PackDialog::buildUi()
{
    addText(tr("Everything the partner's developer needs for the first call. No secret is in it."));
    auto *choices = new QHBoxLayout;
    choices->setSpacing(space::m);
    m_realms = new UnderlineTabs;
    m_realms->setObjectName(u"packRealms"_s);
    m_realms->setAccessibleName(tr("Realm"));
    for (const Realm realm : {Realm::Sandbox, Realm::Production})
        m_realms->addTab(toText(realm), models::nameOf(realm));
    m_realms->setCurrentId(toText(m_model.realm()));
    choices->addWidget(m_realms, 1);
    auto *name = new Label(tr("Language of the pack"), TypeRole::Small, Tone::Muted);
    choices->addWidget(name);
    m_language = new QComboBox;
    m_language->setObjectName(u"packLanguage"_s);
    m_language->setAccessibleName(name->text());
    name->setBuddy(m_language);
    m_language->addItem(u"English"_s, QVariant::fromValue(static_cast<int>(pack::Language::English)));
    m_language->addItem(u"Deutsch"_s, QVariant::fromValue(static_cast<int>(pack::Language::German)));
    m_language->setCurrentIndex(QLocale().language() == QLocale::German ? 1 : 0);
    choices->addWidget(m_language);
    body()->addLayout(choices);

    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::s);
    m_missing = new MessageBanner(Severity::Warn);
    m_missing->setObjectName(u"packMissing"_s);
    m_missing->hide();
    inner->addWidget(m_missing);
    m_contents = new Label({}, TypeRole::Small, Tone::Muted);
    m_contents->setObjectName(u"packContents"_s);
    m_contents->setWordWrap(true);
    inner->addWidget(m_contents);
    m_preview = new QTextBrowser;
    m_preview->setObjectName(u"packPreview"_s);
    m_preview->setAccessibleName(tr("The page as the partner reads it"));
    m_preview->setOpenLinks(false);
    m_preview->setMinimumHeight(leastPreview / 2);
    m_preview->document()->setDocumentMargin(space::m);
    m_preview->document()->setDefaultStyleSheet(u"h1 { font-size: large; } h2 { font-size: medium; } th { "
                                                u"text-align: left; } th, td { padding: 2px 10px 2px 0; } "
                                                "code, pre { font-family: 'JetBrains Mono'; }"_s);
    inner->addWidget(m_preview, 1);
    m_states = new StateStack(content, Skeleton::Shape::Detail);
    // What is missing takes its room from the page, so that choosing a realm moves nothing.
    m_states->setFixedHeight(besideWords + std::clamp(parentWidget()->window()->height() - besidePreview,
                                                      leastPreview, mostPreview));
    body()->addWidget(m_states, 1);

    m_done = new MessageBanner;
    m_done->setObjectName(u"packDone"_s);
    m_done->hide();
    setMessageWidget(m_done);
    QPushButton *close = addButton(u"closeButton"_s, tr("Close"));
    setSafeButton(close);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    m_copy = addButton(u"copyPack"_s, tr("Copy as text for a mail"), ButtonKind::Normal, Icon::Copy);
    m_save = addButton(u"savePack"_s, tr("Save as ZIP…"), ButtonKind::Primary, Icon::Download);
}

void PackDialog::wire()
{
    connect(m_realms, &UnderlineTabs::currentIdChanged, this, [this](const QString &id) {
        m_done->hide();
        m_model.setRealm(enumFromText<Realm>(id));
    });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        m_done->hide();
        showPack();
    });
    connect(m_copy, &QPushButton::clicked, this, &PackDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &PackDialog::save);
    connect(&m_model, &models::PackModel::changed, this, &PackDialog::showPack);
    connect(&m_model, &models::PackModel::stateChanged, this, &PackDialog::showState);
    connect(m_states, &StateStack::retryRequested, &m_model, &models::PackModel::refresh);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
}

pack::Language PackDialog::language() const
{
    return static_cast<pack::Language>(m_language->currentData().toInt());
}

QString PackDialog::textOf(const pack::LackOf &lack)
{
    const QString api = inSentence(lack.api);
    switch (lack.lack) {
    case pack::Lack::Closed:
        return tr("The partner may not call in this realm now.");
    case pack::Lack::NothingGranted:
        return tr("No call is granted in this realm, so there are no samples.");
    case pack::Lack::NoCredential:
        return tr("There is no credential for this realm yet.");
    case pack::Lack::NoClient:
        return tr("There is no OAuth client in this realm, only keys.");
    case pack::Lack::NoNetwork:
        return tr("No network is allowed in this realm: every call would be refused.");
    case pack::Lack::NoDescription:
        return tr("There is no OpenAPI description of %1.", "name of an API").arg(api);
    case pack::Lack::OwnAddress:
        break;
    }
    return tr("%1 has no host: the pack names the platform's own address for it.", "name of an API").arg(api);
}

void PackDialog::showState()
{
    showLoadState(*m_states, m_model, tr("The pack could not be loaded."));
    const QString why = m_model.hasValue() ? QString() : tr("The pack is not loaded.");
    setDisabledReason(m_copy, why);
    setDisabledReason(m_save, why);
}

void PackDialog::showPack()
{
    if (!m_model.pack())
        return;
    const PartnerPack &value = *m_model.pack();
    QStringList names;
    const QList<pack::PackFile> files = pack::filesOf(value, language());
    for (const pack::PackFile &file : files)
        names.append(file.name);
    m_contents->setText(tr("In it: %1", "names of files").arg(names.join(u", "_s)));
    QStringList lacks;
    const QList<pack::LackOf> all = pack::lacksOf(value);
    for (const pack::LackOf &lack : all)
        lacks.append(textOf(lack));
    m_missing->setMessage(Severity::Warn, lacks.join(u' '));
    m_missing->setVisible(!lacks.isEmpty());
    m_preview->setHtml(pack::bodyOf(pack::pageOf(value, pack::Words(language()))));
    showState();
}

void PackDialog::save()
{
    if (!m_model.pack())
        return;
    const QByteArray archive = pack::archiveOf(*m_model.pack(), language());
    const QPointer<PackDialog> guard(this);
    m_context.files.askSave(
        this, tr("Save the partner pack"), pack::packName(*m_model.pack()) + u".zip"_s, tr("ZIP (*.zip)"),
        [guard, archive](const QString &path) {
            if (!guard || path.isEmpty())
                return;
            const QString why = models::saveFile(path, archive);
            if (why.isEmpty())
                guard->report(Severity::Ok, tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
            else
                guard->report(Severity::Bad, tr("The file could not be written: %1").arg(why));
        });
}

void PackDialog::copy()
{
    if (!m_model.pack())
        return;
    m_context.clipboard.setText(pack::textOf(pack::pageOf(*m_model.pack(), pack::Words(language()))));
    report(Severity::Ok, tr("Pack copied as text"));
}

void PackDialog::report(Severity severity, const QString &text)
{
    m_done->setMessage(severity, text);
    m_done->show();
    announce(m_done, text);
}

} // namespace pc::views
