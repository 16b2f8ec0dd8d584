// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/answered_keys.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pc::platform;

class TestAnsweredKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Keys of acts that took access away: whose, for what, for 47 hours, and no more than the newest.
    void keysAreKnownAgain()
    {
        const QDateTime now(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        AnsweredKeys keys(QSet<QString>{u"op"_s});
        QVERIFY(!keys.has(u"ann"_s, u"op"_s, u"k"_s, now));
        keys.add(u"ann"_s, u"op"_s, u"k"_s, now);
        keys.add(u"ann"_s, u"other"_s, u"k"_s, now); // takes nothing away
        QVERIFY(!keys.has(u"ann"_s, u"other"_s, u"k"_s, now));
        const auto known = [&keys](const QDateTime &at) { return keys.has(u"ann"_s, u"op"_s, u"k"_s, at); };
        QVERIFY(known(now));
        QVERIFY(!keys.has(u"bob"_s, u"op"_s, u"k"_s, now));
        QVERIFY(!keys.has(u"ann"_s, u"other"_s, u"k"_s, now));
        QVERIFY(!keys.has(u"ann"_s, u"op"_s, u"K"_s, now));
        const QDateTime end = now.addSecs(AnsweredKeys::keptSeconds);
        QVERIFY(known(end.addSecs(-1)));
        QVERIFY(!known(end));
        keys.add(u"ann"_s, u"op"_s, u"k"_s, now.addSecs(60)); // once more
        QVERIFY(known(end));
        for (int again = 0; again < 3; ++again)
            keys.add(u"ann"_s, u"op"_s, u"k"_s, now); // takes one place
        const auto number = [](std::size_t i) { return QString::number(i); };
        for (std::size_t i = 1; i < AnsweredKeys::most; ++i)
            keys.add(u"bob"_s, u"op"_s, number(i), now);
        QVERIFY(known(now));
        QVERIFY(keys.has(u"bob"_s, u"op"_s, u"1"_s, now));
        keys.add(u"bob"_s, u"op"_s, u"last"_s, now);
        QVERIFY(!known(now)); // the oldest made room
        QVERIFY(keys.has(u"bob"_s, u"op"_s, u"1"_s, now));
        QVERIFY(keys.has(u"bob"_s, u"op"_s, u"last"_s, now));
    }
};

QTEST_GUILESS_MAIN(TestAnsweredKeys)
#include "tst_answered_keys.moc"
