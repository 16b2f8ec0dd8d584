// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"

#include "views/style/space.h"
#include "views/widgets/dialog_frame.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/toast.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

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
                   .severity = Severity::Ok,
                   .actionText = {},
                   .actionKeys = {},
                   .action = {},
                   .milliseconds = 40});
        QCOMPARE(host.toasts().size(), 1);
        QVERIFY(host.occupiedHeight() > 0);
        QTRY_COMPARE(host.toasts().size(), 0);
        QCOMPARE(host.occupiedHeight(), 0);
    }

    /// Below the veil of a dialog nobody reads it: it stands in the dialog, over none of its parts, and goes
    /// on in the area when that is closed.
    void standsInTheDialogThatIsOpen()
    {
        QWidget area;
        area.resize(800, 600);
        ToastHost host(&area);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        auto *dialog = new DialogFrame(u"Notice"_s, Icon::Mail, 500, &area);
        dialog->addText(u"Some words"_s);
        auto *close = dialog->addButton(u"close"_s, u"Close"_s);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        ToastSpec spec;
        spec.text = u"Notice copied"_s;
        auto *toast = host.show(spec);
        QCOMPARE(toast->window(), dialog);
        QTRY_VERIFY(toast->isVisible() && toast->height() > 10);
        const QRect bar(toast->mapTo(dialog, QPoint()), toast->size());
        QVERIFY(dialog->rect().contains(bar));
        QVERIFY(!bar.intersects(QRect(close->mapTo(dialog, QPoint()), close->size())));
        QCOMPARE(host.occupiedHeight(), 0);
        dialog->reject();
        QCOMPARE(toast->parentWidget(), &area);
        QVERIFY(toast->isVisible());
        QVERIFY(area.rect().contains(toast->geometry()));
        QVERIFY(host.occupiedHeight() > 0);
        delete dialog;
        QCOMPARE(host.toasts().size(), 1);
    }

    /// What opens a page or a window would do so behind the dialog; its keys do nothing there.
    void whatLeadsAwayWaitsForThePage_data()
    {
        QTest::addColumn<bool>("actsInPlace");
        QTest::addColumn<QString>("keys");
        QTest::addColumn<bool>("isOffered");
        QTest::addColumn<QString>("later");
        QTest::newRow("leads away") << false << QString() << false << u"Do it"_s;
        QTest::newRow("acts in place") << true << QString() << true << u"Do it"_s;
        QTest::newRow("takes back") << false << u"Ctrl+Z"_s << true << u"Do it  Ctrl+Z"_s;
    }
    void whatLeadsAwayWaitsForThePage()
    {
        QFETCH(const bool, actsInPlace);
        QFETCH(const QString, keys);
        QFETCH(const bool, isOffered);
        QFETCH(const QString, later);
        QWidget area;
        area.resize(800, 600);
        ToastHost host(&area);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        DialogFrame dialog(u"Form"_s, Icon::Mail, 500, &area);
        dialog.addButton(u"close"_s, u"Close"_s);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        const Toast *toast = host.show({.text = u"Made"_s,
                                        .actionText = u"Do it"_s,
                                        .actionKeys = keys,
                                        .action = [] {},
                                        .actsInPlace = actsInPlace});
        const auto *action = toast->findChild<QPushButton *>(u"toastAction"_s);
        QCOMPARE(toast->window(), &dialog);
        QTRY_VERIFY(toast->isVisible());
        QCOMPARE(action->isVisible(), isOffered);
        QCOMPARE(action->text(), u"Do it"_s);
        dialog.reject();
        QVERIFY(action->isVisible());
        QCOMPARE(action->text(), later);
        QVERIFY(area.rect().contains(toast->geometry()));
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
        spec.actionKeys = u"Ctrl+Z"_s;
        spec.action = [&undone] { ++undone; };
        Toast *toast = host.show(spec);
        host.show({.text = u"Copied"_s});
        int opened = 0;
        host.show({.text = u"Made"_s, .actionText = u"Open"_s, .action = [&opened] { ++opened; }});
        QVERIFY(host.triggerLatest()); // the newest that takes something back, not the newest
        QCOMPARE(opened, 0);
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

    /// What must not be missed goes by nobody's hand but the person's.
    void whatMustNotBeMissedStays()
    {
        QWidget area;
        area.resize(800, 600);
        ToastHost host(&area);
        area.show();
        area.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        Toast *kept = host.show(
            {.text = u"It is not known"_s, .severity = Severity::Warn, .milliseconds = untilDismissed});
        QVERIFY(kept->isPaused());
        auto *close = kept->findChild<QToolButton *>(u"toastClose"_s);
        close->setFocus();
        close->clearFocus(); // the time does not begin to run
        QVERIFY(kept->isPaused());
        for (int i = 0; i < 5; ++i)
            host.show({.text = u"Copied"_s});
        QCOMPARE(host.toasts().size(), 4);
        QCOMPARE(host.toasts().first(), kept);
        close->click();
        QCOMPARE(host.toasts().size(), 3);
    }

    /// Every line of it can be read, in every window; only success has a tick.
    void everyLineIsShown_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {420, 800, 1440})
            QTest::addRow("%d", width) << width;
    }
    void everyLineIsShown()
    {
        QFETCH(const int, width);
        QWidget area;
        area.resize(width, 560);
        ToastHost host(&area);
        area.show();
        const QString text = u"Zugang „edge-gateway-eu-central-1“ von Dunmere Energy aussetzen: Es ist nicht "
                             "bekannt, ob die Plattform das getan hat. Die Plattform hat nicht rechtzeitig "
                             "geantwortet, oder ihre Antwort ging verloren. Fragen Sie noch einmal."_s;
        for (const Severity severity : {Severity::Warn, Severity::Bad, Severity::Ok}) {
            Toast *toast = host.show({.text = text,
                                      .severity = severity,
                                      .actionText = u"Noch einmal fragen"_s,
                                      .action = [] {},
                                      .milliseconds = untilDismissed});
            const auto *label = toast->findChild<QLabel *>();
            const QRect needed =
                label->fontMetrics().boundingRect(QRect(0, 0, label->width(), 10000), Qt::TextWordWrap, text);
            QVERIFY(needed.height() > label->fontMetrics().height()); // or it shows nothing
            QVERIFY2(label->height() >= needed.height(),
                     qPrintable(u"%1 of %2"_s.arg(label->height()).arg(needed.height())));
            QVERIFY(area.rect().contains(toast->geometry()));
            QCOMPARE(toast->findChild<IconLabel *>()->icon() == Icon::Check, severity == Severity::Ok);
            toast->dismiss();
        }
    }

    /// What stays takes its room from the page: no act lies behind it, in any window.
    void whatStaysCoversNothing_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("800x560") << QSize(800, 560);
        QTest::newRow("1440x900") << QSize(1440, 900);
    }
    void whatStaysCoversNothing()
    {
        QFETCH(const QSize, size);
        QWidget area;
        area.resize(size);
        auto *column = new QVBoxLayout(&area);
        column->setContentsMargins(0, 0, 0, 0);
        auto *act = new QPushButton(u"Revoke"_s);
        column->addStretch();
        column->addWidget(act);
        ToastHost host(&area);
        area.show();
        area.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        act->setFocus();
        const auto clear = [&] {
            for (const Toast *toast : host.toasts())
                if (toast->geometry().intersects(act->geometry()))
                    return false;
            return true;
        };
        const QString text = u"It is not known whether the platform has done it. "_s.repeated(3);
        Toast *stays = host.show({.text = text, .severity = Severity::Warn, .milliseconds = untilDismissed});
        QTRY_VERIFY(clear());
        QVERIFY(act->geometry().bottom() < stays->y());
        QCOMPARE(host.occupiedHeight(), 0); // nothing lies over a list
        Toast *passes = host.show({.text = u"Copied"_s});
        QTRY_VERIFY(clear());
        QVERIFY(passes->geometry().bottom() < act->y()); // above what has the focus
        for (int i = 0; i < 20; ++i)                     // more than there is room for: the page keeps half
            host.show({.text = text, .milliseconds = untilDismissed});
        QTRY_VERIFY(act->geometry().bottom() < size.height() / 2);
        QVERIFY(act->geometry().bottom() > size.height() / 3);
        QVERIFY(host.occupiedHeight() > 0);
        for (Toast *toast : host.toasts())
            toast->dismiss();
        QTRY_COMPARE(act->geometry().bottom() + 1, size.height());
    }

    void standsInTheMiddleAboveTheEdgeAndFollowsIt()
    {
        QWidget area;
        area.resize(801, 600);
        ToastHost host(&area);
        area.show();
        QSignalSpy heights(&host, &ToastHost::occupiedHeightChanged);
        Toast *first = host.show({.text = u"One"_s});
        Toast *second = host.show({.text = u"Two"_s});
        QCOMPARE(second->geometry().bottom() + 1, area.height() - space::l);
        QCOMPARE(first->geometry().bottom() + 1 + space::s, second->y());
        QVERIFY(std::abs(second->geometry().center().x() - area.rect().center().x()) <= 1);
        QCOMPARE(host.occupiedHeight(), first->height() + second->height() + 3 * space::s);
        QCOMPARE(heights.last()[0].toInt(), host.occupiedHeight());
        area.resize(700, 500);
        QTRY_COMPARE(second->geometry().bottom() + 1, 500 - space::l);
        first->dismiss();
        QCOMPARE(host.toasts(), QList<Toast *>{second});
        QCOMPARE(heights.last()[0].toInt(), second->height() + 2 * space::s);
        QTest::keyClick(second, Qt::Key_A); // no key but Esc
        QCOMPARE(host.toasts().size(), 1);
        second->dismiss();
        QCOMPARE(heights.last()[0].toInt(), 0);
    }

    void threeThatPassAreShownAndTheOldestGoes()
    {
        QWidget area;
        area.resize(800, 600);
        ToastHost host(&area);
        area.show();
        QList<QPointer<Toast>> all;
        for (int i = 0; i < 4; ++i) {
            all.append(host.show({.text = QString::number(i)}));
            QCOMPARE(host.toasts().size(), std::min(i + 1, 3));
        }
        QVERIFY(!host.toasts().contains(all[0]));
        QVERIFY(all[0]->isHidden());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(all[0].isNull());
        QVERIFY(!all[1].isNull());
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

    /// A name may be one long word: it breaks, and is not cut.
    void aLongWordIsShownWhole()
    {
        QWidget area;
        area.resize(500, 300);
        ToastHost host(&area);
        area.show();
        const Toast *narrow = host.show({.text = QString(200, u'W')});
        const QFontMetrics metrics(TypeScale::of(narrow).font(TypeRole::Body, QFont::Medium));
        const int lines = metrics.horizontalAdvance(QString(200, u'W')) / 500;
        QVERIFY(narrow->height() > lines * metrics.height());
        QVERIFY(area.rect().contains(narrow->geometry()));
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
