// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/clock.h"
#include "platform/report/report_state.h"

#include <QStringList>

#include <vector>

namespace pc::platform {

/// A log through its rotations: renamed away and made anew, or copied and emptied. Nothing of it is left out
/// that is still in a plain file: what is not dealt with is read from the file that was renamed, from the
/// copy that was made, and, after a pause, from whatever was rotated meanwhile. Something may be read twice.
class LogFollower
{
public:
    /// A file that was rotated away is held so long behind its last growth: its writer learns later that it
    /// has another.
    static constexpr std::chrono::minutes patience{5};

    struct Batch
    {
        FileId file;
        LogFile::Lines lines;
    };

    /// Goes on from `state`; from the beginning of the file when that is empty.
    LogFollower(QString path, ReportState state);

    /// Finds what is new in the directory. Cheap: to be called again and again.
    void look(Moment now);
    /// The oldest lines that are not dealt with.
    [[nodiscard]] std::optional<Batch> next(qsizetype mostLines, qint64 mostBytes);
    void advance(const Batch &batch);

    [[nodiscard]] ReportState state() const;
    /// Bytes that are not dealt with.
    [[nodiscard]] qint64 behind() const;
    /// What went wrong since the last time, each as a sentence without its full stop.
    [[nodiscard]] QStringList takeRemarks();

private:
    struct Followed
    {
        LogFile file;
        qint64 seen = 0; ///< its size
        std::chrono::nanoseconds grownAt{0};
    };
    using Files = std::vector<Followed>;

    void resume(Moment now);
    void restartEmptied(Moment now);
    void adoptRotated(const FileId &log, Moment now);
    void adoptCurrent(Moment now);
    void dropFinished(Moment now);
    [[nodiscard]] std::vector<LogFile> rotated() const;
    [[nodiscard]] std::optional<LogFile> inDirectory(const FileId &id) const;
    [[nodiscard]] std::optional<LogFile> copyOf(const FileHead &head, qint64 place) const;
    [[nodiscard]] bool isFollowed(const FileId &id) const;
    [[nodiscard]] std::optional<FileId> currentId() const;
    static Followed followed(LogFile file, Moment now);

    QString m_path;
    ReportState m_before;
    bool m_isResumed = false;
    Files m_files; ///< oldest first
    QDateTime m_lookedAt;
    std::optional<FileId> m_current; ///< as of then
    QStringList m_remarks;
};

} // namespace pc::platform
