// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace pc {
class RandomSource;
}

namespace pc::views {

class CredentialSelection;
struct ViewContext;

/// What can be done with a credential: registers the commands once and opens their dialogs for whatever is
/// selected. What is offered is what the service would take (contract/rules/act_refusal.h); why not stands in
/// the tooltip.
class CredentialCommands final : public QObject
{
    Q_OBJECT
public:
    /// `selection` is asked at every enabling and run.
    CredentialCommands(const ViewContext &context, const CredentialSelection &selection, RandomSource &random,
                       QWidget *window);

    [[nodiscard]] static QStringList ids();

Q_SIGNALS:
    /// An act was done; lists follow by the change feed, this only ends the wait.
    void acted();

private:
    void registerAll();
    void rotate();
    void revoke();
    void grace(bool endNow);
    void suspend(bool resume);
    void copyId();

    const ViewContext &m_context;
    const CredentialSelection &m_selection;
    RandomSource &m_random;
    QWidget *m_window;
};

} // namespace pc::views
