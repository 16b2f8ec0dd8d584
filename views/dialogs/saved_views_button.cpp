// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/saved_views_button.h"

#include "models/session/saved_views.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/dialog_frame.h"
#include "views/widgets/form_field.h"
#include "views/widgets/key_cap.h"
#include "views/widgets/line_input.h"
#include "views/widgets/toast.h"

#include <QMenu>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::SavedView;

SavedViewsButton::SavedViewsButton(const ViewContext &context, const QString &page, QWidget *parent)
    : QPushButton(parent), m_context(context), m_page(page)
{
    setObjectName(u"savedViews"_s);
    setText(tr("Views"));
    setIcon(views::icon(Icon::Tag));
    setAccessibleName(tr("Saved views"));
    connect(this, &QPushButton::clicked, this, &SavedViewsButton::openMenu);
}

void SavedViewsButton::remember()
{
    tellFault(m_context.saved->remember(m_page, m_query));
}

void SavedViewsButton::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"savedViewsMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addViews(*menu);
    QAction *keepIt = menu->addAction(views::icon(Icon::Plus), tr("Save this view…"));
    keepIt->setEnabled(!m_query.isEmpty());
    connect(keepIt, &QAction::triggered, this, &SavedViewsButton::askForName);
    addRemovals(*menu);
    addRecent(*menu);
    menu->popup(mapToGlobal(QPoint(0, height() + space::xs)));
}

void SavedViewsButton::addViews(QMenu &menu)
{
    const QList<SavedView> views = m_context.saved->of(m_page);
    for (const SavedView &view : views) {
        QAction *action = menu.addAction(view.name);
        action->setCheckable(true);
        action->setChecked(view.query == m_query);
        action->setToolTip(view.query);
        connect(action, &QAction::triggered, this, [this, query = view.query] { Q_EMIT viewChosen(query); });
    }
    if (!views.isEmpty())
        menu.addSeparator();
}

void SavedViewsButton::addRemovals(QMenu &menu)
{
    const QList<SavedView> views = m_context.saved->of(m_page);
    if (views.isEmpty())
        return;
    QMenu *removals = menu.addMenu(tr("Remove a view"));
    for (const SavedView &view : views)
        connect(removals->addAction(view.name), &QAction::triggered, this,
                [this, view] { takeAway(view.name, view.query); });
}

void SavedViewsButton::addRecent(QMenu &menu)
{
    const QStringList recent = m_context.saved->recent(m_page);
    if (recent.isEmpty())
        return;
    menu.addSection(tr("Asked last"));
    constexpr int most = 8;
    for (const QString &query : recent.mid(0, most)) {
        QAction *action = menu.addAction(menu.fontMetrics().elidedText(query, Qt::ElideRight, 420));
        action->setToolTip(query);
        connect(action, &QAction::triggered, this, [this, query] { Q_EMIT viewChosen(query); });
    }
}

void SavedViewsButton::askForName()
{
    auto *dialog = new DialogFrame(tr("Save this view"), Icon::Tag, 440, window());
    dialog->setObjectName(u"saveViewDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *name = new LineInput(u"viewName"_s);
    name->setMaxLength(80);
    auto *field = new FormField(tr("Name"), name);
    field->setRequired(true);
    field->setRule([name] { return name->value().isEmpty() ? tr("Give it a name.") : QString(); });
    dialog->body()->addWidget(field);
    dialog->addText(tr("One with the same name is replaced. Views are yours, on this computer."));
    dialog->setFirstFocus(name);
    QPushButton *cancel = dialog->addButton(u"cancelButton"_s, tr("Cancel"));
    QPushButton *save = dialog->addButton(u"saveViewButton"_s, tr("Save view"), ButtonKind::Primary);
    dialog->setSafeButton(cancel);
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    const auto act = [this, dialog, name, field] {
        if (!FormField::validateAll({field}))
            return;
        keep(name->value());
        dialog->accept();
    };
    connect(save, &QPushButton::clicked, dialog, act);
    connect(name, &QLineEdit::returnPressed, dialog, act);
    dialog->open();
}

void SavedViewsButton::keep(const QString &name)
{
    const QString fault = m_context.saved->save({m_page, name, m_query});
    if (fault.isEmpty())
        m_context.toasts.show({.text = tr("View “%1” saved").arg(name), .milliseconds = 4000});
    else
        tellFault(fault);
}

void SavedViewsButton::takeAway(const QString &name, const QString &query)
{
    tellFault(m_context.saved->remove(m_page, name));
    m_context.toasts.show({.text = tr("View “%1” removed").arg(name),
                           .actionText = tr("Undo"),
                           .actionKeys = keysText(QKeySequence(Qt::CTRL | Qt::Key_Z)),
                           .action = [this, name, query] {
                               tellFault(m_context.saved->save({m_page, name, query}));
                           }});
}

void SavedViewsButton::tellFault(const QString &fault)
{
    if (!fault.isEmpty())
        m_context.toasts.show({.text = tr("It holds for now, but could not be kept: %1").arg(fault),
                               .severity = Severity::Warn});
}

} // namespace pc::views
