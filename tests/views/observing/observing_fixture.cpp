// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/observing/observing_fixture.h"

#include "contract/api/roles.h"
#include "contract/codec/codecs.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"
#include "views/words/observation_words.h"

#include <QJsonDocument>

namespace pc::test {

using namespace Qt::StringLiterals;
using client::TransportResult;

namespace {

TransportResult told(const QJsonObject &object, int status = 200)
{
    return ScriptedTransport::response(status, QJsonDocument(object).toJson());
}

} // namespace

ObservingFixture::ObservingFixture(Role role)
{
    ObservationSummary orders = sampleObservation();
    orders.name = u"Orders"_s;
    ObservationSummary ended = sampleObservation(2);
    ended.observation.kind = ObservationKind::Partner;
    ended.observation.target = pages.idOf(u"Cardinal Payroll"_s);
    ended.observation.endedAt = QDateTime({2025, 11, 20}, {9, 0}, Qt::UTC);
    ended.observation.endedBy = u"sec-1"_s;
    ended.name = u"Cardinal Payroll"_s;
    ended.calls = ended.refused = ended.refusedDay = std::nullopt;
    observed = {orders, ended};
    report = sampleReport();
    report.name = u"Orders"_s;
    reportDay = report;
    reportDay.lines = report.lines.mid(0, 3);
    pages.commands.addGroup(u"observing"_s, u"Observing"_s);
    pages.service->session.roles = {role};
    pages.service->session.permissions = permissionsOf({role});
    pages.connection->keeper().start();
    pages.service->first = [this](const SampleService::Asked &asked) { return answer(asked); };
    acts = new views::ObservingActs(pages.context, model, apis, &pages.window);
    settle();
}

ObservingFixture::~ObservingFixture()
{
    delete page; // before the models that it shows
    while (QWidget *child = pages.window.findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        delete child;
    delete acts;
}

void ObservingFixture::openList()
{
    page = new views::ObservingPage(pages.context, {model, *acts});
    page->open(views::places::observingPage());
    pages.show(page);
    settle();
}

void ObservingFixture::openReport(const QString &id, const QString &tab)
{
    page = new views::ObservationPage(pages.context, {model, *acts});
    page->open(views::places::observationPage(id, tab));
    pages.show(page);
    settle();
}

void ObservingFixture::run(const QString &command)
{
    pages.commands.run(command);
    settle();
}

QJsonObject ObservingFixture::sent(const QByteArray &method, const QString &path) const
{
    QJsonObject body;
    for (const SampleService::Asked &each : pages.service->requests)
        if (each.method == method && each.path == path)
            body = each.body;
    return body;
}

std::optional<TransportResult> ObservingFixture::answer(const SampleService::Asked &asked)
{
    if (first)
        if (auto own = first(asked))
            return own;
    if (asked.path == "/apis"_L1) {
        Api orders = sampleApi();
        orders.name = u"Orders"_s;
        orders.basePath = u"/v1"_s;
        Api maps = sampleApi(2);
        maps.name = u"Maps"_s;
        return told(pageOf(QList<Api>{orders, maps}));
    }
    if (!asked.path.startsWith("/observations"_L1))
        return {};
    if (asked.method == "GET" && asked.path == "/observations"_L1)
        return told(pageOf(observed, {}, observed.size()));
    if (asked.method == "POST" && asked.path == "/observations"_L1) {
        const auto draft = fromJson<ObservationDraft>(QJsonValue(asked.body));
        ObservationSummary made = sampleObservation(9);
        if (draft) {
            made.observation.kind = draft->kind;
            made.observation.target = draft->target;
            made.observation.pathPrefix = draft->pathPrefix;
            made.observation.until = draft->until;
        }
        observed.prepend(made);
        return told(toJson(made.observation), 201);
    }
    const QStringList parts = asked.path.split(u'/', Qt::SkipEmptyParts);
    for (ObservationSummary &each : observed) {
        if (each.observation.id != parts.value(1))
            continue;
        if (parts.value(2) == "report"_L1) {
            ObservationReport own = asked.query.isEmpty() ? report : reportDay;
            own.observation = each.observation;
            own.name = each.name;
            return told(toJson(own));
        }
        if (parts.value(2) == "end"_L1)
            each.observation.endedAt = pages.clock.now();
        if (parts.value(2) == "extend"_L1)
            if (const auto extension = fromJson<ObservationExtension>(QJsonValue(asked.body)))
                each.observation.until = extension->until;
        return told(toJson(each.observation));
    }
    return ScriptedTransport::problemResponse(404, u"not_found"_s);
}

} // namespace pc::test
