// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/observe.h"

#include "contract/rules/api_rules.h"
#include "contract/rules/text_rule.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/uri/canonical_path.h"
#include "platform/uri/percent.h"

#include <algorithm>
#include <optional>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShape = 200;
constexpr qsizetype longestWord = 32;

/// Upper and lower case as no name has them: "kFqXbTzR", not "OrderItems".
bool isMixed(const QString &segment)
{
    const auto isUpper = [](QChar c) { return c.isUpper(); };
    return 3 * std::count_if(segment.begin(), segment.end(), isUpper) > segment.size() &&
           std::any_of(segment.begin(), segment.end(), [](QChar c) { return c.isLower(); });
}

bool isWord(const QString &segment)
{
    return segment.size() <= longestWord && !isMixed(segment) &&
           std::none_of(segment.begin(), segment.end(), [](QChar c) { return c.isDigit() || !c.isPrint(); });
}

/// A value may follow, of a parameter (RFC 3986, section 3.3) or of a list. Nobody knows where it ends: it
/// may hold slashes.
bool isBeforeValue(QChar c)
{
    return c == u';' || c == u'=' || c == u',' || c == u'&';
}

/// "v1" names a version, and no thing.
bool isVersion(const QString &segment)
{
    return segment.size() >= 2 && segment.size() <= 4 && segment.at(0) == u'v' &&
           std::all_of(segment.begin() + 1, segment.end(), [](QChar c) { return c.isDigit(); });
}

bool isShown(const QString &segment)
{
    return isWord(segment) || isVersion(segment);
}

/// Whether it is of this API: of all of it, or of routes that hold the path.
bool isOfApi(const ObservationRule &rule, const Api *api, const QString &path)
{
    if (api == nullptr || api->id != rule.target)
        return false;
    return rule.kind == ObservationKind::Api || (rule.kind == ObservationKind::Routes && !path.isEmpty() &&
                                                 pc::rules::isBelow(rule.pathPrefix, path));
}

/// Null: the host has none, or several.
const Api *onlyApiAt(const RouteCatalogue &catalogue, const QString &host)
{
    const QList<Api> &apis = catalogue.apis();
    const auto isOf = [](const QString &own) { return [own](const Api &api) { return api.host == own; }; };
    const QString own = std::any_of(apis.begin(), apis.end(), isOf(host)) ? host : QString();
    const auto found = std::find_if(apis.begin(), apis.end(), isOf(own));
    return std::count_if(apis.begin(), apis.end(), isOf(own)) == 1 ? &*found : nullptr;
}

/// The byte that an escape stands for; nothing when it is a broken one.
std::optional<QChar> escaped(QStringView escape)
{
    if (escape.size() != 3 || escape.front() != u'%')
        return std::nullopt;
    const int high = hexValue(escape.at(1).toLatin1());
    const int low = hexValue(escape.at(2).toLatin1());
    return high < 0 || low < 0 ? std::nullopt : std::optional(QChar(char16_t(high * 16 + low)));
}

/// An escape of a letter or digit hides nothing but a value; any other one may be what is wrong.
bool isOfValue(QChar c)
{
    return c.isLetterOrNumber() && c < QChar(0x80);
}

} // namespace

const ObservationRule *observationOf(const Policy &policy, const DecisionRequest &request,
                                     const Decision &decision, Instant now)
{
    const QList<ObservationRule> &rules = policy.observations();
    if (rules.isEmpty())
        return nullptr;
    const Api *api = policy.catalogue().apiAt(QString::fromLatin1(request.host), decision.path);
    const auto isMet = [&](const ObservationRule &rule) {
        if (now >= rule.until)
            return false;
        switch (rule.kind) {
        case ObservationKind::Api:
        case ObservationKind::Routes:
            return isOfApi(rule, api, decision.path);
        case ObservationKind::Gateway:
            return request.gateway && request.gateway->name == rule.target;
        case ObservationKind::Partner:
            return !decision.partnerId.isEmpty() && decision.partnerId == rule.target;
        case ObservationKind::Unknown:
            break;
        }
        return false;
    };
    const auto found = std::find_if(rules.begin(), rules.end(), isMet);
    return found == rules.end() ? nullptr : &*found;
}

const ObservationRule *observationMeant(const Policy &policy, const DecisionRequest &request, Instant now)
{
    const QList<ObservationRule> &rules = policy.observations();
    if (rules.isEmpty())
        return nullptr;
    const QString host = QString::fromLatin1(request.host);
    const QString path = QString::fromLatin1(plainBeginning(request.rawPath));
    const Api *api = policy.catalogue().apiAt(host, path);
    if (api == nullptr)
        api = onlyApiAt(policy.catalogue(), host);
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const ObservationRule &rule) {
        return now < rule.until && isOfApi(rule, api, path);
    });
    return found == rules.end() ? nullptr : &*found;
}

QString shapeOfCall(const QString &method, const QString &path)
{
    const auto value = std::find_if(path.cbegin(), path.cend(), isBeforeValue);
    QStringList segments = QStringView(path.cbegin(), value).toString().split(u'/');
    for (QString &each : segments) {
        if (!each.isEmpty() && !isShown(each))
            each = u"{…}"_s;
    }
    const QString rest = value == path.cend() ? QString() : QString(*value) + u"{…}"_s;
    return pc::rules::beginningOf(method + u' ' + segments.join(u'/') + rest, longestShape);
}

QString shapeOfUnreadable(const QString &method, const QString &rawPath)
{
    QString shape;
    QString word;
    const auto endWord = [&] {
        if (!word.isEmpty())
            shape += isShown(word) ? word : u"{…}"_s;
        word.clear();
    };
    for (qsizetype at = 0; at < rawPath.size(); ++at) {
        const std::optional<QChar> byte = escaped(QStringView(rawPath).sliced(at).left(3));
        const QStringView sent = QStringView(rawPath).sliced(at).left(byte ? 3 : 1);
        const QChar c = byte.value_or(sent.front());
        at += sent.size() - 1;
        if (byte ? isOfValue(c) : c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'~') {
            word += sent;
            continue;
        }
        endWord();
        shape += byte || c.isPrint() ? sent.toString() : u"?"_s;
        // An escaped percent sign begins an escape of an escape: that may be of such a sign.
        if (isBeforeValue(c) || (byte && c == u'%' && at + 1 < rawPath.size())) {
            shape += u"{…}"_s;
            break;
        }
    }
    endWord();
    return pc::rules::beginningOf(method + u' ' + shape, longestShape);
}

} // namespace pc::platform
