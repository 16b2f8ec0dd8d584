// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_paths.h"
#include "app/console_settings.h"
#include "app/environment_window.h"
#include "client/sign_in/secret_store.h"
#include "contract/crypto/random_source.h"
#include "models/session/profiles.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/themed_test.h"
#include "views/credentials/credentials_tab.h"
#include "views/seams/catalogue_places.h"
#include "views/seams/import_places.h"
#include "views/seams/partner_places.h"
#include "views/seams/scopes_places.h"
#include "views/shell/main_window.h"
#include "views/shell/session_strip.h"
#include "views/shell/sidebar.h"
#include "views/widgets/color_strip.h"
#include "views/widgets/toast.h"
#include "views/words/observation_words.h"

#include <QJsonDocument>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace pc;
using namespace pc::app;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;
using Mood = SampleService::Mood;
using Notice = SessionStrip::Notice;

namespace {

/// Keeps what it is given, or refuses, and says that it is whatever a test wants.
class TestedSecrets final : public client::SecretStore
{
public:
    [[nodiscard]] client::SecretStoreKind kind() const override { return m_kind; }
    void read(const QString &, QObject *, std::function<void(client::SecretStoreResult<Secret>)>) override {}
    void write(const QString &name, Secret, QObject *,
               std::function<void(client::SecretStoreResult<void>)> done) override
    {
        written.append(name);
        if (refuses)
            done(tl::make_unexpected(client::SecretStoreError{}));
        else
            done({});
    }
    void remove(const QString &, QObject *, std::function<void(client::SecretStoreResult<void>)>) override {}
    void become(client::SecretStoreKind kind)
    {
        m_kind = kind;
        Q_EMIT kindChanged(kind);
    }
    QStringList written;
    bool refuses = false;

private:
    client::SecretStoreKind m_kind = client::SecretStoreKind::Keyring;
};

const QDateTime start({2025, 11, 21}, {10, 24}, Qt::UTC);

/// The window of one environment over the sample service, signed in.
struct Console
{
    QTemporaryDir dir;
    ManualClock clock{start};
    SystemRandom random;
    TestedSecrets secrets;
    models::Profiles profiles{dir.filePath(u"profiles.json"_s)};
    ConsoleSettings settings;
    MemoryClipboard clipboard;
    FixedFileDialogs files;
    SampleService *service = nullptr;
    std::unique_ptr<EnvironmentWindow> environment;
    Services services;
    ConsolePaths paths = ConsolePaths::below(dir.path());
    models::Profile profile;

    explicit Console(ThemeController &theme, models::ProfileKind kind = models::ProfileKind::Remote,
                     const QString &settingsFile = {})
        : settings(settingsFile.isEmpty() ? dir.filePath(u"settings.json"_s) : settingsFile),
          services{clock, random, secrets, profiles, settings, theme, clipboard, files}
    {
        profile.id = u"p1"_s;
        profile.kind = kind;
        profile.name = u"Europe"_s;
    }
    ~Console() { environment.reset(); }

    void make(const std::function<void(SampleService &)> &prepare = {})
    {
        environment.reset();
        auto transport = std::make_unique<SampleService>(start);
        service = transport.get();
        if (prepare)
            prepare(*service);
        auto connection =
            std::make_unique<models::Connection>(std::move(transport), Secret::copyOf("operator"), clock);
        connection->start();
        settle(4);
        environment = std::make_unique<EnvironmentWindow>(services, paths, profile, std::move(connection));
    }
    void open(const std::function<void(SampleService &)> &prepare = {})
    {
        make(prepare);
        environment->show();
        settle(4);
    }
    [[nodiscard]] MainWindow &window() const { return environment->window(); }
    [[nodiscard]] models::Connection &connection() const { return environment->connection(); }
    [[nodiscard]] SessionStrip &strip() const { return *window().strip(); }
    [[nodiscard]] QString place() const { return environment->navigator().current().page; }
    [[nodiscard]] QString toast() const
    {
        const QList<Toast *> shown = window().toasts()->toasts();
        return shown.isEmpty() ? QString() : shown.last()->text();
    }
    /// Everything that a label of this part of the window says.
    [[nodiscard]] static QStringList said(const QWidget *part)
    {
        QStringList texts;
        for (const QLabel *each : part->findChildren<QLabel *>())
            if (!each->text().isEmpty())
                texts.append(each->text());
        return texts;
    }
    void becomes(models::ConnectionState state)
    {
        for (int i = 0; i < 40 && connection().status().state != state; ++i) {
            clock.advance(std::chrono::milliseconds(500));
            settle(2);
        }
    }
};

} // namespace

/// What the window of an environment is wired to: session, connection, history, keyring, settings.
class TestEnvironmentWindow final : public QObject
{
    Q_OBJECT
public:
    explicit TestEnvironmentWindow(ThemeController &theme) : m_theme(theme) {}

private Q_SLOTS:
    void opensOnThePartnersAndShowsWhoIsThere()
    {
        Console console(m_theme);
        console.open();
        QVERIFY(console.window().isVisible());
        QCOMPARE(console.place(), places::partners);
        QVERIFY(console.window().windowTitle().contains(u"Europe"_s));
        const QStringList foot = Console::said(console.window().sidebar());
        QVERIFY2(foot.contains(u"ops-1"_s), qPrintable(foot.join(u'|')));
        QVERIFY2(foot.contains(u"Partner operations"_s), qPrintable(foot.join(u'|')));
        QVERIFY2(!foot.filter(u"Connected"_s).isEmpty(), qPrintable(foot.join(u'|')));
        QCOMPARE(console.strip().current(), Notice::None);
        QVERIFY(!Console::said(&console.window()).filter(u"times in UTC"_s).isEmpty());
    }

    void anAccountWithoutANameIsShownByItsId()
    {
        Console console(m_theme);
        console.open([](SampleService &service) {
            service.session.displayName.clear();
            service.session.account = u"ops-9"_s;
            service.session.roles = {Role::PartnerOps, Role::Security};
        });
        const QStringList foot = Console::said(console.window().sidebar());
        QVERIFY2(foot.contains(u"ops-9"_s), qPrintable(foot.join(u'|')));
        QVERIFY2(foot.contains(u"Partner operations, Security"_s), qPrintable(foot.join(u'|')));
    }

    void theSessionThatChangesIsShown()
    {
        Console console(m_theme);
        console.open();
        console.service->session.displayName = u"Jana Lang"_s;
        Q_EMIT console.connection().feed().changed(changeAbout(ChangeKind::Session, u"other"_s));
        settle(4);
        QVERIFY(!Console::said(console.window().sidebar()).contains(u"Jana Lang"_s)); // of somebody else
        Q_EMIT console.connection().feed().changed(changeAbout(ChangeKind::Partner));
        settle(4);
        QVERIFY(!Console::said(console.window().sidebar()).contains(u"Jana Lang"_s));
        Q_EMIT console.connection().feed().changed(changeAbout(ChangeKind::Session));
        settle(4);
        QVERIFY(Console::said(console.window().sidebar()).contains(u"Jana Lang"_s));
        console.service->session.displayName = u"Mo Okafor"_s;
        Q_EMIT console.connection().feed().reset();
        settle(4);
        QVERIFY(Console::said(console.window().sidebar()).contains(u"Mo Okafor"_s));
    }

    void roomsAreThereAndTheLastPlaceIsFoundAgain()
    {
        Console console(m_theme);
        console.open();
        for (const QString &page :
             {places::partners, places::partner, places::onboarding, u"audit"_s, places::catalogue,
              places::observing, places::observation, places::scopes, places::importedKeys})
            QVERIFY2(console.window().pages()->knows(page), qPrintable(page));
        const QList<NavEntry> entries = console.window().sidebar()->entries();
        QCOMPARE(entries.size(), 6);
        QCOMPARE(entries[0].location, places::partnersPage());
        QCOMPARE(entries[0].alsoFor, (QStringList{places::partner, places::onboarding}));
        QCOMPARE(entries[1].location.page, u"audit"_s);
        QCOMPARE(entries[2].location, places::observingPage());
        QCOMPARE(entries[2].alsoFor, QStringList{places::observation});
        QCOMPARE(entries[3].location, places::cataloguePage());
        QCOMPARE(entries[4].location, places::scopesPage());
        QCOMPARE(entries[5].location, places::importedKeysPage());
        for (const Location &each : {places::partnerPage(console.service->partners[0].id),
                                     places::onboardingPage(), entries[1].location}) {
            console.environment->navigator().navigate(each);
            settle(4);
            QVERIFY(console.window().pages()->currentPage());
            QCOMPARE(console.place(), each.page);
        }
        QVERIFY(console.window().close());
        console.open();
        QCOMPARE(console.place(), u"audit"_s);
    }

    /// On every page, as long as it is so.
    void whatIsObservedStandsInTheWindow()
    {
        Console console(m_theme);
        QList<ObservationSummary> observed;
        console.open([&observed](SampleService &service) {
            service.first =
                [&observed](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
                if (asked.method != "GET" || asked.path != "/observations"_L1)
                    return std::nullopt;
                return ScriptedTransport::response(200, QJsonDocument(pageOf(observed)).toJson());
            };
        });
        settle(4);
        QCOMPARE(console.window().observedText(), QString());
        const ObservationSummary one = sampleObservation();
        ObservationSummary partner = one;
        partner.observation.id = u"obs_2"_s;
        partner.observation.kind = ObservationKind::Partner;
        partner.observation.target = console.service->partners[0].id;
        partner.observation.until = console.clock.now().addDays(3);
        observed = {partner, one};
        Q_EMIT console.connection().feed().changed(changeAbout(ChangeKind::Catalogue, u"obs_1"_s));
        console.clock.advance(std::chrono::seconds(1));
        settle(6);
        const QString text = console.window().observedText();
        QVERIFY2(text.contains(u"1 API"_s) && text.contains(u"1 partner"_s) && text.contains(u"in 3 day"_s),
                 qPrintable(text));
        for (const Location &each :
             {places::partnerPage(console.service->partners[0].id), Location{{}, u"audit"_s, {}, {}}}) {
            console.environment->navigator().navigate(each);
            settle(4);
            QCOMPARE(console.window().observedText(), text);
        }
        auto *show = console.window().findChild<QWidget *>(u"observedStrip"_s)->findChild<QPushButton *>();
        show->setFocus();
        QTest::keyClick(show, Qt::Key_Space);
        settle(4);
        QCOMPARE(console.place(), places::observing);
        observed.clear();
        Q_EMIT console.connection().feed().changed(changeAbout(ChangeKind::Catalogue, u"obs_1"_s));
        console.clock.advance(std::chrono::seconds(1));
        settle(6);
        QCOMPARE(console.window().observedText(), QString());
    }

    void aLostConnectionIsSaidAndTriedAgain()
    {
        Console console(m_theme);
        console.open();
        console.service->mood = Mood::Away;
        console.connection().refreshSession();
        console.becomes(models::ConnectionState::Offline);
        QCOMPARE(console.connection().status().state, models::ConnectionState::Offline);
        QCOMPARE(console.strip().current(), Notice::Offline);
        QVERIFY2(console.strip().text().contains(u"You can go on reading data from 10:24 UTC"_s),
                 qPrintable(console.strip().text()));
        const QStringList foot = Console::said(console.window().sidebar());
        QVERIFY2(!foot.filter(u"Offline since 10:2"_s).isEmpty(), qPrintable(foot.join(u'|')));
        QVERIFY(!console.environment->commands().state(u"partner.new"_s).enabled);
        console.service->mood = Mood::Well;
        const int asked = console.service->asked("GET", u"/changes"_s);
        Q_EMIT console.strip().actionRequested(Notice::Offline);
        settle(4);
        QCOMPARE(console.service->asked("GET", u"/changes"_s), asked + 1);
        console.connection().refreshSession(); // the feed is answered when something changes
        settle(4);
        QCOMPARE(console.strip().current(), Notice::None);
        QVERIFY(console.environment->commands().state(u"partner.new"_s).enabled);
    }

    void aSilentPlatformIsSaidWithItsSeconds()
    {
        Console console(m_theme);
        console.open();
        console.service->mood = Mood::Silent;
        console.connection().refreshSession();
        console.becomes(models::ConnectionState::NotAnswering);
        QCOMPARE(console.connection().status().state, models::ConnectionState::NotAnswering);
        QCOMPARE(console.strip().current(), Notice::Offline);
        QVERIFY2(console.strip().text().contains(u"What is shown is from 10:24:00 UTC or before."_s),
                 qPrintable(console.strip().text()));
        const auto seconds = console.connection().status().waitingSince.secsTo(console.clock.now());
        const QStringList foot = Console::said(console.window().sidebar());
        QVERIFY2(foot.contains(u"No answer for %1 s"_s.arg(seconds)), qPrintable(foot.join(u'|')));
    }

    void aSessionThatEndedOffersToSignInAgain()
    {
        Console console(m_theme);
        console.open();
        QSignalSpy wanted(console.environment.get(), &EnvironmentWindow::signInRequested);
        QVERIFY(console.environment->commands().run(u"environment.signOut"_s));
        settle(4);
        QCOMPARE(console.connection().status().state, models::ConnectionState::SessionEnded);
        QCOMPARE(console.strip().current(), Notice::SessionEnded);
        QVERIFY(Console::said(console.window().sidebar()).contains(u"Signed out"_s));
        Q_EMIT console.strip().actionRequested(Notice::Offline);
        Q_EMIT console.strip().actionRequested(Notice::HistoryMismatch);
        QCOMPARE(wanted.count(), 0);
        Q_EMIT console.strip().actionRequested(Notice::SessionEnded);
        QCOMPARE(wanted.count(), 1);
        console.environment->signInAgain(Secret::copyOf("another"));
        console.becomes(models::ConnectionState::Online);
        QCOMPARE(console.strip().current(), Notice::None);
    }

    void aRefusedHistoryLeadsToTheAuditTrail()
    {
        Console console(m_theme);
        console.open([](SampleService &service) { service.session.historyRefused = u"older"_s; });
        QCOMPARE(console.strip().current(), Notice::HistoryMismatch);
        QVERIFY(console.strip().text().startsWith(u"The platform decides nothing and only reads"_s));
        Q_EMIT console.strip().actionRequested(Notice::HistoryMismatch);
        settle(2);
        QCOMPARE(console.place(), u"audit"_s);
        console.service->session.historyRefused.clear();
        console.connection().refreshSession();
        settle(4);
        QCOMPARE(console.strip().current(), Notice::None);
    }

    void withoutAKeyringTheSignInEndsWithTheConsole()
    {
        for (const models::ProfileKind kind : {models::ProfileKind::Remote, models::ProfileKind::Local}) {
            const bool remote = kind == models::ProfileKind::Remote;
            Console console(m_theme, kind);
            console.open();
            QCOMPARE(console.strip().current(), Notice::None);
            console.secrets.become(client::SecretStoreKind::MemoryOnly);
            QCOMPARE(console.strip().current(), remote ? Notice::MemoryOnlySecrets : Notice::None);
            console.secrets.become(client::SecretStoreKind::Keyring);
            QCOMPARE(console.strip().current(), Notice::None);
        }
    }

    void aRenewedTokenIsKeptForRemotePlatformsOnly()
    {
        for (const models::ProfileKind kind : {models::ProfileKind::Remote, models::ProfileKind::Local}) {
            const bool remote = kind == models::ProfileKind::Remote;
            Console console(m_theme, kind);
            console.open();
            Q_EMIT console.connection().tokenRenewed();
            QCOMPARE(console.secrets.written,
                     remote ? QStringList{console.profile.secretName()} : QStringList());
            QVERIFY(console.toast().isEmpty());
            console.secrets.refuses = true;
            Q_EMIT console.connection().tokenRenewed();
            QCOMPARE(console.toast(),
                     remote ? u"The sign-in could not be kept: it ends with this console."_s : QString());
        }
    }

    void whatTheLocalSampleOffers()
    {
        Console console(m_theme, models::ProfileKind::Local);
        console.open();
        const CommandRegistry &commands = console.environment->commands();
        QVERIFY(!commands.state(u"environment.signOut"_s).enabled);
        QVERIFY(!commands.state(u"environment.signOut"_s).reason.isEmpty());
        QVERIFY(commands.find(u"environment.resetSample"_s)->destructive);
        QVERIFY(commands.state(u"environment.resetSample"_s).enabled);
        const QAction *reset = commands.action(u"environment.resetSample"_s);
        console.environment->setSharesPlatform(true);
        QVERIFY(!reset->isEnabled());
        QVERIFY(commands.state(u"environment.resetSample"_s).reason.contains(u"Another console"_s));
        console.environment->setSharesPlatform(false);
        QVERIFY(reset->isEnabled());
        QSignalSpy wanted(console.environment.get(), &EnvironmentWindow::resetSampleRequested);
        for (const QString &answer : {u"keepButton"_s, u"confirmButton"_s}) {
            QVERIFY(console.environment->commands().run(u"environment.resetSample"_s));
            settle(2);
            QPushButton *button = buttonOf(console.window(), u"resetSampleDialog"_s, answer);
            QVERIFY(button);
            QCOMPARE(wanted.count(), 0);
            button->click();
            settle(2);
        }
        QCOMPARE(wanted.count(), 1);
        Console remote(m_theme);
        remote.open();
        QVERIFY(!remote.environment->commands().contains(u"environment.resetSample"_s));
        QVERIFY(remote.environment->commands().state(u"environment.signOut"_s).enabled);
    }

    void switchingAndQuittingAreWired()
    {
        Console console(m_theme);
        console.open();
        QSignalSpy wanted(console.environment.get(), &EnvironmentWindow::switchRequested);
        QVERIFY(console.environment->commands().run(u"environment.switch"_s));
        QCOMPARE(wanted.count(), 1);
        QStringList menus;
        for (const QAction *each : console.window().menuBar()->actions())
            menus.append(each->text());
        // Also the commands that a page brought after the bar was made.
        QCOMPARE(menus.mid(0, 3), (QStringList{u"&Environment"_s, u"&Partner"_s, u"&Credential"_s}));
        QCOMPARE(QSet<QString>(menus.begin(), menus.end()).size(), menus.size());
        QVERIFY(console.environment->commands().run(u"environment.quit"_s));
        QVERIFY(!console.window().isVisible());
    }

    void theActsOfACredentialAskForTheSelectionOfThePage()
    {
        Console console(m_theme);
        console.open();
        QVERIFY(!console.environment->commands().state(u"credential.rotate"_s).enabled);
        const Credential credential = console.service->credentials[0];
        console.environment->navigator().navigate(
            places::partnerPage(credential.partnerId, u"credentials"_s));
        settle(20);
        const auto *tab = console.window().pages()->currentPage()->findChild<CredentialsTab *>();
        QVERIFY(tab);
        QTRY_VERIFY(tab->selected());
        console.environment->commands().refresh();
        QVERIFY(console.environment->commands().state(u"credential.copyId"_s).enabled);
        console.environment->navigator().navigate(places::partnersPage());
        settle(4);
        QVERIFY(!console.environment->commands().state(u"credential.copyId"_s).enabled);
    }

    void theTopBarOpensActivity()
    {
        Console console(m_theme);
        console.open();
        auto *button = console.window().findChild<QToolButton *>(u"activity"_s);
        QVERIFY(button);
        QVERIFY(!console.window().findChild<QWidget *>(u"activityDialog"_s));
        button->click();
        settle(4);
        const auto *dialog = console.window().findChild<QWidget *>(u"activityDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
    }

    void aChoiceThatCannotBeSavedIsSaid()
    {
        Console console(m_theme);
        console.open();
        Q_EMIT console.window().appearanceChosen(Appearance::Dark);
        QVERIFY2(console.toast().isEmpty(), qPrintable(console.toast()));
        QCOMPARE(console.settings.appearance(), Appearance::Dark);
        Console full(m_theme, models::ProfileKind::Remote, u"/proc/none/settings.json"_s);
        full.open();
        Q_EMIT full.window().appearanceChosen(Appearance::Dark);
        QVERIFY2(full.toast().startsWith(u"The choice holds for now, but could not be saved: "_s),
                 qPrintable(full.toast()));
        QVERIFY(!full.toast().contains(u"%1"_s));
    }

    void theSandboxIsSaidInTheTopBar()
    {
        for (const Realm realm : {Realm::Sandbox, Realm::Production}) {
            Console console(m_theme);
            console.open([realm](SampleService &service) { service.session.defaultRealm = realm; });
            const auto *strip = console.window().findChild<ColorStrip *>();
            QVERIFY(strip);
            QCOMPARE(strip->isVisible(), realm == Realm::Sandbox);
        }
    }

private:
    static QPushButton *buttonOf(const QWidget &window, const QString &dialog, const QString &button)
    {
        for (const QWidget *each : window.findChildren<QWidget *>(dialog))
            if (each->isVisible())
                return each->findChild<QPushButton *>(button);
        return nullptr;
    }
    ThemeController &m_theme;
};

PC_THEMED_TEST_MAIN(TestEnvironmentWindow)
#include "tst_environment_window.moc"
