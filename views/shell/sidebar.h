// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/location.h"
#include "views/style/icons.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace pc::views {

class Label;
class NavButton;
class IconLabel;
class WholeLabel;

/// An entry of the sidebar: one for each page that there is, none for what is to come.
struct NavEntry
{
    QString id;    ///< also the page name that makes it current
    QString title; ///< translated
    Icon icon = Icon::None;
    Location location;
    QString section = {};     ///< heading above, translated; empty for the first block
    QStringList alsoFor = {}; ///< further page names that make it current ("partner" for Partners)
};

/// The mark at the foot; its text says the rest.
enum class ConnectionLook { Connecting, Online, Offline };

/// Fixed 208 px column (52 px collapsed): product name, environment, entries, connection and operator at the
/// foot.
class Sidebar final : public QWidget
{
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);

    void addEntry(const NavEntry &entry);
    void setCount(const QString &id, int count,
                  Severity severity = Severity::Neutral); ///< 0 hides the number
    void setCurrentPage(const QString &page);
    void setCollapsed(bool collapsed);
    /// What the person chose.
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    /// The window is narrow: collapsed whatever was chosen, until toggle().
    void setNarrow(bool narrow);
    void toggle();
    [[nodiscard]] QList<NavEntry> entries() const { return m_entries; }
    void setConnection(ConnectionLook state, const QString &text);
    void setOperator(const QString &name, const QString &role);

Q_SIGNALS:
    void navigate(const pc::views::Location &location);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyWidth();

    QList<NavEntry> m_entries;
    QList<NavButton *> m_buttons;
    QList<Label *> m_headings;
    QVBoxLayout *m_nav;
    Label *m_title;
    IconLabel *m_connectionIcon;
    WholeLabel *m_connection;
    WholeLabel *m_operator;
    WholeLabel *m_role;
    QString m_lastSection;
    [[nodiscard]] bool showsIconsOnly() const { return m_collapsed || m_squeezed; }
    bool m_collapsed = false;
    bool m_narrow = false;
    bool m_squeezed = false; ///< narrow, and nobody wanted it open all the same
};

} // namespace pc::views
