// SPDX-License-Identifier: GPL-3.0-or-later
// Everything is reached: a walk through every page and dialog of the real console, with the real service.
#include "app/console_app.h"
#include "app/language.h"
#include "tests/e2e/product_walk.h"
#include "views/shell/main_window.h"
#include "views/shell/nav_button.h"
#include "views/welcome/welcome_window.h"
#include "views/widgets/label.h"
#include "views/widgets/reading_order.h"
#include "views/widgets/toast.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLayout>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pc;
using pc::test::ProductWalk;

namespace {

QString nameOf(const QWidget *widget)
{
    if (!widget)
        return u"nobody"_s;
    const QString name = widget->objectName().isEmpty() ? widget->accessibleName() : widget->objectName();
    return u"%1 “%2”"_s.arg(QString::fromLatin1(widget->metaObject()->className()).section(u':', -1), name);
}

/// Where it stands in the window as if nothing were scrolled.
QRect unscrolled(const QWidget *widget, const QWidget *window)
{
    QPoint at = widget->mapTo(window, QPoint());
    for (const QWidget *each = widget->parentWidget(); each && each != window; each = each->parentWidget())
        if (const auto *scroll = qobject_cast<const QScrollArea *>(each))
            at += QPoint(scroll->horizontalScrollBar()->value(), scroll->verticalScrollBar()->value());
    return QRect(at, widget->size());
}

const QScrollArea *scrollAround(const QWidget *widget)
{
    for (const QWidget *each = widget->parentWidget(); each && !each->isWindow(); each = each->parentWidget())
        if (const auto *scroll = qobject_cast<const QScrollArea *>(each))
            return scroll;
    return nullptr;
}

/// Whether nobody who reads from the left to the right and down would go from `a` to `b`.
bool readsBackwards(const QRect &a, const QRect &b)
{
    const bool above = b.bottom() <= a.top();
    const bool nextColumn = b.left() >= a.right();
    const bool sameLine = b.top() < a.bottom() && b.bottom() > a.top();
    return (above && !nextColumn) || (sameLine && b.right() <= a.left());
}

/// Where it stands, seen from another: what is scrolled stands where its scroll area does, seen from outside
/// of it.
QRect placeBeside(const QWidget *widget, const QWidget *other)
{
    const QScrollArea *own = scrollAround(widget);
    if (!own || own == scrollAround(other) || own->isAncestorOf(other))
        return unscrolled(widget, widget->window());
    return QRect(own->mapTo(widget->window(), QPoint()), own->size());
}

bool inToast(const QWidget *widget)
{
    for (const QWidget *each = widget; each; each = each->parentWidget())
        if (qobject_cast<const views::Toast *>(each))
            return true;
    return false;
}

/// All that can be operated by keyboard, found without the code that decides the order.
QList<QPointer<QWidget>> operable(QWidget *window)
{
    QList<QPointer<QWidget>> found;
    for (QWidget *widget : window->findChildren<QWidget *>())
        if (widget->window() == window->window() && widget->isVisible() && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && !inToast(widget)) {
            const auto *radio = qobject_cast<QRadioButton *>(widget);
            if (!radio || radio->isChecked()) // the others of its group are led to by the arrows
                found.append(widget);
        }
    return found;
}

} // namespace

class TestWalk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void welcomeIsReached();
    void everythingIsReached();
    void everythingFitsSmallWindows_data();
    void everythingFitsSmallWindows();
    void cleanupTestCase() { m_driver.reset(); }

private:
    void tab(const QString &where, QWidget *window);
    void accessible(const QString &where, QWidget *window);
    void showing(const QString &where, QAccessibleInterface *iface, int depth = 0);
    void fits(const QString &where, QWidget *window);
    void fault(const QString &where, const QString &what);
    void report();

    QTemporaryDir m_home;
    std::unique_ptr<app::ConsoleDriver> m_driver;
    QStringList m_faults;
    int m_stops = 0;
};

void TestWalk::fault(const QString &where, const QString &what)
{
    const QString line = where + u": "_s + what;
    if (!m_faults.contains(line))
        m_faults.append(line);
}

void TestWalk::report()
{
    const QStringList found = std::exchange(m_faults, {});
    for (const QString &line : found)
        qWarning().noquote() << line;
    QVERIFY2(found.isEmpty(), qPrintable(u"%1 faults, see above"_s.arg(found.size())));
}

void TestWalk::initTestCase()
{
    QVERIFY(m_home.isValid());
    QApplication::setQuitOnLastWindowClosed(false);
    app::installLanguage(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_driver = std::make_unique<app::ConsoleDriver>(
        *qApp, m_home.path(), QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s);
}

/// Tab and Shift+Tab come to each operable widget once, in the order of reading, in sight, with a visible
/// sign, and end where they began.
void TestWalk::tab(const QString &where, QWidget *window)
{
    QList<QPointer<QWidget>> left = operable(window);
    if (left.isEmpty())
        return;
    window->window()->activateWindow();
    if (!QTest::qWaitForWindowActive(window->window(), 3000))
        return fault(where, u"is not the active window"_s);
    if (!views::focusFirstStop(window))
        return fault(where, u"nothing can be reached"_s);
    QList<QPointer<QWidget>> forward;
    const qsizetype most = left.size() + 3;
    for (QWidget *now = QApplication::focusWidget(); now && !forward.contains(now) && forward.size() < most;
         now = QApplication::focusWidget()) {
        forward.append(now);
        left.removeAll(now);
        ++m_stops;
        const auto *area = qobject_cast<QAbstractScrollArea *>(now); // covered by its own viewport
        const QRect seen = (area ? area->viewport() : now)->visibleRegion().boundingRect();
        if (seen.height() < std::min(now->height(), 24) || seen.width() < std::min(now->width(), 24))
            fault(where, nameOf(now) + u" has the focus out of sight"_s);
        const QRect around(now->mapTo(now->window(), QPoint(-3, -3)), now->size() + QSize(6, 6));
        const QImage with = now->window()->grab(around).toImage();
        QTest::keyClick(now, Qt::Key_Tab);
        if (!forward.constLast())
            continue; // what loads replaced it
        if (forward.size() > 1 || QApplication::focusWidget() != now) {
            const QImage without = now->window()->grab(around).toImage();
            if (with == without && QApplication::focusWidget() != now)
                fault(where, nameOf(now) + u" does not show that it has the focus"_s);
        }
    }
    if (forward.isEmpty())
        return fault(where, u"the focus is nowhere"_s);
    for (const QPointer<QWidget> &missed : std::as_const(left))
        if (missed && missed->isVisible() && missed->isEnabled())
            fault(where, nameOf(missed) + u" is not reached by Tab"_s);
    if (QApplication::focusWidget() != forward.constFirst())
        fault(where, u"Tab ends at %1, not where it began (%2)"_s.arg(nameOf(QApplication::focusWidget()),
                                                                      nameOf(forward.constFirst())));
    for (qsizetype i = 1; i < forward.size(); ++i) {
        const QWidget *a = forward.at(i - 1);
        const QWidget *b = forward.at(i);
        if (a && b && !inToast(a) && !inToast(b) && readsBackwards(placeBeside(a, b), placeBeside(b, a)))
            fault(where, u"Tab goes back from %1 to %2"_s.arg(nameOf(a), nameOf(b)));
    }
    for (qsizetype i = forward.size() - 1; i >= 0 && forward.size() > 1; --i) {
        if (!QApplication::focusWidget())
            return fault(where, u"Shift+Tab leads nowhere"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        if (QApplication::focusWidget() != forward.at(i)) {
            fault(where, u"Shift+Tab goes to %1 instead of %2"_s.arg(nameOf(QApplication::focusWidget()),
                                                                     nameOf(forward.at(i))));
            break;
        }
    }
}

/// What a screen reader is told: a name for whatever takes the focus, the role that it has, and nothing on
/// show that is not.
void TestWalk::accessible(const QString &where, QWidget *window)
{
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->window() != window->window())
            continue;
        const bool stop = (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        if (!widget->isVisible()) {
            if (stop && !QAccessible::queryAccessibleInterface(widget)->state().invisible)
                fault(where, nameOf(widget) + u" is hidden and said to be on show"_s);
            continue;
        }
        if (!stop)
            continue;
        QAccessibleInterface *iface = QAccessible::queryAccessibleInterface(widget);
        const QString name = iface->text(QAccessible::Name);
        if (name.trimmed().isEmpty())
            fault(where, nameOf(widget) + u" has no name"_s);
        if (!iface->state().focusable || iface->state().invisible)
            fault(where, nameOf(widget) + u" is not said to take the focus"_s);
        if (const auto *combo = qobject_cast<QComboBox *>(widget)) {
            if (iface->role() != QAccessible::ComboBox)
                fault(where, nameOf(widget) + u" is no combo box"_s);
            if (!combo->currentText().isEmpty() && name == combo->currentText())
                fault(where, nameOf(widget) + u" is called by its value"_s);
            if (iface->text(QAccessible::Value) != combo->currentText())
                fault(where, nameOf(widget) + u" does not tell its value"_s);
        }
        if (const auto *entry = qobject_cast<views::NavButton *>(widget))
            if (iface->role() != QAccessible::PageTab || bool(iface->state().selected) != entry->isCurrent())
                fault(where, nameOf(widget) + u" is no page tab, or the wrong one is selected"_s);
        if (iface->role() == QAccessible::CheckBox && !iface->state().checkable)
            fault(where, nameOf(widget) + u" is a check box that cannot be checked"_s);
    }
    showing(where, QAccessible::queryAccessibleInterface(window->window()));
}

/// Down the tree as a reader goes: nothing below something hidden says that it is on show.
void TestWalk::showing(const QString &where, QAccessibleInterface *iface, int depth)
{
    for (int i = 0; i < std::min(iface->childCount(), 60) && depth < 40; ++i) {
        QAccessibleInterface *child = iface->child(i);
        if (!child || !child->isValid())
            continue;
        if (iface->state().invisible && !child->state().invisible)
            fault(where, u"“%1” is on show inside “%2”, which is not"_s.arg(child->text(QAccessible::Name),
                                                                            iface->text(QAccessible::Name)));
        else
            showing(where, child, depth + 1);
    }
}

/// Nothing is cut off or pushed out at this size.
void TestWalk::fits(const QString &where, QWidget *window)
{
    const QWidget *top = window->window();
    const QRect room =
        top->parentWidget()
            ? QRect(top->parentWidget()->window()->mapToGlobal(QPoint()),
                    top->parentWidget()->window()->size())
            : QRect(top->mapToGlobal(QPoint()),
                    m_driver->console().welcome() == top ? top->size() : m_driver->window().size());
    if (!room.contains(QRect(top->mapToGlobal(QPoint()), top->size())))
        fault(where, u"leaves its window"_s);
    for (QWidget *widget : top->findChildren<QWidget *>()) {
        if (widget->window() != top || !widget->isVisible() || inToast(widget))
            continue;
        if (const QLayout *layout = widget->layout();
            layout && layout->minimumSize().width() > widget->width() + 1)
            fault(where, u"%1 needs %2 px and has %3"_s.arg(nameOf(widget))
                             .arg(layout->minimumSize().width())
                             .arg(widget->width()));
        if (auto *button = qobject_cast<QPushButton *>(widget);
            button && !button->text().isEmpty() && !button->objectName().startsWith(u"crumb."_s) &&
            button->sizeHint().width() > button->width() + 1)
            fault(where, u"%1 is cut off: “%2”"_s.arg(nameOf(button), button->text()));
        auto *elided = qobject_cast<views::ElidedLabel *>(widget);
        if (auto *label = qobject_cast<QLabel *>(widget);
            label && !elided && !label->wordWrap() && label->sizeHint().width() > label->width() + 1)
            fault(where, u"cut off: “%1”"_s.arg(label->text()));
        if (auto *label = qobject_cast<QLabel *>(widget);
            label && label->wordWrap() && label->width() > 0 &&
            label->heightForWidth(label->width()) > label->height() + 1)
            fault(where, u"cut off below: “%1”"_s.arg(label->text()));
    }
}

void TestWalk::welcomeIsReached()
{
    m_driver->showFirstRun();
    QWidget *window = m_driver->console().welcome();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QVERIFY(QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }, 2000));
    ProductWalk walk(*m_driver);
    const auto visit = [this](const QString &where, QWidget *shown) {
        tab(where, shown);
        accessible(where, shown);
    };
    walk.welcome(visit);
    window->resize(800, 560);
    walk.welcome([this](const QString &where, QWidget *shown) { fits(where + u" at 800x560"_s, shown); });
    m_driver->close();
    report();
}

void TestWalk::everythingIsReached()
{
    QVERIFY2(m_driver->openSample(300), qPrintable(m_driver->failure()));
    views::MainWindow &window = m_driver->window();
    QTest::qWait(300); // fitted to the screen of this platform, which is a small one
    window.resize(1440, 900);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    // The person has just opened the sample, and the keyboard works.
    QVERIFY(QTest::qWaitFor(
        [&window] {
            const QWidget *focus = QApplication::focusWidget();
            return focus && window.pages()->isAncestorOf(focus);
        },
        5000));
    ProductWalk walk(*m_driver);
    walk.console([this](const QString &where, QWidget *shown) {
        tab(where, shown);
        accessible(where, shown);
    });
    m_faults += walk.faults();
    qInfo("%d places, %d stops, dialogs of %s", walk.places(), m_stops,
          qPrintable(walk.dialogs().join(u' ')));
    QVERIFY(walk.places() >= 40);
    QVERIFY(m_stops >= 600);
    QVERIFY2(walk.dialogs().size() >= 8, qPrintable(walk.dialogs().join(u' ')));
    report();
}

void TestWalk::everythingFitsSmallWindows_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::newRow("English, 1024x680") << u"en_GB"_s << QSize(1024, 680);
    QTest::newRow("English, 800x560") << u"en_GB"_s << QSize(800, 560);
    QTest::newRow("German, 1024x680") << u"de_DE"_s << QSize(1024, 680);
    QTest::newRow("German, 800x560") << u"de_DE"_s << QSize(800, 560);
}

void TestWalk::everythingFitsSmallWindows()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    m_driver->close();
    app::installLanguage(*qApp, QLocale(language));
    QVERIFY2(m_driver->openSample(300), qPrintable(m_driver->failure()));
    views::MainWindow &window = m_driver->window();
    QTest::qWait(300); // by then it has been fitted to the screen of this platform, which is a small one
    window.setMinimumSize(0, 0);
    window.resize(size);
    QTest::qWait(100);
    QCOMPARE(window.size(), size);
    ProductWalk walk(*m_driver);
    walk.console([this, &size](const QString &where, QWidget *shown) {
        fits(where, shown);
        if (m_driver->window().size() != size)
            fault(where, u"the window became larger: %1x%2"_s.arg(m_driver->window().width())
                             .arg(m_driver->window().height()));
    });
    report();
}

QTEST_MAIN(TestWalk)
#include "tst_walk.moc"
