// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/key_hint.h"
#include "views/shell/location.h"
#include "views/widgets/reading_order.h"

#include <QList>
#include <QVariantMap>
#include <QWidget>

namespace pc::views {

/// One part of the path shown in the top bar; a part with a valid location is a button.
struct Crumb
{
    QString text;
    Location location = {};
    friend bool operator==(const Crumb &a, const Crumb &b)
    {
        return a.text == b.text && a.location == b.location;
    }
};

/// What a page contributes to the row at the lower edge.
struct StatusText
{
    QString counts;            ///< "24 of 1,204 partners · 2 filters"
    QString selection;         ///< "1 selected"
    QString freshness;         ///< "Updated 12 s ago"
    QList<KeyHint> hints = {}; ///< "Space peek", "Enter open"
};

/// A page of the main window: made once per registered name, shown for every Location of that name.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Window title part and last crumb, e.g. the partner's name.
    [[nodiscard]] virtual QString title() const = 0;
    /// The path to this page, itself included as the last part; by default the title alone.
    [[nodiscard]] virtual QList<Crumb> breadcrumb() const { return {Crumb{title(), {}}}; }
    [[nodiscard]] virtual StatusText statusText() const { return {}; }
    /// Shows a place. Called for each visit, also when the page is visible already.
    virtual void open(const Location &location) = 0;
    /// What open() and the model cannot know: selection, scroll, open pane. Kept per history entry.
    [[nodiscard]] virtual QVariantMap saveState() const { return {}; }
    virtual void restoreState(const QVariantMap &state) { Q_UNUSED(state) }
    /// Load again (F5). Must keep the place.
    virtual void refresh() {}
    /// Focus when the page is entered; by default the first stop in reading order.
    virtual void focusContent() { focusFirstStop(this); }
    /// Closes the topmost thing of the page that Esc closes (a pane); false when there is none.
    virtual bool closeLayer() { return false; }
    /// Commands about the object shown, for the palette's first section; ids of the registry.
    [[nodiscard]] virtual QStringList contextCommands() const { return {}; }
    /// Takes back the last step that was not saved yet (Ctrl+Z); false when there is none.
    virtual bool undo() { return false; }
    [[nodiscard]] virtual bool canUndo() const { return false; }
    /// What would be lost when the window closes, as a sentence; empty when nothing would.
    [[nodiscard]] virtual QString unsavedWork() const { return {}; }

Q_SIGNALS:
    void titleChanged(); ///< title or breadcrumb
    void statusChanged();
    /// Go somewhere else (a new history entry).
    void navigate(const pc::views::Location &location);
    /// This page refined its own place; the current entry is replaced.
    void locationChanged(const pc::views::Location &location);
};

} // namespace pc::views
