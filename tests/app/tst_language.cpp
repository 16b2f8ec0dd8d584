// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"
#include "views/catalogue/notice_text.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace pc::app;
using namespace Qt::StringLiterals;

/// One language in one window: which it is, and that everything follows it.
class TestLanguage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QLocale::setDefault(QLocale::c());
        qApp->setLayoutDirection(Qt::LeftToRight);
    }

    void whatIsNotCompleteIsNotOffered()
    {
        const QStringList offered = offeredLanguages();
        QVERIFY(offered.contains(u"en"_s) && offered.contains(u"de"_s));
        for (const QString &language : {u"fr"_s, u"es"_s, u"pl"_s, u"ar"_s})
            QVERIFY2(!offered.contains(language), qPrintable(language));
        for (const QString &language : offered)
            QVERIFY(QFile::exists(QStringLiteral(PC_SOURCE_DIR) +
                                  u"/translations/partner-console_%1.ts"_s.arg(language)));
    }

    void theLanguageIsChosenFromWhatThereIs_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QStringList>("desktop");
        QTest::addColumn<QString>("language");
        QTest::newRow("asked") << u"de"_s << QStringList{u"en-US"_s} << u"de"_s;
        QTest::newRow("asked with a country") << u"de_AT"_s << QStringList{u"en-US"_s} << u"de"_s;
        QTest::newRow("asked, not offered") << u"fr"_s << QStringList{u"de-DE"_s} << u"de"_s;
        QTest::newRow("German desktop") << QString() << QStringList{u"de-AT"_s, u"de"_s} << u"de"_s;
        QTest::newRow("Turkish desktop") << QString() << QStringList{u"tr-TR"_s, u"tr"_s} << u"en"_s;
        QTest::newRow("Turkish, then German") << QString() << QStringList{u"tr-TR"_s, u"de-DE"_s} << u"de"_s;
        QTest::newRow("Arabic desktop") << QString() << QStringList{u"ar-EG"_s} << u"en"_s;
        QTest::newRow("none") << QString() << QStringList{u"C"_s} << u"en"_s;
    }
    void theLanguageIsChosenFromWhatThereIs()
    {
        QFETCH(QString, asked);
        QFETCH(QStringList, desktop);
        QTEST(interfaceLanguage(asked, desktop), "language");
    }

    /// A partner is written to in its language, whatever the interface speaks.
    void noticesAreOfALanguageOfTheirOwn()
    {
        const QDateTime now({2026, 11, 30}, {12, 0}, Qt::UTC);
        pc::ApiVersion version;
        version.pathPrefix = u"/v1"_s;
        version.sunsetAt = now.addDays(60);
        pc::VersionCaller caller;
        caller.name = u"Acme"_s;
        caller.calls30d = 48213;
        caller.lastCallAt = now.addDays(-1);
        caller.routes = {{u"rte_1"_s, u"GET /v1/a"_s, 1, 1}};
        for (const QLocale &locale : {QLocale(u"en_GB"_s), QLocale(u"de_DE"_s)}) {
            installLanguage(*qGuiApp, locale);
            const QString english = pc::views::noticeText(u"Shop"_s, version, caller, now, u"en"_s);
            const QString german = pc::views::noticeText(u"Shop"_s, version, caller, now, u"de"_s);
            QVERIFY2(english.contains(u"It ends on 29 Jan 2027, 12:00 (UTC)."_s), qPrintable(english));
            QVERIFY2(english.contains(u"48,213 times"_s), qPrintable(english));
            QVERIFY2(english.contains(u"- GET /v1/a: 1 call\n"_s), qPrintable(english));
            QVERIFY2(german.contains(u"Sie endet am 29. Jan. 2027, 12:00 (UTC)."_s) ||
                         german.contains(u"Sie endet am 29. Januar 2027, 12:00 (UTC)."_s),
                     qPrintable(german));
            QVERIFY2(german.contains(u"48.213-mal"_s), qPrintable(german));
            QVERIFY2(german.contains(u"- GET /v1/a: 1 Aufruf\n"_s), qPrintable(german));
        }
    }

    /// English texts on any desktop have English months and marks, German ones German.
    void numbersAndDatesFollowTheLanguage_data()
    {
        QTest::addColumn<QLocale>("desktop");
        for (const char *name : {"en_US", "en_GB", "de_DE", "de_AT", "tr_TR", "ar_EG", "C"})
            QTest::newRow(name) << QLocale(QString::fromLatin1(name));
    }
    void numbersAndDatesFollowTheLanguage()
    {
        QFETCH(QLocale, desktop);
        const QDate date(2025, 12, 19);
        for (const QString &language : offeredLanguages()) {
            const QLocale locale = interfaceLocale(language, desktop);
            QCOMPARE(locale.language(), QLocale(language).language());
            installLanguage(*qApp, locale);
            const bool german = language == u"de";
            QCOMPARE(QLocale().toString(date, u"d MMM yyyy"_s).contains(u"Dez"_s), german);
            QCOMPARE(QLocale().toString(date, u"d MMM yyyy"_s).contains(u"Dec"_s), !german);
            QCOMPARE(QLocale().toString(1234567), german && locale.territory() == QLocale::Austria
                                                      ? u"1\u00a0234\u00a0567"_s
                                                  : german ? u"1.234.567"_s
                                                           : u"1,234,567"_s);
            QCOMPARE(QLocale().toString(2.5), german ? u"2,5"_s : u"2.5"_s);
            QCOMPARE(qApp->layoutDirection(), Qt::LeftToRight);
            if (language == u"en" && desktop.language() != QLocale::English)
                QVERIFY(!QLocale()
                             .toString(QTime(22, 24), QLocale::ShortFormat)
                             .contains(u"pm"_s, Qt::CaseInsensitive));
        }
        QCOMPARE(interfaceLocale(u"de"_s, QLocale(QLocale::German, QLocale::Austria)).territory(),
                 QLocale::Austria);
        QCOMPARE(interfaceLocale(u"en"_s, QLocale(QLocale::English, QLocale::UnitedStates)).territory(),
                 QLocale::UnitedStates);
    }

    void pluralsAreGrouped()
    {
        installLanguage(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom));
        const auto calls = [](int n) {
            return QCoreApplication::translate("pc::models::SourceUseTable", "%n call(s)", nullptr, n);
        };
        QCOMPARE(calls(1), u"1 call"_s);
        QCOMPARE(calls(76403), u"76,403 calls"_s);
        installLanguage(*qApp, QLocale(QLocale::German, QLocale::Germany));
        QVERIFY2(calls(76403).startsWith(u"76.403 "_s), qPrintable(calls(76403)));
    }

    /// Only the composition root knows the desktop's locale, and only installLanguage() sets the default.
    void onePlaceSetsTheLocale()
    {
        QStringList system;
        QStringList setting;
        for (const QString &floor :
             {u"tools"_s, u"app"_s, u"views"_s, u"models"_s, u"client"_s, u"contract"_s}) {
            QDirIterator files(QStringLiteral(PC_SOURCE_DIR) + u'/' + floor, {u"*.cpp"_s, u"*.h"_s},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray text = file.readAll();
                if (text.contains("QLocale::system()"))
                    system.append(QFileInfo(file).fileName());
                if (text.contains("QLocale::setDefault("))
                    setting.append(QFileInfo(file).fileName());
            }
        }
        QCOMPARE(system, QStringList{u"main.cpp"_s});
        QCOMPARE(setting, QStringList{u"language.cpp"_s});
    }

    void askingForWhatIsNotThereIsAnswered()
    {
        const QString program = QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-console"_s;
        if (!QFile::exists(program))
            QSKIP("partner-console is not built");
        const QTemporaryDir home;
        for (const QString &language : {u"fr"_s, u"ar"_s, u"xx"_s, QString()}) {
            QProcess console;
            console.start(program, {u"--directory"_s, home.path(), u"--language"_s, language});
            QVERIFY(console.waitForFinished(30000));
            QCOMPARE(console.exitCode(), 2);
            const QByteArray said = console.readAllStandardError();
            QVERIFY2(said.contains("no texts in this language") && said.contains("en, de"), said.constData());
        }
    }
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
