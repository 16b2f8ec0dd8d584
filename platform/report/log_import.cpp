// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/report/log_import.h"

#include "platform/gateway/access_line.h"
#include "platform/report/report_lines.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds firstImportPause{1};
constexpr std::chrono::seconds longestImportPause{30};

/// The next line, with its line end. A log that was emptied, and whose writer went on at its place, begins
/// with a hole.
QByteArray nextLine(QIODevice &log)
{
    for (;;) {
        QByteArray line = log.readLine(longestAccessLine + 2);
        qsizetype hole = 0;
        while (hole < line.size() && line[hole] == '\0')
            ++hole;
        if (hole == 0)
            return line;
        line.remove(0, hole);
        if (line.isEmpty())
            continue;
        if (!line.endsWith('\n'))
            line += log.readLine(longestAccessLine + 2 - line.size());
        return line;
    }
}

/// What is left of a line that is longer than any access line.
void skipLine(QIODevice &log)
{
    for (;;) {
        const QByteArray part = log.readLine(longestAccessLine);
        if (part.isEmpty() || part.endsWith('\n'))
            return;
    }
}

} // namespace

tl::expected<ReportCounts, QString> LogImport::run(QIODevice &log)
{
    ReportCounts all;
    qint64 read = 0;
    bool isEnd = false;
    while (!isEnd) {
        QList<QByteArray> lines;
        qint64 bytes = 0;
        qint64 tooLong = 0;
        while (lines.size() < ReportLines::most && bytes < ReportLines::mostBytes) {
            QByteArray line = nextLine(log);
            isEnd = line.isEmpty();
            if (isEnd)
                break;
            bytes += line.size();
            if (line.size() > longestAccessLine && !line.endsWith('\n')) {
                ++tooLong;
                skipLine(log);
                continue;
            }
            line = line.trimmed();
            if (!line.isEmpty())
                lines.append(line);
        }
        read += bytes;
        auto counts = report(lines);
        if (!counts)
            return counts;
        counts->malformed += tooLong;
        all += *counts;
        if (!m_pace.told(all, read) && !isEnd)
            return tl::make_unexpected(u"ended before the log was"_s);
    }
    return all;
}

tl::expected<ReportCounts, QString> LogImport::report(const QList<QByteArray> &lines)
{
    const ReportLines report = ReportLines::of(lines);
    ReportCounts counts;
    counts.malformed = report.malformed;
    if (report.ndjson.isEmpty())
        return counts;
    std::chrono::milliseconds waited{0};
    std::chrono::seconds pause = firstImportPause;
    for (;;) {
        const ReportAnswer answer = m_sender.send(report.ndjson);
        switch (answer.verdict()) {
        case ReportAnswer::Verdict::Stored:
            counts += answer.counts;
            return counts;
        case ReportAnswer::Verdict::Smaller: {
            if (lines.size() == 1) {
                ++counts.malformed;
                return counts;
            }
            auto halves = this->report(lines.first(lines.size() / 2));
            auto rest = halves ? this->report(lines.sliced(lines.size() / 2)) : halves;
            if (rest)
                *rest += *halves;
            return rest;
        }
        case ReportAnswer::Verdict::Refused:
            return tl::make_unexpected(answer.fault);
        case ReportAnswer::Verdict::Later:
            break;
        }
        const std::chrono::milliseconds wait =
            std::max(pause, std::min(answer.retryAfter, longestImportPause));
        if (waited >= patience)
            return tl::make_unexpected(answer.fault);
        if (!m_pace.wait(wait))
            return tl::make_unexpected(u"ended before the log was"_s);
        waited += wait;
        pause = std::min(pause * 2, longestImportPause);
    }
}

} // namespace pc::platform
