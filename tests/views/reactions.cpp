// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/reactions.h"

#include "tests/views/control_uses.h"
#include "tests/views/dump_difference.h"
#include "tests/views/page_line.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/widget_dump.h"
#include "views/shell/page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

namespace pc::test {

using namespace Qt::StringLiterals;

namespace {

/// Of the event loop, each of a millisecond at least: answers arrive, a field is judged (20 ms), a menu is
/// seen and closed. Turns and not a time, as a busy machine makes few of them in one.
constexpr int turns = 40;

/// Whether a pane follows the row in a moment. How much of it passes in so many turns depends on the machine.
bool isDelayed(const QWidget &window)
{
    const QList<QTimer *> timers = window.findChildren<QTimer *>();
    return std::any_of(timers.begin(), timers.end(), [](const QTimer *timer) {
        return timer->isActive() && timer->isSingleShot() && timer->interval() > 20 &&
               timer->interval() < 200;
    });
}

QString nameOf(const QWidget *widget)
{
    const QString name = widgetName(*widget);
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const QString said =
        widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName();
    return said.isEmpty() ? name : name + u" \""_s + said + u'"';
}

/// Notes the menu that a press opens, chooses from it, and closes it: some of Qt's menus run a loop of their
/// own until then.
class MenuWatch
{
public:
    /// `chosen`: which of the enabled entries, -1 for none.
    explicit MenuWatch(int chosen) : m_chosen(chosen)
    {
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            if (QWidget *popup = QApplication::activePopupWidget())
                meet(popup);
        });
        m_timer.start();
    }
    QStringList lines;
    int choices = 0;

private:
    void meet(QWidget *popup)
    {
        QAction *choice = nullptr;
        choices = 0;
        if (auto *menu = qobject_cast<QMenu *>(popup))
            list(menu, {}, &choice);
        else
            lines += pickedFrom(popup);
        if (popup->isVisible())
            popup->close();
        if (choice) {
            lines = {u"  chose "_s + choice->text()};
            m_chosen = -1;
            choice->trigger();
        }
    }
    /// What stands in a panel; of a list of values the second is ticked. A calendar would show today's month.
    static QStringList pickedFrom(QWidget *popup)
    {
        QStringList found{u"  popup: "_s + nameOf(popup)};
        if (!popup->inherits("pc::views::ValuePanel"))
            return found;
        for (const QString &line : widgetDump(*popup))
            found.append(u"    "_s + line);
        for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Down, Qt::Key_Space, Qt::Key_Return})
            if (popup->isVisible())
                QTest::keyClick(popup->focusWidget() ? popup->focusWidget() : popup, key);
        return found;
    }
    void list(QMenu *menu, const QString &path, QAction **choice)
    {
        for (QAction *action : menu->actions()) {
            if (QMenu *inner = action->menu()) {
                Q_EMIT inner->aboutToShow();
                list(inner, path + action->text() + u" > "_s, choice);
                continue;
            }
            if (!action->isSeparator() && action->isEnabled() && choices++ == m_chosen)
                *choice = action;
            const QString tip = action->toolTip() == action->iconText() ? QString() : action->toolTip();
            lines.append(u"  menu: %1%2%3%4%5%6"_s.arg(
                path, action->isSeparator() ? u"–"_s : action->text(),
                action->isEnabled() ? u""_s : u" off"_s,
                !action->isCheckable() ? u""_s
                : action->isChecked()  ? u" [x]"_s
                                       : u" [ ]"_s,
                action->icon().isNull() ? u""_s : u" icon="_s + action->icon().name(),
                tip.isEmpty() ? u""_s : u" tip="_s + tip));
        }
    }
    QTimer m_timer;
    int m_chosen;
};

/// What was asked, without what is drawn at random.
QString askedLine(const SampleService::Asked &asked)
{
    QString line = u"  asks "_s + QString::fromLatin1(asked.method) + u' ' + asked.path;
    for (const auto &[name, value] : asked.query)
        line += u' ' + name + u'=' + value;
    if (!asked.etag.isEmpty())
        line += u" if "_s + QString::fromLatin1(asked.etag);
    if (asked.body.isEmpty())
        return line;
    static const QRegularExpression drawn(u"[A-Za-z0-9+/_=-]{40,}"_s);
    return line + u' ' +
           QString::fromUtf8(QJsonDocument(asked.body).toJson(QJsonDocument::Compact)).replace(drawn, u"…"_s);
}

/// What can be noticed besides the widgets.
struct Outside
{
    qsizetype asked = 0;
    QString place;
    QString clip;
    bool secret = false;
};

/// One scene while it is used.
class Session
{
public:
    explicit Session(const NamedScene &scene) : m_scene(scene) {}
    ~Session() { end(); }
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    QStringList run()
    {
        QStringList lines;
        begin();
        const auto count = m_widgets.size();
        for (qsizetype at = 0; at < count; ++at)
            for (qsizetype use = 0, uses = 1; use < uses; ++use) {
                QWidget *widget = usable(at);
                if (!widget && m_made) { // what was used before took it away
                    end();
                    widget = usable(at);
                }
                if (!widget)
                    continue;
                const QList<ControlUse> all = usesOf(widget);
                uses = all.size();
                if (use < uses)
                    lines += reaction(nameOf(widget) + all[use].how, at, all[use]);
                if (all.first().waitMs > 0 && use + 1 == uses)
                    end(); // what is filtered away cannot be used
            }
        if (m_scene.commands)
            lines += commands();
        end();
        lines += windowKeys();
        lines += asTheShell();
        return lines;
    }

private:
    [[nodiscard]] QWidget *usable(qsizetype at)
    {
        if (!m_made)
            begin();
        QWidget *widget = at < m_widgets.size() ? m_widgets[at].data() : nullptr;
        return widget && widget->isVisible() && widget->isEnabled() ? widget : nullptr;
    }

    void end()
    {
        m_shell.reset(); // a page that is being destroyed says nothing more
        m_made.reset();
    }

    void begin()
    {
        end();
        m_made = m_scene.make();
        m_shell = std::make_unique<QObject>();
        settle(4);
        m_widgets.clear();
        for (QWidget *each : controlsOf(m_made->window()))
            m_widgets.append(each);
        PagesFixture *pages = m_made->pages();
        if (!pages)
            return;
        pages->files.path = m_files.filePath(u"chosen"_s);
        for (const views::Page *page : m_made->window().findChildren<views::Page *>()) { // as the shell does
            QObject::connect(page, &views::Page::navigate, &pages->navigator, &views::Navigator::navigate);
            QObject::connect(page, &views::Page::locationChanged, &pages->navigator,
                             &views::Navigator::replace);
            const auto show = [this, page] { m_status = pageLine(*page); };
            QObject::connect(page, &views::Page::statusChanged, m_shell.get(), show);
            QObject::connect(page, &views::Page::titleChanged, m_shell.get(), show);
            show();
        }
    }

    /// The use itself, and each choice of the menu that it opens.
    QStringList reaction(const QString &name, qsizetype at, const ControlUse &use)
    {
        int choices = 0;
        QStringList lines = observed(
            name, [&] { use.act(m_widgets[at]); }, use.waitMs, -1, &choices);
        const bool chosenFrom = use.how.isEmpty() || use.how == u", menu"_s;
        for (int choice = 0, most = chosenFrom ? choices : 0; choice < most; ++choice)
            if (QWidget *again = usable(at))
                lines += observed(
                    name + u", choice"_s, [&] { use.act(again); }, use.waitMs, choice, &choices);
        return lines;
    }

    QStringList commands()
    {
        QStringList lines;
        end();
        begin();
        const QStringList ids = m_made->pages()->commands.ids();
        for (const QString &id : ids) {
            if (!m_made)
                begin();
            int choices = 0;
            if (m_made->pages()->commands.state(id).enabled)
                lines += observed(
                    u"command "_s + id, [&] { m_made->pages()->commands.run(id); }, 0, -1, &choices);
        }
        return lines;
    }

    /// What the shell does with a page.
    QStringList asTheShell()
    {
        using Act = std::function<void(views::Page &)>;
        const std::pair<QString, Act> acts[] = {
            {u"refresh"_s, &views::Page::refresh},
            {u"restore"_s, [](views::Page &page) { page.restoreState(page.saveState()); }},
            {u"restore nothing"_s, [](views::Page &page) { page.restoreState({}); }},
            {u"focus"_s, &views::Page::focusContent},
            {u"close a layer"_s, [](views::Page &page) { page.closeLayer(); }},
            {u"undo"_s, [](views::Page &page) { page.undo(); }}};
        QStringList lines;
        for (const auto &[name, act] : acts) {
            end();
            begin();
            const QWidget &window = m_made->window();
            auto *page = window.findChild<views::Page *>();
            if (!page || &frontOf(m_made->window()) != &window)
                return lines;
            int choices = 0;
            const Act each = act;
            lines += observed(
                u"page: "_s + name, [&each, page] { each(*page); }, 0, -1, &choices);
        }
        return lines;
    }

    QStringList windowKeys()
    {
        QStringList lines;
        for (const QKeyCombination pressed :
             {QKeyCombination(Qt::Key_Escape), QKeyCombination(Qt::Key_Tab), QKeyCombination(Qt::Key_Return),
              QKeyCombination(Qt::Key_Slash), QKeyCombination(Qt::CTRL, Qt::Key_F)}) {
            if (!m_made)
                begin();
            int choices = 0;
            QWidget &front = frontOf(m_made->window());
            QWidget *target = front.focusWidget() ? front.focusWidget() : &front;
            lines += observed(
                u"key "_s + QKeySequence(pressed).toString(),
                [&] { QTest::keyClick(target, pressed.key(), pressed.keyboardModifiers()); }, 0, -1,
                &choices);
        }
        return lines;
    }

    QStringList observed(const QString &name, const std::function<void()> &act, int waitMs, int chosen,
                         int *choices)
    {
        QStringList lines{name};
        const QPointer<QWidget> front = &frontOf(m_made->window());
        const QStringList before = widgetDump(m_made->window());
        const Outside was = outside();
        const QString status = m_status;
        MenuWatch menus(chosen);
        act();
        if (waitMs > 0)
            QTest::qWait(waitMs);
        settle(turns);
        if (!menus.lines.isEmpty())
            settle(turns); // what the choice brought about
        settleAsked(was.asked);
        lines += menus.lines;
        *choices = menus.choices;
        lines += told(was);
        if (status != m_status)
            lines.append(u"  shell: "_s + m_status);
        const DumpDifference changed(before, widgetDump(m_made->window()));
        lines += changed.lines();
        lines.replaceInStrings(m_files.path(), u"DIR"_s);
        lines.replaceInStrings(u"\n"_s, u" ⏎ "_s); // one line in a file that is read line by line
        const bool moved = was.place != outside().place;
        const bool ticks = m_made->pages() && (m_made->pages()->clipboard.secret || // seconds until it goes
                                               !m_made->pages()->toasts.toasts().isEmpty());
        if (moved || ticks || !menus.lines.isEmpty() || changed.isMuch() ||
            front != &frontOf(m_made->window()))
            end(); // another page, a dialog: the next thing is used in a fresh scene
        return lines;
    }

    /// Until nothing more is asked, and what was asked is shown.
    void settleAsked(qsizetype before)
    {
        for (int round = 0; round < 20; ++round) {
            const qsizetype asked = outside().asked;
            if (asked == before && !isDelayed(m_made->window()))
                return;
            before = asked;
            (void)QTest::qWaitFor([this] { return !isDelayed(m_made->window()); }, 2000);
            settle(turns);
        }
    }

    [[nodiscard]] Outside outside() const
    {
        PagesFixture *pages = m_made->pages();
        if (!pages)
            return {};
        return {pages->service->requests.size(), pages->navigator.current().toString(), pages->clipboard.text,
                pages->clipboard.secret};
    }

    QStringList told(const Outside &was) const
    {
        PagesFixture *pages = m_made->pages();
        if (!pages)
            return {};
        QStringList lines;
        for (const SampleService::Asked &each : pages->service->requests.mid(was.asked))
            lines.append(askedLine(each));
        if (was.place != pages->navigator.current().toString())
            lines.append(u"  goes to "_s + pages->navigator.current().toString());
        if (was.clip != pages->clipboard.text || was.secret != pages->clipboard.secret)
            lines.append(
                u"  copies "_s +
                (pages->clipboard.secret ? u"a secret"_s : pages->clipboard.text.section(u'\n', 0, 1)) +
                (pages->clipboard.html.isEmpty() ? u""_s : u" rich"_s));
        if (QFile file(pages->files.path); file.open(QIODevice::ReadOnly)) {
            const QList<QByteArray> written = file.readAll().split('\n');
            lines.append(u"  writes %1, %2 lines: %3"_s.arg(pages->files.suggestedName)
                             .arg(written.size())
                             .arg(QString::fromUtf8(written.first()).trimmed()));
            file.remove();
        }
        return lines;
    }

    const NamedScene &m_scene;
    QTemporaryDir m_files;
    std::unique_ptr<Scene> m_made;
    std::unique_ptr<QObject> m_shell; ///< hears what its page says
    QString m_status;
    QList<QPointer<QWidget>> m_widgets;
};

} // namespace

QStringList reactionsOf(const NamedScene &scene)
{
    return Session(scene).run();
}

} // namespace pc::test
