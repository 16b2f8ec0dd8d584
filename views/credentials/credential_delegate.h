// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/item_paint.h"

namespace pc::views {

class TimeTicker;

/// Cells of the credentials table: a pill only for states that are not the normal one.
class CredentialDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    CredentialDelegate(TimeTicker &ticker, QObject *parent);

    [[nodiscard]] int neededWidth(const QWidget *table, int column) const override;

    /// Scopes in a cell: as many as are shown whole, and how many more there are.
    struct FittingScopes
    {
        QString text;
        QString more; ///< "+2"; empty when all are shown
        int keep = 0; ///< pixels that `more` needs after the text
    };
    /// For \p room pixels; the first one is always there, cut if need be.
    [[nodiscard]] static FittingScopes fittingScopes(const TypeScale &type, const QStringList &scopes,
                                                     int room);

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    [[nodiscard]] static QString graceText(const QString &when);

    TimeTicker &m_ticker;
};

} // namespace pc::views
