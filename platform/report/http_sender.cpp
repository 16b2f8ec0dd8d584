// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/report/http_sender.h"

#include "platform/gateway/probe_wire.h"

namespace pc::platform {

using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

constexpr qsizetype mostOfReply = 64 * 1024;
constexpr qsizetype longestProblem = 300;

ReportAnswer answerIn(const QByteArray &reply)
{
    ReportAnswer answer;
    const qsizetype end = reply.indexOf("\r\n\r\n");
    const QList<QByteArray> fields = reply.left(end).split('\n');
    if (end < 0 || !reply.startsWith("HTTP/1."))
        return {0, {}, {}, u"what answers is no HTTP service"_s};
    answer.status = fields.constFirst().split(' ').value(1).toInt();
    for (const QByteArray &field : fields) {
        if (field.toLower().startsWith("retry-after:"))
            answer.retryAfter = std::chrono::seconds(field.mid(12).trimmed().toUInt());
    }
    const QByteArray body = reply.mid(end + 4);
    if (answer.status != 200) {
        answer.fault = u"it answered %1: %2"_s.arg(QString::number(answer.status),
                                                   QString::fromUtf8(body.left(longestProblem)).simplified());
    } else if (const auto counts = reportCountsFrom(body)) {
        answer.counts = *counts;
    } else {
        answer.status = 0;
        answer.fault = u"what answers is no platform"_s;
    }
    return answer;
}

} // namespace

ReportAnswer HttpSender::send(const QByteArray &lines)
{
    ProbeWire wire(Steady::now() + limit);
    const auto noAnswer = [&wire] { return ReportAnswer{0, {}, {}, wire.fault()}; };
    const QByteArray host = m_target.url.host(QUrl::FullyEncoded).toLatin1();
    if (!m_target.socket.isEmpty()) {
        if (!wire.connectLocally(m_target.socket))
            return noAnswer();
    } else {
        ProbeWire::Trust trust;
        trust.caFile = m_target.caFile;
        trust.certificateFile = m_target.certificateFile;
        trust.keyFile = m_target.keyFile;
        if (!wire.connect(host, m_target.url.port(443), m_names) || !wire.startTls(host, trust))
            return noAnswer();
    }
    const QByteArray authority =
        m_target.socket.isEmpty() ? m_target.url.authority(QUrl::FullyEncoded).toLatin1() : "localhost";
    const QByteArray header = "POST /gateway/v1/ended HTTP/1.1\r\nHost: " + authority +
                              "\r\nUser-Agent: partner-platform-report\r\nConnection: close\r\nContent-Type: "
                              "application/x-ndjson\r\nContent-Length: " +
                              QByteArray::number(lines.size()) + "\r\n\r\n";
    // What was refused before all of it was sent has an answer, too.
    const bool isSent = wire.write(header) && wire.write(lines);
    const QByteArray reply = wire.readAll(mostOfReply);
    return reply.isEmpty() && !isSent ? noAnswer()
           : reply.isEmpty()          ? ReportAnswer{0, {}, {}, u"it did not answer"_s}
                                      : answerIn(reply);
}

} // namespace pc::platform
