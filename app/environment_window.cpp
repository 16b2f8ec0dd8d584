// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environment_window.h"

#include "app/console_settings.h"
#include "client/sign_in/secret_store.h"
#include "contract/rules/date_words.h"
#include "models/access/catalogue_model.h"
#include "models/audit/audit_integrity.h"
#include "models/audit/audit_models.h"
#include "models/catalogue/api_list_model.h"
#include "models/jobs/job_list_model.h"
#include "models/observing/observation_list_model.h"
#include "models/text/enum_names.h"
#include "views/audit/audit_page.h"
#include "views/calls/calls_page.h"
#include "views/catalogue/catalogue_acts.h"
#include "views/catalogue/catalogue_page.h"
#include "views/commands/command_palette.h"
#include "views/commands/command_registry.h"
#include "views/credentials/credential_commands.h"
#include "views/imports/import_acts.h"
#include "views/imports/legacy_page.h"
#include "views/jobs/job_commands.h"
#include "views/observing/observation_page.h"
#include "views/observing/observing_acts.h"
#include "views/observing/observing_page.h"
#include "views/onboarding/onboarding_page.h"
#include "views/partner/partner_deps.h"
#include "views/partner/partner_page.h"
#include "views/partners/partners_page.h"
#include "views/scopes/scopes_acts.h"
#include "views/scopes/scopes_page.h"
#include "views/seams/calls_places.h"
#include "views/seams/catalogue_places.h"
#include "views/seams/import_places.h"
#include "views/seams/partner_places.h"
#include "views/seams/scopes_places.h"
#include "views/shell/main_window.h"
#include "views/shell/navigator.h"
#include "views/shell/window_state.h"
#include "views/style/theme_controller.h"
#include "views/widgets/confirm_dialog.h"
#include "views/widgets/patience.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/toast.h"
#include "views/words/act_guard.h"
#include "views/words/observation_words.h"
#include "views/words/problem_words.h"

#include <QLocale>

namespace pc::app {

using namespace Qt::StringLiterals;
using models::ConnectionState;
using views::SessionStrip;

namespace {

QStringList roleNames(const QList<Role> &roles)
{
    QStringList names;
    for (Role role : roles)
        names.append(models::nameOf(role));
    return names;
}

} // namespace

EnvironmentWindow::EnvironmentWindow(const Services &services, const ConsolePaths &paths,
                                     const models::Profile &profile,
                                     std::unique_ptr<models::Connection> connection, QObject *parent)
    : QObject(parent), m_services(services), m_profile(profile), m_connection(std::move(connection)),
      m_commands(std::make_unique<views::CommandRegistry>()),
      m_navigator(std::make_unique<views::Navigator>()),
      m_ticker(std::make_unique<views::TimeTicker>([&clock = services.clock] { return clock.now(); })),
      m_environmentDir(paths.environmentDir(profile.id))
{
    m_state = std::make_unique<views::WindowState>(m_environmentDir + u"/window.json"_s);
    const bool sandbox = m_connection->session() && m_connection->session()->defaultRealm == Realm::Sandbox;
    const views::EnvironmentInfo environment{m_profile.name, sandbox};
    m_commands->setGuard([this](Op op) { return views::blockText(*m_connection, op); });
    // In the order of the menu bar; those of the frame itself follow.
    m_commands->addGroup(u"environment"_s, tr("&Environment"));
    m_commands->addGroup(u"partner"_s, tr("&Partner"));
    m_commands->addGroup(u"credential"_s, tr("&Credential"));
    m_commands->addGroup(u"catalogue"_s, tr("C&atalogue"));
    m_commands->addGroup(u"observing"_s, tr("&Observing"));
    m_commands->addGroup(u"scopes"_s, tr("&Scopes and plans"));
    m_window = std::make_unique<views::MainWindow>(
        views::ShellDeps{&m_services.theme, m_commands.get(), m_navigator.get(), m_state.get(), environment});
    m_context = std::make_unique<views::ViewContext>(views::ViewContext{
        *m_connection, *m_commands, *m_navigator, *m_ticker, m_services.clipboard, m_services.files,
        *m_window->toasts(), m_profile.name, sandbox, m_environmentDir + u"/drafts"_s, m_profile.caFile});
    m_context->saved = std::make_shared<models::SavedViews>(m_environmentDir + u"/views.json"_s);
    m_catalogue = new models::CatalogueModel(m_connection->access(), m_connection->feed(), this);
    m_integrity = new models::AuditIntegrity(m_connection->audit(), m_services.clock,
                                             m_environmentDir + u"/checkpoint.json"_s, this);
    m_integrity->follow(m_connection->feed());
    m_audit = std::make_unique<models::AuditModels>(*m_connection, *m_integrity);
    m_apis = new models::ApiListModel(m_connection->catalogue(), m_connection->feed(), this);
    m_observations =
        new models::ObservationListModel(m_connection->observations(), m_connection->feed(), this);
    m_jobs = new models::JobListModel(m_connection->jobs(), m_connection->feed(), this);
    registerCommands();
    registerPages();
    m_window->setZone(tr("times in %1").arg(u"UTC"_s));
    m_window->buildMenuBar();
    wire();
    showSession();
    showConnection();
}

EnvironmentWindow::~EnvironmentWindow()
{
    // Pages go before the models and the connection they stand on.
    m_window.reset();
}

void EnvironmentWindow::registerCommands()
{
    m_commands->add({.id = u"environment.switch"_s,
                     .title = tr("Switch environment…"),
                     .icon = views::Icon::Server,
                     .group = u"environment"_s,
                     .run = [this] { m_window->leave([this] { Q_EMIT switchRequested(); }); }});
    m_commands->add({.id = u"environment.signOut"_s,
                     .title = tr("Sign out"),
                     .icon = views::Icon::Logout,
                     .group = u"environment"_s,
                     .state =
                         [this] {
                             return m_profile.kind == models::ProfileKind::Remote
                                        ? views::CommandState::ready()
                                        : views::CommandState::off(
                                              tr("The sample on this workstation has no sign-in."));
                         },
                     .run = [this] { m_connection->endSession(); }});
    if (m_profile.kind == models::ProfileKind::Local)
        m_commands->add({.id = u"environment.resetSample"_s,
                         .title = tr("Reset the sample data…"),
                         .icon = views::Icon::Refresh,
                         .group = u"environment"_s,
                         .destructive = true,
                         .state =
                             [this] {
                                 return m_sharesPlatform
                                            ? views::CommandState::off(
                                                  tr("Another console uses this sample. Close it first."))
                                            : views::CommandState::ready();
                             },
                         .run = [this] { askResetSample(); }});
    m_commands->add({.id = u"environment.quit"_s,
                     .title = tr("Quit"),
                     .icon = views::Icon::Close,
                     .shortcut = QKeySequence(Qt::CTRL | Qt::Key_Q),
                     .group = u"environment"_s,
                     .run = [this] { m_window->close(); }});
    new views::JobCommands(*m_context, *m_jobs, m_window.get());
    new views::CredentialCommands(*m_context, m_credentialSelection, m_services.random, m_window.get());
    new views::ImportActs(*m_context, m_window.get());
    m_catalogueActs = new views::CatalogueActs(*m_context, *m_apis, m_window.get());
    m_observingActs = new views::ObservingActs(*m_context, *m_observations, *m_apis, m_window.get());
    m_scopesActs = new views::ScopesActs(*m_context, *m_catalogue, m_window.get());
}

void EnvironmentWindow::askResetSample()
{
    const views::Confirmation question{
        .objectName = u"resetSampleDialog"_s,
        .title = tr("Reset the sample data"),
        .text =
            tr("All partners, credentials and audit events of the local sample are removed, also those that "
               "you made, and new ones are written, with a short audit trail. This cannot be undone."),
        .keep = tr("Keep the data"),
        .act = tr("Reset the sample"),
        .which = views::Icon::Refresh,
        .actIcon = views::Icon::Trash};
    views::askToConfirm(question, m_window.get(), [this] { Q_EMIT resetSampleRequested(); });
}

void EnvironmentWindow::registerPages()
{
    views::PageHost *pages = m_window->pages();
    const views::PartnerDeps deps{*m_catalogue, *m_integrity, m_services.random, m_credentialSelection,
                                  m_observations};
    pages->registerPage(views::places::partners, [this, deps](QWidget *parent) {
        return new views::PartnersPage(*m_context, deps, parent);
    });
    pages->registerPage(views::places::partner, [this, deps](QWidget *parent) {
        return new views::PartnerPage(*m_context, deps, parent);
    });
    pages->registerPage(views::places::onboarding, [this, deps](QWidget *parent) {
        return new views::OnboardingPage(*m_context, deps, parent);
    });
    pages->registerPage(views::places::calls,
                        [this](QWidget *parent) { return new views::CallsPage(*m_context, parent); });
    pages->registerPage(views::places::audit, [this](QWidget *parent) {
        return new views::AuditPage(*m_context, *m_audit, parent);
    });
    pages->registerPage(views::places::catalogue, [this](QWidget *parent) {
        return new views::CataloguePage(*m_context, {*m_catalogue, *m_apis, *m_catalogueActs, m_observations},
                                        parent);
    });
    pages->registerPage(views::places::observing, [this](QWidget *parent) {
        return new views::ObservingPage(*m_context, {*m_observations, *m_observingActs}, parent);
    });
    pages->registerPage(views::places::observation, [this](QWidget *parent) {
        return new views::ObservationPage(*m_context, {*m_observations, *m_observingActs}, parent);
    });
    pages->registerPage(views::places::scopes, [this](QWidget *parent) {
        return new views::ScopesPage(*m_context, {*m_catalogue, *m_apis, *m_scopesActs}, parent);
    });
    pages->registerPage(views::places::importedKeys,
                        [this](QWidget *parent) { return new views::LegacyPage(*m_context, parent); });
    m_window->sidebar()->addEntry({.id = views::places::partners,
                                   .title = tr("Partners"),
                                   .icon = views::Icon::Partners,
                                   .location = views::places::partnersPage(),
                                   .alsoFor = {views::places::partner, views::places::onboarding}});
    m_window->sidebar()->addEntry({.id = views::places::calls,
                                   .title = tr("Calls"),
                                   .icon = views::Icon::Route,
                                   .location = views::places::callsPage(),
                                   .section = tr("Observe")});
    m_window->sidebar()->addEntry({.id = views::places::audit,
                                   .title = tr("Audit trail"),
                                   .icon = views::Icon::Audit,
                                   .location = {{}, views::places::audit, {}, {}},
                                   .section = tr("Observe")});
    m_window->sidebar()->addEntry({.id = views::places::observing,
                                   .title = tr("Observing"),
                                   .icon = views::Icon::Eye,
                                   .location = views::places::observingPage(),
                                   .section = tr("Observe"),
                                   .alsoFor = {views::places::observation}});
    m_window->sidebar()->addEntry({.id = views::places::catalogue,
                                   .title = tr("Catalogue"),
                                   .icon = views::Icon::Catalogue,
                                   .location = views::places::cataloguePage(),
                                   .section = tr("Platform")});
    m_window->sidebar()->addEntry({.id = views::places::scopes,
                                   .title = tr("Scopes and plans"),
                                   .icon = views::Icon::Scopes,
                                   .location = views::places::scopesPage(),
                                   .section = tr("Platform")});
    m_window->sidebar()->addEntry({.id = views::places::importedKeys,
                                   .title = tr("Imported keys"),
                                   .icon = views::Icon::Key,
                                   .location = views::places::importedKeysPage(),
                                   .section = tr("Platform")});
    // By their names in menu and palette, as beside the pages.
    for (const views::NavEntry &each : m_window->sidebar()->entries())
        m_context->commands.add({.id = u"go.to."_s + each.id,
                                 .title = each.title,
                                 .icon = each.icon,
                                 .group = u"go"_s,
                                 .run = [this, place = each.location] { m_navigator->navigate(place); }},
                                m_window.get());
}

void EnvironmentWindow::wire()
{
    connect(m_connection.get(), &models::Connection::statusChanged, this, &EnvironmentWindow::showConnection);
    connect(m_connection.get(), &models::Connection::sessionChanged, this, &EnvironmentWindow::showSession);
    connect(m_connection.get(), &models::Connection::tokenRenewed, this, [this] {
        if (m_profile.kind != models::ProfileKind::Remote)
            return; // the local platform makes a new one at every start
        m_services.secrets.write(
            m_profile.secretName(), m_connection->cloneToken(), this, [this](const auto &result) {
                if (!result)
                    warn(tr("The sign-in could not be kept: it ends with this console."));
            });
    });
    // Whether the platform accepts its history is said with the session.
    connect(&m_connection->feed(), &models::ChangeFeed::changed, this, [this](const Change &change) {
        if (change.kind == ChangeKind::Session && change.id.isEmpty())
            m_connection->refreshSession();
    });
    connect(&m_connection->feed(), &models::ChangeFeed::reset, this,
            [this] { m_connection->refreshSession(); });
    // An event never changes and reading one may be recorded: again only where it was refused.
    connect(&m_connection->feed(), &models::ChangeFeed::reset, &m_audit->event, [this] {
        if (m_audit->event.error())
            m_audit->event.refresh();
    });
    connect(m_jobs, &models::JobListModel::changed, m_window.get(),
            [this] { m_window->setActivity(m_jobs->underWay()); });
    connect(m_observations, &models::PagedModel::stateChanged, this, &EnvironmentWindow::showObserved);
    connect(m_ticker.get(), &views::TimeTicker::tick, this, &EnvironmentWindow::showObserved);
    connect(m_window.get(), &views::MainWindow::observedRequested, this, [this] {
        const QList<ObservationSummary> observed = m_observations->inForce();
        m_navigator->navigate(observed.size() == 1
                                  ? views::places::observationPage(observed.constFirst().observation.id)
                                  : views::places::observingPage());
    });
    connect(m_integrity, &models::AuditIntegrity::changed, this, &EnvironmentWindow::showIntegrity);
    connect(&m_services.secrets, &client::SecretStore::kindChanged, this, &EnvironmentWindow::showConnection);
    connect(m_ticker.get(), &views::TimeTicker::tick, this, &EnvironmentWindow::showConnection);
    connect(m_window.get(), &views::MainWindow::appearanceChosen, this, [this](views::Appearance appearance) {
        if (const QString why = m_services.settings.setAppearance(appearance); !why.isEmpty())
            warn(tr("The choice holds for now, but could not be saved: %1").arg(why));
    });
    connect(m_window->strip(), &SessionStrip::actionRequested, this, [this](SessionStrip::Notice notice) {
        if (notice == SessionStrip::Notice::Offline)
            m_connection->retryNow();
        else if (notice == SessionStrip::Notice::SessionEnded)
            Q_EMIT signInRequested();
        else if (notice == SessionStrip::Notice::HistoryMismatch)
            m_navigator->navigate({{}, views::places::audit, {}, {}});
    });
}

void EnvironmentWindow::showConnection()
{
    const models::ConnectionStatus &status = m_connection->status();
    const auto clockTime = [](const QDateTime &time) {
        return QLocale().toString(time.toUTC().time(), u"HH:mm"_s);
    };
    SessionStrip *strip = m_window->strip();
    const bool offline = status.state == ConnectionState::Offline;
    const bool ended = status.state == ConnectionState::SessionEnded;
    const bool silent = status.state == ConnectionState::NotAnswering;
    const int silentFor =
        silent ? static_cast<int>(std::max<qint64>(0, status.waitingSince.secsTo(m_services.clock.now())))
               : 0;
    views::ConnectionLook shown =
        offline || ended || silent ? views::ConnectionLook::Offline : views::ConnectionLook::Online;
    QString text;
    switch (status.state) {
    case ConnectionState::Connecting:
        shown = views::ConnectionLook::Connecting;
        text = tr("Connecting…");
        break;
    case ConnectionState::Online:
        text = status.latencyMs >= 0 ? tr("Connected · %1 ms").arg(status.latencyMs) : tr("Connected");
        break;
    case ConnectionState::NotAnswering:
        text = tr("No answer for %n s", "seconds", silentFor);
        break;
    case ConnectionState::Offline:
        text = tr("Offline since %1 UTC").arg(clockTime(status.since));
        break;
    case ConnectionState::SessionEnded:
        text = tr("Signed out");
        break;
    case ConnectionState::Forbidden:
        text = tr("No permissions here");
        break;
    }
    m_window->sidebar()->setConnection(shown, text);
    if (offline)
        strip->setNotice(
            SessionStrip::Notice::Offline,
            status.lastGoodAt.isValid()
                ? tr("Offline since %1 UTC. You can go on reading data from %2 UTC; acting waits until the "
                     "platform answers again.")
                      .arg(clockTime(status.since), clockTime(status.lastGoodAt))
                : tr("The platform cannot be reached."),
            tr("Retry now"));
    else if (silent)
        strip->setNotice(
            SessionStrip::Notice::Offline,
            views::Patience::text(silentFor) + QLatin1Char(' ') +
                (status.lastGoodAt.isValid()
                     ? tr("What is shown is from %1 UTC or before.")
                           .arg(QLocale().toString(status.lastGoodAt.toUTC().time(), u"HH:mm:ss"_s))
                     : QString())); // it is being asked; "Retry now" is on the page that waits
    else
        strip->clearNotice(SessionStrip::Notice::Offline);
    if (ended)
        strip->setNotice(SessionStrip::Notice::SessionEnded,
                         tr("Your session has ended. What is shown stays readable; sign in again to act."),
                         tr("Sign in again"));
    else
        strip->clearNotice(SessionStrip::Notice::SessionEnded);
    if (m_profile.kind == models::ProfileKind::Remote &&
        m_services.secrets.kind() == client::SecretStoreKind::MemoryOnly)
        strip->setNotice(SessionStrip::Notice::MemoryOnlySecrets,
                         tr("This workstation has no keyring, so the sign-in is kept in memory and ends with "
                            "the console."));
    else
        strip->clearNotice(SessionStrip::Notice::MemoryOnlySecrets);
    m_commands->refresh();
}

void EnvironmentWindow::showSession()
{
    showIntegrity();
    if (const auto &session = m_connection->session())
        m_window->sidebar()->setOperator(session->displayName.isEmpty() ? session->account
                                                                        : session->displayName,
                                         roleNames(session->roles).join(u", "_s));
    m_commands->refresh();
}

/// On every page: what is shown anywhere may come from a history that was put back.
void EnvironmentWindow::showIntegrity()
{
    SessionStrip *strip = m_window->strip();
    const auto &session = m_connection->session();
    if (session && !session->historyRefused.isEmpty())
        return strip->setNotice(SessionStrip::Notice::HistoryMismatch,
                                views::problemSentence(ProblemCode::HistoryNotAccepted),
                                tr("Open the audit trail"));
    if (!m_integrity->alarm())
        return strip->clearNotice(SessionStrip::Notice::HistoryMismatch);
    const auto &verified = m_integrity->verified();
    strip->setNotice(SessionStrip::Notice::HistoryMismatch,
                     *m_integrity->alarm() == models::IntegrityState::KeyChanged || !verified
                         ? tr("The audit log is not signed by the key that this console knows. What is shown "
                              "may not be what "
                              "was.")
                         : tr("The audit log does not continue what this console verified on %1 UTC: it was "
                              "changed, cut or "
                              "put back. What is shown may not be what was.")
                               .arg(rules::momentText(verified->at, rules::DateForm::DayOfYear)),
                     tr("Open the audit trail"));
}

/// On every page: as long as something is observed, it is as open as it was before.
void EnvironmentWindow::showObserved()
{
    m_window->setObserved(views::observedStripText(m_observations->inForce(), m_services.clock.now()));
}

void EnvironmentWindow::show()
{
    m_state->restoreGeometry(m_window.get());
    m_window->show();
    const views::Location last = views::Location::parse(m_state->value(u"location"_s).toString());
    m_navigator->navigate(
        last.isValid() && m_window->pages()->knows(last.page) ? last : views::places::partnersPage());
    connect(m_navigator.get(), &views::Navigator::changed, m_window.get(),
            [this] { m_state->setValue(u"location"_s, m_navigator->current().toString()); });
    m_integrity->check();
    m_jobs->refresh();
    m_observations->ensureLoaded();
}

void EnvironmentWindow::signInAgain(Secret token)
{
    m_connection->signInAgain(std::move(token));
}

void EnvironmentWindow::forgetLog()
{
    m_integrity->forget();
    m_state->setValue(u"location"_s, {}); // what it names goes as well
}

void EnvironmentWindow::warn(const QString &text)
{
    m_window->toasts()->show({.text = text, .severity = views::Severity::Bad, .milliseconds = 20000});
}

void EnvironmentWindow::setSharesPlatform(bool shares)
{
    m_sharesPlatform = shares;
    m_commands->refresh();
}

} // namespace pc::app
