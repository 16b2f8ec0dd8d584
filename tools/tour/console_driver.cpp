// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/tour/console_driver.h"

#include "app/console_app.h"
#include "app/environment_window.h"
#include "app/services.h"
#include "views/commands/command_registry.h"
#include "views/shell/main_window.h"
#include "views/shell/navigator.h"
#include "views/welcome/welcome_window.h"
#include "views/widgets/dialog_frame.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

namespace pc::app {

using namespace Qt::StringLiterals;

void PrivateClipboard::setText(const QString &text, const QString &html)
{
    Q_UNUSED(html)
    m_secret.clear();
    m_text = text;
}

void PrivateClipboard::setSecret(QByteArrayView utf8)
{
    m_text.clear();
    m_secret = Secret::copyOf(utf8);
}

bool PrivateClipboard::clearSecret()
{
    const bool had = !m_secret.isEmpty();
    m_secret.clear();
    return had;
}

void ScriptedFiles::askSave(QWidget *, const QString &, const QString &, const QString &,
                            std::function<void(QString)> done)
{
    done(answer);
}

void ScriptedFiles::askOpen(QWidget *, const QString &, const QString &, std::function<void(QString)> done)
{
    done(answer);
}

ConsoleDriver::ConsoleDriver(QApplication &application, const QString &directory,
                             const QString &platformProgram)
    : m_paths(ConsolePaths::below(directory)), m_settings(m_paths.config + u"/settings.json"_s),
      m_profiles(m_paths.config + u"/profiles.json"_s), m_theme(application)
{
    m_paths.platformProgram = platformProgram;
    m_theme.setAppearance(views::Appearance::Light);
}

ConsoleDriver::~ConsoleDriver() = default;

views::MainWindow &ConsoleDriver::window() const
{
    return m_console->environment()->window();
}

void ConsoleDriver::showFirstRun()
{
    const Services services{m_clock,    m_random, m_secrets,   m_profiles,
                            m_settings, m_theme,  m_clipboard, m_files};
    m_console = std::make_unique<ConsoleApp>(services, m_paths, ConsoleOptions{});
    m_console->start();
}

bool ConsoleDriver::openSample(qint64 auditEvents)
{
    const Services services{m_clock,    m_random, m_secrets,   m_profiles,
                            m_settings, m_theme,  m_clipboard, m_files};
    ConsoleOptions options;
    options.sample = true;
    options.sampleEvents = auditEvents;
    m_console = std::make_unique<ConsoleApp>(services, m_paths, options);
    QString why;
    QObject::connect(m_console.get(), &ConsoleApp::failed, m_console.get(),
                     [&why](const QString &text) { why = text; });
    m_console->start();
    if (!waitFor([this, &why] { return m_console->environment() || !why.isEmpty(); }, u"the main window"_s,
                 180000))
        return false;
    m_console->disconnect(m_console.get());
    return why.isEmpty() || fail(why);
}

void ConsoleDriver::close()
{
    m_console.reset();
}

bool ConsoleDriver::fail(const QString &what)
{
    if (m_failure.isEmpty())
        m_failure = what;
    return false;
}

bool ConsoleDriver::waitFor(const std::function<bool()> &condition, const QString &what, int milliseconds)
{
    return QTest::qWaitFor(condition, milliseconds) || fail(u"waited in vain for "_s + what);
}

QWidget *ConsoleDriver::find(const QString &name)
{
    QWidget *found = nullptr;
    const auto look = [&found, &name] {
        // What lies on top first: dialogs are opened after their window.
        QWidgetList tops = QApplication::topLevelWidgets();
        std::stable_sort(tops.begin(), tops.end(),
                         [](const QWidget *a, const QWidget *b) { return a->isModal() && !b->isModal(); });
        for (QWidget *top : std::as_const(tops)) {
            if (!top->isVisible())
                continue;
            if (top->objectName() == name) {
                found = top;
                return true;
            }
            for (QWidget *widget : top->findChildren<QWidget *>(name)) {
                if (widget->isVisible()) {
                    found = widget;
                    return true;
                }
            }
        }
        return false;
    };
    waitFor(look, u"the control "_s + name);
    return found;
}

bool ConsoleDriver::press(const QString &name)
{
    auto *button = qobject_cast<QAbstractButton *>(find(name));
    if (!button)
        return fail(name + u" is no button"_s);
    if (!waitFor([button] { return button->isEnabled(); }, u"the button "_s + name + u" to be on"_s))
        return false;
    button->click();
    return true;
}

bool ConsoleDriver::type(const QString &name, const QString &text)
{
    QWidget *widget = find(name);
    if (!widget)
        return false;
    if (auto *combo = qobject_cast<QComboBox *>(widget))
        widget = combo->lineEdit();
    widget->setFocus();
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        line->selectAll();
    else if (auto *edit = qobject_cast<QPlainTextEdit *>(widget))
        edit->selectAll();
    else
        return fail(name + u" takes no text"_s);
    QTest::keyClicks(widget, text);
    return true;
}

bool ConsoleDriver::check(const QString &name, bool on)
{
    auto *button = qobject_cast<QAbstractButton *>(find(name));
    if (!button)
        return fail(name + u" cannot be ticked"_s);
    if (button->isChecked() != on)
        button->click();
    return true;
}

bool ConsoleDriver::chooseData(const QString &combo, int data)
{
    auto *box = qobject_cast<QComboBox *>(find(combo));
    if (!box)
        return fail(combo + u" is no choice"_s);
    const int index = box->findData(data);
    if (index < 0)
        return fail(u"%1 does not offer %2"_s.arg(combo).arg(data));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
    return true;
}

bool ConsoleDriver::chooseFirst(const QString &combo)
{
    auto *box = qobject_cast<QComboBox *>(find(combo));
    if (!box || !waitFor([box] { return box->count() > 0; }, u"a choice in "_s + combo))
        return fail(combo + u" is no choice"_s);
    box->setCurrentIndex(0);
    Q_EMIT box->activated(0);
    return true;
}

bool ConsoleDriver::run(const QString &commandId)
{
    views::CommandRegistry &commands = m_console->environment()->commands();
    if (!waitFor([&] { return commands.contains(commandId) && commands.state(commandId).enabled; },
                 u"the command %1 (%2)"_s.arg(commandId, commands.state(commandId).reason)))
        return false;
    return commands.run(commandId);
}

bool ConsoleDriver::go(const QString &location)
{
    m_console->environment()->navigator().navigate(views::Location::parse(location));
    settle(50);
    return true;
}

views::DialogFrame *ConsoleDriver::dialog(const QString &name)
{
    return qobject_cast<views::DialogFrame *>(find(name));
}

bool ConsoleDriver::waitForNoDialog()
{
    return waitFor(
        [] {
            const QWidgetList tops = QApplication::topLevelWidgets();
            return std::none_of(tops.begin(), tops.end(), [](const QWidget *top) {
                return top->isVisible() && qobject_cast<const views::DialogFrame *>(top);
            });
        },
        u"the dialog to close"_s);
}

bool ConsoleDriver::savePicture(const QString &path)
{
    QWidget *base = m_console->environment() ? static_cast<QWidget *>(&window()) : m_console->welcome();
    QPixmap picture = base->grab();
    QPainter painter(&picture);
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top != base && top->isVisible() && qobject_cast<views::DialogFrame *>(top))
            painter.drawPixmap(base->mapFromGlobal(top->mapToGlobal(QPoint(0, 0))), top->grab());
    }
    painter.end();
    return picture.save(path) || fail(u"cannot write "_s + path);
}

void ConsoleDriver::settle(int milliseconds)
{
    QTest::qWait(milliseconds);
}

} // namespace pc::app
