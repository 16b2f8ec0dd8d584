// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/page.h"

namespace pc::views {

/// One tab of the page of a partner. Made when it is first shown; what it does not override is nothing.
class PartnerTab : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Another partner is shown. A tab over the page's own model of the partner sees it there.
    virtual void setPartner(const QString &partnerId) { Q_UNUSED(partnerId) }
    /// It comes to the front: only now it fetches what only it needs.
    virtual void activate() {}
    /// Fetches that again.
    virtual void refresh() {}
    [[nodiscard]] virtual StatusText statusText() const { return {}; }
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
};

} // namespace pc::views
