// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/report/report_state.h"

#include "contract/codec/time_text.h"
#include "platform/data_dir/data_directory.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestState = 64 * 1024;

// Numbers of devices and inodes are larger than what JSON keeps of a number.
QJsonObject placeJson(const ReportState::Place &place)
{
    return {{u"device"_s, QString::number(place.file.device)},
            {u"inode"_s, QString::number(place.file.inode)},
            {u"head_from"_s, place.head.from},
            {u"head_size"_s, place.head.size},
            {u"head"_s, QString::fromLatin1(place.head.digest.toHex())},
            {u"place"_s, place.place},
            {u"whole"_s, place.isWhole}};
}

std::optional<ReportState::Place> placeFrom(const QJsonObject &json)
{
    ReportState::Place place;
    bool isDevice = false;
    bool isInode = false;
    place.file.device = json.value("device"_L1).toString().toULongLong(&isDevice);
    place.file.inode = json.value("inode"_L1).toString().toULongLong(&isInode);
    place.head.from = json.value("head_from"_L1).toInteger(-1);
    place.head.size = json.value("head_size"_L1).toInteger(-1);
    place.head.digest = QByteArray::fromHex(json.value("head"_L1).toString().toLatin1());
    place.place = json.value("place"_L1).toInteger(-1);
    place.isWhole = json.value("whole"_L1).toBool();
    const bool isSound = isDevice && isInode && place.head.from >= 0 && place.head.size >= 0 &&
                         place.head.size <= FileHead::most && place.place >= 0 &&
                         !place.head.digest.isEmpty();
    return isSound ? std::optional(place) : std::nullopt;
}

} // namespace

tl::expected<ReportState, QString> ReportState::read(const QString &file)
{
    QFile source(file);
    if (!source.exists())
        return ReportState();
    if (!source.open(QIODevice::ReadOnly))
        return tl::make_unexpected(u"%1 cannot be read"_s.arg(file));
    const QJsonObject json = QJsonDocument::fromJson(source.read(largestState)).object();
    const auto at = timeFromText(json.value("at"_L1).toString());
    ReportState state;
    bool isSound = at.has_value();
    state.at = at.value_or(QDateTime());
    const QJsonArray places = json.value("files"_L1).toArray();
    for (const QJsonValue &each : places) {
        const auto place = placeFrom(each.toObject());
        isSound = isSound && place;
        state.places.append(place.value_or(Place()));
    }
    if (!isSound)
        return tl::make_unexpected(u"%1 is damaged"_s.arg(file));
    return state;
}

tl::expected<void, QString> ReportState::write(const QString &file) const
{
    QJsonArray list;
    for (const Place &place : places)
        list.append(placeJson(place));
    return writePrivateFile(
        file, QJsonDocument(QJsonObject{{u"at"_s, timeToText(at)}, {u"files"_s, list}}).toJson());
}

} // namespace pc::platform
