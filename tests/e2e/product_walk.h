// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tools/tour/console_driver.h"

#include <functional>

namespace pc::test {

/// Leads through everything that the console shows: the welcome window, every registered page with its tabs,
/// steps and panes, and every dialog that a command opens there. New pages, tabs and commands are found by
/// themselves.
class ProductWalk final
{
public:
    /// Looks at what is on show: `where` says what it is ("partner/credentials, credential.revoke").
    using Visit = std::function<void(const QString &where, QWidget *window)>;

    explicit ProductWalk(app::ConsoleDriver &driver) : m_driver(driver) {}

    /// Before a sample is there.
    void welcome(const Visit &visit);
    /// In the sample, which is open. `withDialogs` false leaves out what commands open.
    void console(const Visit &visit, bool withDialogs = true);
    /// What went wrong on the way itself (a dialog that did not close, a focus that did not come back).
    [[nodiscard]] const QStringList &faults() const { return m_faults; }
    [[nodiscard]] int places() const { return m_places; }
    [[nodiscard]] const QStringList &dialogs() const { return m_dialogs; }

private:
    void look(const QString &where, QWidget *window, const Visit &visit);
    void page(const QString &where, const Visit &visit);
    void rowsOfPage(const QString &where, const Visit &visit);
    void commandsHere(const QString &where, const Visit &visit);
    void command(const QString &id, const QString &where, const Visit &visit);
    void palette(const Visit &visit);
    void secret(const Visit &visit);
    [[nodiscard]] QStringList partnersWorthSeeing() const;

    app::ConsoleDriver &m_driver;
    QStringList m_faults;
    QStringList m_dialogs; ///< command ids whose dialog was seen
    int m_places = 0;
    bool m_withDialogs = true;
};

} // namespace pc::test
