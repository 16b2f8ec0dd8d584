// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace pc::platform {

/// A file, whatever it is called.
struct FileId
{
    quint64 device = 0;
    quint64 inode = 0;
    bool operator==(const FileId &) const = default;
};

/// How a file begins, by which one is known again that was copied or emptied, or whose inode was given to
/// another.
struct FileHead
{
    static constexpr qsizetype most = 256;
    qint64 from = 0; ///< its first byte; before that there is a hole: it was emptied while it was written to
    qsizetype size = 0; ///< bytes that it is of
    QByteArray digest;  ///< SHA-256
    bool operator==(const FileHead &) const = default;
};

/// One log that is written to while it is read: forward, by whole lines. It stays open when it is renamed or
/// removed.
class LogFile
{
public:
    /// Lines behind the place, in their order.
    struct Lines
    {
        QList<QByteArray> lines; ///< without line ends; empty ones are left out
        qint64 tooLong = 0;      ///< left out, as they are longer than any access line
        qint64 end = 0;          ///< the place behind them
        bool endsInside = false; ///< of a line that is too long
        [[nodiscard]] bool isEmpty() const { return lines.isEmpty() && tooLong == 0; }
    };

    /// Nullopt when it cannot be read, or is no plain file.
    [[nodiscard]] static std::optional<LogFile> open(const QString &path);

    [[nodiscard]] FileId id() const { return m_id; }
    [[nodiscard]] qint64 size() const;
    /// UTC, of the last write.
    [[nodiscard]] QDateTime writtenAt() const;
    /// Of what was seen of it first.
    [[nodiscard]] const FileHead &head() const { return m_head; }
    /// Whether it begins so.
    [[nodiscard]] bool beginsWith(const FileHead &head) const;

    /// Whether it was emptied, and maybe written again, since it was read.
    [[nodiscard]] bool isAnother() const;
    /// Begins again at its first byte.
    void restart();

    /// Of the first byte that is not dealt with.
    [[nodiscard]] qint64 place() const { return m_place; }
    void setPlace(qint64 place);
    /// At most so many lines and about so many bytes of whole lines. Reads only.
    [[nodiscard]] Lines read(qsizetype mostLines, qint64 mostBytes);
    /// They are dealt with.
    void advance(const Lines &lines);

private:
    struct Descriptor;
    explicit LogFile(std::shared_ptr<Descriptor> file) : m_file(std::move(file)) {}
    [[nodiscard]] QByteArray bytesAt(qint64 place, qint64 most) const;
    [[nodiscard]] qint64 holeEnd() const;
    [[nodiscard]] FileHead headAt(qint64 from, qsizetype size) const;

    std::shared_ptr<Descriptor> m_file;
    FileId m_id;
    FileHead m_head;
    qint64 m_place = 0;
    bool m_isInside = false;
};

} // namespace pc::platform
