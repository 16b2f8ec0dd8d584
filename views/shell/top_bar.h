// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/page.h"
#include "views/style/theme.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace pc::views {

class Badge;
class SearchButton;

/// Back, Forward, breadcrumb, search button, environment pill, activity, appearance.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);

    void setCrumbs(const QList<Crumb> &crumbs);
    void setHistory(bool canGoBack, bool canGoForward);
    void setEnvironment(const QString &name, bool sandbox);
    void setAppearance(Appearance appearance, bool dark);
    /// How much long work is under way, for the button that shows it.
    void setActivity(int underWay);
    /// The shortcut drawn in the search button.
    void setSearchKeys(const QString &keys);

Q_SIGNALS:
    void backRequested();
    void forwardRequested();
    void searchRequested();
    void activityRequested();
    void navigate(const pc::views::Location &location);
    void appearanceChosen(pc::views::Appearance appearance);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showAppearanceMenu();

    QToolButton *m_back;
    QToolButton *m_forward;
    QWidget *m_crumbs;
    QHBoxLayout *m_crumbRow;
    QList<Crumb> m_shownCrumbs;
    SearchButton *m_search;
    Badge *m_environment;
    QToolButton *m_activity;
    Badge *m_underWay; ///< beside that button
    QToolButton *m_appearanceButton;
    Appearance m_appearance = Appearance::System;
};

} // namespace pc::views
