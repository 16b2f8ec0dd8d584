// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/report/log_follower.h"
#include "platform/report/report_sender.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <deque>

namespace pc::platform::test {

/// A directory with a log in it, and what happens to logs.
struct LogFixture
{
    QTemporaryDir dir;
    ManualClock clock{instantOf(QDateTime::currentDateTimeUtc())}; // files have the time of this machine

    [[nodiscard]] QString path(const QString &name = QStringLiteral("access.log")) const
    {
        return dir.filePath(name);
    }
    /// A line as the gateway writes it, about the decision of that number.
    [[nodiscard]] static QByteArray line(int number)
    {
        return R"({"at":1796105617.830,"decision_id":"dec_)" + QByteArray::number(number) +
               R"(","status":"200","path":"/api"})";
    }
    void append(const QByteArray &bytes, const QString &name = QStringLiteral("access.log")) const
    {
        QFile file(path(name));
        const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write(bytes) >= 0;
        Q_ASSERT(isWritten);
    }
    void write(int first, int last, const QString &name = QStringLiteral("access.log")) const
    {
        for (int i = first; i <= last; ++i)
            append(line(i) + '\n', name);
    }
    void rename(const QString &from, const QString &to) const
    {
        const bool isRenamed = QFile::rename(path(from), path(to));
        Q_ASSERT(isRenamed);
    }
    void remove(const QString &name) const { QFile::remove(path(name)); }
    /// logrotate's copytruncate.
    void copyAndEmpty(const QString &copy) const
    {
        const bool isCopied = QFile::copy(path(), path(copy));
        Q_ASSERT(isCopied);
        QFile::resize(path(), 0);
    }
    /// Numbers of the decisions in these lines, as a text.
    [[nodiscard]] static QString numbersIn(const QByteArray &lines)
    {
        QStringList numbers;
        for (qsizetype at = lines.indexOf("dec_"); at >= 0; at = lines.indexOf("dec_", at + 1))
            numbers.append(QString::fromLatin1(lines.mid(at + 4, lines.indexOf('"', at) - at - 4)));
        return numbers.join(u' ');
    }
};

/// A service whose answers are written before, and that keeps what it was told; 200 when nothing is written.
class ScriptedSender final : public ReportSender
{
public:
    std::deque<ReportAnswer> answers;
    QList<QByteArray> reports;

    ReportAnswer send(const QByteArray &lines) override
    {
        reports.append(lines);
        ReportAnswer answer{200, {}, {}, {}};
        if (!answers.empty()) {
            answer = answers.front();
            answers.pop_front();
        }
        if (answer.status == 200)
            answer.counts.taken = lines.count('\n');
        return answer;
    }
};

} // namespace pc::platform::test
