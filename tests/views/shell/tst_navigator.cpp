// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/navigator.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc::views;
using namespace Qt::StringLiterals;

class tst_navigator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void locationsRoundTrip_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("page") << u"console://current/partners"_s;
        QTest::newRow("partner tab") << u"console://eu-1/partner/prt_56be/credentials"_s;
        QTest::newRow("query") << u"console://current/audit?action=credential.revoke&actor=ops-1"_s;
        QTest::newRow("escapes") << u"console://current/audit?text=a%20%26%20b%3D%2Fc"_s;
    }
    void locationsRoundTrip()
    {
        QFETCH(QString, text);
        const Location location = Location::parse(text);
        QVERIFY(location.isValid());
        QCOMPARE(location.toString(), text);
        QCOMPARE(Location::parse(location.toString()), location);
    }

    void partsOfALocation()
    {
        const Location l = Location::parse(u"console://eu-1/partner/prt_56be/credentials?q=x%2Fy"_s);
        QCOMPARE(l.environment, u"eu-1"_s);
        QCOMPARE(l.page, u"partner"_s);
        QCOMPARE(l.arg(0), u"prt_56be"_s);
        QCOMPARE(l.arg(1), u"credentials"_s);
        QCOMPARE(l.arg(2), QString());
        QCOMPARE(l.query.value(u"q"_s), u"x/y"_s);
        const Location slashes{{}, u"partner"_s, {u"a/b"_s}};
        QCOMPARE(Location::parse(slashes.toString()), slashes);
    }

    void nonsenseIsInvalid()
    {
        for (const QString &text :
             {u""_s, u"https://x/y"_s, u"console://"_s, u"console://eu-1"_s, u"console://eu-1/"_s}) {
            QVERIFY2(!Location::parse(text).isValid(), qPrintable(text));
        }
    }

    void historyKeepsState()
    {
        Navigator navigator;
        QVariantMap state{{u"row"_s, 3}};
        navigator.setStateSource([&state] { return state; });
        QSignalSpy shown(&navigator, &Navigator::showRequested);
        navigator.navigate({{}, u"partners"_s});
        navigator.navigate({{}, u"partner"_s, {u"prt_1"_s}});
        state = {{u"row"_s, 9}};
        QVERIFY(navigator.canGoBack());
        QVERIFY(!navigator.canGoForward());
        navigator.back();
        QCOMPARE(shown.count(), 3);
        QCOMPARE(shown.at(2).at(0).value<Location>().page, u"partners"_s);
        QCOMPARE(shown.at(2).at(1).toMap().value(u"row"_s).toInt(), 3);
        navigator.forward();
        QCOMPARE(shown.at(3).at(1).toMap().value(u"row"_s).toInt(), 9);
        QVERIFY(!navigator.canGoForward());
    }

    void newPlaceDropsWhatWasAhead()
    {
        Navigator navigator;
        navigator.navigate({{}, u"a"_s});
        navigator.navigate({{}, u"b"_s});
        navigator.back();
        navigator.navigate({{}, u"c"_s});
        QVERIFY(!navigator.canGoForward());
        navigator.back();
        QCOMPARE(navigator.current().page, u"a"_s);
    }

    void samePlaceIsNoEntry()
    {
        Navigator navigator;
        navigator.navigate({{}, u"a"_s});
        navigator.navigate({{}, u"a"_s});
        QVERIFY(!navigator.canGoBack());
        navigator.replace({{}, u"a"_s, {u"tab"_s}});
        QVERIFY(!navigator.canGoBack());
        QCOMPARE(navigator.current().arg(0), u"tab"_s);
        navigator.navigate({});
        QCOMPARE(navigator.current().page, u"a"_s);
        navigator.back();
        QCOMPARE(navigator.current().page, u"a"_s);
    }

    void isBounded()
    {
        Navigator navigator;
        for (int i = 0; i < Navigator::limit() + 20; ++i) {
            navigator.navigate({{}, u"p"_s, {QString::number(i)}});
        }
        int steps = 0;
        while (navigator.canGoBack()) {
            navigator.back();
            ++steps;
        }
        QCOMPARE(steps, Navigator::limit() - 1);
        QCOMPARE(navigator.current().arg(0), u"20"_s);
    }
};

QTEST_GUILESS_MAIN(tst_navigator)
#include "tst_navigator.moc"
