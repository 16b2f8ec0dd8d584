// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/access_client.h"
#include "client/http/api_error.h"

#include <QAbstractTableModel>

namespace pc::models {

/// Takes one scope out of the grants of several partners: one after the other, each on the version of its
/// grant and with an outcome of its own. A grant that changed meanwhile is read again once.
class TakeScopeRun final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class State {
        Waiting,
        Working,
        Taken,
        NotHeld, ///< any more
        Refused,
        Unknown, ///< whether it was taken: no answer came, and it could not be looked up
        LeftOut  ///< the run was stopped before
    };
    struct Item
    {
        QString partnerId;
        QString name;
        QString remark = {}; ///< "last used …"
        State state = State::Waiting;
        std::optional<client::ApiError> error = {};
    };
    /// ValueRole: name; the remark; State as int.
    enum Column { PartnerColumn, RemarkColumn, StateColumn, ColumnCount };

    TakeScopeRun(client::AccessClient &access, const QString &scope, const QList<Item> &items,
                 QObject *parent = nullptr);
    ~TakeScopeRun() override;

    [[nodiscard]] const QString &scope() const { return m_scope; }
    /// Leaves those out that are not chosen. Only before it starts.
    void choose(const QStringList &partnerIds);
    [[nodiscard]] bool isChosen(int row) const { return m_chosen.contains(m_items.at(row).partnerId); }
    [[nodiscard]] int chosen() const { return static_cast<int>(m_chosen.size()); }
    void start(const QString &reason, const QString &ticket);
    /// The one that is under way ends, the others stay as they are.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_at >= 0 && m_at < m_items.size(); }
    [[nodiscard]] bool isOver() const { return m_at >= m_items.size(); }
    [[nodiscard]] int count(State state) const;
    [[nodiscard]] const Item &itemAt(int row) const { return m_items.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Of the run or one of its items.
    void stateChanged();

private:
    void next();
    void read(bool isRetry);
    void write(const Versioned<Grant> &grant, bool isRetry);
    void lookUp(const client::ApiError &error);
    void settle(State state, const std::optional<client::ApiError> &error = {});
    [[nodiscard]] static QString stateText(State state);

    client::AccessClient &m_access;
    QString m_scope;
    QList<Item> m_items;
    QStringList m_chosen;
    QString m_reason;
    QString m_ticket;
    qsizetype m_at = -1;
    bool m_stopped = false;
    client::Call m_call;
};

} // namespace pc::models
