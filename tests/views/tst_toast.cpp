// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"

#include "views/widgets/toast.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace pc::views;
using namespace Qt::StringLiterals;

class tst_toast : public QObject
{
    Q_OBJECT
public:
    explicit tst_toast(ThemeController &) {}

private Q_SLOTS:
    void goesByItself()
    {
        QWidget area;
        area.resize(800, 600);
        QLineEdit field(
            &area); // otherwise the toast's own button is the first to get the focus, which holds it
        ToastHost host(&area);
        area.show();
        area.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        field.setFocus();
        host.show({.text = u"Saved"_s,
                   .kind = Kind::Ok,
                   .actionText = {},
                   .actionKeys = {},
                   .action = {},
                   .milliseconds = 40});
        QCOMPARE(host.toasts().size(), 1);
        QVERIFY(host.occupiedHeight() > 0);
        QTRY_COMPARE(host.toasts().size(), 0);
        QCOMPARE(host.occupiedHeight(), 0);
    }

    void staysForEightSeconds() { QCOMPARE(ToastSpec{}.milliseconds, 8000); }

    void undoRunsOnce()
    {
        QWidget area;
        area.resize(800, 600);
        ToastHost host(&area);
        area.show();
        int undone = 0;
        ToastSpec spec;
        spec.text = u"Owner changed"_s;
        spec.actionText = u"Undo"_s;
        spec.action = [&undone] { ++undone; };
        Toast *toast = host.show(spec);
        host.show({.text = u"Copied"_s});
        QVERIFY(host.triggerLatest()); // the newest that has an action, not the newest
        QCOMPARE(undone, 1);
        QVERIFY(!host.triggerLatest());
        Q_UNUSED(toast)
        QCOMPARE(undone, 1);
    }

    void hoverAndFocusPause()
    {
        QWidget area;
        area.resize(800, 600);
        ToastHost host(&area);
        area.show();
        area.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        ToastSpec spec;
        spec.text = u"Owner changed"_s;
        spec.actionText = u"Undo"_s;
        spec.action = [] {};
        Toast *toast = host.show(spec);
        QVERIFY(!toast->isPaused());
        auto *button = toast->findChild<QPushButton *>(u"toastAction"_s);
        QCOMPARE(button->accessibleName(), u"Undo"_s);
        button->setFocus();
        QTRY_VERIFY(toast->isPaused());
        button->clearFocus();
        QTRY_VERIFY(!toast->isPaused());
        QTest::keyClick(toast, Qt::Key_Escape);
        QCOMPARE(host.toasts().size(), 0);
    }

    void isAnnounced()
    {
        QWidget area;
        area.resize(800, 600);
        QStringList said;
        ToastHost host(&area, [&said](QWidget *source, const QString &text) {
            QCOMPARE(source->accessibleName(), text); // before 6.8 the name is what is read
            said.append(text);
        });
        area.show();
        QSignalSpy shown(&host, &ToastHost::shown);
        host.show({.text = u"Done"_s});
        QCOMPARE(said, QStringList{u"Done"_s});
        QCOMPARE(shown.count(), 1);
    }

    void staysInsideAndStacks()
    {
        QWidget area;
        area.resize(400, 300);
        ToastHost host(&area);
        area.show();
        for (int i = 0; i < 5; ++i) {
            host.show({.text = QString(60, u'w')});
        }
        const QList<Toast *> all = host.toasts();
        QCOMPARE(all.size(), 3);
        for (const Toast *toast : all) {
            QVERIFY(area.rect().contains(toast->geometry()));
        }
        QVERIFY(!all.at(0)->geometry().intersects(all.at(1)->geometry()));
    }
};

PC_THEMED_TEST_MAIN(tst_toast)
#include "tst_toast.moc"
