// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_settings.h"
#include "tests/support/full_disk.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace pc::app;
using namespace Qt::StringLiterals;
using pc::views::Appearance;

/// The person's choices: what stands in the file, and what happens to a file that cannot be read.
class TestConsoleSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_file = m_dir->filePath(u"config/settings.json"_s);
    }

    void withoutAFileTheDesktopDecides()
    {
        const ConsoleSettings settings(m_file);
        QCOMPARE(settings.appearance(), Appearance::System);
        QCOMPARE(settings.textPercent(), 100);
        QVERIFY(settings.language().isEmpty());
        QVERIFY(settings.lastProfile().isEmpty());
        QVERIFY(!QFile::exists(m_file)); // reading makes nothing
    }

    void survivesARoundTrip()
    {
        for (const Appearance appearance : {Appearance::Dark, Appearance::Light, Appearance::System}) {
            ConsoleSettings settings(m_file);
            QVERIFY(settings.setAppearance(appearance).isEmpty());
            QVERIFY(settings.setLastProfile(u"p-1"_s).isEmpty());
            const ConsoleSettings again(m_file);
            QCOMPARE(again.appearance(), appearance);
            QCOMPARE(again.lastProfile(), u"p-1"_s);
        }
        QVERIFY(!QFile::exists(copyPath()));
    }

    /// Text size and language are set by hand in the file: a choice made in the window keeps them.
    void oneChoiceKeepsTheOthers()
    {
        write(R"({"version":1,"appearance":"dark","text_percent":120,"language":"de","last_profile":"p-1"})");
        QVERIFY(ConsoleSettings(m_file).setLastProfile(u"local"_s).isEmpty());
        const ConsoleSettings again(m_file);
        QCOMPARE(again.appearance(), Appearance::Dark);
        QCOMPARE(again.textPercent(), 120);
        QCOMPARE(again.language(), u"de"_s);
        QCOMPARE(again.lastProfile(), u"local"_s);
    }

    void nothingSecretIsSaved()
    {
        ConsoleSettings settings(m_file);
        QVERIFY(settings.setLastProfile(u"local"_s).isEmpty());
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(root.keys(), (QStringList{u"appearance"_s, u"language"_s, u"last_profile"_s,
                                           u"text_percent"_s, u"version"_s}));
        QCOMPARE(QDir(QFileInfo(m_file).path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"settings.json"_s}); // no half-written file is left
    }

    void oddValuesAreReadAsTheNearestSane_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("percent");
        QTest::addColumn<Appearance>("appearance");
        const auto row = [](const char *name, const QByteArray &members, int percent, Appearance appearance) {
            QTest::newRow(name) << QByteArray("{\"version\":1," + members + '}') << percent << appearance;
        };
        row("too large", R"("text_percent":400)", 130, Appearance::System);
        row("too small", R"("text_percent":-5)", 90, Appearance::System);
        row("a text", R"("text_percent":"large","appearance":"dark")", 100, Appearance::Dark);
        row("unknown look", R"("appearance":"sepia")", 100, Appearance::System);
        row("no text", R"("appearance":7,"language":{},"last_profile":[])", 100, Appearance::System);
    }
    void oddValuesAreReadAsTheNearestSane()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, percent);
        QFETCH(Appearance, appearance);
        write(bytes);
        const ConsoleSettings settings(m_file);
        QCOMPARE(settings.textPercent(), percent);
        QCOMPARE(settings.appearance(), appearance);
        QVERIFY(settings.lastProfile().isEmpty());
    }

    void aDamagedFileIsKeptAsACopy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\0\x7f garbage", 10);
        QTest::newRow("cut") << QByteArray("{\"version\":1,\"appearance\":\"da");
        QTest::newRow("list") << QByteArray("[1]");
        QTest::newRow("no version") << QByteArray(R"({"appearance":"dark"})");
        QTest::newRow("a later version") << QByteArray(R"({"version":2,"appearance":"dark"})");
    }
    void aDamagedFileIsKeptAsACopy()
    {
        QFETCH(QByteArray, bytes);
        write(bytes);
        ConsoleSettings settings(m_file);
        QCOMPARE(settings.appearance(), Appearance::System);
        QVERIFY(
            settings.setAppearance(Appearance::Light).isEmpty()); // writes over the file, not over the copy
        QFile copy(copyPath());
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), bytes);
        QCOMPARE(ConsoleSettings(m_file).appearance(), Appearance::Light);
    }

    void aChoiceThatCannotBeKeptStillHolds()
    {
        QVERIFY(QDir().mkpath(m_file)); // a folder stands where the file should
        ConsoleSettings settings(m_file);
        QVERIFY(!settings.setAppearance(Appearance::Dark).isEmpty()); // and it is said why
        QVERIFY(!settings.setLastProfile(u"p-1"_s).isEmpty());
        QCOMPARE(settings.appearance(), Appearance::Dark);
        QVERIFY(QFileInfo(m_file).isDir());
    }

    void aFullDiskIsSaid()
    {
        QVERIFY(ConsoleSettings(m_file).setLastProfile(u"p-1"_s).isEmpty());
        {
            const pc::test::FullDisk full;
            ConsoleSettings settings(m_file);
            QVERIFY(!settings.setAppearance(Appearance::Dark).isEmpty());
            QVERIFY(!settings.setLastProfile(u"p-2"_s).isEmpty());
            QCOMPARE(settings.lastProfile(), u"p-2"_s); // holds for this run
        }
        QCOMPARE(ConsoleSettings(m_file).lastProfile(), u"p-1"_s); // the file of before is whole
    }

private:
    QString copyPath() const { return m_file + u".unreadable"_s; }
    void write(const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestConsoleSettings)
#include "tst_console_settings.moc"
