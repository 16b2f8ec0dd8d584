// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/page.h"
#include "views/commands/command_registry.h"

#include <QObject>

#include <optional>

class QWidget;

namespace pc::models {
class CatalogueModel;
}

namespace pc::views {

struct ViewContext;

/// What can be done with scopes and plans, as commands: the page's buttons and menus run these too. Lives as
/// long as the window; `context` and `catalogue` outlive it.
class ScopesActs final : public QObject
{
    Q_OBJECT
public:
    ScopesActs(const ViewContext &context, models::CatalogueModel &catalogue, QWidget *window);

    [[nodiscard]] static QString edit();
    [[nodiscard]] static QString take();
    [[nodiscard]] static QString exportHolders();
    [[nodiscard]] static QString remove();
    [[nodiscard]] static QString addPlan();
    [[nodiscard]] static QString copyPlan();
    [[nodiscard]] static QString editPlan();
    [[nodiscard]] static QString removePlan();
    /// About what is chosen, for the palette's first section.
    [[nodiscard]] static QStringList contextCommands(bool plans);

    /// What the commands are about; both empty while the page is not on show.
    void choose(const QString &scope, const QString &planId);

Q_SIGNALS:
    /// This plan should be shown: it was made.
    void planWanted(const QString &planId);
    void exportWanted();

private:
    void registerCommands();
    [[nodiscard]] std::optional<Versioned<Scope>> scope() const;
    [[nodiscard]] std::optional<Versioned<Plan>> plan() const;
    [[nodiscard]] CommandState aboutScope() const;
    [[nodiscard]] CommandState aboutPlan() const;
    void editScope();
    void takeScope();
    void removeScope();
    void openPlan(const std::optional<Versioned<Plan>> &base, const PlanDraft &draft);
    void undoPlan(const Versioned<Plan> &before, const Versioned<Plan> &after);
    void removeChosenPlan();

    const ViewContext &m_context;
    models::CatalogueModel &m_catalogue;
    QWidget *m_window;
    QString m_scope;
    QString m_planId;
};

} // namespace pc::views
