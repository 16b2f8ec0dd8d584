// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QMenu;

namespace pc::views {

struct ViewContext;

/// The questions of one page that were kept under a name, and those that were asked last: choose one, keep
/// the present one, take one away (with Undo).
class SavedViewsButton final : public QPushButton
{
    Q_OBJECT
public:
    SavedViewsButton(const ViewContext &context, const QString &page, QWidget *parent = nullptr);

    /// What stands in the page now; empty: nothing to keep.
    void setQuery(const QString &query) { m_query = query; }
    /// The present question was asked for good (not while somebody types): it goes to those asked last.
    void remember();
    void askForName();

Q_SIGNALS:
    void viewChosen(const QString &query);

private:
    void openMenu();
    void addViews(QMenu &menu);
    void addRecent(QMenu &menu);
    void addRemovals(QMenu &menu);
    void keep(const QString &name);
    void takeAway(const QString &name, const QString &query);
    void tellFault(const QString &fault);

    const ViewContext &m_context;
    QString m_page;
    QString m_query;
};

} // namespace pc::views
