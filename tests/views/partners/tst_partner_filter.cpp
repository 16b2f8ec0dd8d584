// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/partner_filter.h"
#include "views/seams/partner_places.h"

#include <QTest>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;

class PartnerFilterTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placeKeepsTheFilter()
    {
        PartnerFilter filter;
        filter.tab = u"expiring"_s;
        filter.text = u"card"_s;
        filter.stages = {Stage::Limited, Stage::Production};
        filter.healths = {Health::Errors};
        filter.statuses = {PartnerStatus::Frozen};
        QCOMPARE(filterFromPlace(toPlace(filter)), filter);
        QVERIFY(toPlace(PartnerFilter{}).isEmpty());
    }

    void unknownWordsInALinkAreLeftOut()
    {
        const PartnerFilter filter =
            filterFromPlace({{u"stage"_s, u"limited,nonsense"_s}, {u"view"_s, u"nonsense"_s}});
        QCOMPARE(filter.stages, QList<Stage>{Stage::Limited});
        QCOMPARE(filter.tab, u"all"_s);
    }

    void tabsAreQueriesOfTheService()
    {
        PartnerFilter filter;
        filter.tab = u"action"_s;
        QCOMPARE(queryOf(filter, u"ops-1"_s).healths, (QList<Health>{Health::Errors, Health::Throttled}));
        filter.tab = u"onboarding"_s;
        QCOMPARE(queryOf(filter, u"ops-1"_s).stages, (QList<Stage>{Stage::Sandbox, Stage::Limited}));
        filter.tab = u"expiring"_s;
        QCOMPARE(queryOf(filter, u"ops-1"_s).expiringWithinDays, std::optional<int>(14));
        filter.tab = u"mine"_s;
        QCOMPARE(queryOf(filter, u"ops-1"_s).owner, u"ops-1"_s);
    }

    void filtersThatTheTabReplacesAreNotCounted()
    {
        PartnerFilter filter;
        filter.text = u" x "_s;
        filter.stages = {Stage::Limited};
        QCOMPARE(filter.activeCount(), 2);
        filter.tab = u"onboarding"_s;
        QCOMPARE(filter.activeCount(), 1);
    }

    void everyFixHasATab()
    {
        QCOMPARE(places::tabForFix(u"credentials"_s), u"credentials"_s);
        QCOMPARE(places::tabForFix(u"access"_s), u"access"_s);
        QCOMPARE(places::tabForFix(u"usage"_s), u"usage"_s);
        QCOMPARE(places::tabForFix(u"contacts"_s), u"overview"_s);
        QCOMPARE(places::tabForFix(u"something new"_s), u"overview"_s);
    }
};

QTEST_GUILESS_MAIN(PartnerFilterTest)
#include "tst_partner_filter.moc"
