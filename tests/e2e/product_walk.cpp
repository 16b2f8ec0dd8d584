// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/product_walk.h"

#include "app/console_app.h"
#include "app/environment_window.h"
#include "models/base/item_roles.h"
#include "tools/tour/main_job.h"
#include "views/commands/command_palette.h"
#include "views/commands/command_registry.h"
#include "views/seams/partner_places.h"
#include "views/shell/main_window.h"
#include "views/shell/navigator.h"
#include "views/welcome/welcome_window.h"
#include "views/widgets/dialog_frame.h"
#include "views/widgets/reading_order.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"
#include "views/widgets/underline_tabs.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

namespace pc::test {

using namespace Qt::StringLiterals;
using views::DialogFrame;
using views::PcTableView;

namespace {

DialogFrame *openDialog()
{
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops)
        if (auto *dialog = qobject_cast<DialogFrame *>(top); dialog && dialog->isVisible())
            return dialog;
    return nullptr;
}

} // namespace

void ProductWalk::look(const QString &where, QWidget *window, const Visit &visit)
{
    ++m_places;
    QTest::qWait(60); // layouts, and answers that are on their way
    visit(where, window);
}

void ProductWalk::welcome(const Visit &visit)
{
    views::WelcomeWindow *window = m_driver.console().welcome();
    look(u"welcome"_s, window, visit);
    views::ErrorInfo failed;
    failed.what = QString(u"The sample could not be prepared, and this is told at length. "_s).repeated(5);
    failed.remedy = QString(u"Free some space on the disk and try again. "_s).repeated(5);
    window->showFailure(failed);
    look(u"welcome, failed"_s, window, visit);
    window->showStarting(true);
    look(u"welcome, starting"_s, window, visit);
    window->showChoices();
    m_driver.press(u"connectCardButton"_s);
    look(u"welcome, connect"_s, window, visit);
    m_driver.press(u"connectButton"_s);
    look(u"welcome, connect, with messages"_s, window, visit);
    m_driver.press(u"backButton"_s);
}

void ProductWalk::console(const Visit &visit, bool withDialogs)
{
    m_withDialogs = withDialogs;
    views::MainWindow &window = m_driver.window();
    const QStringList names = window.pages()->names();
    for (const QString &name : names) {
        if (name == views::places::partner)
            continue;
        m_driver.go(u"console://env/"_s + name);
        page(name, visit);
        rowsOfPage(name, visit);
        commandsHere(name, visit);
    }
    for (int step = 1; step <= 7; ++step) {
        m_driver.go(u"console://env/%1/%2"_s.arg(views::places::onboarding).arg(step));
        page(u"onboarding, step %1"_s.arg(step), visit);
        if (auto *next = window.findChild<QAbstractButton *>(u"stepNext"_s); next && step < 7) {
            next->click(); // and with whatever is wrong said
            look(u"onboarding, step %1, with messages"_s.arg(step), &window, visit);
        }
    }
    for (const QString &id : partnersWorthSeeing()) {
        m_driver.go(u"console://env/%1/%2"_s.arg(views::places::partner, id));
        auto *tabs = m_driver.find<views::UnderlineTabs>(u"partnerPageTabs"_s);
        for (int i = 0; tabs && i < tabs->count(); ++i) {
            const QString tab = tabs->tabId(i);
            m_driver.go(u"console://env/%1/%2/%3"_s.arg(views::places::partner, id, tab));
            m_driver.settle(250);
            page(u"partner/"_s + tab, visit);
            rowsOfPage(u"partner/"_s + tab, visit);
            commandsHere(u"partner/"_s + tab, visit);
        }
    }
    palette(visit);
    if (withDialogs)
        secret(visit);
}

QStringList ProductWalk::partnersWorthSeeing() const
{
    m_driver.go(u"console://env/partners"_s);
    auto *table = m_driver.find<PcTableView>(u"partnerTable"_s);
    QStringList ids;
    if (!table || !m_driver.waitFor([table] { return table->model()->rowCount() > 0; }, u"partners"_s))
        return ids;
    for (const QString &name : {u"Cobalt Harbour Freight"_s, QString()}) {
        const auto found =
            table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchStartsWith);
        if (!found.isEmpty())
            ids.append(found.constFirst().data(models::IdRole).toString());
    }
    ids.removeDuplicates();
    return ids;
}

void ProductWalk::page(const QString &where, const Visit &visit)
{
    m_driver.settle(150);
    if (!m_driver.window().isActiveWindow())
        m_driver.window().activateWindow();
    if (!QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }, 1000))
        m_faults.append(where + u": the focus is nowhere"_s);
    look(where, &m_driver.window(), visit);
}

/// Every table of the page: its first rows one after the other, each with its pane, and what the commands
/// open there.
void ProductWalk::rowsOfPage(const QString &where, const Visit &visit)
{
    const auto *current = m_driver.window().pages()->currentPage();
    const QList<PcTableView *> tables = current->findChildren<PcTableView *>();
    for (PcTableView *table : tables) {
        if (!table->isVisible() || !table->model() || table->model()->rowCount() == 0)
            continue;
        const int rows =
            table->objectName() == "credentialsTable"_L1 ? std::min(8, table->model()->rowCount()) : 1;
        for (int row = 0; row < rows; ++row) {
            table->setFocus();
            table->setCurrentIndex(table->model()->index(row, 0));
            if (row == 0) {
                QTest::keyClick(table, Qt::Key_Space);
                m_driver.settle(350);
                look(where + u", pane"_s, &m_driver.window(), visit);
                const qsizetype before = views::tabStops(&m_driver.window()).size();
                QTest::keyClick(&m_driver.window(), Qt::Key_Escape);
                const qsizetype after = views::tabStops(&m_driver.window()).size();
                if (after > before)
                    m_faults.append(where + u": Esc did not close the pane"_s);
            }
            commandsHere(where + u", row %1"_s.arg(row), visit);
        }
    }
}

void ProductWalk::commandsHere(const QString &where, const Visit &visit)
{
    if (!m_withDialogs)
        return;
    const views::CommandRegistry &commands = m_driver.console().environment()->commands();
    const QStringList ids = commands.ids();
    for (const QString &id : ids) {
        const views::Command *command = commands.find(id);
        // An ellipsis says that it opens a dialog.
        if (command && command->title.endsWith(QChar(0x2026)) && !m_dialogs.contains(id) &&
            commands.state(id).enabled && id != "palette.open"_L1 && id != "environment.switch"_L1)
            this->command(id, where, visit);
    }
}

void ProductWalk::command(const QString &id, const QString &where, const Visit &visit)
{
    views::MainWindow &window = m_driver.window();
    const auto location = m_driver.console().environment()->navigator().current();
    QList<QWidget *> stops = views::tabStops(window.pages()->currentPage());
    if (stops.size() < 2)
        return;
    QPointer<QWidget> opener = stops.at(stops.size() / 2);
    opener->setFocus();
    m_driver.console().environment()->commands().run(id);
    QTest::qWait(100);
    DialogFrame *dialog = openDialog();
    if (!dialog) {
        if (m_driver.console().environment()->navigator().current() != location)
            m_driver.console().environment()->navigator().navigate(
                location); // it led to a page: that is walked too
        return;
    }
    m_dialogs.append(id);
    m_driver.settle(200);
    look(where + u", "_s + id, dialog, visit);
    // Something in the window takes the focus meanwhile, as a load that ends may: only the dialog knows the
    // place.
    stops.constFirst()->setFocus();
    QTest::keyClick(dialog, Qt::Key_Escape);
    if (!QTest::qWaitFor([] { return openDialog() == nullptr; }, 3000)) {
        m_faults.append(id + u": Esc did not close it"_s);
        openDialog()->done(QDialog::Rejected);
    }
    window.activateWindow(); // a window system does, the platform of the tests does not
    // What the command itself led away from is not returned to.
    if (opener && opener->isVisible() &&
        !QTest::qWaitFor([&opener] { return QApplication::focusWidget() == opener; }, 1000))
        m_faults.append(u"%1: the focus went to %2 instead of %3"_s.arg(
            id, QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : u"nobody"_s,
            opener->objectName()));
}

void ProductWalk::palette(const Visit &visit)
{
    views::MainWindow &window = m_driver.window();
    m_driver.go(u"console://env/partners"_s);
    m_driver.settle(200);
    QList<QWidget *> stops = views::tabStops(window.pages()->currentPage());
    QPointer<QWidget> before = stops.at(stops.size() / 2);
    before->setFocus();
    window.commandPalette()->openWith();
    look(u"palette"_s, window.commandPalette(), visit);
    QTest::keyClick(window.commandPalette()->input(), Qt::Key_Escape);
    if (window.commandPalette()->isVisible() || QApplication::focusWidget() != before)
        m_faults.append(u"the palette did not give the focus back"_s);
}

/// The dialog that shows a secret stands behind an act.
void ProductWalk::secret(const Visit &visit)
{
    if (!m_driver.run(u"partner.new"_s) ||
        !m_driver.go(u"console://env/%1/1"_s.arg(views::places::onboarding)) ||
        !app::job::onboard(m_driver, u"Walkers Freight"_s, u"walk"_s) ||
        !m_driver.dialog(u"secretDialog"_s)) {
        m_faults.append(m_driver.failure());
        return;
    }
    look(u"secret"_s, m_driver.dialog(u"secretDialog"_s), visit);
    QByteArray secret;
    if (!app::job::takeSecret(m_driver, nullptr, &secret))
        m_faults.append(m_driver.failure());
    m_driver.window().activateWindow();
    if (!QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }, 2000))
        m_faults.append(u"after the secret the focus is nowhere"_s);
}

} // namespace pc::test
