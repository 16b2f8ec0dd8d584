// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/anchor_record.h"

#include <mutex>
#include <vector>

namespace pc::platform {

/// What stands in an anchor file.
struct AnchorReading
{
    enum class State {
        Missing, ///< no file, or nothing in it
        Whole,
        Damaged ///< a line that this key did not sign, is out of its place or is no record: never a crash
    };
    State state = State::Missing;
    QString why; ///< when damaged, a sentence
    std::vector<AnchorRecord> records;
    std::vector<QByteArray> hashes; ///< of the lines, one for each record
    /// Bytes up to the end of the last whole line. What follows was being written when the process or the
    /// machine died, and counts for nothing.
    qint64 wholeBytes = 0;
    /// The key of the log says that one was anchored with it: then a missing file is no beginning. Not told
    /// by the file itself.
    bool keyRemembers = false;
};

/// The append-only file `audit-anchor` beside the key of the audit log: the one memory of how far the log had
/// come that whoever puts back the database does not put back with it. Every line is synced before append()
/// returns. Space for some hundred lines is allocated beforehand, so that a full disk does not stop it.
/// Thread-safe.
class AnchorFile
{
public:
    [[nodiscard]] static QString pathIn(const QString &directory);
    [[nodiscard]] static AnchorReading read(const QString &path, const QString &origin, const VerifyKey &key);

    AnchorFile(QString path, QString origin, const SigningKey &key);
    ~AnchorFile();
    AnchorFile(const AnchorFile &) = delete;
    AnchorFile &operator=(const AnchorFile &) = delete;

    /// Goes on after `reading`; a torn end is cut off. False when the file cannot be opened for writing.
    [[nodiscard]] bool open(const AnchorReading &reading);
    /// Renames what is there to `audit-anchor.refused-<time>`, as evidence, and begins an empty one.
    [[nodiscard]] bool beginAnew(const QDateTime &now);

    [[nodiscard]] const QString &path() const { return m_path; }
    struct Last
    {
        qint64 number = 0; ///< 0: none yet
        QByteArray hash;
    };
    /// The last line that is durable.
    [[nodiscard]] Last last() const;
    /// Written and synced, all with one sync, when this returns true. `number` and `previous` are filled in;
    /// a record without a root is about something beside the log, and repeats size and root of the line
    /// before. After a failure nothing of the lines is left. A file that was removed, replaced, cut or
    /// written by somebody else meanwhile is a failure.
    [[nodiscard]] bool append(std::vector<AnchorRecord> records);

private:
    void reserve();
    [[nodiscard]] bool isInPlace() const;

    const QString m_path;
    const QString m_origin;
    const SigningKey &m_key;
    mutable std::mutex m_mutex;
    int m_file = -1;
    qint64 m_size = 0;
    qint64 m_reserved = 0;
    Last m_last;
    qint64 m_lastSize = 0; ///< of the log
    QByteArray m_lastRoot;
};

} // namespace pc::platform
