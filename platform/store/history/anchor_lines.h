// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/history/anchor_record.h"

#include <QFile>

namespace pc::platform {

/// A line's end.
struct AnchorPlace
{
    qint64 offset = 0; ///< bytes from the beginning of the file
    qint64 number = 0; ///< of the line; 0: the beginning of the file
    QByteArray hash = anchor_record::noPrevious();
    bool operator==(const AnchorPlace &) const = default;
};

/// The lines of an anchor file (anchor_file.h), one at a time, so that a long file costs no memory. Each must
/// have the number that is next, and the hash of the line before it; signatures are not looked at.
class AnchorLines
{
public:
    explicit AnchorLines(const QString &path, const AnchorPlace &after = {});

    /// Goes to the next line. False at the end, and where something stands that does not belong there. What
    /// has no end yet was being written when the process or the machine died, and is no line.
    [[nodiscard]] bool next();
    [[nodiscard]] const QByteArray &line() const { return m_line; } ///< without its newline
    [[nodiscard]] const anchor_record::Glance &glance() const { return m_glance; }
    [[nodiscard]] const AnchorPlace &place() const { return m_place; } ///< of line()
    /// A sentence; empty when next() came to the end.
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    QFile m_file;
    QByteArray m_line;
    anchor_record::Glance m_glance;
    AnchorPlace m_place;
    QString m_fault;
};

} // namespace pc::platform
