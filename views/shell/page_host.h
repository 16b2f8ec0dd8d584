// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/page.h"

#include <QStackedWidget>
#include <functional>
#include <map>

namespace pc::views {

/// Makes pages on first use and shows them. Unknown names show nothing and answer nullptr.
class PageHost final : public QStackedWidget
{
    Q_OBJECT
public:
    using Factory = std::function<Page *(QWidget *parent)>;

    explicit PageHost(QWidget *parent = nullptr);

    void registerPage(const QString &name, Factory factory);
    [[nodiscard]] bool knows(const QString &name) const { return m_factories.count(name) != 0; }
    [[nodiscard]] QStringList names() const; ///< of the registered pages
    Page *open(const Location &location, const QVariantMap &state);
    [[nodiscard]] Page *currentPage() const;
    /// Page::unsavedWork() of all pages that have some, whether they are on show or not.
    [[nodiscard]] QStringList unsavedWork() const;

Q_SIGNALS:
    void pageChanged(pc::views::Page *page);
    void pageTitleChanged();
    void pageStatusChanged();
    void navigateRequested(const pc::views::Location &location);
    void locationRefined(const pc::views::Location &location);

private:
    std::map<QString, Factory> m_factories;
    std::map<QString, Page *> m_pages;
};

} // namespace pc::views
