// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/full_disk.h"
#include "tests/views/themed_test.h"

#include "views/shell/window_state.h"

#include <QFile>
#include <QGuiApplication>
#include <QScreen>
#include <QTemporaryDir>
#include <QWidget>

using namespace pc::views;
using namespace Qt::StringLiterals;

class tst_window_state : public QObject
{
    Q_OBJECT
public:
    explicit tst_window_state(ThemeController &) {}

private Q_SLOTS:
    void roundTrip()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"deep/window.json"_s);
        QWidget window;
        window.setGeometry(40, 50, 500, 400);
        {
            WindowState state(path);
            state.storeGeometry(&window);
            state.setValue(u"lastPlace"_s, u"console://current/audit"_s);
            QVERIFY(state.save().isEmpty());
        }
        const WindowState state(path);
        QWidget other;
        state.restoreGeometry(&other);
        QCOMPARE(other.geometry(), QRect(40, 50, 500, 400));
        QCOMPARE(state.value(u"lastPlace"_s).toString(), u"console://current/audit"_s);
        QCOMPARE(state.value(u"nothing"_s, 7).toInt(), 7);
    }

    void unreadableIsKeptBeside()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"window.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"version\": 99, \"values\": {}}");
        file.close();
        WindowState state(path);
        QVERIFY(QFile::exists(path + u".unreadable"_s));
        QVERIFY(!QFile::exists(path));
        QVERIFY(state.save().isEmpty());
    }

    void neverOnAMissingScreen()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"window.json"_s);
        QWidget window;
        window.setGeometry(90000, 90000, 500, 400);
        WindowState state(path);
        state.storeGeometry(&window);
        QWidget other;
        state.restoreGeometry(&other);
        QCOMPARE(other.size(), QSize(500, 400));
        QVERIFY(other.x() < 90000);
    }

    void aFullDiskSaysSo()
    {
        const QTemporaryDir dir;
        WindowState state(dir.filePath(u"window.json"_s));
        state.setValue(u"lastPlace"_s, u"console://current/audit"_s);
        {
            const pc::test::FullDisk full;
            QVERIFY(!state.save().isEmpty());
        }
        QVERIFY(state.save().isEmpty());
    }

    void unwritableSaysSo()
    {
        const QTemporaryDir dir;
        QFile blocker(dir.filePath(u"file"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const WindowState state(dir.filePath(u"file/window.json"_s));
        QVERIFY(!state.save().isEmpty());
    }
};

PC_THEMED_TEST_MAIN(tst_window_state)
#include "tst_window_state.moc"
