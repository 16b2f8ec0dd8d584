// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/text_rule.h"

#include <rapidcheck.h>

#include <QElapsedTimer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc::rules;

namespace {

QString text(std::initializer_list<char32_t> points)
{
    QString result;
    for (const char32_t point : points) {
        if (QChar::isSurrogate(point))
            result += QChar(static_cast<char16_t>(point));
        else
            result += QChar::fromUcs4(point);
    }
    return result;
}

/// Any UTF-16, surrogates alone included.
QString anything(const std::vector<uint16_t> &units)
{
    // Half of the signs are of scripts, marks and invisible characters that small numbers never reach.
    static const QString pool =
        u"aZßẞİıøΣςάЁйकि्ไม้東が한שָׁع٣ﬁ½\u0300\u0323\u0345\u034f\u200b\u200d\u2066\u2069\u202e\ufeff\u00ad\ue000 \n"_s;
    QString result;
    for (const uint16_t unit : units)
        result += unit % 2 ? pool.at(unit / 2 % pool.size()) : QChar(static_cast<char16_t>(unit / 2));
    return result;
}

} // namespace

class TestTextRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBeginningHoldsWholeCharacters()
    {
        const QString text = u"a😀b"_s; // four units
        QCOMPARE(beginningOf(text, 0), QString());
        QCOMPARE(beginningOf(text, 1), u"a"_s);
        QCOMPARE(beginningOf(text, 2), u"a"_s);
        QCOMPARE(beginningOf(text, 3), u"a😀"_s);
        QCOMPARE(beginningOf(text, 4), text);
        QCOMPARE(beginningOf(text, 100), text);
        const QString half = u'a' + QString(QChar(0xd83d)) + u"xy"_s; // what was no text stays as it is
        QCOMPARE(beginningOf(half, 2), half.left(2));
    }

    /// What others wrote becomes a line that nothing is wrong with.
    void aPlainLine()
    {
        QCOMPARE(plainLine(u"  Two \n words\u00a0and a tab\t"_s, 100), u"Two words and a tab"_s);
        QCOMPARE(plainLine(u"abc\u202edef\u200b\ufeff"_s, 100), u"abcdef"_s);
        QCOMPARE(plainLine(u"a\ufffeb\ufdd0"_s + QChar(u'\0') + QChar(0xd83d), 100), u"ab"_s);
        QCOMPARE(plainLine(QString(99, u'a') + u"😀"_s, 100), QString(99, u'a'));
        QCOMPARE(plainLine(QString(98, u'a') + u"😀b"_s, 100), QString(QString(98, u'a') + u"😀"_s));
        QCOMPARE(plainLine(u"e\u0301"_s, 100), u"\u00e9"_s);
        QCOMPARE(plainLine(u"\u0301\u200b"_s, 100), QString()); // nothing is seen of it
        QCOMPARE(plainLine(u"<b>&"_s, 100), u"<b>&"_s);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(plainLine(u"s "_s.repeated(10'000'000), 7), u"s s s s"_s);
        QVERIFY(timer.elapsed() < 2000); // cut before it is looked at
    }

    void texts_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<TextFault>("one");
        QTest::addColumn<TextFault>("many");
        const auto row = [](const char *name, const QString &value, TextFault one, TextFault many) {
            QTest::newRow(name) << value << one << many;
        };
        const auto same = [&row](const char *name, const QString &value, TextFault fault) {
            row(name, value, fault, fault);
        };
        using enum TextFault;
        same("empty", {}, None);
        same("Latin", u"Müller & Söhne GmbH"_s, None);
        same("Devanagari", u"शर्मा ट्रेडिंग"_s, None);
        same("Thai", u"บริษัท ทดสอบ"_s, None);
        same("Arabic", u"شركة الاختبار"_s, None);
        same("Hebrew in an isolate", text({0x2067, 0x5d0, 0x5d1, 0x2069, 'x'}), None);
        same("emoji of several code points", u"👩‍👩‍👧 shop"_s, None);
        same("beyond the first plane", text({0x20000, 0x1f600}), None);
        same("joiner in a Persian word", u"می‌خواهم"_s, None);
        same("lone high surrogate", text({'a', 0xd800}), NotUnicode);
        same("lone low surrogate", text({0xdc00, 'a'}), NotUnicode);
        same("surrogates the wrong way round", text({0xdc00, 0xd800}), NotUnicode);
        same("NUL", text({'a', 0, 'b'}), NotUnicode);
        same("noncharacter FFFE", text({'a', 0xfffe}), NotUnicode);
        same("noncharacter FDD0", text({'a', 0xfdd0}), NotUnicode);
        same("noncharacter 1FFFF", text({'a', 0x1ffff}), NotUnicode);
        same("escape", text({'a', 0x1b, '['}), Control);
        same("delete", text({'a', 0x7f}), Control);
        same("C1", text({'a', 0x85}), Control);
        same("carriage return alone", text({'a', '\r', 'b'}), Control);
        row("line break", u"a\nb"_s, Control, None);
        row("tab", u"a\tb"_s, Control, None);
        row("line separator", text({'a', 0x2028, 'b'}), Control, None);
        same("zero width space", text({0x200b}), Invisible);
        same("byte order mark", text({0xfeff, 0xfeff}), Invisible);
        same("spaces", u"   "_s, Invisible);
        same("no-break space", text({0xa0}), Invisible);
        same("soft hyphen", text({0xad}), Invisible);
        same("combining marks alone", text({0x301, 0x302}), Invisible);
        same("enclosing mark alone", text({0x20dd}), Invisible);
        same("Hangul filler", text({0x3164}), Invisible);
        same("Braille blank", text({0x2800}), Invisible);
        same("variation selectors", text({0xfe0f, 0xe0100}), Invisible);
        same("tags", text({0xe0041, 0xe0042}), Invisible);
        same("notehead that is not drawn", text({0x1d159}), Invisible);
        same("Egyptian blank", text({0x13441}), Invisible);
        same("unassigned", text({0x378, 0x379}), Invisible);
        row("unassigned in a word", text({'A', 0x378, 'b'}), Unassigned, None);
        row("unassigned, beyond the first plane", text({'A', 0x1fffd}), Unassigned, None);
        same("object that is not there", text({0xfffc}), Invisible);
        same("private use", text({0xe000, 0xf0000}), Invisible);
        same("note beside a notehead that is not drawn", text({0x1d159, 0x1d15a}), None);
        same("invisible operators", text({0x2061, 0x2062}), Invisible);
        same("override", text({'a', 0x202e, 'b'}), DirectionOverride);
        same("override closed", text({'a', 0x202d, 'b', 0x202c}), DirectionOverride);
        same("embedding open", text({'a', 0x202b, 'b'}), DirectionOverride);
        same("isolate open", text({'a', 0x2066, 'b'}), DirectionOverride);
        same("closed twice", text({0x2066, 'b', 0x2069, 0x2069}), DirectionOverride);
        same("closed across", text({0x2066, 0x202a, 'b', 0x2069, 0x202c}), DirectionOverride);
        row("isolate open over a line", text({0x2066, 'a', '\n', 0x2069}), DirectionOverride,
            DirectionOverride);
    }
    void texts()
    {
        QFETCH(QString, value);
        QFETCH(TextFault, one);
        QFETCH(TextFault, many);
        QCOMPARE(textFault(value, Lines::One), one);
        QCOMPARE(textFault(value, Lines::Many), many);
        QCOMPARE(isUnicodeText(value), one != TextFault::NotUnicode);
    }

    void settling()
    {
        QCOMPARE(settled(u"  Acme \n"_s), u"Acme"_s);
        QCOMPARE(settled(text({0xfeff, 'A', 0x200b, 0xa0})), u"A"_s);
        QCOMPARE(settled(u"a\r\nb\r\n"_s), u"a\nb"_s);
        QCOMPARE(settled(u"Mu\u0308ller"_s), u"Müller"_s);
        QCOMPARE(settled(u"a\r\r\nb"_s), u"a\nb"_s);
        QCOMPARE(settled(u" \t "_s), QString());
        QCOMPARE(textFault(settled(text({' ', 0x200b, 0xfeff})), Lines::One), TextFault::Invisible);
        QCOMPARE(settled(text({0xd800, ' '})), text({0xd800, ' '}));
        QCOMPARE(codePoints(text({'a', 0x1f600, 0xd800})), 3);
    }

    /// Two texts that look alike are stored alike; what is not seen stays where it does something.
    void twinsAreOne_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        const auto row = [](const char *name, const QString &typed, const QString &stored) {
            QTest::newRow(name) << typed << stored;
        };
        for (const char32_t idle :
             {0xad,    0x34f,   0x61c,   0x115f,  0x1160,  0x17b4,  0x17b5,  0x180b, 0x180e,
              0x200b,  0x200c,  0x200d,  0x200e,  0x200f,  0x2060,  0x2061,  0x2064, 0x2065,
              0x206a,  0x206f,  0x3164,  0xfe00,  0xfe0e,  0xfe0f,  0xfeff,  0xffa0, 0xfff0,
              0x1bca0, 0x1d173, 0xe0001, 0xe0020, 0xe0041, 0xe007f, 0xe0100, 0xe01ef}) {
            const QByteArray name = QByteArray::number(static_cast<uint>(idle), 16);
            row(QByteArray(name + " inside").constData(), text({'A', 'd', idle, 'a'}), u"Ada"_s);
            row(QByteArray(name + " at the end").constData(), text({'A', 'd', 'a', idle}), u"Ada"_s);
            row(QByteArray(name + " twice").constData(), text({'A', idle, idle, 'd', 'a'}), u"Ada"_s);
            row(QByteArray(name + " before a space").constData(), text({'A', idle, ' ', 'b'}), u"A b"_s);
            row(QByteArray(name + " in Greek").constData(), text({0x3b1, idle, 0x3b2}), u"αβ"_s);
        }
        row("isolate of nothing", text({'A', 0x2066, 0x2069, 'b'}), u"Ab"_s);
        row("embedding without a turn", text({'A', 0x202a, 'b', 0x202c}), u"Ab"_s);
        row("before a mark", text({'e', 0x34f, 0x301}), u"é"_s);
        row("within a line's end", text({'a', '\r', 0x200b, '\n', 'b'}), u"a\nb"_s);
        for (const QString &kept :
             {u"می‌خواهم"_s, u"👩‍👩‍👧 shop"_s, text({0x1f3f4, 0x200d, 0x2620, 0xfe0f}),
              text({'1', 0xfe0f, 0x20e3}), text({0x2764, 0xfe0f}), text({0x845b, 0xe0100}),
              text({0x915, 0x94d, 0x200d, 0x937}),
              text({0x1f3f4, 0xe0067, 0xe0062, 0xe0065, 0xe006e, 0xe0067, 0xe007f}),
              text({0xe01, 0x200b, 0xe02}), text({0x5d0, 0x200f, '!'}), text({0x2067, 0x5d0, 0x2069, 'x'}),
              text({0x1820, 0x180b}), text({0x1f469, 0x1f3fd, 0x200d, 0x1f4bb})})
            row(qPrintable(kept), kept, kept);
    }
    void twinsAreOne()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QCOMPARE(settled(typed), stored);
        QCOMPARE(settled(stored), stored);
    }

    void settledStaysAndIsKept()
    {
        QVERIFY(rc::check([](const std::vector<uint16_t> &units) {
            const QString value = anything(units);
            const QString once = settled(value);
            RC_ASSERT(settled(once) == once);
            // What the rule lets in comes back from UTF-8 as it was: store, log and leaf agree.
            if (textFault(once, Lines::Many) == TextFault::None)
                RC_ASSERT(QString::fromUtf8(once.toUtf8()) == once);
        }));
    }

    /// Every code point: hidden alone is hidden inside, and what is seen alone never is.
    void hiddenCharacters()
    {
        for (const char32_t hidden :
             {0xa0,   0xad,   0x34f,  0x378,  0x61c,   0x115f,  0x180e,  0x2000,  0x200b, 0x200c, 0x200d,
              0x200e, 0x200f, 0x2028, 0x202a, 0x2060,  0x2063,  0x2066,  0x2069,  0x2800, 0x3000, 0x3164,
              0xe000, 0xfe0f, 0xfeff, 0xfffc, 0x13441, 0x1d159, 0xe0041, 0xe0100, 0xf0000})
            QVERIFY2(hasHidden(text({'a', hidden, 'b'})), qPrintable(QString::number(hidden, 16)));
        for (const QString &seen : {QString(), u"INC 4711"_s, u"ä.b+c@münchen.example"_s, u"A\u0308-1"_s,
                                    u"शर्मा@उदाहरण.भारत"_s, u"東京-1"_s, text({0x1f600})})
            QVERIFY2(!hasHidden(seen), qPrintable(seen));
        for (char32_t c = 1; c <= 0x10ffff; ++c) {
            const QString one = text({c});
            if (isUnicodeText(one) && textFault(one, Lines::One) == TextFault::None)
                QVERIFY2(!hasHidden(one), qPrintable(QString::number(c, 16)));
        }
    }

    void wholeMatches()
    {
        const QString account = u"[a-z0-9][a-z0-9._-]{0,39}"_s;
        QVERIFY(matchesWhole(account, u"platform"_s));
        for (const QString &wrong : {u"platform\n"_s, u"\nplatform"_s, u"platform\r\n"_s, u" platform"_s,
                                     u"platform "_s, u"platform\nx"_s, QString(), u"Platform"_s})
            QVERIFY2(!matchesWhole(account, wrong), qPrintable(wrong));
        QVERIFY(!matchesWhole(u"a|ab"_s, u"abc"_s));
        QVERIFY(matchesWhole(u"a|ab"_s, u"ab"_s));
    }
};

QTEST_APPLESS_MAIN(TestTextRule)
#include "tst_text_rule.moc"
