// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/scenes.h"

#include "tests/views/scene_kinds.h"

namespace pc::test {

using namespace Qt::StringLiterals;
using namespace views;

namespace {

Made act(const QString &command, const QString &credential)
{
    auto scene = std::make_unique<CredentialScene>();
    if (command.isEmpty() && scene->fixture.select(credential))
        QTest::keyClick(scene->fixture.tab->table(), Qt::Key_Return);
    else if (credential.isEmpty())
        scene->fixture.issue();
    else if (!command.isEmpty())
        scene->fixture.act<DialogFrame>(command, credential);
    settle();
    return scene;
}

/// The secret of a rotation, just shown.
Made secret()
{
    auto scene = std::make_unique<CredentialScene>();
    if (auto *rotate = scene->fixture.act<DialogFrame>(u"credential.rotate"_s, u"erp-sync"_s))
        submitOf(rotate)->click();
    settle();
    return scene;
}

Made partnerCommand(const QString &command)
{
    return page([&command](PageScene &s) {
        s.partner(u"overview"_s);
        s.shown.commands.run(command);
        settle(4);
    });
}

Made partnerList(const std::function<void(PageScene &)> &prepare = {})
{
    return page([&prepare](PageScene &s) {
        if (prepare)
            prepare(s);
        auto *list = new PartnersPage(s.shown.context, s.shown.parts);
        list->open(places::partnersPage());
        s.shown.show(list);
        list->table()->selectKey(s.shown.idOf(u"Cardinal Payroll"_s));
        list->setPeekOpen(true);
        QTest::qWait(140); // whoever runs through the rows does not ask for each
        settle();
    });
}

QList<NamedScene> pages()
{
    return {
        {"partners", [] { return partnerList(); }, true},
        {"partners, none",
         [] { return partnerList([](PageScene &s) { s.shown.service->partners.clear(); }); }},
        {"partners, refused", [] { return partnerList([](PageScene &s) { s.refuse(u"/partners"_s); }); }},
        {"overview", [] { return page([](PageScene &s) { s.partner(u"overview"_s); }); }, true},
        {"access", [] { return page([](PageScene &s) { s.editedAccess(); }); }},
        {"networks", [] { return page([](PageScene &s) { s.editedNetworks(); }); }},
        {"networks, waived",
         [] {
             return page([](PageScene &s) {
                 auto *tab = s.partner(u"networks"_s)->findChild<NetworksTab *>();
                 tab->editor().remove({Realm::Production, {}}, {0, 1});
                 tab->editor().setWaiver(NetworkWaiver{tab->editor().now().addDays(30), u"Provider moves"_s});
                 settle();
             });
         }},
        {"usage", [] { return page([](PageScene &s) { s.partner(u"usage"_s); }); }},
        {"usage as a table",
         [] {
             return page([](PageScene &s) {
                 s.partner(u"usage"_s)->findChild<UsageTab *>()->callsCard()->setShowTable(true);
                 settle();
             });
         }},
        {"partner's audit", [] { return page([](PageScene &s) { s.partner(u"audit"_s); }); }},
        {"partner's calls", [] { return page([](PageScene &s) { s.partner(u"calls"_s); }); }},
        {"calls", [] { return page([](PageScene &s) { s.calls(); }); }, true},
        {"calls, why",
         [] {
             return page([](PageScene &s) {
                 s.calls()->panel()->openCall(u"dec_000060"_s);
                 settle(20);
             });
         }},
        {"calls, never reached",
         [] {
             return page([](PageScene &s) {
                 s.shown.service->calls.lines = {{s.shown.clock.now().addSecs(-60), u"edge-1"_s,
                                                  u"req_lost"_s, 400, u"GET"_s, u"/api/v1/orders"_s,
                                                  u"203.0.113.7"_s, 157, 300}};
                 s.calls()->panel()->setQuery(u"request:req_lost"_s);
                 settle(20);
             });
         }},
        {"calls, refused",
         [] {
             return page([](PageScene &s) {
                 s.refuse(u"/calls"_s);
                 s.calls();
             });
         }},
        {"credentials", [] { return act({}, u"erp-sync"_s); }, true},
        {"credentials, suspended", [] { return act({}, u"sandbox-ci"_s); }, true},
        {"credentials, in grace", [] { return act({}, u"legacy-batch"_s); }, true},
        {"audit",
         [] {
             auto scene = std::make_unique<AuditScene>(6);
             const AuditPanelDriver driver{scene->fixture.page};
             settle(20);
             driver.open(4);
             settle(20);
             return Made(std::move(scene));
         },
         true},
        {"audit, empty",
         [] {
             auto scene = std::make_unique<AuditScene>(0);
             settle(20);
             return Made(std::move(scene));
         }},
    };
}

/// The long work of the platform.
QList<NamedScene> activity()
{
    const auto with = [](const QList<Job> &jobs, Role role = Role::Security) {
        return [jobs, role] { return Made(std::make_unique<ActivityScene>(jobs, role)); };
    };
    return {
        {"activity",
         with({jobIn(JobState::Running), jobIn(JobState::Failed, u"job_2"_s),
               jobIn(JobState::Done, u"job_3"_s)}),
         true},
        {"activity, none", with({})},
        {"activity, read only",
         with({jobIn(JobState::Running), jobIn(JobState::Cancelled, u"job_2"_s)}, Role::Viewer)},
    };
}

/// What is observed, and what of it would be refused.
QList<NamedScene> observing()
{
    const auto list = [](const QString &command = {}, Role role = Role::Security, bool any = true) {
        return [command, role, any] {
            auto scene = std::make_unique<ObservingScene>(role);
            if (!any)
                scene->fixture.observed.clear();
            scene->fixture.openList();
            if (!command.isEmpty())
                scene->fixture.run(command);
            return Made(std::move(scene));
        };
    };
    const auto report = [](const QString &tab, const QString &command = {}) {
        return [tab, command] {
            auto scene = std::make_unique<ObservingScene>();
            scene->fixture.openReport(u"obs_1"_s, tab);
            if (!command.isEmpty())
                scene->fixture.run(command);
            return Made(std::move(scene));
        };
    };
    return {
        {"observing", list(), true},
        {"observing, read only", list({}, Role::Support)},
        {"observing, none", list({}, Role::Security, false)},
        {"what would be refused", report(u"reason"_s), true},
        {"what would be refused, by partner", report(u"partner"_s)},
        {"what would be refused, unknown callers", report(u"callers"_s)},
        {"observe", list(ObservingActs::begin())},
        {"another end", report(u"reason"_s, ObservingActs::extend())},
        {"enforce", report(u"reason"_s, ObservingActs::enforce())},
    };
}

/// The APIs behind the platform, and what is done with them.
QList<NamedScene> catalogue()
{
    const auto with = [](const QString &tab, const QString &command = {}, Role role = Role::PartnerOps) {
        return [tab, command, role] {
            auto scene = std::make_unique<CatalogueScene>(tab, role);
            if (!command.isEmpty())
                scene->run(command);
            return Made(std::move(scene));
        };
    };
    return {
        {"catalogue", with(u"routes"_s), true},
        {"catalogue, revisions", with(u"revisions"_s)},
        {"catalogue, details", with(u"facts"_s)},
        {"catalogue, versions", with(u"versions"_s)},
        {"catalogue, read only", with(u"revisions"_s, {}, Role::Viewer)},
        {"catalogue, none",
         [] { return Made(std::make_unique<CatalogueScene>(QString(), Role::PartnerOps, QList<Api>())); }},
        {"add api", with(u"routes"_s, CatalogueActs::add())},
        {"edit api", with(u"routes"_s, CatalogueActs::edit())},
        {"remove api", with(u"routes"_s, CatalogueActs::remove())},
        {"import", with(u"routes"_s, CatalogueActs::import())},
        {"add version", with(u"versions"_s, VersionActs::add())},
        {"edit version", with(u"versions"_s, VersionActs::edit())},
        {"end version", with(u"versions"_s, VersionActs::end())},
        {"remove version", with(u"versions"_s, VersionActs::remove())},
        {"notice of a version", with(u"versions"_s, VersionActs::notice())},
        {"review of a proposal", with(u"revisions"_s, CatalogueActs::review())},
    };
}

/// Scopes and plans, and what is done with them.
QList<NamedScene> scopesAndPlans()
{
    const auto with = [](const QString &tab, const QString &command = {}, Role role = Role::PartnerOps) {
        return [tab, command, role] {
            auto scene = std::make_unique<ScopesScene>(tab, role);
            if (!command.isEmpty())
                scene->run(command);
            return Made(std::move(scene));
        };
    };
    return {
        {"scopes", with(places::scopesTab), true},
        {"plans", with(places::plansTab), true},
        {"scopes, read only", with(places::scopesTab, {}, Role::Viewer)},
        {"edit scope", with(places::scopesTab, ScopesActs::edit())},
        {"take scope away", with(places::scopesTab, ScopesActs::take())},
        {"remove scope", with(places::scopesTab, ScopesActs::remove())},
        {"add plan", with(places::plansTab, ScopesActs::addPlan())},
        {"edit plan", with(places::plansTab, ScopesActs::editPlan())},
        {"remove plan", with(places::plansTab, ScopesActs::removePlan())},
    };
}

/// What another system has, and how far it is on its way out.
QList<NamedScene> imports()
{
    return {
        {"imported keys", [] { return Made(std::make_unique<ImportsScene>()); }, true},
        {"imported keys, none",
         [] { return Made(std::make_unique<ImportsScene>(Role::PartnerOps, LegacyKeyReport())); }},
        {"imported keys, read only", [] { return Made(std::make_unique<ImportsScene>(Role::Viewer)); }},
        {"import of a table",
         [] {
             auto scene = std::make_unique<ImportsScene>();
             auto *dialog = scene->fixture.openDialog();
             dialog->takeFile(scene->fixture.file(u"partners.csv"_s, "slug;name\r\na;b\r\n"));
             settle(4);
             return Made(std::move(scene));
         }},
    };
}

/// The same pages where something is in the way.
QList<NamedScene> states()
{
    const auto readOnly = [](const QString &tab) {
        return [tab] {
            return page([&tab](PageScene &s) {
                s.signedInAs(Role::Viewer);
                s.partner(tab);
            });
        };
    };
    const auto refused = [](const QString &tab, const QString &end) {
        return [tab, end] {
            return page([&tab, &end](PageScene &s) {
                s.refuse(end);
                s.partner(tab);
            });
        };
    };
    return {
        {"partners, read only", [] { return partnerList([](PageScene &s) { s.signedInAs(Role::Viewer); }); }},
        {"overview, read only", readOnly(u"overview"_s)},
        {"access, read only", readOnly(u"access"_s)},
        {"networks, read only", readOnly(u"networks"_s)},
        {"credentials, read only", readOnly(u"credentials"_s)},
        {"overview, refused", refused(u"overview"_s, u"/gates"_s)},
        {"access, refused", refused(u"access"_s, u"/grant"_s)},
        {"networks, refused", refused(u"networks"_s, u"/networks"_s)},
        {"sources, refused", refused(u"networks"_s, u"/sources"_s)},
        {"usage, refused", refused(u"usage"_s, u"/usage"_s)},
        {"credentials, refused", refused(u"credentials"_s, u"/credentials"_s)},
        {"overview, frozen",
         [] {
             return page([](PageScene &s) {
                 s.shown.service->partner(s.shown.idOf(u"Cardinal Payroll"_s)).status = PartnerStatus::Frozen;
                 s.partner(u"overview"_s);
             });
         }},
        {"credentials, none",
         [] {
             return page([](PageScene &s) {
                 s.shown.service->credentials.clear();
                 s.partner(u"credentials"_s);
             });
         }},
        {"partner, unknown",
         [] {
             return page([](PageScene &s) {
                 auto *unknown = new PartnerPage(s.shown.context, s.shown.parts);
                 unknown->open(places::partnerPage(u"prt_none"_s));
                 s.shown.show(unknown);
             });
         }},
        {"audit, refused",
         [] {
             auto scene = std::make_unique<AuditScene>(
                 6, [](AuditFixture &fixture) { fixture.backend.refuse(u"list"_s, 500, u"internal"_s); });
             settle();
             return Made(std::move(scene));
         }},
        {"new partner, refused",
         [] {
             return page([](PageScene &s) {
                 s.onboarding(models::OnboardStep::Review, true); // its slug is taken
                 s.shown.window.findChild<QPushButton *>(u"stepNext"_s)->click();
                 settle();
             });
         }},
    };
}

QList<NamedScene> dialogs()
{
    using S = models::OnboardStep;
    return {
        {"review of access",
         [] {
             return page([](PageScene &s) {
                 s.editedAccess()->review();
                 settle(4);
             });
         }},
        {"review of networks",
         [] {
             return page([](PageScene &s) {
                 s.editedNetworks(false)->review();
                 settle(4);
             });
         }},
        {"a line of networks",
         [] {
             return page([](PageScene &s) {
                 s.editedNetworks()->findChild<QPushButton *>(u"editNetwork"_s)->click();
                 settle(4);
             });
         }},
        {"merge of access",
         [] {
             return page([](PageScene &s) {
                 AccessTab *tab = s.editedAccess();
                 s.shown.service->editGrantElsewhere(s.shown.idOf(u"Cardinal Payroll"_s), {u"orders:read"_s});
                 tab->refresh();
                 settle(4);
                 tab->review(); // of what somebody else changed meanwhile
                 settle(4);
             });
         }},
        {"unfreeze",
         [] {
             return page([](PageScene &s) {
                 s.shown.service->partner(s.shown.idOf(u"Cardinal Payroll"_s)).status = PartnerStatus::Frozen;
                 s.partner(u"overview"_s);
                 s.shown.commands.run(u"partner.unfreeze"_s);
                 settle(4);
             });
         }},
        {"freeze", [] { return partnerCommand(u"partner.freeze"_s); }},
        {"promote", [] { return partnerCommand(u"partner.promote"_s); }},
        {"pack", [] { return partnerCommand(u"partner.pack"_s); }},
        {"issue", [] { return act(u"partner.issue"_s, {}); }},
        {"rotate", [] { return act(u"credential.rotate"_s, u"erp-sync"_s); }},
        {"grace", [] { return act(u"credential.extendGrace"_s, u"legacy-batch"_s); }},
        {"end grace", [] { return act(u"credential.endGrace"_s, u"legacy-batch"_s); }},
        {"suspend", [] { return act(u"credential.suspend"_s, u"erp-sync"_s); }},
        {"resume", [] { return act(u"credential.resume"_s, u"sandbox-ci"_s); }},
        {"revoke", [] { return act(u"credential.revoke"_s, u"erp-sync"_s); }},
        {"secret", [] { return secret(); }},
        {"edit organisation", [] { return page([](PageScene &s) { s.edit(S::Organisation); }); }},
        {"edit contacts", [] { return page([](PageScene &s) { s.edit(S::Contacts); }); }},
        {"edit agreement", [] { return page([](PageScene &s) { s.edit(S::Agreement); }); }},
        {"edit basis", [] { return page([](PageScene &s) { s.edit(S::LawfulBasis); }); }},
    };
}

QList<NamedScene> onboarding()
{
    using S = models::OnboardStep;
    const auto at = [](S step, bool filled = true) {
        return [step, filled] { return page([step, filled](PageScene &s) { s.onboarding(step, filled); }); };
    };
    return {
        {"new partner, empty", at(S::Organisation, false)},
        {"new partner", at(S::Organisation)},
        {"its contacts", at(S::Contacts)},
        {"its agreement", at(S::Agreement)},
        {"its lawful basis", at(S::LawfulBasis)},
        {"its access", at(S::Access)},
        {"its sandbox", at(S::Sandbox)},
        {"its review", at(S::Review)},
        {"its review, empty", at(S::Review, false)},
    };
}

QList<NamedScene> windows(ThemeController &theme)
{
    return {
        {"connect",
         [] {
             auto scene = std::make_unique<ConnectScene>();
             scene->form.show();
             return Made(std::move(scene));
         }},
        {"welcome",
         [] {
             auto scene = std::make_unique<WelcomeScene>();
             scene->welcome.show();
             return Made(std::move(scene));
         }},
        {"welcome, starting",
         [] {
             auto scene = std::make_unique<WelcomeScene>();
             scene->welcome.showStarting(true);
             scene->welcome.show();
             return Made(std::move(scene));
         }},
        {"connect, refused token",
         [] {
             auto scene = std::make_unique<ConnectScene>();
             scene->form.prefill({u"Europe"_s, QUrl(u"https://eu.example"_s), u"/etc/ca.pem"_s});
             scene->form.setFailure(u"The platform does not accept this token."_s, ConnectForm::Wrong::Token);
             scene->form.show();
             return Made(std::move(scene));
         }},
        {"welcome, known places",
         [] {
             auto scene = std::make_unique<WelcomeScene>();
             for (const QString &name : {u"Europe"_s, u"R&D"_s})
                 scene->profiles.add({{},
                                      models::ProfileKind::Remote,
                                      name,
                                      QUrl(u"https://eu.example"_s),
                                      {},
                                      u"ops-1"_s,
                                      {}});
             scene->welcome.showChoices();
             scene->welcome.show();
             return Made(std::move(scene));
         }},
        {"welcome, failed",
         [] {
             auto scene = std::make_unique<WelcomeScene>();
             scene->welcome.setFreeBytes(0);
             scene->welcome.showFailure({u"It did not start."_s, u"Try again."_s, u"exit 1"_s, {}, {}});
             scene->welcome.show();
             return Made(std::move(scene));
         }},
        {"welcome, busy",
         [] {
             auto scene = std::make_unique<WelcomeScene>();
             scene->welcome.showBusy(u"Connecting to Europe"_s);
             scene->welcome.showWait(u"No answer for 3 s"_s);
             scene->welcome.show();
             return Made(std::move(scene));
         }},
        {"welcome, sample is written",
         [] {
             auto scene = std::make_unique<WelcomeScene>();
             scene->welcome.showStarting(true);
             scene->welcome.showSeedProgress({u"partners"_s, 40, 40});
             scene->welcome.showSeedProgress({u"usage"_s, 30, 120});
             scene->welcome.show();
             return Made(std::move(scene));
         }},
        {"main window, with news",
         [&theme] {
             auto scene = std::make_unique<ShellScene>(theme);
             scene->main.strip()->setNotice(SessionStrip::Notice::Offline, u"Offline"_s, u"Retry now"_s);
             scene->main.toasts()->show({.text = u"Frozen"_s,
                                         .actionText = u"Undo"_s,
                                         .actionKeys = u"Ctrl+Z"_s,
                                         .action = [] {},
                                         .milliseconds = untilDismissed});
             settle(4);
             return Made(std::move(scene));
         }},
        {"main window", [&theme] { return Made(std::make_unique<ShellScene>(theme)); }},
        {"palette",
         [&theme] {
             auto scene = std::make_unique<ShellScene>(theme);
             scene->main.commandPalette()->openWith();
             settle(4);
             return Made(std::move(scene));
         }},
    };
}

} // namespace

QList<NamedScene> scenes(ThemeController &theme)
{
    return pages() + activity() + catalogue() + scopesAndPlans() + observing() + imports() + states() +
           dialogs() + onboarding() + windows(theme);
}

} // namespace pc::test
