// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/guarded_window.h"
#include "tests/views/themed_test.h"

#include "views/widgets/buttons.h"
#include "views/widgets/dialog_frame.h"
#include "views/widgets/form_field.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/reading_order.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/toast.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace pc::views;
using namespace Qt::StringLiterals;
using pc::test::GuardedWindow;

namespace {

QLineEdit *edit(const QString &name)
{
    auto *made = new QLineEdit;
    made->setObjectName(name);
    return made;
}

QString focusName()
{
    return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : u"nobody"_s;
}

} // namespace

/// Where the focus goes: by Tab, and when what has it goes away.
class tst_focus final : public QObject
{
    Q_OBJECT
public:
    explicit tst_focus(ThemeController &) {}

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<GuardedWindow>();
        m_window->resize(700, 400);
        m_column = new QVBoxLayout(m_window.get());
    }
    void cleanup() { m_window.reset(); }

    /// Made in any order: Tab goes as people read, in both directions, over rows, columns, pages and panes.
    void tabFollowsTheReadingOrder_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void tabFollowsTheReadingOrder()
    {
        QFETCH(Qt::LayoutDirection, direction);
        m_window->setLayoutDirection(direction);
        auto *last = edit(u"9"_s);
        auto *combo = new QComboBox;
        combo->setEditable(true);
        combo->setObjectName(u"3"_s);
        auto *grid = new QGridLayout;
        grid->addWidget(edit(u"4"_s), 1, 1);
        grid->addWidget(combo, 1, 0);
        grid->addWidget(edit(u"2"_s), 0, 1);
        grid->addWidget(edit(u"1"_s), 0, 0);
        auto *stack = new QStackedWidget;
        stack->addWidget(edit(u"hidden page"_s));
        auto *page = edit(u"5"_s);
        stack->addWidget(page);
        stack->setCurrentWidget(page);
        auto *split = new QSplitter;
        auto *second = edit(u"7"_s);
        auto *first = edit(u"6"_s);
        split->addWidget(first);
        split->addWidget(second);
        auto *text = new QPlainTextEdit;
        text->setObjectName(u"8"_s);
        text->setTabChangesFocus(true);
        auto *off = edit(u"off"_s);
        off->setEnabled(false);
        m_column->addWidget(last);
        m_column->insertWidget(0, text);
        m_column->insertWidget(0, split);
        m_column->insertWidget(0, off);
        m_column->insertWidget(0, stack);
        m_column->insertLayout(0, grid);
        show();
        focusFirstStop(m_window.get());
        for (int round = 0; round < 2; ++round) {
            for (int i = 1; i <= 9; ++i) {
                QCOMPARE(focusName(), QString::number(i));
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            }
        }
        for (int i = 1; i >= 1; --i)
            QCOMPARE(focusName(), QString::number(i));
        for (int i = 9; i >= 1; --i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
            QCOMPARE(focusName(), QString::number(i));
        }
    }

    /// A field that is put in later is reached where it stands, not where it was made.
    void conditionalFieldsHaveTheirPlace()
    {
        m_column->addWidget(edit(u"a"_s));
        m_column->addWidget(edit(u"c"_s));
        show();
        focusFirstStop(m_window.get());
        auto *between = edit(u"b"_s);
        m_column->insertWidget(1, between);
        between->show();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(focusName(), u"b"_s);
        between->hide();
        QVERIFY(focusName() == u"c"_s || focusName() == u"a"_s);
    }

    void whatTabReachesIsScrolledIntoSight()
    {
        auto *content = new QWidget;
        auto *rows = new QVBoxLayout(content);
        for (int i = 0; i < 40; ++i)
            rows->addWidget(edit(QString::number(i)));
        auto *scroll = new QScrollArea;
        scroll->setWidget(content);
        scroll->setWidgetResizable(true);
        scroll->setFocusPolicy(Qt::NoFocus);
        m_column->addWidget(edit(u"outside"_s));
        m_column->addWidget(scroll);
        show();
        m_window->findChild<QWidget *>(u"outside"_s)->setFocus();
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const QWidget *now = QApplication::focusWidget();
            QCOMPARE(now->objectName(), QString::number(i));
            QVERIFY(scroll->viewport()->rect().contains(
                QRect(now->mapTo(scroll->viewport(), QPoint()), now->size())));
        }
    }

    /// Deleted, hidden, switched off, its page turned: the nearest that is left, never nobody.
    void theFocusIsNeverNowhere_data()
    {
        QTest::addColumn<int>("loss");
        QTest::newRow("deleted") << 0;
        QTest::newRow("deleted later") << 1;
        QTest::newRow("hidden") << 2;
        QTest::newRow("switched off") << 3;
        QTest::newRow("its part is hidden") << 4;
        QTest::newRow("its part is deleted") << 5;
    }
    void theFocusIsNeverNowhere()
    {
        QFETCH(int, loss);
        // Qt's own choice would be the first made: it stands far away.
        m_column->addWidget(edit(u"far"_s));
        auto *part = new QWidget;
        auto *inner = new QVBoxLayout(part);
        auto *more = new QWidget;
        auto *innermost = new QHBoxLayout(more);
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            innermost->addWidget(edit(name));
        inner->addWidget(more);
        inner->addWidget(edit(u"near"_s));
        m_column->addWidget(part);
        m_column->addWidget(edit(u"end"_s));
        show();
        auto *lost = m_window->findChild<QWidget *>(u"b"_s);
        lost->setFocus();
        QTRY_COMPARE(focusName(), u"b"_s);
        switch (loss) {
        case 0:
            delete lost;
            break;
        case 1:
            lost->deleteLater();
            break;
        case 2:
            lost->hide();
            break;
        case 3:
            lost->setEnabled(false);
            break;
        case 4:
            more->hide();
            break;
        case 5:
            delete more;
            break;
        }
        QTRY_COMPARE(focusName(), loss < 4 ? u"c"_s : u"near"_s);
    }

    /// Nothing is destroyed at the next Enter, and the control that was off has the focus again.
    void aLentFocusIsSafeAndGoesBack_data()
    {
        QTest::addColumn<bool>("hidden");
        QTest::addColumn<bool>("touched");
        QTest::newRow("switched off") << false << false;
        QTest::newRow("hidden") << true << false;
        QTest::newRow("the person goes on from there") << false << true;
    }
    void aLentFocusIsSafeAndGoesBack()
    {
        QFETCH(bool, hidden);
        QFETCH(bool, touched);
        m_column->addWidget(edit(u"above"_s));
        auto *row = new QHBoxLayout;
        auto *act = makeButton(u"act"_s, u"Suspend…"_s);
        auto *discard = makeButton(u"discard"_s, u"Discard"_s);
        refuseLentFocus(discard);
        row->addWidget(act);
        row->addWidget(makeButton(u"revoke"_s, u"Revoke…"_s, Icon::None, ButtonKind::DangerOutline));
        row->addWidget(discard);
        m_column->addLayout(row);
        show();
        act->setFocus();
        QTRY_COMPARE(focusName(), u"act"_s);
        hidden ? act->hide() : act->setEnabled(false);
        QTRY_COMPARE(focusName(), u"above"_s);
        if (touched)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_A);
        hidden ? act->show() : act->setEnabled(true);
        QTest::qWait(20);
        QTRY_COMPARE(focusName(), touched ? u"above"_s : u"act"_s);
    }

    /// "Resume" comes where "Suspend" was, a moment later and off at first: it gets the focus.
    void whatComesInItsSteadGetsTheFocus()
    {
        m_column->addWidget(edit(u"above"_s));
        auto *suspend = makeButton(u"suspend"_s, u"Suspend…"_s);
        auto *resume = makeButton(u"resume"_s, u"Resume…"_s);
        auto *revoke = makeButton(u"revoke"_s, u"Revoke…"_s, Icon::None, ButtonKind::DangerOutline);
        for (QPushButton *button : {suspend, resume, revoke})
            m_column->addWidget(button);
        resume->hide();
        show();
        suspend->setFocus();
        QTRY_COMPARE(focusName(), u"suspend"_s);
        resume->setEnabled(false);
        resume->show();
        suspend->hide();
        QTRY_COMPARE(focusName(), u"above"_s);
        resume->setEnabled(true);
        QTRY_COMPARE(focusName(), u"resume"_s);
    }

    /// What lies over a page and goes leads back into the page, not to what else lies over it.
    void aToastThatGoesLeadsBackToThePage()
    {
        auto *area = new QWidget;
        auto *inside = new QVBoxLayout(area);
        inside->addWidget(edit(u"row"_s));
        m_column->addWidget(edit(u"above"_s));
        m_column->addWidget(area);
        auto *row = area->findChild<QWidget *>(u"row"_s);
        m_window->guard->setHome([row] { row->setFocus(); });
        ToastHost toasts(area);
        show();
        Toast *first = toasts.show({.text = u"One"_s, .action = [] {}, .milliseconds = untilDismissed});
        Toast *second = toasts.show({.text = u"Two"_s, .action = [] {}, .milliseconds = untilDismissed});
        first->findChild<QPushButton *>(u"toastAction"_s)->setFocus();
        QTRY_VERIFY(first->isAncestorOf(QApplication::focusWidget()));
        first->trigger();
        QTRY_COMPARE(focusName(), u"row"_s);
        row->setEnabled(false);
        QTRY_COMPARE(focusName(), u"above"_s);
        QVERIFY(second->isVisible());
    }

    /// What only kept the focus until the answer came does not get it back from a dialog.
    void aDialogReturnsToWhatWasLoadedMeanwhile()
    {
        auto *table = edit(u"table"_s);
        auto *content = new QWidget;
        (new QVBoxLayout(content))->addWidget(table);
        auto *states = new StateStack(content);
        m_column->addWidget(edit(u"above"_s));
        m_column->addWidget(states);
        show();
        states->showLoading();
        states->focusInContent(table);
        QVERIFY(m_window->focusWidget() == states);
        auto *dialog = new DialogFrame(u"Secret"_s, Icon::Info, 400, m_window.get());
        QPushButton *done = dialog->addButton(u"done"_s, u"Done"_s);
        connect(done, &QPushButton::clicked, dialog, &QDialog::accept);
        dialog->open();
        QTRY_COMPARE(focusName(), u"done"_s);
        states->showContent();
        done->click();
        m_window->activateWindow();
        QTRY_COMPARE(focusName(), u"table"_s);
        delete dialog;
    }

    /// The dialog itself puts the focus back: the window was told another place meanwhile, and Qt would
    /// follow it.
    void dialogsReturnToWhoOpenedThem()
    {
        m_column->addWidget(edit(u"other"_s));
        auto *opener = makeButton(u"opener"_s, u"Open"_s);
        m_column->addWidget(opener);
        m_column->addWidget(edit(u"after"_s));
        show();
        for (const bool gone : {false, true}) {
            opener->setFocus();
            QTRY_COMPARE(focusName(), u"opener"_s);
            auto *dialog = new DialogFrame(u"Question"_s, Icon::Info, 400, m_window.get());
            QPushButton *keep = dialog->addButton(u"keep"_s, u"Keep"_s);
            connect(keep, &QPushButton::clicked, dialog, &QDialog::reject);
            dialog->open();
            QTRY_COMPARE(focusName(), u"keep"_s);
            m_window->findChild<QWidget *>(u"other"_s)->setFocus(); // a load that ended, say
            if (gone)
                opener->setEnabled(false);
            QTest::keyClick(dialog, Qt::Key_Escape);
            QVERIFY(!dialog->isVisible());
            m_window->activateWindow(); // a window system does, the platform of the tests does not
            QTRY_COMPARE(focusName(), gone ? u"after"_s : u"opener"_s);
            delete dialog;
        }
    }

    /// Loading, error and back: the focus waits, Retry gets it, and it returns to where the person was.
    void statesReturnTheFocus()
    {
        auto *content = new QWidget;
        auto *column = new QVBoxLayout(content);
        for (const QString &name : {u"first"_s, u"second"_s, u"third"_s})
            column->addWidget(edit(name));
        auto *states = new StateStack(content);
        m_column->addWidget(edit(u"above"_s));
        m_column->addWidget(states);
        m_column->addWidget(edit(u"below"_s));
        states->showContent();
        show();
        content->findChild<QWidget *>(u"second"_s)->setFocus();
        states->showLoading();
        QVERIFY(QApplication::focusWidget() == states);
        QTest::keyClick(states, Qt::Key_Tab); // and Tab goes on from here
        QCOMPARE(focusName(), u"below"_s);
        states->showContent();
        QCOMPARE(focusName(), u"below"_s); // the person went elsewhere: left alone

        content->findChild<QWidget *>(u"second"_s)->setFocus();
        states->showLoading();
        states->showError({u"Could not load."_s, {}, u"Retry."_s, {}, {}, true});
        QCOMPARE(focusName(), u"errorRetry"_s);
        connect(states, &StateStack::retryRequested, states, [states] { states->showLoading(); });
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(QApplication::focusWidget() == states);
        states->showContent();
        QCOMPARE(focusName(), u"second"_s);

        m_window->findChild<QWidget *>(u"above"_s)->setFocus();
        states->showLoading();
        states->focusInContent(content->findChild<QWidget *>(u"third"_s));
        states->showContent();
        QCOMPARE(focusName(), u"third"_s);
        states->showEmpty(); // nothing to do there, and still not nowhere
        QVERIFY(QApplication::focusWidget() != nullptr);
    }

    /// A message under a field, in a dialog, in a form: what stands below stays where it was.
    void messagesMoveNothing()
    {
        auto *dialog = new DialogFrame(u"Issue"_s, Icon::Info, 560, m_window.get());
        auto *line = edit(u"name"_s);
        auto *field = new FormField(u"Name"_s, line);
        field->setRule([line] { return line->text().isEmpty() ? u"Give it a name."_s : QString(); });
        auto *below = edit(u"below"_s);
        dialog->body()->addWidget(field);
        dialog->body()->addWidget(below);
        auto *banner = new MessageBanner(Severity::Bad, u"Refused."_s);
        banner->hide();
        banner->keepRoom();
        dialog->body()->addWidget(banner);
        QPushButton *act = dialog->addButton(u"act"_s, u"Issue"_s, ButtonKind::Primary);
        show();
        dialog->open();
        QTRY_VERIFY(dialog->isVisible() && dialog->height() > 100);
        const auto places = [&] {
            return QList<QPoint>{dialog->pos(), below->mapToGlobal(QPoint()), act->mapToGlobal(QPoint())};
        };
        QTest::qWait(50); // the first layout
        const QList<QPoint> before = places();
        QVERIFY(!field->validate());
        banner->setMessage(Severity::Bad,
                           u"The platform refused the name. Nothing was changed; choose another one."_s);
        banner->show();
        QTest::qWait(50);
        QCOMPARE(places(), before);
        line->setText(u"erp"_s);
        QVERIFY(field->validate());
        banner->hide();
        QTest::qWait(50);
        QCOMPARE(places(), before);
        delete dialog;
    }

    /// In a narrow field of a row a message takes the lines that it needs.
    void aLongMessageIsWhole()
    {
        auto *row = new QHBoxLayout;
        auto *narrow = new FormField(u"Country (as the register has it)"_s, edit(u"narrow"_s));
        narrow->setMaximumWidth(90);
        auto *wide = new FormField(u"Name"_s, edit(u"wide"_s));
        for (FormField *field : {narrow, wide}) {
            field->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
            row->addWidget(field);
        }
        m_column->addLayout(row);
        m_column->addStretch(1);
        show();
        narrow->setError(u"Choose a country of the list, by its name or its two letters."_s);
        const auto cut = [narrow] {
            for (const QLabel *label : narrow->findChildren<QLabel *>())
                if (label->wordWrap() && label->heightForWidth(label->width()) > label->height())
                    return true;
            return false;
        };
        QTRY_VERIFY(!cut());
        QVERIFY(narrow->height() > wide->sizeHint().height());
    }

    /// In the room of a hint of two lines a message of one line stands beside its icon.
    void aMessageStandsBesideItsIcon()
    {
        auto *field = new FormField(u"Name"_s, edit(u"name"_s));
        field->setHint(u"As the register has it, in the letters that are used there. "_s.repeated(3));
        m_column->addWidget(field);
        m_column->addStretch(1);
        m_window->resize(300, 300);
        show();
        field->setError(u"This is needed."_s);
        const auto labels = field->findChildren<QLabel *>();
        const QLabel *message = nullptr;
        for (const QLabel *label : labels)
            if (label->text() == u"This is needed."_s)
                message = label;
        QVERIFY(message);
        QTRY_VERIFY(message->height() > 2 * message->fontMetrics().height() - 4); // the hint's room
        QVERIFY(message->alignment().testFlag(Qt::AlignTop));
    }

    /// A field that the keys come to is seen with what is said about it.
    void aMessageIsScrolledToWithItsField()
    {
        auto *content = new QWidget;
        auto *column = new QVBoxLayout(content);
        QList<FormField *> fields;
        for (int i = 0; i < 12; ++i) {
            fields.append(new FormField(u"Field %1"_s.arg(i), edit(u"field%1"_s.arg(i))));
            fields.last()->setError(u"This is not a number."_s);
            column->addWidget(fields.last());
        }
        auto *scroll = new QScrollArea;
        scroll->setWidgetResizable(true);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(content);
        m_column->addWidget(scroll);
        m_window->resize(400, 300);
        show();
        fields.first()->editor()->setFocus();
        for (FormField *field : std::as_const(fields)) {
            QVERIFY(field->editor()->hasFocus());
            const QRect place(field->mapTo(scroll->viewport(), QPoint()), field->size());
            QVERIFY2(scroll->viewport()->rect().contains(place),
                     qPrintable(field->editor()->objectName() + QDebug::toString(place)));
            QTest::keyClick(field->editor(), Qt::Key_Tab);
        }
    }

    /// The button under the pointer is still there when it comes up again.
    void aMessageWaitsForTheMouse()
    {
        auto *line = edit(u"name"_s);
        auto *field = new FormField(u"Name"_s, line);
        field->setRule(
            [line] { return line->text().isEmpty() ? u"Give it a name. "_s.repeated(20) : QString(); });
        auto *button = makeButton(u"go"_s, u"Go"_s);
        int clicks = 0;
        connect(button, &QPushButton::clicked, button, [&clicks] { ++clicks; });
        m_column->addWidget(field);
        m_column->addWidget(button, 0, Qt::AlignLeading);
        m_column->addStretch(1);
        show();
        line->setFocus();
        button->setFocusPolicy(Qt::StrongFocus);
        const QPoint at = button->mapTo(m_window.get(), button->rect().center());
        QTest::mousePress(m_window->windowHandle(), Qt::LeftButton, {}, at);
        QTest::qWait(30);
        QTest::mouseRelease(m_window->windowHandle(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(field->hasError());
        QCOMPARE(clicks, 1);
    }

private:
    void show()
    {
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    std::unique_ptr<GuardedWindow> m_window;
    QVBoxLayout *m_column = nullptr;
};

PC_THEMED_TEST_MAIN(tst_focus)
#include "tst_focus.moc"
