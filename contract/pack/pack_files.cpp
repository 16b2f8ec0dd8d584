// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/pack_files.h"

#include "contract/pack/calendar.h"
#include "contract/pack/error_advice.h"
#include "contract/pack/pack_page.h"
#include "contract/pack/sample_programs.h"
#include "contract/rules/slug.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pc::pack {

using namespace Qt::StringLiterals;

namespace {

QByteArray jsonFile(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

QByteArray limitsFile(const PartnerPack &pack)
{
    QJsonObject limits{{u"realm"_s, pack.realm == Realm::Production ? u"production"_s : u"sandbox"_s},
                       {u"calls_per_second"_s, pack.limits.rate},
                       {u"burst"_s, pack.limits.burst}};
    if (pack.limits.dailyQuota > 0) {
        limits.insert(u"calls_per_day"_s, pack.limits.dailyQuota);
        limits.insert(u"day_of_time_zone"_s, pack.timeZone);
    }
    QJsonArray resources;
    for (const ResourceRule &each : pack.resources)
        resources.append(QJsonObject{{u"parameter"_s, each.parameter},
                                     {u"values"_s, QJsonArray::fromStringList(each.values)}});
    limits.insert(u"resources"_s, resources);
    QJsonArray networks;
    for (const NetworkEntry &each : pack.networks) {
        QJsonObject network{{u"network"_s, each.network}};
        if (each.from)
            network.insert(u"from"_s, each.from->toUTC().toString(Qt::ISODate));
        if (each.until)
            network.insert(u"until"_s, each.until->toUTC().toString(Qt::ISODate));
        networks.append(network);
    }
    limits.insert(u"networks"_s, networks);
    limits.insert(u"anywhere"_s, pack.anywhere);
    return jsonFile(limits);
}

QByteArray errorsFile(const PartnerPack &pack, const Words &words)
{
    const auto rows = [](const QList<PackError> &errors, const auto &advice) {
        QJsonArray array;
        for (const PackError &each : errors) {
            const QString toDo = advice(each.code);
            array.append(QJsonObject{{u"status"_s, each.status},
                                     {u"code"_s, each.code},
                                     {u"title"_s, each.title},
                                     {u"what_to_do"_s, toDo.isEmpty() ? each.detail : toDo}});
        }
        return array;
    };
    return jsonFile({{u"calls"_s, rows(pack.callErrors,
                                       [&words](const QString &code) { return adviceOnCall(code, words); })},
                     {u"token_endpoint"_s, rows(pack.tokenErrors, [&words](const QString &code) {
                          return adviceOnToken(code, words);
                      })}});
}

} // namespace

QString packName(const PartnerPack &pack)
{
    const QString slug = rules::suggestSlug(pack.slug);
    return u"partner-pack-%1-%2"_s.arg(slug.isEmpty() ? u"partner"_s : slug,
                                       pack.realm == Realm::Production ? u"production"_s : u"sandbox"_s);
}

QString descriptionName(const PartnerPack &pack, qsizetype api)
{
    const auto nameOf = [&pack](qsizetype at) {
        const QString slug = rules::suggestSlug(pack.apis.at(at).name);
        return slug.isEmpty() ? u"api"_s : slug;
    };
    const QString name = nameOf(api);
    int same = 0;
    for (qsizetype before = 0; before < api; ++before)
        same += nameOf(before) == name ? 1 : 0;
    // A slug has no dot: no other name ends like this.
    return same == 0 ? name + u".json"_s : u"%1.%2.json"_s.arg(name).arg(same + 1);
}

QList<PackFile> filesOf(const PartnerPack &pack, Language language)
{
    const Words words(language);
    const Page page = pageOf(pack, words);
    QList<PackFile> files{
        {u"README.html"_s, htmlOf(page, words(u"en", u"de")).toUtf8()},
        {u"README.md"_s, markdownOf(page).toUtf8()},
        {u"errors.md"_s, markdownOf(errorsPage(pack, words)).toUtf8()},
        {u"errors.json"_s, errorsFile(pack, words)},
        {u"limits.json"_s, limitsFile(pack)},
    };
    if (const QByteArray calendar = calendarOf(pack, words); !calendar.isEmpty())
        files.append({u"calendar.ics"_s, calendar});
    for (qsizetype at = 0; at < pack.apis.size(); ++at) {
        if (!pack.apis.at(at).openapi.isEmpty())
            files.append({u"openapi/"_s + descriptionName(pack, at), pack.apis.at(at).openapi.toUtf8()});
    }
    if (sampleApi(pack) != nullptr)
        files += samplePrograms(pack);
    return files;
}

QByteArray archiveOf(const PartnerPack &pack, Language language)
{
    QList<PackFile> files = filesOf(pack, language);
    for (PackFile &file : files)
        file.name.prepend(packName(pack) + u'/');
    return zipArchive(files, pack.madeAt);
}

} // namespace pc::pack
