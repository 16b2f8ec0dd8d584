// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/scopes/scopes_fixture.h"

#include "contract/api/roles.h"
#include "contract/codec/codecs.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"
#include "views/seams/scopes_places.h"

#include <QJsonDocument>

#include <algorithm>

namespace pc::test {

using namespace Qt::StringLiterals;
using client::TransportResult;

namespace {

template <typename T>
TransportResult told(const T &value, int status = 200)
{
    return ScriptedTransport::response(status, QJsonDocument(toJson(value)).toJson());
}

template <typename T>
Page<T> whole(const QList<T> &items)
{
    Page<T> page;
    page.items = items;
    page.count = items.size();
    return page;
}

const QDateTime today({2025, 11, 21}, {0, 0}, Qt::UTC);

ScopeHolder holder(const QString &id, const QString &name, qint64 calls, const std::optional<QDateTime> &last)
{
    ScopeHolder made;
    made.partnerId = id;
    made.name = name;
    made.stage = Stage::Production;
    made.status = PartnerStatus::Active;
    made.grantVersion = 1;
    made.grantUpdatedAt = today.addDays(-200);
    made.calls30d = calls;
    made.lastUsedAt = last;
    if (calls > 0)
        made.credentials = {{u"crd_1"_s, u"erp-sync"_s, calls}};
    return made;
}

QString queried(const SampleService::Asked &asked, const QString &name)
{
    for (const auto &[key, value] : asked.query)
        if (key == name)
            return value;
    return {};
}

} // namespace

ScopesFixture::ScopesFixture(Role role)
{
    for (const Scope &scope : std::as_const(pages.service->scopes)) {
        ScopeFigures each{.scope = scope.name, .lastUsedAt = {}};
        each.routes = 2;
        figures.append(each);
    }
    figures[0].holders = 3;
    figures[0].credentials = 2;
    figures[0].users30d = 1;
    figures[0].calls30d = 48213;
    figures[0].conflicts = 1;
    figures[0].lastUsedAt = today;
    figures[1].holders = 2;
    ScopeHolder uncovered =
        holder(pages.idOf(u"Cardinal Payroll"_s), u"Cardinal Payroll"_s, 0, today.addDays(-120));
    uncovered.uncovered = {u"Orders"_s};
    holders = {uncovered};
    for (const Partner &each : std::as_const(pages.service->partners)) {
        if (each.id == uncovered.partnerId || holders.size() == 3)
            continue;
        const bool uses = holders.size() == 1;
        holders.append(
            holder(each.id, each.name, uses ? 48213 : 0, uses ? std::optional(today) : std::nullopt));
    }
    for (Plan &plan : pages.service->plans)
        plan.partners = plan.id == u"pln_standard" ? 14 : 0;
    planEffect.partners = 14;
    PlanEffectLine line;
    line.partnerId = uncovered.partnerId;
    line.name = uncovered.name;
    line.stage = Stage::Production;
    line.realm = Realm::Production;
    line.before = {25, 50, 50000};
    line.after = {5, 10, 10000};
    line.busiestDay = 42000;
    line.daysOver = 12;
    PlanEffectLine hidden = line;
    hidden.name = holders[1].name;
    hidden.partnerId = holders[1].partnerId;
    hidden.overridden = true;
    hidden.after = hidden.before;
    hidden.busiestDay.reset();
    hidden.daysOver = 0;
    planEffect.lines = {line, hidden};
    scopeEffect.holders = 3;
    pages.commands.addGroup(u"scopes"_s, u"Scopes"_s);
    pages.service->session.roles = {role};
    pages.service->session.permissions = permissionsOf({role});
    pages.connection->keeper().start();
    pages.service->first = [this](const SampleService::Asked &asked) { return answer(asked); };
    acts = new views::ScopesActs(pages.context, pages.catalogue, &pages.window);
    settle();
}

ScopesFixture::~ScopesFixture()
{
    delete page; // before the models that it shows
    while (QWidget *child = pages.window.findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        delete child;
    delete acts;
}

void ScopesFixture::open(const QString &tab, const QString &id)
{
    page = new views::ScopesPage(pages.context, {pages.catalogue, apis, *acts});
    page->open(views::places::scopesPage(tab, id));
    pages.show(page);
    settle();
}

void ScopesFixture::run(const QString &command)
{
    pages.commands.run(command);
    settle();
    pages.clock.advance(std::chrono::milliseconds(400)); // what is asked after a pause
    settle();
}

std::optional<TransportResult> ScopesFixture::answer(const SampleService::Asked &asked)
{
    if (first)
        if (auto own = first(asked))
            return own;
    if (asked.path == "/apis"_L1) {
        Api api = sampleApi();
        api.id = u"api_demo"_s;
        api.name = u"Demo API"_s;
        return told(whole(QList<Api>{api}));
    }
    if (asked.path == "/scope-figures"_L1)
        return told(whole(figures));
    if (asked.path == "/scope/holders"_L1)
        return told(whole(queried(asked, u"scope"_s) == u"invoices:read" ? QList<ScopeHolder>() : holders));
    if (asked.path.startsWith("/scope/"_L1) || asked.path == "/scope"_L1)
        return answerScope(asked);
    return asked.path.startsWith("/plans"_L1) ? answerPlan(asked) : std::nullopt;
}

TransportResult ScopesFixture::answerScope(const SampleService::Asked &asked)
{
    QList<Scope> &scopes = pages.service->scopes;
    const QString name = queried(asked, u"scope"_s);
    const auto found =
        std::find_if(scopes.begin(), scopes.end(), [&name](const Scope &each) { return each.name == name; });
    if (found == scopes.end())
        return ScriptedTransport::problemResponse(404, u"not_found"_s);
    if (asked.path == "/scope/remove"_L1)
        return ScriptedTransport::problemResponse(409, u"scope_in_use"_s);
    const auto draft = fromJson<ScopeDraft>(asked.body);
    if (!draft)
        return told(*found);
    scopeEffect.scope = *found;
    scopeEffect.scope.title = draft->title;
    scopeEffect.scope.dataCategories = draft->dataCategories;
    if (asked.method == "PUT") {
        ++scopeEffect.scope.version;
        *found = scopeEffect.scope;
    }
    return told(scopeEffect);
}

std::optional<TransportResult> ScopesFixture::answerPlan(const SampleService::Asked &asked)
{
    QList<Plan> &plans = pages.service->plans;
    const QStringList parts = asked.path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() == 1 && asked.method == "GET")
        return {};
    const auto draft = fromJson<PlanDraft>(asked.body);
    if (parts.size() == 1) {
        Plan made;
        made.id = u"pln_new"_s;
        made.name = draft ? draft->name : QString();
        if (draft)
            made.sandbox = made.limited = made.production = draft->sandbox;
        plans.append(made);
        return told(made, 201);
    }
    for (Plan &plan : plans) {
        if (plan.id != parts.at(1))
            continue;
        if (parts.value(2) == "effect"_L1) {
            planEffect.plan = plan;
            return told(planEffect);
        }
        if (parts.value(2) == "remove"_L1)
            return ScriptedTransport::problemResponse(409, u"plan_in_use"_s);
        if (asked.method == "PUT" && draft) {
            plan.name = draft->name;
            plan.production = draft->production;
            ++plan.version;
        }
        return told(plan);
    }
    return ScriptedTransport::problemResponse(404, u"not_found"_s);
}

} // namespace pc::test
