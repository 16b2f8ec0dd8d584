// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

namespace pc::app {

class ConsoleDriver;

/// Walks through every page and dialog and writes one picture each: DIR/<name>-light.png and
/// DIR/<name>-dark.png, of a window of that size in logical pixels. False at the first step that did not come
/// (ConsoleDriver::failure() says which).
class Tour final
{
public:
    Tour(ConsoleDriver &driver, QString directory, const QSize &size);

    bool run();
    [[nodiscard]] int pictures() const { return m_pictures; }

private:
    /// Saves what is on the screen in both themes.
    bool shoot(const QString &name);
    bool firstRun();
    bool partners();
    bool onboarding();
    bool partner();
    /// A partner of the sample that has traffic.
    bool busyPartner();
    bool scopesAndPlans();
    /// A file of keys, and who still uses them.
    bool imports();
    bool versions();
    bool credentials();
    /// An API is observed, and enforced again.
    bool observing();
    bool audit();
    bool activity();
    bool states();
    /// Opens a tab of the partner that is shown, and pictures it.
    bool tabShot(const QString &tab, const QString &name);
    /// Opens a dialog by its command, pictures it, and leaves it by Esc.
    bool dialogShot(const QString &commandId, const QString &dialog, const QString &name);

    ConsoleDriver &m_driver;
    QString m_directory;
    QSize m_size;
    int m_pictures = 0;
};

} // namespace pc::app
