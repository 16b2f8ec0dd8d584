// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_app.h"

#include "app/console_settings.h"
#include "app/environment_window.h"
#include "client/http/qt_transport.h"
#include "client/sign_in/secret_store.h"
#include "models/session/connection.h"
#include "views/shell/main_window.h"
#include "views/welcome/welcome_window.h"
#include "views/widgets/confirm_dialog.h"
#include "views/widgets/patience.h"
#include "views/words/error_words.h"
#include "views/words/names.h"

#include <QCoreApplication>
#include <QTimer>

namespace pc::app {

using namespace Qt::StringLiterals;
using client::LocalPlatform;
using models::ConnectionState;
using models::Profile;
using models::ProfileKind;
using Wrong = views::ConnectForm::Wrong;

namespace {

constexpr int maxLocalRestarts = 4;
constexpr qint64 steadyAfterMs = 30'000; ///< a platform that has run for so long counts as well

} // namespace

ConsoleApp::ConsoleApp(const Services &services, const ConsolePaths &paths, const ConsoleOptions &options,
                       QObject *parent)
    : QObject(parent), m_services(services), m_paths(paths), m_options(options),
      m_local(paths.platformProgram, paths.localData)
{
    wireLocal();
}

ConsoleApp::~ConsoleApp() = default;

void ConsoleApp::wireLocal()
{
    connect(&m_local, &LocalPlatform::seedProgress, this, [this](const client::SeedProgress &progress) {
        if (m_welcome)
            m_welcome->showSeedProgress(progress);
    });
    connect(&m_local, &LocalPlatform::seedCancelled, this, &ConsoleApp::showWelcome);
    connect(&m_local, &LocalPlatform::stateChanged, this, [this](LocalPlatform::State state) {
        if (m_welcome && state == LocalPlatform::State::Starting)
            m_welcome->showBusy(tr("Starting the platform of this workstation"));
    });
    connect(&m_local, &LocalPlatform::ready, this, &ConsoleApp::onLocalReady);
    connect(&m_local, &LocalPlatform::failed, this, [this] {
        if (!m_local.error())
            return;
        if (m_localUp.isValid() && m_localUp.hasExpired(steadyAfterMs))
            m_localRestarts = 0;
        m_localUp.invalidate();
        const bool ended = m_local.error()->fault == client::LocalPlatformFault::Exited;
        // The window stays, shows "offline" and signs in again when it is back. A platform that ends again
        // and again has a reason that somebody must see.
        if (m_environment && ended && m_localRestarts < maxLocalRestarts) {
            QTimer::singleShot(500 * m_localRestarts++, &m_local, [this] { m_local.start(); });
            return;
        }
        m_localRestarts = 0;
        fail(views::describeError(*m_local.error()));
    });
}

void ConsoleApp::start()
{
    if (m_options.sample || m_options.smoke) {
        openSample();
        return;
    }
    const QString last = m_services.settings.lastProfile();
    if (last == localProfileId() && m_local.hasData())
        openSample();
    else if (m_services.profiles.find(last))
        openProfile(last);
    else
        showWelcome();
}

void ConsoleApp::ensureWelcome()
{
    if (m_welcome)
        return;
    m_welcome =
        std::make_unique<views::WelcomeWindow>(m_services.profiles, m_services.files, m_local.hasData());
    connect(m_welcome.get(), &views::WelcomeWindow::sampleRequested, this, &ConsoleApp::openSample);
    m_welcome->setFreeBytes(m_local.freeBytes());
    connect(m_welcome.get(), &views::WelcomeWindow::profileRequested, this, &ConsoleApp::openProfile);
    connect(m_welcome.get(), &views::WelcomeWindow::cancelRequested, this, [this] {
        m_pending.reset();
        if (m_local.state() == LocalPlatform::State::Seeding)
            m_local.cancelSeed(); // seedCancelled() shows the choices
        else {
            m_local.stop();
            showWelcome();
        }
    });
    connect(m_welcome->connectForm(), &views::ConnectForm::connectRequested, this, &ConsoleApp::connectTyped);
    connect(
        m_welcome->connectForm(), &views::ConnectForm::backRequested, this,
        [this] {
            m_pending.reset();
            if (m_environment)
                m_welcome.reset(); // back to what is still open
        },
        Qt::QueuedConnection);
}

void ConsoleApp::showWelcome()
{
    ensureWelcome();
    m_welcome->setFreeBytes(m_local.freeBytes());
    m_welcome->showChoices();
    m_welcome->show();
    m_environment.reset();
}

client::SeedOptions ConsoleApp::seedOptions(rules::SampleSize size) const
{
    return {m_options.sampleEvents.value_or(m_options.smoke ? 2000 : rules::sampleEvents(size))};
}

void ConsoleApp::openSample(rules::SampleSize size)
{
    const bool seed = !m_local.hasData();
    // Before the window is made: both take about as long.
    if (m_local.state() == LocalPlatform::State::Running)
        m_local.restart(); // a token is handed over once, at the start
    else if (seed)
        m_local.seedAndStart(seedOptions(size));
    else
        m_local.start();
    if (m_local.state() == LocalPlatform::State::Failed)
        return; // and said so
    ensureWelcome();
    m_welcome->showStarting(seed);
    m_welcome->show();
}

void ConsoleApp::onLocalReady()
{
    m_localUp.start();
    const bool shares = m_local.endpoint()->attached;
    // The window stays when the platform came back where it was; its port may have been taken meanwhile.
    if (m_environment && m_environment->profile().kind == ProfileKind::Local &&
        m_environment->profile().url == m_local.endpoint()->url) {
        m_environment->setSharesPlatform(shares);
        m_environment->signInAgain(m_local.takeToken());
        return;
    }
    Profile profile;
    profile.id = localProfileId();
    profile.kind = ProfileKind::Local;
    profile.name = tr("Local sample");
    profile.url = m_local.endpoint()->url;
    profile.caFile = m_local.endpoint()->caFile;
    signIn(profile, m_local.takeToken(), false);
}

void ConsoleApp::openProfile(const QString &profileId)
{
    const std::optional<Profile> profile = m_services.profiles.find(profileId);
    if (!profile)
        return showWelcome();
    ensureWelcome();
    m_welcome->showBusy(tr("Connecting to %1").arg(views::inSentence(profile->name)));
    m_welcome->show();
    m_services.secrets.read(profile->secretName(), this, [this, profile = *profile](auto result) {
        if (result)
            return signIn(profile, std::move(*result), false);
        m_welcome->showConnect({profile.name, profile.url, profile.caFile});
    });
}

void ConsoleApp::connectTyped()
{
    const views::ConnectRequest request = m_welcome->connectForm()->request();
    Profile profile;
    for (const Profile &known : m_services.profiles.all()) {
        if (known.kind == ProfileKind::Remote && known.url == request.url)
            profile = known;
    }
    profile.kind = ProfileKind::Remote;
    profile.name = request.name;
    profile.url = request.url;
    profile.caFile = request.caFile;
    m_welcome->connectForm()->setBusy(true);
    signIn(profile, m_welcome->connectForm()->token(), true);
}

void ConsoleApp::signIn(const Profile &profile, Secret token, bool save)
{
    auto transport = client::QtTransport::make(profile.url, profile.caFile);
    if (!transport) {
        views::ErrorInfo error;
        error.what = tr("The connection could not be set up.");
        const bool badUrl = transport.error().fault == client::TransportSetupFault::BadUrl;
        error.remedy = badUrl ? tr("Check the address of the platform.")
                              : tr("Choose the platform's certificate authority file (PEM).");
        error.details = transport.error().detail;
        return fail(error, badUrl ? Wrong::Nothing : Wrong::Authority);
    }
    m_pendingProfile = profile;
    m_pendingSave = save;
    m_pending =
        std::make_unique<models::Connection>(std::move(*transport), std::move(token), m_services.clock);
    connect(m_pending.get(), &models::Connection::sessionChanged, this, &ConsoleApp::onSignedIn);
    connect(m_pending.get(), &models::Connection::statusChanged, this, &ConsoleApp::onSignedIn);
    m_pending->start();
}

void ConsoleApp::onSignedIn()
{
    if (!m_pending)
        return;
    const models::ConnectionStatus &status = m_pending->status();
    if (m_pending->session() && status.state != ConnectionState::SessionEnded) {
        m_pending->disconnect(this);
        const QStringList lost =
            m_environment && !isSameEnvironment() ? m_environment->window().unsavedWork() : QStringList();
        return lost.isEmpty() ? enter() : askAboutEdits(lost);
    }
    if (status.state == ConnectionState::Connecting || status.state == ConnectionState::Online)
        return;
    if (status.state == ConnectionState::NotAnswering && !status.error)
        return m_welcome->showWait(
            views::Patience::text(static_cast<int>(status.waitingSince.secsTo(m_services.clock.now()))));
    const std::optional<client::ApiError> error = status.error;
    const bool ended = status.state == ConnectionState::SessionEnded;
    m_pending->disconnect(this);
    dropPending();
    if (ended) {
        const Profile profile = m_pendingProfile;
        if (profile.kind == ProfileKind::Remote && !m_welcome->isConnecting())
            m_welcome->showConnect({profile.name, profile.url, profile.caFile});
        views::ErrorInfo info;
        info.what = tr("The platform does not accept this token.");
        info.remedy = tr("It may have expired: ask for a new one.");
        return fail(info, Wrong::Token);
    }
    // An address or an authority that is wrong can be corrected where it stands; what was right is kept.
    if (const Profile &tried = m_pendingProfile;
        tried.kind == ProfileKind::Remote && !m_welcome->isConnecting())
        m_welcome->showConnect({tried.name, tried.url, tried.caFile});
    const bool untrusted = error && error->kind == client::ErrorKind::Tls;
    fail(views::describeError(error.value_or(client::ApiError{}), tr("The platform could not be reached.")),
         untrusted ? Wrong::Authority : Wrong::Nothing);
}

void ConsoleApp::enter()
{
    if (!m_pending)
        return;
    keepProfile();
    if (isSameEnvironment()) {
        // Page, selection, open pane and staged edits are where they were.
        m_environment->signInAgain(m_pending->cloneToken());
        dropPending();
        m_welcome->connectForm()->forgetToken();
        m_welcome.release()->deleteLater();
        return;
    }
    openEnvironment(m_pendingProfile, std::move(m_pending));
}

void ConsoleApp::dropPending()
{
    if (m_pending)
        m_pending.release()->deleteLater(); // we may be inside one of its signals
}

void ConsoleApp::askAboutEdits(const QStringList &lost)
{
    const QString ours = m_environment->connection().session().value_or(Session{}).account;
    const QString &theirs = m_pending->session()->account;
    const QString going = ours == theirs
                              ? tr("Going on discards these edits.")
                              : tr("They are edits of %1. Going on as %2 discards them.").arg(ours, theirs);
    const views::Confirmation question{.objectName = u"otherSignInDialog"_s,
                                       .title = tr("Discard unsaved edits?"),
                                       .text = (QStringList(lost) << going).join(u'\n'),
                                       .keep = tr("Keep the edits"),
                                       .act = tr("Discard and go on"),
                                       .which = views::Icon::Edit};
    QWidget *over = m_welcome ? static_cast<QWidget *>(m_welcome.get()) : &m_environment->window();
    // Later: what comes next may end the window that asks.
    views::askToConfirm(
        question, over,
        [this] {
            QMetaObject::invokeMethod(
                this, [this] { enter(); }, Qt::QueuedConnection);
        },
        [this] {
            dropPending();
            if (m_welcome)
                m_welcome->connectForm()->setBusy(false);
        });
}

bool ConsoleApp::isSameEnvironment() const
{
    if (!m_environment || !m_environment->connection().session())
        return false;
    const Profile &open = m_environment->profile();
    return open.kind == ProfileKind::Remote && open.url == m_pendingProfile.url &&
           open.caFile == m_pendingProfile.caFile &&
           m_environment->connection().session()->account == m_pending->session()->account;
}

void ConsoleApp::keepProfile()
{
    if (!m_pendingSave)
        return;
    m_pendingProfile.account = m_pending->session()->account;
    if (m_pendingProfile.id.isEmpty())
        m_pendingProfile = m_services.profiles.add(m_pendingProfile);
    else
        m_services.profiles.update(m_pendingProfile);
    m_services.secrets.write(
        m_pendingProfile.secretName(), m_pending->cloneToken(), this, [this](const auto &result) {
            if (!result && m_environment)
                m_environment->warn(tr("The sign-in could not be kept: it ends with this console."));
        });
}

void ConsoleApp::openEnvironment(const Profile &profile, std::unique_ptr<models::Connection> connection)
{
    const QString notKept = m_services.settings.setLastProfile(profile.id);
    if (profile.kind == ProfileKind::Remote)
        m_services.profiles.markUsed(profile.id, m_services.clock.now());
    m_environment = std::make_unique<EnvironmentWindow>(m_services, m_paths, profile, std::move(connection));
    connect(
        m_environment.get(), &EnvironmentWindow::switchRequested, this,
        [this] {
            // The choices come anyway; what could not be kept only opens this environment again next time.
            (void)m_services.settings.setLastProfile({});
            showWelcome();
        },
        Qt::QueuedConnection);
    connect(
        m_environment.get(), &EnvironmentWindow::signInRequested, this,
        [this] {
            if (m_environment->profile().kind == ProfileKind::Local)
                return m_local.restart();
            // The environment stays open behind: signing in to it again goes on where it was left.
            const Profile again = m_environment->profile();
            ensureWelcome();
            m_welcome->showConnect({again.name, again.url, again.caFile});
            m_welcome->show();
            m_welcome->raise();
            m_welcome->activateWindow();
        },
        Qt::QueuedConnection);
    connect(m_environment.get(), &EnvironmentWindow::resetSampleRequested, this, &ConsoleApp::resetSample,
            Qt::QueuedConnection);
    if (profile.kind == ProfileKind::Local && m_local.endpoint())
        m_environment->setSharesPlatform(m_local.endpoint()->attached);
    m_environment->show();
    if (m_welcome)
        m_welcome->connectForm()->forgetToken();
    m_welcome.reset();
    if (!notKept.isEmpty())
        m_environment->warn(tr("Which environment was open last could not be saved: %1").arg(notKept));
    if (profile.kind == ProfileKind::Remote && !m_services.profiles.saveError().isEmpty())
        m_environment->warn(
            tr("The list of environments could not be saved: %1").arg(m_services.profiles.saveError()));
    Q_EMIT environmentOpened();
}

void ConsoleApp::resetSample()
{
    ensureWelcome();
    m_welcome->showStarting(true);
    m_welcome->show();
    if (m_environment)
        m_environment->forgetLog();
    m_environment.reset();
    m_local.resetSample(seedOptions(rules::SampleSize::Small));
}

void ConsoleApp::fail(const views::ErrorInfo &error, Wrong which)
{
    ensureWelcome();
    m_welcome->connectForm()->setBusy(false);
    m_welcome->showFailure(error, which);
    m_welcome->show();
    Q_EMIT failed(error.what + u' ' + error.details);
}

} // namespace pc::app
