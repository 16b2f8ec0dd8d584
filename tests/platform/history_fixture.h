// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/tx.h"

#include <QByteArray>
#include <QString>

#include <functional>

/// What somebody does to a data directory whose service is stopped.
namespace pc::platform::test {

/// The database as it stands, to be put back later.
class DatabaseCopy
{
public:
    explicit DatabaseCopy(const QString &dataDirectory);
    void putBack() const;

private:
    QString m_file;
    QByteArray m_bytes;
};

/// Changes the database by hand, in one transaction.
void tamper(const QString &dataDirectory, const std::function<void(Tx &)> &act);

/// Writes another actor into event `index` and computes everything again that can be computed without the
/// key: leaves, tree, frontier, search index. Checkpoints go.
void forgeLog(const QString &dataDirectory, qint64 index);

[[nodiscard]] QByteArray anchorBytes(const QString &dataDirectory);
void writeAnchor(const QString &dataDirectory, const QByteArray &bytes);

} // namespace pc::platform::test
