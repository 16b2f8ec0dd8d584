// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/serve_command.h"
#include "platform/service/health.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pc::platform;
using namespace Qt::StringLiterals;

/// What the service says of itself: one line at its start, and its health afterwards.
class TestHealth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readinessLineIsOneJsonObject();
    void healthTellsWhatIsMissing();
};

void TestHealth::readinessLineIsOneJsonObject()
{
    const QString odd = u"/tmp/a \"quoted\" \u00e9/ca.pem"_s;
    const pc::Secret without = readinessLine(u"https://127.0.0.1:1"_s, odd, std::nullopt);
    const QByteArray plain = without.view().toByteArray();
    QCOMPARE(plain.count('\n'), 1);
    const QJsonObject object = QJsonDocument::fromJson(plain).object();
    QCOMPARE(object.keys(), (QStringList{u"ca_file"_s, u"url"_s}));
    QCOMPARE(object.value(u"ca_file"_s).toString(), odd);
    const pc::Secret with = readinessLine(u"https://127.0.0.1:1"_s, odd, pc::Secret::copyOf("tok_1"));
    const QJsonObject full = QJsonDocument::fromJson(with.view().toByteArray()).object();
    QCOMPARE(full.value(u"token"_s).toString(), u"tok_1"_s);
    QCOMPARE(full.value(u"url"_s).toString(), u"https://127.0.0.1:1"_s);
}

void TestHealth::healthTellsWhatIsMissing()
{
    const auto readiness = std::make_shared<Readiness>();
    bool storeIsUp = false;
    bool diskAnswers = true;
    readiness->add("store", Readiness::Needs::Decisions, [&storeIsUp] { return storeIsUp; });
    readiness->add("disk", Readiness::Needs::Changes, [&diskAnswers] { return diskAnswers; });
    Router router;
    mountHealth(router, readiness);
    const auto ask = [&router](const QByteArray &target) {
        HttpRequest request;
        request.rawTarget = target;
        HttpResponse answer;
        router.dispatch(request, [&answer](HttpResponse response) { answer = std::move(response); });
        return answer;
    };
    const auto each = [&ask](std::initializer_list<const char *> targets, int status) {
        for (const char *target : targets)
            QCOMPARE(ask(target).status, status);
    };
    const auto live = {"/livez", "/health/live", "/livez?verbose"};
    const auto ready = {"/readyz", "/healthz", "/health/ready", "/readyz?exclude=%"};
    each(live, 200);
    each(ready, 503);
    QVERIFY(ask("/readyz").body.contains("\"store\""));
    storeIsUp = true;
    each(ready, 200);
    QVERIFY(!ask("/readyz").body.contains("degraded"));
    // Decisions go on without it: whoever balances load must not take them away.
    diskAnswers = false;
    each(ready, 200);
    QCOMPARE(ask("/readyz").body, QByteArray(R"({"degraded":["disk"],"status":"ready"})"));
    storeIsUp = false;
    each(ready, 503);
    QCOMPARE(ask("/readyz").body,
             QByteArray(R"({"degraded":["disk"],"missing":["store"],"status":"not_ready"})"));
    storeIsUp = true;
    readiness->setStopping();
    each(ready, 503);
    each(live, 200);
}

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
