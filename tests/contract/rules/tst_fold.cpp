// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/fold.h"

#include "contract/rules/field_limits.h"
#include "contract/rules/slug.h"

#include <rapidcheck.h>

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pc::rules;

class TestFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equal_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        const auto row = [](const char *name, const QString &one, const QString &other) {
            QTest::newRow(name) << one << other;
        };
        row("case", u"ACME"_s, u"acme"_s);
        row("NFC and NFD", u"Müller"_s, u"Mu\u0308ller"_s);
        row("mark dropped", u"Müller"_s, u"muller"_s);
        row("sharp s", u"Straße"_s, u"STRASSE"_s);
        row("capital sharp s", u"GROẞ"_s, u"gross"_s);
        row("final sigma", u"ΟΔΟΣ"_s, u"οδος"_s);
        row("Greek accent", u"Όδος"_s, u"ΟΔΟΣ"_s);
        row("iota below", u"ᾳ"_s, u"ΑΙ"_s);
        row("Cyrillic", u"Ёлка Чай"_s, u"елка чаи"_s);
        row("dotted capital I", u"İstanbul"_s, u"istanbul"_s);
        row("dotless i", u"Diyarbakır"_s, u"DIYARBAKIR"_s);
        row("stroke", u"Łódź"_s, u"lodz"_s);
        row("Danish", u"Ørsted Æblegård"_s, u"orsted aeblegard"_s);
        row("ligature", u"ﬁrma"_s, u"FIRMA"_s);
        row("full width", u"ＡＢＣ１"_s, u"abc1"_s);
        row("Vietnamese", u"Nguyễn"_s, u"nguyen"_s);
        row("spaces", u"  a \u00a0 b\n"_s, u"a b"_s);
        row("zero width", u"a\u200bb\ufeff"_s, u"ab"_s);
        row("soft hyphen", u"part\u00adner"_s, u"partner"_s);
    }
    void equal()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QCOMPARE(fold(one), fold(other));
        QVERIFY(foundIn(one, other) && foundIn(other, one));
        QCOMPARE(indexWords(one), indexWords(other));
    }

    void marksKeepTheirOrder()
    {
        const QString apart = u"\u0300\u200b\u059a"_s; // what is left out stood between two marks
        QCOMPARE(fold(fold(apart)), fold(apart));
    }

    /// Qt's own way takes the square of it: a hundred thousand letters half a second.
    void aLongTextCostsByItsLength()
    {
        QElapsedTimer timer;
        timer.start();
        for (const QString &each :
             {u"\u00e9"_s, u"\u00df"_s, u"\u200b"_s, u"\u0301"_s, u"\ufb03"_s, u"\U0001d15e"_s})
            (void)fold(each.repeated(1'000'000));
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed()))); // about 1 s
        QCOMPARE(fold(u"\u00c9\u00df"_s.repeated(5000)), u"ess"_s.repeated(5000));
        // In parts as in whole, wherever a part ends.
        const QString word = u"u\u0323\u0308x\U0001d157\U0001d165 \uac01\u30ac"_s;
        for (int i = 240; i < 270; ++i) {
            const QString text = QString(i, u'b') + word.repeated(3);
            QCOMPARE(fold(text), QString(QString(i, u'b') + fold(word.repeated(3))));
        }
        const QString marks = u"\u0301\u0323"_s.repeated(2000);
        const QString marked = u"\u0915"_s + marks;
        QCOMPARE(fold(fold(marked)), fold(marked));
    }

    void different()
    {
        // Elsewhere a mark is part of the spelling.
        QVERIFY(fold(u"की"_s) != fold(u"क"_s));
        QVERIFY(fold(u"が"_s) != fold(u"か"_s));
        QVERIFY(fold(u"שָׁ"_s) != fold(u"ש"_s));
        QVERIFY(fold(u"ไม่"_s) != fold(u"ไม"_s));
    }

    void words()
    {
        QCOMPARE(indexWords(u"Order-sync #2: Müller's"_s),
                 (QStringList{u"order"_s, u"sync"_s, u"order·sync"_s, u"2"_s, u"muller"_s, u"s"_s,
                              u"muller·s"_s}));
        QCOMPARE(indexWords(u"शर्मा ट्रेडिंग"_s).size(), 2);
        QCOMPARE(queryWords(u"..!"_s), QStringList());
        // Without spaces: signs and neighbouring pairs, so that a part is found.
        QCOMPARE(indexWords(u"東京都"_s), (QStringList{u"東"_s, u"京"_s, u"東京"_s, u"都"_s, u"京都"_s}));
        QCOMPARE(queryWords(u"京都"_s), QStringList{u"京都"_s});
        QCOMPARE(queryWords(u"都"_s), QStringList{u"都"_s});
        QVERIFY(foundIn(u"ทดสอบ"_s, u"บริษัททดสอบจำกัด"_s));
        QVERIFY(!foundIn(u"สวัสดี"_s, u"บริษัททดสอบจำกัด"_s));
        QVERIFY(foundIn(u"sync ord"_s, u"Order sync"_s));
        QVERIFY(!foundIn(u"sync rder"_s, u"Order sync"_s));
        QVERIFY(foundIn(u""_s, u"anything"_s));
    }

    /// What signs bind stands together, or it is something else.
    void boundWords()
    {
        QCOMPARE(queryWords(u"ops-2"_s), QStringList{u"ops·2"_s});
        QCOMPARE(queryWords(u"R&D"_s), QStringList{u"r·d"_s});
        QCOMPARE(queryWords(u"ops- 2,"_s), (QStringList{u"ops"_s, u"2"_s}));
        QCOMPARE(queryWords(u"10.0.2.1 by ops-1"_s),
                 (QStringList{u"10·0"_s, u"0·2"_s, u"2·1"_s, u"by"_s, u"ops·1"_s}));
        QVERIFY(foundIn(u"R&D"_s, u"for R & D/r&d"_s));
        QVERIFY(!foundIn(u"R&D"_s, u"New delivery region"_s));
        QVERIFY(!foundIn(u"ops-2"_s, u"ops-1 2026-02-28"_s));
        QVERIFY(foundIn(u"orders:r"_s, u"orders:read"_s)); // the last is a beginning
        QVERIFY(foundIn(u"京都・大阪"_s, u"東京都・大阪府"_s));
    }

    void everyTextIsFoundByItself()
    {
        QVERIFY(rc::check([](const std::vector<uint16_t> &units) {
            // Half of the signs are of scripts, marks and invisible characters that small numbers never
            // reach.
            static const QString pool =
                u"aZßẞİıøΣςάЁйकि्ไม้東が한שָׁع٣ﬁ½\u0300\u0323\u0345\u034f\u200b\u200d\u2066\u2069\u202e\ufeff\u00ad\ue000 \n"_s;
            QString text;
            for (const uint16_t unit : units)
                text += unit % 2 ? pool.at(unit / 2 % pool.size()) : QChar(static_cast<char16_t>(unit / 2));
            RC_ASSERT(fold(fold(text)) == fold(text));
            RC_ASSERT(foundIn(text, text));
            // Whatever is asked for stands in the index: both cut alike.
            const QStringList index = indexWords(text);
            const QStringList asked = queryWords(text);
            for (const QString &word : asked)
                RC_ASSERT(index.contains(word));
        }));
    }

    void slugs()
    {
        QCOMPARE(suggestSlug(u"Acme Payments GmbH & Co."_s), u"acme-payments-gmbh-co"_s);
        QCOMPARE(suggestSlug(u"Łódź Straße Ünlü Ørsted"_s), u"lodz-strasse-unlu-orsted"_s);
        QCOMPARE(suggestSlug(u"東京"_s), QString());
        QCOMPARE(suggestSlug(u"\u00e9"_s.repeated(10'000'000)).size(), limit("PartnerDraft", "slug").maximum);
        QCOMPARE(suggestSlug(QString(60, u'x')).size(), limit("PartnerDraft", "slug").maximum);
    }
};

QTEST_APPLESS_MAIN(TestFold)
#include "tst_fold.moc"
