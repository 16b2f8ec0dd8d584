// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/access/networks_editor.h"
#include "models/base/item_roles.h"

#include <QAbstractTableModel>

namespace pc::models {

class SourcesModel;

/// Sources of the last 30 days that a list is about, each with what becomes of it under the staged edits.
class SourceTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// ValueRole: text; text; text; calls; QDateTime; Verdict as int.
    enum Column {
        SourceColumn,
        UserAgentColumn,
        CredentialColumn,
        CallsColumn,
        LastSeenColumn,
        VerdictColumn,
        ColumnCount
    };
    enum OwnRole { VerdictRole = FirstOwnRole };
    enum Verdict {
        NotKnown,     ///< no single address, or its credential is gone
        Passes,       ///< now, and with the edits
        WillPass,     ///< not now, but with the edits
        IsRefused,    ///< now, and with the edits
        WillBeRefused ///< now it passes
    };

    SourceTable(const SourcesModel &sources, const NetworksEditor &editor, QObject *parent = nullptr);
    ~SourceTable() override;
    /// Those of its realm, or of its credential.
    void setList(const NetworkListName &name);
    /// Calls of the partner pass although they would be refused: the verdicts say what would be.
    void setObserved(bool observed);
    [[nodiscard]] const SourceSeen &source(int row) const { return m_rows.at(row).seen; }
    [[nodiscard]] Verdict verdict(int row) const { return m_rows.at(row).verdict; }
    /// How many rows, of all lists, would be refused from the save on; and their calls.
    [[nodiscard]] QList<SourceSeen> refusedFromNowOn() const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        SourceSeen seen;
        Verdict verdict = NotKnown;
        bool operator==(const Row &) const = default;
    };
    void follow();
    [[nodiscard]] Verdict judge(const SourceSeen &seen) const;

    const SourcesModel &m_sources;
    const NetworksEditor &m_editor;
    NetworkListName m_name;
    bool m_observed = false;
    QList<Row> m_rows;
};

/// The networks that a click adds for a source: itself, and the one around it that providers usually give
/// out (24 bits of IPv4, 64 of IPv6). None for what is no address.
[[nodiscard]] QStringList networksFor(const QString &source);
/// What becomes of a source, in words. `observed`: what would, as its calls may pass meanwhile.
[[nodiscard]] QString nameOf(SourceTable::Verdict verdict, bool observed = false);

} // namespace pc::models
