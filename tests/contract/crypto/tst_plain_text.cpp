// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/disguise.h"

#include <QTest>

using namespace pc;
using namespace Qt::StringLiterals;

/// What a text may be written in, at every edge: blocks of characters, notations, layers, lengths of runs.
class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayBePartOfADisguise();
    void plainTexts_data();
    void plainTexts();
    void whatIsNotSeenIsLeftOut();
    void layersAreLimited();
    void digits();
    void encodedRuns_data();
    void encodedRuns();
    void encodedTwice();
};

/// The first, the last and the neighbours of every block (Unicode: combining marks, forms of letters, what is
/// not seen).
void TestPlainText::whatMayBePartOfADisguise()
{
    const QList<std::pair<int, int>> blocks{
        {0x00, 0x00},     {0x25, 0x26},     {0x5c, 0x5c},     {0xad, 0xad},     {0x300, 0x36f},
        {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200b, 0x200f}, {0x2060, 0x2064}, {0x2070, 0x209c},
        {0x20d0, 0x214f}, {0x2460, 0x24e9}, {0xd835, 0xd835}, {0xfe20, 0xfe2f}, {0xfe33, 0xfe4f},
        {0xfeff, 0xfeff}, {0xff01, 0xff5e}};
    const auto at = [](int c) { return PlainText::isMark(static_cast<char16_t>(c)); };
    for (const auto &[first, last] : blocks) {
        for (const int inside : {first, last, (first + last) / 2})
            QVERIFY2(at(inside), qPrintable(QString::number(inside, 16)));
        for (const int outside : {first - 1, last + 1})
            QVERIFY2(outside < 0 || !at(outside), qPrintable(QString::number(outside, 16)));
    }
    qsizetype marks = 0;
    qsizetype expected = 0;
    for (int c = 0; c <= 0xffff; ++c)
        marks += at(c) ? 1 : 0;
    for (const auto &[first, last] : blocks)
        expected += last - first + 1;
    QCOMPARE(marks, expected);
}

void TestPlainText::plainTexts_data()
{
    using Origins = QList<qsizetype>;
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<Origins>("origins"); // of each character and of the end
    const auto row = [](const QString &text, const QString &plain, const Origins &origins) {
        QTest::addRow("%s", qPrintable(QString::fromLatin1(text.toUtf8().toPercentEncoding("%&#;\\="))))
            << text << plain << origins;
    };
    const auto stays = [row](const QString &text) {
        Origins origins;
        for (qsizetype i = 0; i <= text.size(); ++i)
            origins.append(i);
        row(text, text, origins);
    };
    row(u"a%41b"_s, u"aAb"_s, {0, 1, 4, 5});
    row(u"%41"_s, u"A"_s, {0, 3});
    row(u"%4f%4F"_s, u"OO"_s, {0, 3, 6});
    row(u"%u0041b"_s, u"Ab"_s, {0, 6, 7});
    row(u"%U00e9"_s, u"\u00e9"_s, {0, 6});
    row(u"\\x41b"_s, u"Ab"_s, {0, 4, 5});
    row(u"\\X41"_s, u"A"_s, {0, 4});
    row(u"\\u0041b"_s, u"Ab"_s, {0, 6, 7});
    row(u"\\U0041"_s, u"A"_s, {0, 6});
    row(u"&#65;b"_s, u"Ab"_s, {0, 5, 6});
    row(u"&#9;b"_s, u"\tb"_s, {0, 4, 5});
    row(u"a&#0;b"_s, u"ab"_s, {0, 5, 6}); // a NUL is not seen
    row(u"&#x41;b"_s, u"Ab"_s, {0, 6, 7});
    row(u"&#X4a;"_s, u"J"_s, {0, 6});
    row(u"&#65533;"_s, u"\ufffd"_s, {0, 8});
    row(u"&#65535;"_s, QString(QChar(0xffff)), {0, 8});
    row(u"&#000065;b"_s, u"Ab"_s, {0, 9, 10});
    row(u"&lowbar;b"_s, u"_b"_s, {0, 8, 9});
    row(u"&LowBar;"_s, u"_"_s, {0, 8});
    row(u"&underbar;b"_s, u"_b"_s, {0, 10, 11});
    for (const QString &none : {u"%"_s,
                                u"%4"_s,
                                u"%4g"_s,
                                u"%g4"_s,
                                u"%x41"_s,
                                u"%u004"_s,
                                u"%u004g"_s,
                                u"\\"_s,
                                u"\\41"_s,
                                u"\\y41"_s,
                                u"\\x4"_s,
                                u"\\u004"_s,
                                u"&"_s,
                                u"&#"_s,
                                u"&#;"_s,
                                u"&#x;"_s,
                                u"&#xg;"_s,
                                u"&#-1;"_s,
                                u"&#65536;"_s,
                                u"&#x10000;"_s,
                                u"&x65;"_s,
                                u"&lowbar"_s,
                                u"&amp;"_s,
                                u"\u00b2%"_s,
                                u"=5f"_s,
                                u"a=5fb"_s,
                                u"a=5gak"_s,
                                u"0123456789abcde=5fx"_s,
                                u"0123456789abcd-f=5fx"_s,
                                u"01234567\u00e99abcdef=5fx"_s,
                                u"sb=5fx"_s,
                                u"x=5fa"_s,
                                u"\u2126"_s,
                                u"\u212a"_s,
                                u"\u2103"_s,
                                u"\u0903%"_s})
        stays(none);
    row(u"&#65"_s, u"A"_s, {0, 4});
    row(u"&#65z"_s, u"Az"_s, {0, 4, 5});
    row(u"&#0000065;"_s, u"A"_s, {0, 10});
    row(u"\\u{41}b"_s, u"Ab"_s, {0, 6, 7});
    row(u"\\u{00041}"_s, u"A"_s, {0, 9});
    row(u"\\101b"_s, u"Ab"_s, {0, 4, 5});
    row(u"a\\_b\\-c\\.d"_s, u"a_b-c.d"_s, {0, 1, 3, 4, 6, 7, 9, 10});
    row(u"a<wbr>b<WBR/>c"_s, u"abc"_s, {0, 6, 13, 14});
    for (const QString &none : {u"\\u{}"_s, u"\\u{g}"_s, u"\\u{10000}"_s, u"\\u{41"_s, u"\\401"_s, u"\\18z"_s,
                                u"\\10"_s, u"\\a"_s, u"<wbr"_s, u"<b>x"_s})
        stays(none);
    row(u"0123456789abcdef=5Fx"_s, u"0123456789abcdef_x"_s,
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 19, 20});
    row(u"Q0123456789abcdef=5f"_s, u"Q0123456789abcdef_"_s,
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20});
    row(u"sbx=5fq"_s, u"sbx_q"_s, {0, 1, 2, 3, 6, 7});
    row(u"a-PRD=5fq"_s, u"a-PRD_q"_s, {0, 1, 2, 3, 4, 5, 8, 9});
    for (const QString &ahead : {u"ak"_s, u"cs"_s, u"OL"_s})
        row(u"=5f"_s + ahead, u'_' + ahead, {0, 3, 4, 5});
    for (const QString &ahead : {u"sbx"_s, u"prd"_s})
        row(u"=5f"_s + ahead, u'_' + ahead, {0, 3, 4, 5, 6});
    row(u"\uff21\u2460b"_s, u"A1b"_s, {0, 1, 2, 3});
    row(u"a\u0300b%"_s, u"ab%"_s, {0, 2, 3, 4});
    row(u"a\u20ddb"_s, u"ab"_s, {0, 2, 3});
    const auto wide = [](char32_t c) { return QStringView(QChar::fromUcs4(c)).toString(); };
    row(u"x"_s + wide(0x1d400) + u"y"_s, u"xAy"_s, {0, 1, 3, 4});
    row(wide(0x1d7ff), u"9"_s, {0, 2});
    row(u"%"_s + wide(0x1f600) + u"y"_s, u"%"_s + wide(0x1f600) + u"y"_s, {0, 1, 2, 3, 4});
    row(u"%"_s + wide(0x10000), u"%"_s + wide(0x10000), {0, 1, 2, 3});
    row(u"%"_s + wide(0x1d167) + u"y"_s, u"%y"_s, {0, 3, 4}); // a mark of music
    stays(QString(QChar(0xd835)));                            // half a letter
    stays(QString(QChar(0xd835)) + u'a');
    stays(u'%' + QString(QChar(0xdc00)) + QChar(0xd835));
}

void TestPlainText::plainTexts()
{
    QFETCH(QString, text);
    QFETCH(QString, plain);
    QFETCH(QList<qsizetype>, origins);
    const PlainText found(text);
    QCOMPARE(found.text(), plain);
    QCOMPARE(origins.size(), plain.size() + 1);
    for (qsizetype i = 0; i < origins.size(); ++i)
        QCOMPARE(found.origin(i), origins.at(i));
}

void TestPlainText::whatIsNotSeenIsLeftOut()
{
    for (const auto &[first, last] : QList<std::pair<int, int>>{
             {0, 0}, {0xad, 0xad}, {0x200b, 0x200f}, {0x2060, 0x2064}, {0xfeff, 0xfeff}}) {
        const auto left = [](int c) { return PlainText(u"%a"_s + QChar(c) + u'b').text().size(); };
        for (const int hidden : {first, last})
            QCOMPARE(left(hidden), 3);
        for (const int seen : {first - 1, last + 1})
            QVERIFY2(seen < 0 || left(seen) == 4, qPrintable(QString::number(seen, 16)));
    }
}

void TestPlainText::layersAreLimited()
{
    const auto layers = [](int count) { return QString(u'%' + u"25"_s.repeated(count - 1) + u"41"_s); };
    QCOMPARE(PlainText(layers(2)).text(), u"A"_s);
    QCOMPARE(PlainText(layers(8)).text(), u"A"_s);
    QCOMPARE(PlainText(layers(9)).text(), u"%41"_s);
    QCOMPARE(PlainText(layers(8)).origin(1), layers(8).size());
}

void TestPlainText::digits()
{
    const QString hexadecimal = u"0123456789abcdefABCDEF"_s;
    const QString encoded = u"ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ-_+/"_s + hexadecimal;
    for (int c = 0; c < 0x100; ++c) {
        const QChar each(c);
        bool ok = false;
        const int value = QString(each).toInt(&ok, 16);
        QCOMPARE(hexDigit(each.unicode()), hexadecimal.contains(each) && ok ? value : -1);
        QCOMPARE(isEncodedCharacter(each.unicode()), encoded.contains(each));
    }
}

void TestPlainText::encodedRuns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("word"); // that is read from it; empty: nothing is
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    const QByteArray word = "What nobody is meant to read, of forty two"; // the shortest run of base64
    const QString run = QString::fromLatin1(word.toBase64());
    QCOMPARE(run.size(), shortestEncodedRun);
    QTest::newRow("base64") << run << word << 0 << 56;
    QTest::newRow("base64 behind a blank") << QString(u' ' + run) << word << 1 << 57;
    QTest::newRow("base64 behind blanks, before one") << QString(u"  "_s + run + u' ') << word << 2 << 58;
    QTest::newRow("base64, too short") << run.chopped(1) << QByteArray() << 0 << 0;
    QTest::newRow("base64, too short twice")
        << QString(run.chopped(1) + u'!' + run.chopped(1)) << QByteArray() << 0 << 0;
    QTest::newRow("base64 with a hyphen") << QString(run + u"z-"_s) << word << 0 << 58;
    QTest::newRow("base64 with a low line") << QString(run + u"z_"_s) << word << 0 << 58;
    QTest::newRow("base64 of random bytes") << u"z8"_s.repeated(28) << QByteArray() << 0 << 0;
    const QByteArray shorter = "What nobody may read in here";
    const QString letters = u"K5UGC5BANZXWE33EPEQG2YLZEBZGKYLEEBUW4IDIMVZG"_s; // base32 but for its last
    QTest::newRow("base32") << QString(letters + u'K') << shorter << 0 << 45;
    QTest::newRow("base32, small, behind blanks")
        << QString(u"  "_s + letters.toLower() + u"k "_s) << shorter << 2 << 47;
    QTest::newRow("base32, too short") << letters << QByteArray() << 0 << 0;
    for (const QChar other : {u'1', u'8', u'@', u'[', u'`', u'{'}) {
        QTest::addRow("base32, interrupted by %s", qPrintable(QString(other)))
            << QString(letters + other + u'K') << QByteArray() << 0 << 0;
    }
    const QString digits = QString::fromLatin1(shorter.toHex());
    QTest::newRow("hexadecimal") << digits << shorter << 0 << 56;
    QTest::newRow("hexadecimal, too short") << digits.chopped(1) << QByteArray() << 0 << 0;
    for (const QChar separator : {u':', u' ', u','}) {
        const QString apart = QString::fromLatin1(shorter.toHex(separator.toLatin1()));
        QTest::addRow("hexadecimal with '%s'", qPrintable(QString(separator))) << apart << shorter << 0 << 83;
        QTest::addRow("hexadecimal with '%s' behind others", qPrintable(QString(separator)))
            << QString(u"?!"_s + apart + separator) << shorter << 2 << 85;
        QTest::addRow("hexadecimal with '%s', too short", qPrintable(QString(separator)))
            << apart.chopped(1) << QByteArray() << 0 << 0;
        QTest::addRow("hexadecimal with '%s' inside a byte", qPrintable(QString(separator)))
            << QString(apart.first(81) + u'0' + separator + apart.first(5)) << QByteArray() << 0 << 0;
        QTest::addRow("hexadecimal with '%s' in one place only", qPrintable(QString(separator)))
            << QString(u"0a"_s + separator + digits.chopped(2)) << QByteArray() << 0 << 0;
    }
    QTest::newRow("nothing") << QString() << QByteArray() << 0 << 0;
    QTest::newRow("a digit") << u"0"_s << QByteArray() << 0 << 0;
    QTest::newRow("a byte") << u"0a"_s << QByteArray() << 0 << 0;
}

void TestPlainText::encodedRuns()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, word);
    QFETCH(int, from);
    QFETCH(int, to);
    bool seen = false;
    forEachEncodedRun(text, [&](qsizetype begin, qsizetype end, const QString &decoded) {
        seen = seen || decoded.contains(QString::fromLatin1(word));
        QVERIFY(!word.isEmpty());
        QCOMPARE(begin, from);
        QCOMPARE(end, to);
    });
    QCOMPARE(seen, !word.isEmpty());
}

void TestPlainText::encodedTwice()
{
    const QByteArray word = "What nobody is meant to read, of forty and more";
    const auto found = [&word](const QByteArray &text) {
        bool seen = false;
        forEachEncodedRun(QString::fromLatin1(text),
                          [&](qsizetype from, qsizetype to, const QString &decoded) {
                              if (!decoded.contains(QString::fromLatin1(word)))
                                  return;
                              seen = true;
                              QCOMPARE(from, 0);
                              QVERIFY(to >= text.size() - 2); // the sign of the end is no part of it
                          });
        return seen;
    };
    QVERIFY(!found(word));
    // RFC 4648, section 10: the first five bytes of "foobar"
    int read = 0;
    forEachEncodedRun(u"MZXW6YTB"_s.repeated(6), [&read](qsizetype, qsizetype, const QString &decoded) {
        read += decoded == u"fooba"_s.repeated(6) ? 1 : 0;
    });
    QCOMPARE(read, 1);
    QVERIFY(found(word.toBase64()));
    QVERIFY(found(word.toBase64().toBase64()));
    QVERIFY(found(word.toBase64().toHex()));
    QVERIFY(!found(word.toBase64().toBase64().toBase64()));
}

QTEST_APPLESS_MAIN(TestPlainText)
#include "tst_plain_text.moc"
