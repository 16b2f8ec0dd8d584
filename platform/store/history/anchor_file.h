// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/history/anchor_lines.h"
#include "platform/store/history/journal_notes.h"

#include <mutex>
#include <optional>
#include <vector>

namespace pc::platform {

/// One line by its number, and by what it said.
struct AnchorName
{
    qint64 number = 0; ///< 0: none yet
    QByteArray hash;   ///< of the line, SHA-256
};

/// What stands in an anchor file, as far as anybody asks: its size in memory has nothing to do with the
/// length of the file.
struct AnchorReading
{
    enum class State {
        Missing, ///< no file, or nothing in it
        Whole,
        Damaged ///< a line that this key did not sign, is out of its place or is no record: never a crash
    };
    State state = State::Missing;
    QString why; ///< when damaged, a sentence
    QString path;
    std::optional<AnchorRecord> last; ///< the last line that can be read
    AnchorName end;                   ///< the last whole line
    std::optional<AnchorName> named;  ///< the line that was asked for, as it stands here
    journal_notes::Open journaled;    ///< what is noted of the side journal
    /// Before the line with which somebody last accepted another log: what was remembered before binds no
    /// more.
    AnchorPlace binding;
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
    /// From the first line to the last, once. `named`: a line whose hash is wanted. Every line is chained to
    /// the next by its hash, so the signature of the last one is that of all: one is verified, however many
    /// lines there are.
    [[nodiscard]] static AnchorReading read(const QString &path, const QString &origin, const VerifyKey &key,
                                            const std::optional<AnchorName> &named = {});

    AnchorFile(QString path, QString origin, const SigningKey &key);
    ~AnchorFile();
    AnchorFile(const AnchorFile &) = delete;
    AnchorFile &operator=(const AnchorFile &) = delete;

    /// Goes on after `reading`; a torn end is cut off. False when the file cannot be opened for writing.
    [[nodiscard]] bool open(const AnchorReading &reading);
    /// Renames what is there to `audit-anchor.refused-<time>`, as evidence, and begins an empty one.
    [[nodiscard]] bool beginAnew(const QDateTime &now);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// The last line that is durable.
    [[nodiscard]] AnchorName last() const;
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
    AnchorName m_last;
    qint64 m_lastSize = 0; ///< of the log
    QByteArray m_lastRoot;
};

} // namespace pc::platform
