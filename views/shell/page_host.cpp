// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/page_host.h"

namespace pc::views {

PageHost::PageHost(QWidget *parent) : QStackedWidget(parent)
{
    setObjectName(QStringLiteral("pages"));
}

void PageHost::registerPage(const QString &name, Factory factory)
{
    m_factories[name] = std::move(factory);
}

QStringList PageHost::names() const
{
    QStringList all;
    for (const auto &[name, factory] : m_factories) {
        all.append(name);
    }
    return all;
}

Page *PageHost::currentPage() const
{
    return qobject_cast<Page *>(currentWidget());
}

QStringList PageHost::unsavedWork() const
{
    QStringList all;
    for (const auto &[name, page] : m_pages) {
        if (const QString work = page->unsavedWork(); !work.isEmpty()) {
            all.append(work);
        }
    }
    return all;
}

Page *PageHost::open(const Location &location, const QVariantMap &state)
{
    const auto factory = m_factories.find(location.page);
    if (factory == m_factories.end()) {
        return nullptr;
    }
    Page *&page = m_pages[location.page];
    if (page == nullptr) {
        page = factory->second(this);
        if (page->objectName().isEmpty()) {
            page->setObjectName(QStringLiteral("page.") + location.page);
        }
        addWidget(page);
        Page *made = page;
        const auto whenCurrent = [this, made](void (PageHost::*signal)()) {
            return [this, made, signal] {
                if (made == currentWidget()) {
                    Q_EMIT(this->*signal)();
                }
            };
        };
        connect(page, &Page::titleChanged, this, whenCurrent(&PageHost::pageTitleChanged));
        connect(page, &Page::statusChanged, this, whenCurrent(&PageHost::pageStatusChanged));
        connect(page, &Page::navigate, this, &PageHost::navigateRequested);
        connect(page, &Page::locationChanged, this, [this, made](const Location &refined) {
            if (made == currentWidget()) {
                Q_EMIT locationRefined(refined);
            }
        });
    }
    // The focus of the page that goes waits here; whoever hears of the new page gives it on.
    if (currentWidget() != page && currentWidget() != nullptr &&
        currentWidget()->isAncestorOf(window()->focusWidget())) {
        setFocus(Qt::OtherFocusReason);
    }
    // Current first: what the page announces while opening is about the page on show.
    setCurrentWidget(page);
    page->open(location);
    if (!state.isEmpty()) {
        page->restoreState(state);
    }
    Q_EMIT pageChanged(page);
    return page;
}

} // namespace pc::views
