// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/read_description.h"
#include "platform/openapi/routes_of.h"

#include <QTest>

using namespace pc;
using namespace pc::platform::openapi;
using namespace Qt::StringLiterals;

namespace {

DescribedRoutes routesFrom(const QByteArray &paths, const ScopeRule &rule = {})
{
    const auto description =
        readDescription(QByteArray("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n" + paths));
    if (!description)
        return {};
    Api api;
    api.id = u"api_1"_s;
    api.name = u"Shop"_s;
    int number = 0;
    return routesOf(*description, api, rule, {}, QDateTime::currentDateTimeUtc(),
                    [&number] { return u"rte_%1"_s.arg(++number); });
}

QStringList scopesOf(const DescribedRoutes &described)
{
    QStringList all;
    for (const Route &each : described.routes)
        all.append((QStringList(each.scope) + each.alsoScopes).join(u'+'));
    return all;
}

QStringList remarksOf(const DescribedRoutes &described)
{
    QStringList all;
    for (const LeftOut &each : described.leftOut)
        all.append(u"%1: %2: %3"_s.arg(QString::number(each.line), each.what, each.reason));
    return all;
}

} // namespace

class TestRoutesOf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Only one way is followed; that there were others is said.
    void waysThatAreNotTakenAreNamed()
    {
        const DescribedRoutes described = routesFrom(R"(
  /a: {get: {security: [{o: [a]}, {o: [b]}]}}
  /b: {get: {security: [{o: [a]}, {p: [b]}]}, put: {security: [{o: [a]}]}}
  /c: {get: {security: [{o: [a]}, {}]}}
  /d: {get: {security: []}}
  /e: {get: {security: [{key: []}, {o: [a, b]}, {q: [b, a]}]}}
  /f: {get: {security: [{o: ['*']}]}}
  /g: {get: {security: [{key: []}]}}
  /h: {get: {}}
)");
        QCOMPARE(scopesOf(described), (QStringList{u"a"_s, u"a"_s, u"a"_s, u"a"_s, u"d:read"_s, u"a+b"_s,
                                                   u"f:read"_s, u"g:read"_s, u"h:read"_s}));
        QCOMPARE(
            remarksOf(described),
            (QStringList{
                u"7: GET /c, security: the description lets anybody call it; here a call needs a"_s,
                u"8: GET /d, security: the description lets anybody call it; here a call needs d:read"_s,
                u"5: GET /a and 1 more, security: the description allows it by other scopes as well; here a call needs a"_s,
                u"9: GET /e, security: the description allows it without a scope as well; here a call needs a, b"_s,
                u"10: GET /f, security: what the description names as scopes cannot be any here; a call needs f:read"_s}));
    }

    /// Only the first of them are shown: what the file means to be open stands before calls that are not
    /// there.
    void whatIsOpenStandsFirst()
    {
        const QStringList remarks = remarksOf(routesFrom(R"(
  /a: {get: {security: [{o: [a]}, {o: [b]}]}}
  /b/{x/c: {get: {}}
  /c: {get: {security: [{o: [a]}, {}]}}
)"));
        QCOMPARE(remarks.size(), 3);
        QVERIFY2(remarks.at(0).startsWith(u"7: GET /c"_s), qPrintable(remarks.join(u'\n')));
        QVERIFY2(remarks.at(1).contains(u"/b/{x/c"_s), qPrintable(remarks.join(u'\n')));
        QVERIFY2(remarks.at(2).startsWith(u"5: GET /a"_s), qPrintable(remarks.join(u'\n')));
    }

    /// Where somebody chose not to follow what the description names.
    void nothingIsSaidOfWhatIsNotAskedFor()
    {
        ScopeRule rule;
        rule.named = false;
        QCOMPARE(remarksOf(routesFrom("  /a: {get: {security: [{o: [a]}, {o: [b]}, {}]}}\n", rule)),
                 QStringList());
    }
};

QTEST_APPLESS_MAIN(TestRoutesOf)
#include "tst_routes_of.moc"
