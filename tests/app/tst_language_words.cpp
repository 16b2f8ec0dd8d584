// SPDX-License-Identifier: GPL-3.0-or-later
// Dates, shares and keys as each language writes them, made in one place each.
#include "app/language.h"
#include "contract/rules/date_words.h"
#include "models/text/figures.h"
#include "views/widgets/key_cap.h"

#include <QApplication>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pc;
using rules::DateForm;

namespace {

const QString nbsp(QChar(QChar::Nbsp));

} // namespace

class TestLanguageWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesAreWritten_data();
    void datesAreWritten();
    void sharesAreWritten_data();
    void sharesAreWritten();
    void sharesHaveTheDecimalsTheyNeed();
    void momentsHaveAZone();
    void keysAreWritten();
    void onePlaceWritesThem_data();
    void onePlaceWritesThem();
};

void TestLanguageWords::datesAreWritten_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<rules::DateForm>("form");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("moment");
    QTest::newRow("en, day") << u"en_GB"_s << rules::DateForm::Day << u"9 Jul"_s << u"9 Jul 18:38"_s;
    QTest::newRow("en, year") << u"en_GB"_s << rules::DateForm::DayOfYear << u"9 Jul 2026"_s
                              << u"9 Jul 2026, 18:38"_s;
    QTest::newRow("en, weekday") << u"en_GB"_s << rules::DateForm::WeekdayDay << u"Thu 9 Jul"_s
                                 << u"Thu 9 Jul 18:38"_s;
    QTest::newRow("de, day") << u"de_DE"_s << rules::DateForm::Day << u"9. Juli"_s << u"9. Juli 18:38"_s;
    QTest::newRow("de, year") << u"de_DE"_s << rules::DateForm::DayOfYear << u"9. Juli 2026"_s
                              << u"9. Juli 2026, 18:38"_s;
    QTest::newRow("de, weekday") << u"de_DE"_s << rules::DateForm::WeekdayDay << u"Do. 9. Juli"_s
                                 << u"Do. 9. Juli 18:38"_s;
    QTest::newRow("de_AT") << u"de_AT"_s << rules::DateForm::DayOfYear << u"9. Juli 2026"_s
                           << u"9. Juli 2026, 18:38"_s;
    QTest::newRow("tr") << u"tr_TR"_s << rules::DateForm::DayOfYear << u"9 Tem 2026"_s
                        << u"9 Tem 2026, 18:38"_s;
}

void TestLanguageWords::datesAreWritten()
{
    QFETCH(QString, locale);
    QFETCH(rules::DateForm, form);
    QFETCH(QString, day);
    QFETCH(QString, moment);
    const QDateTime when(QDate(2026, 7, 9), QTime(20, 38), Qt::OffsetFromUTC, 2 * 3600);
    QCOMPARE(rules::dateText(when, form, QLocale(locale)), day);
    QCOMPARE(rules::dateText(when.toUTC().date(), form, QLocale(locale)), day);
    QCOMPARE(rules::momentText(when, form, QLocale(locale)), moment);
    // Of an end: what ends at midnight holds on the day before it.
    const QDateTime midnight = when.toUTC().date().addDays(1).startOfDay(Qt::UTC);
    QCOMPARE(rules::lastDayText(midnight, form, QLocale(locale)), day);
    QCOMPARE(rules::lastDayText(midnight.addSecs(-1), form, QLocale(locale)), day);
    QCOMPARE(rules::lastDayText(QDateTime(), form, QLocale(locale)), QString());
    QCOMPARE(rules::dateText(QDate(), form, QLocale(locale)), QString());
    QCOMPARE(rules::momentText(QDateTime(), form, QLocale(locale)), QString());
}

void TestLanguageWords::sharesAreWritten_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("en") << u"en_GB"_s << 0.0072 << 2 << u"0.72%"_s;
    QTest::newRow("en, whole") << u"en_GB"_s << 0.28 << 0 << u"28%"_s;
    QTest::newRow("de") << u"de_DE"_s << 0.0072 << 2 << u"0,72"_s + nbsp + u'%';
    QTest::newRow("de, one decimal") << u"de_DE"_s << 0.003 << 1 << u"0,3"_s + nbsp + u'%';
    QTest::newRow("de, whole") << u"de_DE"_s << 0.0 << 0 << u"0"_s + nbsp + u'%';
    QTest::newRow("de, not nothing") << u"de_DE"_s << 0.0004 << 1 << u"<0,1"_s + nbsp + u'%';
    QTest::newRow("en, rounded up") << u"en_GB"_s << 0.0005 << 1 << u"0.1%"_s;
    QTest::newRow("en, not all") << u"en_GB"_s << 0.99996 << 2 << u"99.99%"_s;
    QTest::newRow("en, none") << u"en_GB"_s << 0.0 << 2 << u"0%"_s;
    QTest::newRow("en, all") << u"en_GB"_s << 1.0 << 1 << u"100.0%"_s;
    QTest::newRow("en, more than all") << u"en_GB"_s << 1.25 << 0 << u"125%"_s;
}

void TestLanguageWords::sharesAreWritten()
{
    QFETCH(QString, locale);
    QFETCH(double, share);
    QFETCH(int, decimals);
    QFETCH(QString, text);
    QCOMPARE(models::percentText(share, decimals, QLocale(locale)), text);
}

/// As many decimals as it takes; nothing and all are said of nothing and all only.
void TestLanguageWords::sharesHaveTheDecimalsTheyNeed()
{
    const QLocale english(u"en_GB"_s);
    for (const auto &[share, text] :
         {std::pair(0.0, u"0%"_s), std::pair(0.0001, u"<0.1%"_s), std::pair(0.004, u"0.4%"_s),
          std::pair(0.0994, u"9.9%"_s), std::pair(0.0996, u"10%"_s), std::pair(0.716, u"72%"_s),
          std::pair(0.9999, u"99%"_s), std::pair(1.0, u"100%"_s)})
        QCOMPARE(models::shareText(share, english), text);
}

/// A moment in a cell says its zone.
void TestLanguageWords::momentsHaveAZone()
{
    const QDateTime when(QDate(2026, 7, 9), QTime(20, 38), Qt::OffsetFromUTC, 2 * 3600);
    QCOMPARE(models::utcText(when, QLocale(u"en_GB"_s)), u"9 Jul 2026, 18:38 UTC"_s);
    QCOMPARE(models::utcText(when, QLocale(u"de_DE"_s)), u"9. Juli 2026, 18:38 UTC"_s);
    QCOMPARE(models::utcText({}, QLocale(u"en_GB"_s)), QString());
}

void TestLanguageWords::keysAreWritten()
{
    app::installLanguage(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(views::keysText(Qt::CTRL | Qt::Key_Z), u"Ctrl+Z"_s);
    app::installLanguage(*qApp, QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(views::keysText(Qt::CTRL | Qt::Key_Z), u"Strg+Z"_s);
    QCOMPARE(views::keysText(Qt::CTRL | Qt::Key_K), u"Strg+K"_s);
    // Texts that name a key themselves use the same words.
    const std::pair<const char *, QString> told[] = {
        {"Back (Alt+Left)", views::keysText(Qt::ALT | Qt::Key_Left)},
        {"Forward (Alt+Right)", views::keysText(Qt::ALT | Qt::Key_Right)}};
    for (const auto &[text, keys] : told)
        QVERIFY2(QCoreApplication::translate("pc::views::TopBar", text).contains(keys), text);
}

/// Nobody else may write them: the next one would differ again.
void TestLanguageWords::onePlaceWritesThem_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("places");
    QTest::newRow("dates") << uR"(u?"[^"]*\bd\.? MMM)"_s
                           << QStringList{u"models/text/date_words.cpp"_s, u"views/widgets/date_text.cpp"_s};
    QTest::newRow("shares") << uR"(\.percent\(\))"_s << QStringList{u"models/text/figures.cpp"_s};
    QTest::newRow("counts for plurals")
        << uR"((int\(|static_cast<int>\()(std::min<qint64>|\w+(\.|->)(total|calls\w*|size)\)))"_s
        << QStringList{u"models/text/figures.cpp"_s};
    QTest::newRow("keys") << uR"(NativeText)"_s << QStringList{u"views/widgets/key_cap.cpp"_s};
    QTest::newRow("keys as they are typed in code") << uR"(actionKeys = u")"_s << QStringList{};
    QTest::newRow("moments in cells") << uR"(ShortFormat)"_s << QStringList{u"views/widgets/date_text.cpp"_s};
    QTest::newRow("buttons that clear a line")
        << uR"(setClearButtonEnabled)"_s << QStringList{u"views/widgets/search_line.cpp"_s};
}

void TestLanguageWords::onePlaceWritesThem()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, places);
    const QRegularExpression found(pattern);
    QVERIFY(found.isValid());
    int files = 0;
    QStringList others;
    for (const QString &folder : {u"tools"_s, u"app"_s, u"models"_s, u"views"_s}) {
        QDirIterator each(QStringLiteral(PC_SOURCE_DIR "/") + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++files;
            const QString name = file.fileName().mid(QStringLiteral(PC_SOURCE_DIR "/").size());
            if (QString::fromUtf8(file.readAll()).contains(found) && !places.contains(name))
                others.append(name);
        }
    }
    QVERIFY(files > 200);
    QCOMPARE(others, QStringList());
}

QTEST_MAIN(TestLanguageWords)
#include "tst_language_words.moc"
