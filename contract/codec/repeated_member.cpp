// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/repeated_member.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <vector>

namespace pc {

using namespace Qt::StringLiterals;

namespace {

struct Level
{
    bool isObject = false;
    bool nameComes = false; ///< the next string is a name
    QSet<QString> names;
    QString name; ///< of the member that is being read
    int index = 0;
};

/// The text of the string literal from its first quote to its last.
QString memberText(const QByteArray &literal)
{
    if (!literal.contains('\\'))
        return QString::fromUtf8(literal.sliced(1, literal.size() - 2));
    return QJsonDocument::fromJson('[' + literal + ']').array().at(0).toString();
}

QString pointerTo(const std::vector<Level> &levels)
{
    QString pointer;
    for (const Level &level : levels) {
        QString part = level.isObject ? level.name : QString::number(level.index);
        pointer += u'/' + part.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    }
    return pointer;
}

qsizetype endOfString(const QByteArray &utf8, qsizetype quote)
{
    qsizetype at = quote + 1;
    while (at < utf8.size() && utf8[at] != '"')
        at += utf8[at] == '\\' ? 2 : 1;
    return std::min(at, utf8.size() - 1);
}

} // namespace

std::optional<QString> firstRepeatedMember(const QByteArray &utf8)
{
    std::vector<Level> levels;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        switch (utf8[at]) {
        case '{':
            levels.push_back({true, true, {}, {}});
            break;
        case '[':
            levels.push_back({});
            break;
        case '}':
        case ']':
            if (!levels.empty())
                levels.pop_back();
            break;
        case ',':
            if (!levels.empty()) {
                levels.back().nameComes = levels.back().isObject;
                ++levels.back().index;
            }
            break;
        case '"': {
            const qsizetype end = endOfString(utf8, at);
            if (!levels.empty() && levels.back().nameComes && end > at) {
                Level &level = levels.back();
                level.nameComes = false;
                level.name = memberText(utf8.sliced(at, end - at + 1));
                if (level.names.contains(level.name))
                    return pointerTo(levels);
                level.names.insert(level.name);
            }
            at = end;
            break;
        }
        default:
            break;
        }
    }
    return {};
}

qint64 valuesIn(const QByteArray &utf8)
{
    qint64 count = 1;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        const char c = utf8[at];
        if (c == '"')
            at = endOfString(utf8, at);
        else if (c == '{' || c == '[' || c == ',')
            ++count;
    }
    return count;
}

Decoded<QJsonObject> parseBody(const QByteArray &utf8)
{
    Decoded<QJsonObject> object = parseObject(utf8);
    if (const auto pointer = object ? firstRepeatedMember(utf8) : std::nullopt)
        return tl::make_unexpected(DecodeError{*pointer, u"each member once"_s});
    return object;
}

} // namespace pc
