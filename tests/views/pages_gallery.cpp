// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the pages about partners with sample data and saves a picture of each: pages_gallery DIR [part of a
// name]
#include "tests/views/pages_fixture.h"
#include "views/access/access_tab.h"
#include "views/access/limits_panel.h"
#include "views/charts/chart_view.h"
#include "views/onboarding/onboarding_page.h"
#include "views/partner/partner_page.h"
#include "views/partner_forms/step_form.h"
#include "views/partners/partners_page.h"
#include "views/seams/partner_places.h"
#include "views/style/theme_controller.h"
#include "views/usage/chart_card.h"
#include "views/usage/usage_tab.h"
#include "views/widgets/table_view.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTranslator>

#include <functional>

using namespace Qt::StringLiterals;
using namespace pc::views;
using pc::test::PagesFixture;
using pc::test::settle;

namespace {

struct Shot
{
    QString name;
    QSize size;
    std::function<void(PagesFixture &)> make;
};

PartnerPage *partnerPage(PagesFixture &pages, const QString &tab, const QString &name = u"Cardinal Payroll"_s)
{
    auto *page = new PartnerPage(pages.context, pages.parts);
    page->open(places::partnerPage(pages.idOf(name), tab));
    pages.show(page, pages.window.size());
    settle(20);
    return page;
}

PartnersPage *partnersPage(PagesFixture &pages, bool peek)
{
    auto *page = new PartnersPage(pages.context, pages.parts);
    page->open(places::partnersPage());
    pages.show(page, pages.window.size());
    page->table()->selectKey(pages.idOf(u"Cardinal Payroll"_s));
    page->setPeekOpen(peek);
    settle(40);
    return page;
}

void press(PagesFixture &pages, const QString &button)
{
    if (auto *found = pages.window.findChild<QAbstractButton *>(button))
        found->click();
    settle(20);
}

QList<Shot> shots()
{
    const QSize wide(1232, 820);
    const QSize narrow(816, 700);
    return {
        {u"partners"_s, wide, [](PagesFixture &w) { partnersPage(w, true); }},
        {u"partners-all-columns"_s, wide, [](PagesFixture &w) { partnersPage(w, false); }},
        {u"partners-narrow"_s, narrow, [](PagesFixture &w) { partnersPage(w, true); }},
        {u"partners-filtered"_s, wide,
         [](PagesFixture &w) {
             auto *page = partnersPage(w, false);
             page->open({{},
                         places::partners,
                         {},
                         {{u"stage"_s, u"limited,production"_s}, {u"health"_s, u"errors,throttled"_s}}});
         }},
        {u"partners-empty"_s, wide,
         [](PagesFixture &w) {
             partnersPage(w, false)->open({{}, places::partners, {}, {{u"text"_s, u"zzz"_s}}});
         }},
        {u"partners-loading"_s, wide,
         [](PagesFixture &w) {
             w.service->mood = pc::test::SampleService::Mood::Silent;
             partnersPage(w, false);
             settle(80);
         }},
        {u"partners-error"_s, wide,
         [](PagesFixture &w) {
             w.service->mood = pc::test::SampleService::Mood::Faulty;
             partnersPage(w, false);
         }},
        {u"partners-forbidden"_s, wide,
         [](PagesFixture &w) {
             w.service->mood = pc::test::SampleService::Mood::Forbidding;
             partnersPage(w, false);
         }},
        {u"partners-stale"_s, wide,
         [](PagesFixture &w) {
             auto *page = partnersPage(w, false);
             w.service->mood = pc::test::SampleService::Mood::Faulty;
             page->refresh();
             settle();
         }},
        {u"partners-offline"_s, wide,
         [](PagesFixture &w) {
             auto *page = partnersPage(w, false);
             w.service->mood = pc::test::SampleService::Mood::Away;
             page->refresh();
             settle();
         }},
        {u"partner-overview"_s, wide, [](PagesFixture &w) { partnerPage(w, u"overview"_s); }},
        {u"partner-credentials"_s, wide, [](PagesFixture &w) { partnerPage(w, u"credentials"_s); }},
        {u"partner-access"_s, wide, [](PagesFixture &w) { partnerPage(w, u"access"_s); }},
        {u"partner-access-edited"_s, wide,
         [](PagesFixture &w) {
             auto *tab = partnerPage(w, u"access"_s)->findChild<AccessTab *>();
             tab->editor().setScope(u"customers:health"_s, true);
             tab->editor().setScope(u"orders:write"_s, false);
             tab->editor().setLimitOverride(
                 pc::LimitOverride{{25, 50, 30000}, {}, {}, u"Until the new system"_s});
             settle();
         }},
        {u"partner-access-review"_s, wide,
         [](PagesFixture &w) {
             auto *tab = partnerPage(w, u"access"_s)->findChild<AccessTab *>();
             tab->editor().setScope(u"orders:write"_s, false);
             tab->editor().setLimitOverride(
                 pc::LimitOverride{{25, 50, 30000}, {}, {}, u"Until the new system"_s});
             tab->review();
             settle();
         }},
        {u"partner-access-narrow"_s, narrow, [](PagesFixture &w) { partnerPage(w, u"access"_s); }},
        {u"partner-usage"_s, wide,
         [](PagesFixture &w) {
             auto *tab = partnerPage(w, u"usage"_s)->findChild<UsageTab *>();
             settle();
             tab->callsCard()->chart()->setCursorBucket(14);
         }},
        {u"partner-usage-30d"_s, wide,
         [](PagesFixture &w) {
             partnerPage(w, u"usage"_s)
                 ->findChild<UsageTab *>()
                 ->setRange(pc::models::UsageModel::Range::Last30Days);
             settle();
         }},
        {u"partner-usage-table"_s, wide,
         [](PagesFixture &w) {
             partnerPage(w, u"usage"_s)->findChild<UsageTab *>()->callsCard()->setShowTable(true);
             settle();
         }},
        {u"partner-promote"_s, wide,
         [](PagesFixture &w) {
             partnerPage(w, u"overview"_s);
             w.commands.run(u"partner.promote"_s);
             settle();
         }},
        {u"partner-pack"_s, wide,
         [](PagesFixture &w) {
             partnerPage(w, u"overview"_s);
             w.commands.run(u"partner.pack"_s);
             settle();
         }},
        {u"partner-freeze"_s, wide,
         [](PagesFixture &w) {
             partnerPage(w, u"overview"_s);
             w.commands.run(u"partner.freeze"_s);
             settle();
         }},
        {u"partner-edit-contacts"_s, wide,
         [](PagesFixture &w) {
             partnerPage(w, u"overview"_s);
             press(w, u"edit_contactsCard"_s);
         }},
        {u"onboarding-organisation"_s, wide,
         [](PagesFixture &w) {
             auto *page = new OnboardingPage(w.context, w.parts);
             page->open(places::onboardingPage());
             w.show(page, w.window.size());
             press(w, u"stepNext"_s);
         }},
        {u"onboarding-basis"_s, wide,
         [](PagesFixture &w) {
             auto *page = new OnboardingPage(w.context, w.parts);
             page->open(places::onboardingPage());
             w.show(page, w.window.size());
             pc::models::OnboardDraft draft;
             draft.partner = pc::models::draftOf(w.service->partners[2]);
             draft.partner.contacts.removeAt(2);
             draft.partner.retentionDays = 4000;
             draft.partner.scopes = {u"orders:read"_s};
             page->flow().setDraft(draft);
             page->form()->setDraft(draft);
             for (const int step : {1, 2, 3})
                 page->goTo(static_cast<pc::models::OnboardStep>(step));
             press(w, u"stepNext"_s);
         }},
        {u"onboarding-scopes"_s, wide,
         [](PagesFixture &w) {
             auto *page = new OnboardingPage(w.context, w.parts);
             page->open(places::onboardingPage());
             w.show(page, w.window.size());
             pc::models::OnboardDraft draft;
             draft.partner = pc::models::draftOf(w.service->partners[2]);
             draft.partner.scopes = {u"orders:read"_s};
             page->flow().setDraft(draft);
             page->form()->setDraft(draft);
             page->goTo(pc::models::OnboardStep::Access);
         }},
        {u"onboarding-contacts"_s, wide,
         [](PagesFixture &w) {
             auto *page = new OnboardingPage(w.context, w.parts);
             page->open(places::onboardingPage());
             w.show(page, w.window.size());
             page->goTo(pc::models::OnboardStep::Contacts);
             press(w, u"stepNext"_s);
         }},
        {u"onboarding-review"_s, wide,
         [](PagesFixture &w) {
             auto *page = new OnboardingPage(w.context, w.parts);
             page->open(places::onboardingPage());
             w.show(page, w.window.size());
             pc::models::OnboardDraft draft;
             draft.partner = pc::models::draftOf(w.service->partners[2]);
             draft.partner.scopes = {u"orders:read"_s, u"invoices:read"_s};
             draft.sandbox.credentialName = u"sandbox-ci"_s;
             page->flow().setDraft(draft);
             page->form()->setDraft(draft);
             page->goTo(pc::models::OnboardStep::Review);
         }},
    };
}

void take(const Shot &shot, const QString &variant, const QDir &dir)
{
    QTemporaryDir drafts;
    PagesFixture pages(drafts.path());
    pages.service->countedPartners = 1204;
    pages.window.resize(shot.size);
    shot.make(pages);
    settle();
    pages.window.grab().save(dir.filePath(u"%1-%2.png"_s.arg(shot.name, variant)));
    for (QWidget *dialog : QApplication::topLevelWidgets())
        if (dialog != &pages.window && dialog->isVisible() && dialog->inherits("QDialog"))
            dialog->grab().save(dir.filePath(u"%1-%2-dialog.png"_s.arg(shot.name, variant)));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Q_INIT_RESOURCE(translations);
    QTranslator plurals;
    if (plurals.load(u":/i18n/partner-console_en.qm"_s))
        QApplication::installTranslator(&plurals);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 2)
        return 1;
    const QDir dir(arguments.at(1));
    dir.mkpath(u"."_s);
    const QString only = arguments.value(2);
    ThemeController theme(app);
    for (const QString &variant : {u"light"_s, u"dark"_s, u"rtl"_s}) {
        theme.setAppearance(variant == "dark"_L1 ? Appearance::Dark : Appearance::Light);
        app.setLayoutDirection(variant == "rtl"_L1 ? Qt::RightToLeft : Qt::LeftToRight);
        for (const Shot &shot : shots())
            if (only.isEmpty() || QString(shot.name + u'-' + variant).contains(only))
                take(shot, variant, dir);
    }
    return 0;
}
