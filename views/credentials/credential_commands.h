// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"

#include <QObject>

#include <functional>
#include <optional>

namespace pc {
class RandomSource;
}

namespace pc::views {

struct ViewContext;

/// What can be done with a credential: registers the commands once and opens their dialogs for whatever is
/// selected. What is offered is what the service would take (contract/rules/act_refusal.h); why not stands in
/// the tooltip.
class CredentialCommands final : public QObject
{
    Q_OBJECT
public:
    CredentialCommands(const ViewContext &context, RandomSource &random, QWidget *window);

    /// The selected credential, nothing when there is none. Asked at every enabling and run.
    void setSelection(std::function<std::optional<Credential>()> selection)
    {
        m_selection = std::move(selection);
    }
    /// Why its partner gets no new secret now; empty when it may. Asked as the selection is.
    void setHolderRule(std::function<QString()> why) { m_holderRule = std::move(why); }
    [[nodiscard]] static QStringList ids();

Q_SIGNALS:
    /// An act was done; lists follow by the change feed, this only ends the wait.
    void acted();

private:
    void registerAll();
    [[nodiscard]] std::optional<Credential> selected() const;
    void rotate();
    void revoke();
    void grace(bool endNow);
    void suspend(bool resume);
    void copyId();

    const ViewContext &m_context;
    RandomSource &m_random;
    QWidget *m_window;
    std::function<std::optional<Credential>()> m_selection;
    std::function<QString()> m_holderRule;
};

} // namespace pc::views
