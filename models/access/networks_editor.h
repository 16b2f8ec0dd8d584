// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/networks.h"
#include "contract/types/page.h"
#include "models/access/network_changes.h"
#include "models/base/clock.h"

#include <QObject>

#include <optional>

namespace pc::models {

class NetworksModel;

/// Staged edits of a partner's allow-lists. Nothing is sent from here: SaveNetworksFlow does that with edit()
/// and baseEtag().
class NetworksEditor final : public QObject
{
    Q_OBJECT
public:
    /// Follows the partner's rules.
    NetworksEditor(NetworksModel &networks, TimerClock &clock, QObject *parent = nullptr);
    ~NetworksEditor() override;

    /// False until the rules are there.
    [[nodiscard]] bool isReady() const { return m_base.has_value(); }
    [[nodiscard]] const std::optional<Versioned<NetworkRules>> &base() const { return m_base; }
    [[nodiscard]] QString baseEtag() const { return m_base ? m_base->etag : QString(); }
    [[nodiscard]] const NetworkRulesEdit &edit() const { return m_edit; }
    /// Those that saving leads to.
    [[nodiscard]] NetworkRules rules() const;
    [[nodiscard]] bool isDirty() const { return !diff().isEmpty(); }
    /// Somebody else changed them while edits are staged: newerBase() holds theirs until rebase() or
    /// discard().
    [[nodiscard]] bool isStale() const { return m_newer.has_value(); }
    [[nodiscard]] const std::optional<Versioned<NetworkRules>> &newerBase() const { return m_newer; }
    [[nodiscard]] QList<FieldChange> theirChanges() const;

    [[nodiscard]] QList<NetworkEntry> list(const NetworkListName &name) const { return listIn(m_edit, name); }
    [[nodiscard]] QList<rules::NetworkRemark> remarks(const NetworkListName &name) const;
    /// At the end of the list. Those that stand there already are left out; how many came.
    int add(const NetworkListName &name, const QList<NetworkEntry> &entries);
    /// Stored as it is written, where it can be read.
    void setEntry(const NetworkListName &name, qsizetype line, const NetworkEntry &entry);
    void remove(const NetworkListName &name, const QList<int> &lines);
    void setWaiver(const std::optional<NetworkWaiver> &waiver);
    /// Back to the base (the newer one when there is one). undo() brings the edits back.
    void discard();
    /// Takes back the last staged step; on a base that changed meanwhile the former edits are put on top of
    /// it. False when there is no step.
    bool undo();
    [[nodiscard]] bool canUndo() const { return !m_steps.isEmpty(); }
    void forgetSteps();
    /// Puts these edits on top of the newer base.
    void rebase();

    [[nodiscard]] QList<FieldChange> diff() const;
    /// The lists with a line that cannot be saved as it is.
    [[nodiscard]] QList<NetworkListName> faultyLists() const;
    /// Why the waiver cannot be saved; also when it is there without a reason (Required).
    [[nodiscard]] std::optional<rules::FieldFault> waiverFault() const;
    /// More or less is let through, or waived: it needs a reason.
    [[nodiscard]] bool changesReach() const;
    [[nodiscard]] QDateTime now() const { return m_clock.now(); }

Q_SIGNALS:
    /// Base or staged edits changed.
    void changed();

private:
    struct Step
    {
        NetworkRulesEdit base;
        NetworkRulesEdit edit;
    };

    void onRules();
    /// Typing in one field, named by `what`, is one step.
    void stage(NetworkRulesEdit next, const QString &what = {});
    void stage(const NetworkListName &name, const QList<NetworkEntry> &list);

    NetworksModel &m_networks;
    TimerClock &m_clock;
    std::optional<Versioned<NetworkRules>> m_base;
    std::optional<Versioned<NetworkRules>> m_newer;
    NetworkRulesEdit m_edit;
    QList<Step> m_steps;
    QString m_lastStep;
};

} // namespace pc::models
