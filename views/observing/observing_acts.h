// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/observation.h"
#include "views/commands/command_registry.h"

#include <QObject>
#include <QPointer>

#include <utility>

class QWidget;

namespace pc::models {
class ApiListModel;
class ObservationListModel;
} // namespace pc::models

namespace pc::views {

class Toast;
struct ViewContext;

/// What can be done with observations, as commands: buttons and menus of the pages run these too. Lives as
/// long as the window; `context` and the models outlive it.
class ObservingActs final : public QObject
{
    Q_OBJECT
public:
    ObservingActs(const ViewContext &context, models::ObservationListModel &observations,
                  models::ApiListModel &apis, QWidget *window);

    [[nodiscard]] static QString begin();
    [[nodiscard]] static QString report();
    [[nodiscard]] static QString extend();
    [[nodiscard]] static QString enforce();
    [[nodiscard]] static QString again();
    /// About the one that is chosen, for the palette's first section.
    [[nodiscard]] static QStringList contextCommands();

    /// Which one the commands are about, as far as it is known; none while no page is on show that has one.
    void choose(const std::optional<ObservationSummary> &observed);
    [[nodiscard]] const std::optional<ObservationSummary> &chosen() const { return m_chosen; }

private:
    void registerCommands();
    [[nodiscard]] CommandState aboutOneInForce() const;
    [[nodiscard]] CommandState aboutOneThatIsOver() const;
    [[nodiscard]] ObservationDraft onShow() const;
    void openBegin(const ObservationDraft &draft, const QString &name);
    void openExtend();
    void openEnforce();
    void onEnforced(const ObservationSummary &observed);
    void takeBack(const ObservationSummary &observed);
    [[nodiscard]] bool isObservedAgain(const Observation &over) const;
    void withdrawOffers();

    const ViewContext &m_context;
    models::ObservationListModel &m_observations;
    models::ApiListModel &m_apis;
    QWidget *m_window;
    std::optional<ObservationSummary> m_chosen;
    QList<std::pair<QPointer<Toast>, Observation>> m_offers; ///< to observe again what is enforced
};

} // namespace pc::views
