// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/keeping_course.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pc::platform;

namespace {

QString nameOf(KeepingCourse::Next next)
{
    switch (next) {
    case KeepingCourse::Next::Nothing:
        return u"-"_s;
    case KeepingCourse::Next::AskJournal:
        return u"ask"_s;
    case KeepingCourse::Next::TellStored:
        return u"stored"_s;
    case KeepingCourse::Next::TellJournaled:
        return u"journaled"_s;
    case KeepingCourse::Next::TellNowhere:
        return u"nowhere"_s;
    }
    return {};
}

/// A step by its name; "asks" asks the journal.
QString stepped(KeepingCourse &course, const QString &step)
{
    if (step == u"asks")
        return course.askJournal() ? u"yes"_s : u"no"_s;
    if (step == u"store has")
        return nameOf(course.storeHas());
    if (step == u"store fails")
        return nameOf(course.storeFailed());
    if (step == u"store is slow")
        return nameOf(course.storeIsSlow());
    if (step == u"journal has")
        return nameOf(course.journalHas());
    if (step == u"journal fails")
        return nameOf(course.journalFailed());
    return nameOf(course.journalIsSlow());
}

} // namespace

class TestKeepingCourse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is done when it happens after what came before.
    void whatFollows_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QString>("asks");
        QTest::addColumn<QString>("storeHas");
        QTest::addColumn<QString>("storeFails");
        QTest::addColumn<QString>("storeIsSlow");
        QTest::addColumn<QString>("journalHas");
        QTest::addColumn<QString>("journalFails");
        QTest::addColumn<QString>("journalIsSlow");
        const auto row = [](const QStringList &before, const QString &follows) {
            const QStringList each = follows.split(u' ');
            QTest::newRow(before.isEmpty() ? "nothing" : qPrintable(before.join(u", "_s)))
                << before << each.at(0) << each.at(1) << each.at(2) << each.at(3) << each.at(4) << each.at(5)
                << each.at(6);
        };
        const QString stored = u"store has"_s;
        const QString failed = u"store fails"_s;
        const QString asks = u"asks"_s;
        const QString journaled = u"journal has"_s;
        const QString lost = u"journal fails"_s;
        //                       asks  store: has, fails, slow  journal: has, fails, slow
        row({}, u"yes stored ask ask journaled - nowhere"_s);
        row({stored}, u"no stored ask - - - -"_s);
        row({failed}, u"yes stored ask - journaled nowhere nowhere"_s);
        row({asks}, u"no stored - - journaled - nowhere"_s);
        row({asks, stored}, u"no stored - - - - -"_s);
        row({asks, failed}, u"no stored - - journaled nowhere nowhere"_s);
        row({asks, journaled}, u"no stored - - journaled - -"_s);
        row({asks, journaled, stored}, u"no stored - - - - -"_s);
        row({asks, journaled, failed}, u"no stored - - journaled nowhere -"_s);
        row({asks, lost}, u"no stored nowhere - journaled - nowhere"_s);
        row({asks, lost, stored}, u"no stored nowhere - - - -"_s);
        row({asks, lost, failed}, u"no stored nowhere - journaled nowhere nowhere"_s);
    }
    void whatFollows()
    {
        QFETCH(QStringList, before);
        const auto follows = [&before](const QString &step) {
            KeepingCourse course;
            for (const QString &each : before)
                (void)stepped(course, each);
            return stepped(course, step);
        };
        QTEST(follows(u"asks"_s), "asks");
        QTEST(follows(u"store has"_s), "storeHas");
        QTEST(follows(u"store fails"_s), "storeFails");
        QTEST(follows(u"store is slow"_s), "storeIsSlow");
        QTEST(follows(u"journal has"_s), "journalHas");
        QTEST(follows(u"journal fails"_s), "journalFails");
        QTEST(follows(u"journal is slow"_s), "journalIsSlow");
    }

    /// In whatever order they speak: told as stored or as journaled only when that is so, and as nowhere only
    /// while neither has it; and once the store has it, nothing else is told any more.
    void everyOrderIsTrue()
    {
        for (const QString &store : {u"store has"_s, u"store fails"_s}) {
            for (const QString &journal : {u"journal has"_s, u"journal fails"_s}) {
                QStringList order{u"asks"_s, store, u"store is slow"_s, journal, u"journal is slow"_s};
                std::sort(order.begin(), order.end());
                do {
                    KeepingCourse course;
                    bool has = false;
                    bool journaled = false;
                    for (const QString &step : std::as_const(order)) {
                        if (step == journal && !course.isJournalAsked())
                            continue;
                        has = has || step == u"store has";
                        journaled = journaled || step == u"journal has";
                        const QString next = stepped(course, step);
                        QCOMPARE(course.isStored(), has);
                        QVERIFY2(next != u"stored" || has, qPrintable(order.join(u", "_s)));
                        QVERIFY2(next != u"journaled" || (journaled && !has),
                                 qPrintable(order.join(u", "_s)));
                        QVERIFY2(next != u"nowhere" || (!journaled && !has), qPrintable(order.join(u", "_s)));
                    }
                } while (std::next_permutation(order.begin(), order.end()));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestKeepingCourse)
#include "tst_keeping_course.moc"
