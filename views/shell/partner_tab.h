// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/page.h"

#include <optional>

namespace pc::views {

/// One tab of the page of a partner. Made when it is first shown; what it does not override is nothing.
class PartnerTab : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// This partner is shown, or another. A tab over the page's own model of the partner sees it there.
    virtual void setPartner(const QString &partnerId) { Q_UNUSED(partnerId) }
    /// What a place or a command asks of it: the parts of the address behind its id (an object), and a query
    /// ("do=issue", "fix=contacts"). It need not be on show.
    virtual void open(const QStringList &args, const QMap<QString, QString> &query)
    {
        Q_UNUSED(args)
        Q_UNUSED(query)
    }
    /// It comes to the front: only now it fetches what only it needs.
    virtual void activate() {}
    /// Fetches that again.
    virtual void refresh() {}
    [[nodiscard]] virtual StatusText statusText() const { return {}; }
    /// How many there are of what it lists; nothing while that is not known. Told by statusChanged().
    [[nodiscard]] virtual std::optional<int> count() const { return {}; }
    /// Puts the focus where work begins; false leaves it to the page.
    virtual bool focusContent() { return false; }
    /// Closes its pane; false when there is none or it is closed.
    virtual bool closeLayer() { return false; }
    [[nodiscard]] virtual QVariantMap saveState() const { return {}; }
    virtual void restoreState(const QVariantMap &state) { Q_UNUSED(state) }
    /// It holds staged edits that are not saved.
    [[nodiscard]] virtual bool isDirty() const { return false; }
    virtual void discard() {}
    [[nodiscard]] virtual bool canUndo() const { return false; }
    /// Takes back the last staged step; false when there is none.
    virtual bool undo() { return false; }

Q_SIGNALS:
    void statusChanged();
    /// Something was done from here that is to be seen: the tab should come to the front.
    void frontRequested();
};

} // namespace pc::views
