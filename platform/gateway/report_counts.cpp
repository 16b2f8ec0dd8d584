// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/report_counts.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct CountedMember
{
    const char16_t *name;
    const char16_t *word;
    qint64 ReportCounts::*count;
};
constexpr std::array countedMembers{
    CountedMember{u"taken", u"taken", &ReportCounts::taken},
    CountedMember{u"known", u"known", &ReportCounts::known},
    CountedMember{u"unknown", u"unknown", &ReportCounts::unknown},
    CountedMember{u"left_out", u"left out", &ReportCounts::leftOut},
    CountedMember{u"malformed", u"malformed", &ReportCounts::malformed},
};

} // namespace

ReportCounts &ReportCounts::operator+=(const ReportCounts &more)
{
    for (const CountedMember &each : countedMembers)
        this->*each.count += more.*each.count;
    return *this;
}

QByteArray jsonOf(const ReportCounts &counts)
{
    QJsonObject json;
    for (const CountedMember &each : countedMembers)
        json.insert(QString::fromUtf16(each.name), counts.*each.count);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<ReportCounts> reportCountsFrom(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ReportCounts counts;
    for (const CountedMember &each : countedMembers) {
        const qint64 count = object.value(QString::fromUtf16(each.name)).toInteger(-1);
        if (count < 0)
            return {};
        counts.*each.count = count;
    }
    return counts;
}

QString sentenceOf(const ReportCounts &counts)
{
    QStringList parts;
    for (const CountedMember &each : countedMembers)
        parts.append(QString::number(counts.*each.count) + u' ' + QString::fromUtf16(each.word));
    return parts.join(u", "_s);
}

} // namespace pc::platform
