// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/crypto/made_credential.h"
#include "tests/support/full_disk.h"
#include "tests/views/themed_test.h"

#include "views/shell/screen_fit.h"
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

    /// With a frame around it, and at the very edge: it comes back where it was, as often as it is opened.
    void theSamePlaceEveryTime_data()
    {
        QTest::addColumn<QPoint>("at"); // with its frame
        QTest::newRow("inside") << QPoint(101, 120);
        QTest::newRow("at the edge") << QPoint(0, 0);
    }
    void theSamePlaceEveryTime()
    {
        QFETCH(const QPoint, at);
        const QTemporaryDir dir;
        WindowState state(dir.filePath(u"window.json"_s));
        QWidget first;
        first.resize(500, 400);
        first.show();
        QVERIFY(QTest::qWaitForWindowExposed(&first));
        first.move(at);
        QTRY_COMPARE(first.frameGeometry().topLeft(), at);
        QTest::qWait(50); // a window system has its last word
        const QRect before = first.geometry();
        QVERIFY(frameAround(&first).top() > 0); // the platform of the tests has frames
        state.storeGeometry(&first);
        for (int i = 0; i < 3; ++i) {
            QWidget again;
            state.restoreGeometry(&again);
            again.show();
            QVERIFY(QTest::qWaitForWindowExposed(&again));
            QCOMPARE(again.geometry(), before);
            state.storeGeometry(&again);
        }
    }

    /// What was searched for may have been a key.
    void noSecretIsWritten()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"window.json"_s);
        pc::SystemRandom random;
        const auto made =
            pc::test::make(random, pc::CredentialTextType::ApiKey, pc::Realm::Production, "pcx");
        WindowState state(path);
        state.setValue(u"lastPlace"_s, QString(u"console://current/partners?text="_s + made.text));
        QVERIFY(state.save().isEmpty());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(made.secret.toLatin1()));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
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

    /// Stored on a large screen, opened on a small one.
    void neverLargerThanTheScreen()
    {
        const QTemporaryDir dir;
        QWidget window;
        window.setGeometry(10, 10, 5000, 4000);
        WindowState state(dir.filePath(u"window.json"_s));
        state.storeGeometry(&window);
        QWidget other;
        state.restoreGeometry(&other);
        QVERIFY(other.screen()->availableGeometry().contains(other.geometry()));
    }

    /// A window system places a window when it comes to it, and does not always look whether it fits.
    void aWindowThatWasPlacedBesideTheScreenComesBack()
    {
        QWidget window;
        fitToScreen(&window, QSize(500, 400));
        window.show();
        const QRect screen = window.screen()->availableGeometry();
        window.move(screen.right() - 200, screen.bottom() - 150);
        QTRY_VERIFY2(screen.contains(window.geometry()), qPrintable(QDebug::toString(window.geometry())));
        QCOMPARE(window.size(), QSize(500, 400));
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

    /// 1440x900 at 150 %, 1366x768 at 125 %, 1920x1080 at 175 %, in logical pixels, with a panel of 32 px.
    void firstSizeIsWithinTheScreen_data()
    {
        QTest::addColumn<QRect>("available");
        QTest::newRow("150") << QRect(0, 21, 960, 579);
        QTest::newRow("125") << QRect(0, 26, 1093, 588);
        QTest::newRow("175") << QRect(0, 18, 1097, 599);
        QTest::newRow("second screen") << QRect(1920, 0, 1440, 860);
    }
    void firstSizeIsWithinTheScreen()
    {
        QFETCH(QRect, available);
        const QMargins frame(4, 38, 4, 4);
        for (const QRect &wanted :
             {QRect(0, 0, 1440, 900), QRect(-300, -80, 1440, 900), QRect(3000, 900, 900, 560)}) {
            const QRect got = fittingGeometry(wanted, available, frame);
            QVERIFY2(available.contains(got.marginsAdded(frame)), qPrintable(QDebug::toString(got)));
            QVERIFY(got.width() >= std::min(wanted.width(), 800) &&
                    got.height() >= std::min(wanted.height(), 530));
        }
    }
};

PC_THEMED_TEST_MAIN(tst_window_state)
#include "tst_window_state.moc"
