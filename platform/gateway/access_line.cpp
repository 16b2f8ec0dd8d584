// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/access_line.h"

#include "contract/rules/network.h"
#include "contract/rules/text_rule.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr double microsInSecond = 1e6;
/// About 3,000 years: whatever is read stays in the range of every type behind it.
constexpr double latestSecond = 1e11;
constexpr int clientLeft = 499; // nginx' word; Caddy and Envoy write 0

/// A number, or a text that is one.
std::optional<double> numberOf(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    return isNumber && std::isfinite(number) && number >= 0 && number < latestSecond ? std::optional(number)
                                                                                     : std::nullopt;
}

std::optional<qint64> wholeOf(const QJsonValue &value)
{
    const auto number = numberOf(value);
    return number ? std::optional(static_cast<qint64>(*number)) : std::nullopt;
}

std::optional<qint64> microsOf(std::optional<double> seconds)
{
    return seconds ? std::optional(qRound64(*seconds * microsInSecond)) : std::nullopt;
}

/// nginx tells one time for each server that was asked, with `, ` and ` : ` between and `-` for none.
std::optional<qint64> upstreamMicrosOf(const QJsonValue &value)
{
    if (!value.isString())
        return microsOf(numberOf(value));
    std::optional<qint64> sum;
    const QString text = value.toString();
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto micros = microsOf(numberOf(part.endsWith(u',') ? part.chopped(1) : part)))
            sum = sum.value_or(0) + *micros;
    }
    return sum;
}

/// A duration as Go writes it: "1m2.5s", "502.69ms", "842.181µs".
std::optional<qint64> goMicrosOf(const QString &text)
{
    struct Unit
    {
        QStringView name;
        double micros;
    };
    static constexpr std::array units{Unit{u"ns", 1e-3}, Unit{u"µs", 1},  Unit{u"μs", 1},   Unit{u"ms", 1e3},
                                      Unit{u"s", 1e6},   Unit{u"m", 6e7}, Unit{u"h", 3.6e9}};
    double micros = 0;
    QStringView rest = text;
    while (!rest.isEmpty()) {
        qsizetype digits = 0;
        while (digits < rest.size() && (rest[digits].isDigit() || rest[digits] == u'.'))
            ++digits;
        bool isNumber = false;
        const double number = rest.first(digits).toDouble(&isNumber);
        rest = rest.sliced(digits);
        const auto *const unit = std::find_if(
            units.begin(), units.end(), [rest](const Unit &each) { return rest.startsWith(each.name); });
        if (!isNumber || unit == units.end())
            return {};
        micros += number * unit->micros;
        rest = rest.sliced(unit->name.size());
    }
    return text.isEmpty() || micros >= latestSecond * microsInSecond ? std::nullopt
                                                                     : std::optional(qRound64(micros));
}

/// Whatever a configuration says: a query is never read.
QString pathOf(const QString &text)
{
    const qsizetype end = text.indexOf(u'?');
    return end < 0 ? text : text.first(end);
}

QString sourceText(const QString &text)
{
    const QByteArray bytes = text.toLatin1();
    const auto address = pc::rules::addressOf({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    return address ? pc::rules::toText(*address) : QString();
}

/// The first of a field that came several times: it is the gateway's own, the others an API's.
QString firstOf(const QString &field)
{
    return field.section(u',', 0, 0).trimmed();
}

/// False: what stands in the place of a decision is none.
bool takeDecision(AccessLine &line, const QString &text)
{
    line.decisionId = firstOf(text);
    return line.decisionId.isEmpty() || pc::rules::matchesWhole(u"dec_[0-9A-Za-z]{1,32}"_s, line.decisionId);
}

bool takeTime(AccessLine &line, const QJsonValue &seconds)
{
    const auto at = numberOf(seconds);
    if (at)
        line.at = QDateTime::fromMSecsSinceEpoch(qRound64(*at * 1000), Qt::UTC);
    return at.has_value();
}

bool takeStatus(AccessLine &line, const QJsonValue &value)
{
    const qint64 status = wholeOf(value).value_or(-1);
    if (status < 0 || status >= 1000)
        return false;
    line.status = status == 0 ? clientLeft : static_cast<int>(status);
    return true;
}

std::optional<qint64> microsOfMilliseconds(const QJsonValue &value)
{
    const auto number = numberOf(value);
    return number ? microsOf(*number / 1000) : std::nullopt;
}

/// Envoy says when a request began, and milliseconds.
bool takeEnvoyTimes(AccessLine &line, const QJsonObject &json)
{
    if (!takeTime(line, json.value("started"_L1)))
        return false;
    line.totalMicros = microsOfMilliseconds(json.value("request_ms"_L1));
    line.at = line.at.addMSecs(line.totalMicros.value_or(0) / 1000);
    line.upstreamMicros = microsOfMilliseconds(json.value("upstream_ms"_L1));
    return true;
}

bool takeNginxTimes(AccessLine &line, const QJsonObject &json)
{
    line.totalMicros = microsOf(numberOf(json.value("request_time"_L1)));
    line.upstreamMicros = upstreamMicrosOf(json.value("upstream_time"_L1));
    return takeTime(line, json.value("at"_L1));
}

std::optional<AccessLine> readShipped(const QJsonObject &json)
{
    AccessLine line;
    if (!(json.contains("started"_L1) ? takeEnvoyTimes(line, json) : takeNginxTimes(line, json)) ||
        !takeStatus(line, json.value("status"_L1)) ||
        !takeDecision(line, json.value("decision_id"_L1).toString()))
        return {};
    line.requestId = json.value("request_id"_L1).toString();
    line.bytesSent = wholeOf(json.value("bytes_sent"_L1));
    line.method = json.value("method"_L1).toString();
    line.path = pathOf(json.value("path"_L1).toString());
    line.source = sourceText(json.value("source"_L1).toString());
    return line;
}

/// `user_id` is decision, request, "asked" when the API was, and how long it took, with bars between.
std::optional<AccessLine> readCaddy(const QJsonObject &json)
{
    AccessLine line;
    const QStringList told = json.value("user_id"_L1).toString().split(u'|');
    if (!takeTime(line, json.value("ts"_L1)) || !takeStatus(line, json.value("status"_L1)) ||
        !takeDecision(line, told.value(0)))
        return {};
    line.requestId = firstOf(told.value(1));
    line.bytesSent = wholeOf(json.value("size"_L1));
    line.totalMicros = microsOf(numberOf(json.value("duration"_L1)));
    if (told.value(2) == u"asked"_s)
        line.upstreamMicros = goMicrosOf(told.value(3));
    const QJsonObject request = json.value("request"_L1).toObject();
    line.method = request.value("method"_L1).toString();
    line.path = pathOf(request.value("uri"_L1).toString());
    line.source = sourceText(request.value("remote_ip"_L1).toString());
    return line;
}

} // namespace

std::optional<AccessLine> readAccessLine(QByteArrayView line)
{
    if (line.size() > longestAccessLine)
        return {};
    // A path may hold bytes that are no UTF-8, and nginx writes them as they are.
    const QJsonDocument document = QJsonDocument::fromJson(QString::fromUtf8(line).toUtf8());
    if (!document.isObject())
        return {};
    const QJsonObject json = document.object();
    return json.value("request"_L1).isObject() ? readCaddy(json) : readShipped(json);
}

QByteArray jsonOf(const AccessLine &line)
{
    QJsonObject json{{u"at"_s, static_cast<double>(line.at.toMSecsSinceEpoch()) / 1000},
                     {u"status"_s, line.status}};
    const auto text = [&json](const QString &name, const QString &value) {
        if (!value.isEmpty())
            json.insert(name, value);
    };
    const auto seconds = [&json](const QString &name, std::optional<qint64> micros) {
        if (micros)
            json.insert(name, static_cast<double>(*micros) / microsInSecond);
    };
    text(u"decision_id"_s, line.decisionId);
    text(u"request_id"_s, line.requestId);
    text(u"method"_s, line.method);
    text(u"path"_s, line.path);
    text(u"source"_s, line.source);
    if (line.bytesSent)
        json.insert(u"bytes_sent"_s, *line.bytesSent);
    seconds(u"request_time"_s, line.totalMicros);
    seconds(u"upstream_time"_s, line.upstreamMicros);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace pc::platform
