// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"

#include "views/widgets/dialog_frame.h"
#include "views/widgets/label.h"
#include "views/widgets/scrim.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWindow>

using namespace pc::views;
using namespace Qt::StringLiterals;

class tst_dialog_frame : public QObject
{
    Q_OBJECT
public:
    explicit tst_dialog_frame(ThemeController &) {}

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1100, 700);
        m_window->show();
        m_dialog = new DialogFrame(u"Revoke 1 credential"_s, Icon::Ban, 560, m_window.get());
        m_dialog->setEnvironment(u"Production"_s, Severity::Bad);
        m_text = m_dialog->addText(u"Calls with it are refused at once."_s);
        m_keep = m_dialog->addButton(u"keep"_s, u"Keep access"_s);
        m_revoke = m_dialog->addButton(u"revoke"_s, u"Revoke 1 credential"_s, ButtonKind::Danger, Icon::Ban);
        connect(m_keep, &QPushButton::clicked, m_dialog, &QDialog::reject);
        connect(m_revoke, &QPushButton::clicked, m_dialog, &QDialog::accept);
    }
    void cleanup() { m_window.reset(); }

    void safeButtonHasTheFocus()
    {
        m_dialog->open();
        QCOMPARE(m_dialog->windowModality(), Qt::WindowModal);
        QCOMPARE(m_dialog->focusWidget(), m_keep);
        auto *scrim = m_window->findChild<Scrim *>();
        QVERIFY(scrim != nullptr && scrim->isVisible());
        QSignalSpy finished(m_dialog, &QDialog::finished);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QCOMPARE(finished.at(0).at(0).toInt(), int(QDialog::Rejected));
        QVERIFY(!scrim->isVisible());
    }

    void enterNeverDestroys()
    {
        m_dialog->open();
        QSignalSpy finished(m_dialog, &QDialog::finished);
        m_revoke->setFocus();
        QTest::keyClick(m_revoke, Qt::Key_Return);
        QTest::keyClick(m_revoke, Qt::Key_Enter);
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QVERIFY(finished.isEmpty() || finished.at(0).at(0).toInt() == int(QDialog::Rejected));
        QVERIFY(finished.isEmpty());
        QTest::keyClick(m_revoke, Qt::Key_Space);
        QCOMPARE(finished.count(), 1);
    }

    void fieldGetsTheFocusWhenThereIsOne()
    {
        auto *edit = new QLineEdit;
        edit->setObjectName(u"slug"_s);
        m_dialog->body()->addWidget(edit);
        edit->setFocus();
        m_dialog->open();
        QCOMPARE(m_dialog->focusWidget(), edit);
        QSignalSpy finished(m_dialog, &QDialog::finished);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(finished.isEmpty() || finished.at(0).at(0).toInt() == int(QDialog::Rejected));
    }

    /// On X11 Qt makes the window below the active one when it is clicked; the keys would go nowhere.
    void itStaysTheActiveWindow()
    {
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_dialog->isActiveWindow());
        m_dialog->reject();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::qWait(20);
        QVERIFY(m_window->isActiveWindow()); // a closed one wants nothing
    }

    /// What comes after the first key or click moves no button: the body scrolls.
    void itsSizeStaysOnceItIsUsed()
    {
        auto *message = new Label(u"Short."_s);
        message->setWordWrap(true);
        m_dialog->setMessageWidget(message);
        m_dialog->open();
        QTest::qWait(20);
        const QString longer = QString(u"Something else came up that is told at length. "_s).repeated(12);
        const int first = m_dialog->height();
        m_text->setText(longer);
        QTRY_VERIFY(m_dialog->height() > first); // while it loads it grows
        QTest::mouseClick(m_text, Qt::LeftButton);
        const QRect place = m_dialog->geometry();
        const QPoint button = m_revoke->mapTo(m_dialog, QPoint());
        message->setText(longer);
        QTest::qWait(20);
        QTRY_VERIFY(message->height() >= message->heightForWidth(message->width()));
        m_text->setText(longer + longer);
        QTest::qWait(20);
        QCOMPARE(m_dialog->geometry(), place);
        QCOMPARE(m_revoke->mapTo(m_dialog, QPoint()), button);
        m_dialog->fitAgain(); // another content
        QVERIFY(m_dialog->height() > place.height());
    }

    void guardedCloseAsks()
    {
        m_dialog->setCloseGuarded(true);
        m_dialog->open();
        QSignalSpy refused(m_dialog, &DialogFrame::closeRefused);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        m_dialog->close();
        QCOMPARE(refused.count(), 2);
        QVERIFY(m_dialog->isVisible());
        m_dialog->setCloseGuarded(false);
        m_dialog->reject();
        QVERIFY(!m_dialog->isVisible());
    }

    void heightFollowsContentAndStaysInside()
    {
        m_dialog->open();
        const int before = m_dialog->height();
        m_text->setText(QString(2000, u'x').replace(u"xxxxx"_s, u"word "_s));
        QTRY_VERIFY(m_dialog->height() > before + 40);
        m_text->setText(QString(40000, u'x').replace(u"xxxxx"_s, u"word "_s));
        QTRY_VERIFY(m_dialog->height() > 500);
        QVERIFY(m_dialog->height() <= m_window->height());
    }

    /// What is under the pointer stays there: the card grows downwards, and shrinks only with another
    /// content.
    void theUpperEdgeStays()
    {
        m_dialog->open();
        QTest::qWait(30); // the first layout
        const QPoint at = m_dialog->pos();
        const int small = m_dialog->height();
        const QString text = m_text->text();
        m_text->setText(QString(600, u'x').replace(u"xxxxx"_s, u"word "_s));
        QTRY_VERIFY(m_dialog->height() > small + 40);
        QCOMPARE(m_dialog->pos(), at);
        const int grown = m_dialog->height();
        m_text->setText(QString(9000, u'x').replace(u"xxxxx"_s, u"word "_s));
        QTRY_VERIFY(m_dialog->height() > grown);
        QCOMPARE(m_dialog->pos(), at);
        QVERIFY(m_window->geometry().contains(m_dialog->geometry()));
        m_text->setText(text);
        QTest::qWait(30);
        QVERIFY(m_dialog->height() >= grown);
        m_dialog->fitAgain();
        QTRY_COMPARE(m_dialog->height(), small);
        QCOMPARE(m_dialog->pos(), at);
        // A smaller window moves it: never off its window.
        m_window->resize(500, 300);
        QTRY_VERIFY(QRect(m_window->mapToGlobal(QPoint()), m_window->size()).contains(m_dialog->geometry()));
    }

    /// A window manager may put the dialog elsewhere than it was asked to: its shadow is where the dialog is.
    void theShadowFollowsTheDialog()
    {
        m_dialog->open();
        QTest::qWait(30); // the first layout
        const auto *scrim = m_window->findChild<Scrim *>();
        const auto place = [this] {
            return QRect(m_window->mapFromGlobal(m_dialog->mapToGlobal(QPoint())), m_dialog->size());
        };
        QCOMPARE(scrim->card(), place());
        m_dialog->move(m_dialog->pos() + QPoint(60, 30));
        QTRY_COMPARE(scrim->card(), place());
    }

    /// A window manager takes the window over while it opens, and Qt hears meanwhile that it lies elsewhere:
    /// then everything that the dialog opens would lie beside it.
    void itComesToRestWhereItBelongs()
    {
        m_dialog->open();
        QTest::qWait(30); // the first layout
        const QRect place = m_dialog->geometry();
        m_dialog->windowHandle()->setPosition(0, 0);
        QTRY_COMPARE(m_dialog->geometry(), place);
        QTRY_COMPARE(m_window->findChild<Scrim *>()->card().topLeft(),
                     m_window->mapFromGlobal(place.topLeft()));
        // On its way while it grows: no resize takes it along.
        m_dialog->windowHandle()->setPosition(0, 0);
        m_text->setText(QString(600, u'x').replace(u"xxxxx"_s, u"word "_s));
        QTRY_VERIFY(m_dialog->height() > place.height());
        QTRY_COMPARE(m_dialog->pos(), place.topLeft());
    }

    /// One that insists has its way: nothing goes on for ever, and the shadow is where the dialog is.
    void aWindowManagerThatInsistsHasItsWay()
    {
        m_dialog->open();
        QTest::qWait(30); // the first layout
        const QPoint theirs(5, 5);
        int cameBack = 0;
        for (; cameBack < 20; ++cameBack) {
            m_dialog->windowHandle()->setPosition(theirs);
            QVERIFY(QTest::qWaitFor([&] { return m_dialog->pos() == theirs; }, 5000));
            if (!QTest::qWaitFor([&] { return m_dialog->pos() != theirs; }, 300))
                break;
        }
        QVERIFY2(cameBack > 0 && cameBack < 20, qPrintable(QString::number(cameBack)));
        QCOMPARE(m_window->findChild<Scrim *>()->card().topLeft(), m_window->mapFromGlobal(theirs));
    }

    /// What is known only after a layout is known before the window system hears of the dialog.
    void itOpensInItsSize()
    {
        auto *wrapping = new Label(QString(u"A sentence of some length that wraps. "_s).repeated(9));
        wrapping->setWordWrap(true);
        m_dialog->body()->addWidget(wrapping);
        m_dialog->open();
        const QRect first = m_dialog->geometry();
        QTest::qWait(30);
        QCOMPARE(m_dialog->geometry(), first);
    }

    /// A message that keeps no room while it is hidden is seen after something passed by in its place.
    void aMessageIsSeenAfterAToastPassed()
    {
        auto *message = new QLabel(u"It was not done."_s);
        message->hide();
        m_dialog->setMessageWidget(message);
        m_dialog->open();
        auto *passing = new QLabel(u"Copied"_s);
        m_dialog->showPassing(passing);
        delete passing;
        QCoreApplication::processEvents();
        message->show();
        QVERIFY(message->isVisible());
    }

    /// A name may be one word of 120 letters, in the title and in every sentence: nothing gets wider than the
    /// dialog, where it could not be reached.
    void aLongWordWidensNothing()
    {
        const QString name(120, u'W');
        m_dialog->setTitle(u"Freeze "_s + name);
        m_text->setText(u"For %1. It is shown once."_s.arg(name));
        auto *edit = new QLineEdit;
        m_dialog->body()->addWidget(edit);
        m_dialog->open();
        QTest::qWait(30); // the first layout
        for (const QWidget *part : std::initializer_list<QWidget *>{m_text, edit, m_keep, m_revoke})
            QVERIFY2(m_dialog->rect().contains(QRect(part->mapTo(m_dialog, QPoint()), part->size())),
                     qPrintable(part->objectName()));
        QCOMPARE(m_dialog->width(), 560);
    }

    /// Where the window system may not compose, nothing is translucent: the corners are cut off.
    void cornersAreNotBlack()
    {
        m_dialog->open();
        QCOMPARE(m_dialog->testAttribute(Qt::WA_TranslucentBackground),
                 QGuiApplication::platformName() != u"xcb");
        if (QGuiApplication::platformName() == u"xcb") {
            QVERIFY(!m_dialog->mask().isEmpty());
            QVERIFY(!m_dialog->mask().contains(QPoint(0, 0)));
            QVERIFY(m_dialog->mask().contains(m_dialog->rect().center()));
        }
    }

private:
    std::unique_ptr<QWidget> m_window;
    DialogFrame *m_dialog = nullptr;
    Label *m_text = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_revoke = nullptr;
};

PC_THEMED_TEST_MAIN(tst_dialog_frame)
#include "tst_dialog_frame.moc"
