// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/report/log_follower.h"

#include "contract/rules/text_rule.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <sys/stat.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int slackSeconds = 2; ///< of a file system's times

std::optional<FileId> idOf(const QString &path)
{
    struct stat info
    {
    };
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    return FileId{info.st_dev, info.st_ino};
}

/// Whether this is what a rotation calls the log: "access.log.1", "access.log-20261201" (logrotate),
/// "access-2026-12-01T05-58-01.000.log" (Caddy). Not what was compressed.
bool isRotatedName(const QString &name, const QFileInfo &log)
{
    if (pc::rules::matchesWhole(u".*\\.(gz|xz|bz2|zst|lz4)"_s, name))
        return false;
    if (name.startsWith(log.fileName()))
        return pc::rules::matchesWhole(u"[.-][0-9][0-9A-Za-z_.:-]*"_s, name.mid(log.fileName().size()));
    const QString stem = log.completeBaseName();
    const QString suffix = log.suffix().isEmpty() ? QString() : QString(u'.' + log.suffix());
    return name.startsWith(stem) && name.endsWith(suffix) && name.size() > stem.size() + suffix.size() &&
           pc::rules::matchesWhole(u"-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9.-]+"_s,
                                   name.mid(stem.size(), name.size() - stem.size() - suffix.size()));
}

} // namespace

LogFollower::LogFollower(QString path, ReportState state)
    : m_path(std::move(path)), m_before(std::move(state)), m_lookedAt(m_before.at)
{
}

void LogFollower::look(Moment now)
{
    if (!m_isResumed)
        resume(now);
    restartEmptied(now);
    adoptCurrent(now);
    dropFinished(now);
    m_lookedAt = toDateTime(now.wall);
    m_current = currentId();
}

LogFollower::Followed LogFollower::followed(LogFile file, Moment now)
{
    const qint64 size = file.size();
    return {std::move(file), size, now.steady};
}

void LogFollower::resume(Moment now)
{
    m_isResumed = true;
    for (const ReportState::Place &each : std::as_const(m_before.places)) {
        std::optional<LogFile> file = inDirectory(each.file);
        if (file && (!file->beginsWith(each.head) || file->size() < each.place))
            file.reset(); // emptied, or another that got its inode
        if (!file)
            file = copyOf(each.head, each.place);
        if (file) {
            file->setPlace(each.place);
            m_files.push_back(followed(std::move(*file), now));
        } else if (!each.isWhole) {
            m_remarks.append(
                u"a log that was rotated away is gone: what it held behind byte %1 is not reported (import it)"_s
                    .arg(each.place));
        }
    }
}

void LogFollower::restartEmptied(Moment now)
{
    const auto firstEmptied = std::stable_partition(
        m_files.begin(), m_files.end(), [](const Followed &each) { return !each.file.isAnother(); });
    Files emptied(std::make_move_iterator(firstEmptied), std::make_move_iterator(m_files.end()));
    m_files.erase(firstEmptied, m_files.end());
    for (Followed &each : emptied) {
        if (auto copy = copyOf(each.file.head(), each.file.place())) {
            copy->setPlace(each.file.place());
            m_files.push_back(followed(std::move(*copy), now));
        }
        adoptRotated(each.file.id(), now);
        each.file.restart();
        m_files.push_back(std::move(each));
    }
}

/// What was rotated away since the last look, but for the log itself.
void LogFollower::adoptRotated(const FileId &log, Moment now)
{
    if (!m_lookedAt.isValid())
        return;
    for (LogFile &file : rotated()) {
        const bool isNew = file.writtenAt() >= m_lookedAt.addSecs(-slackSeconds);
        if (isNew && file.id() != log && !isFollowed(file.id()))
            m_files.push_back(followed(std::move(file), now));
    }
}

void LogFollower::adoptCurrent(Moment now)
{
    const auto id = currentId();
    if (!id || isFollowed(*id))
        return;
    std::optional<LogFile> current = LogFile::open(m_path);
    if (!current || isFollowed(current->id()))
        return;
    adoptRotated(current->id(), now); // it may not be the only one since
    m_files.push_back(followed(std::move(*current), now));
}

void LogFollower::dropFinished(Moment now)
{
    const auto id = currentId();
    for (Followed &each : m_files) {
        const qint64 size = each.file.size();
        if (size != each.seen)
            each.grownAt = now.steady;
        each.seen = size;
    }
    std::erase_if(m_files, [&](Followed &each) {
        const bool isQuiet = now.steady - each.grownAt > patience;
        if (!isQuiet || (id && *id == each.file.id()))
            return false;
        return each.file.read(1, 1).end == each.file.place(); // what is left is no line
    });
}

std::vector<LogFile> LogFollower::rotated() const
{
    const QFileInfo log(m_path);
    std::vector<LogFile> files;
    const QStringList names = log.dir().entryList(QDir::Files | QDir::NoSymLinks | QDir::Hidden);
    for (const QString &name : names) {
        if (!isRotatedName(name, log))
            continue;
        if (auto file = LogFile::open(log.dir().filePath(name)))
            files.push_back(std::move(*file));
    }
    std::stable_sort(files.begin(), files.end(), [](const LogFile &left, const LogFile &right) {
        return left.writtenAt() < right.writtenAt();
    });
    return files;
}

std::optional<LogFile> LogFollower::inDirectory(const FileId &id) const
{
    const QDir directory = QFileInfo(m_path).dir();
    const QStringList names = directory.entryList(QDir::Files | QDir::NoSymLinks | QDir::Hidden);
    for (const QString &name : names) {
        const QString path = directory.filePath(name);
        if (idOf(path) != id)
            continue;
        if (auto file = LogFile::open(path); file && file->id() == id)
            return file;
    }
    return {};
}

std::optional<LogFile> LogFollower::copyOf(const FileHead &head, qint64 place) const
{
    if (head.size == 0)
        return {};
    for (LogFile &file : rotated()) {
        if (!isFollowed(file.id()) && file.size() >= place && file.beginsWith(head))
            return std::move(file);
    }
    return {};
}

bool LogFollower::isFollowed(const FileId &id) const
{
    return std::any_of(m_files.begin(), m_files.end(),
                       [&id](const Followed &each) { return each.file.id() == id; });
}

std::optional<FileId> LogFollower::currentId() const
{
    return idOf(m_path);
}

std::optional<LogFollower::Batch> LogFollower::next(qsizetype mostLines, qint64 mostBytes)
{
    for (Followed &each : m_files) {
        while (each.file.size() > each.file.place()) {
            const LogFile::Lines lines = each.file.read(mostLines, mostBytes);
            // Emptied under our eyes: the next look sees to it.
            if (lines.end == each.file.place() || each.file.isAnother())
                break;
            if (!lines.isEmpty())
                return Batch{each.file.id(), lines};
            each.file.advance(lines);
        }
    }
    return {};
}

void LogFollower::advance(const Batch &batch)
{
    for (Followed &each : m_files) {
        if (each.file.id() == batch.file)
            each.file.advance(batch.lines);
    }
}

ReportState LogFollower::state() const
{
    ReportState state;
    state.at = m_lookedAt;
    for (const Followed &each : m_files)
        state.places.append({each.file.id(), each.file.head(), each.file.place(),
                             each.file.id() != m_current && each.file.place() == each.file.size()});
    return state;
}

qint64 LogFollower::behind() const
{
    qint64 bytes = 0;
    for (const Followed &each : m_files)
        bytes += std::max<qint64>(each.file.size() - each.file.place(), 0);
    return bytes;
}

QStringList LogFollower::takeRemarks()
{
    return std::exchange(m_remarks, {});
}

} // namespace pc::platform
