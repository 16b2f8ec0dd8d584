// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/access/networks_editor.h"
#include "models/base/item_roles.h"

#include <QAbstractTableModel>

namespace pc::models {

/// The lines of one list of a NetworksEditor, each with what is said of it.
class NetworkTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NetworkColumn, NoteColumn, TimeColumn, RemarkColumn, ColumnCount };
    enum OwnRole {
        GravityRole = FirstOwnRole, ///< Gravity as int
        ProposalRole                ///< text of the network that would mend it
    };
    enum Gravity { Fine, Said, Warned, Refused };

    explicit NetworkTable(NetworksEditor &editor, QObject *parent = nullptr);
    ~NetworkTable() override;
    void setList(const NetworkListName &name);
    [[nodiscard]] const NetworkListName &list() const { return m_name; }
    [[nodiscard]] const QList<NetworkEntry> &entries() const { return m_entries; }
    /// How many lines are as grave as that.
    [[nodiscard]] int count(Gravity gravity) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow();
    [[nodiscard]] QString remarksOf(qsizetype line) const;
    [[nodiscard]] Gravity gravityOf(qsizetype line) const;

    NetworksEditor &m_editor;
    NetworkListName m_name;
    QList<NetworkEntry> m_entries;
    QList<rules::NetworkRemark> m_remarks;
};

} // namespace pc::models
