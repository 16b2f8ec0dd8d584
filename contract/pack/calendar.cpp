// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/calendar.h"

#include "contract/crypto/hashing.h"
#include "contract/rules/version_life.h"

#include <map>
#include <tuple>

namespace pc::pack {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostListed = 50; // calls in one event

QString escaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s)
        .replace(u';', u"\\;"_s)
        .replace(u',', u"\\,"_s)
        .replace(u'\n', u"\\n"_s)
        .remove(u'\r');
}

/// One line, folded after 75 bytes (section 3.1) and never within a character.
QByteArray line(const QByteArray &name, const QString &value)
{
    constexpr qsizetype longest = 75;
    QByteArray rest = name + ':' + value.toUtf8();
    QByteArray lines;
    qsizetype room = longest;
    while (rest.size() > room) {
        qsizetype cut = room;
        while ((static_cast<unsigned char>(rest.at(cut)) & 0xc0U) == 0x80U)
            --cut;
        lines += rest.left(cut) + "\r\n ";
        rest.remove(0, cut);
        room = longest - 1;
    }
    return lines + rest + "\r\n";
}

} // namespace

QList<PackDay> daysOf(const PartnerPack &pack)
{
    std::map<std::tuple<QDate, PackDay::What, QString>, QStringList> days;
    for (const PackApi &api : pack.apis) {
        for (const PackRoute &route : api.routes) {
            const QString call = route.method + u' ' + route.path;
            if (route.deprecatedAt)
                days[{route.deprecatedAt->toUTC().date(), PackDay::What::Deprecated, api.name}].append(call);
            if (route.sunsetAt)
                days[{route.sunsetAt->toUTC().date(), PackDay::What::Sunset, api.name}].append(call);
        }
        for (const PackVersion &each : api.versions) {
            if (rules::hasEnded(each.sunsetAt, pack.madeAt))
                days[{each.sunsetAt->toUTC().date(), PackDay::What::Ended, api.name + u' ' + each.path}];
        }
    }
    for (const PackCredential &each : pack.credentials)
        days[{each.expiresAt.toUTC().date(), PackDay::What::Expires, u"%1 (%2)"_s.arg(each.name, each.id)}];
    for (const NetworkEntry &each : pack.networks) {
        if (each.until)
            days[{each.until->toUTC().date(), PackDay::What::NetworkEnds, each.network}];
    }
    if (pack.anywhereUntil)
        days[{pack.anywhereUntil->toUTC().date(), PackDay::What::NetworkEnds, QString()}];
    QList<PackDay> list;
    for (const auto &[key, calls] : days)
        list.append({std::get<0>(key), std::get<1>(key), std::get<2>(key), calls});
    return list;
}

QString titleOf(const PackDay &day, const Words &words)
{
    switch (day.what) {
    case PackDay::What::Deprecated:
        return words(u"Calls are deprecated: %1", u"Aufrufe gelten als veraltet: %1").arg(day.subject);
    case PackDay::What::Sunset:
        return words(u"Calls end: %1", u"Aufrufe enden: %1").arg(day.subject);
    case PackDay::What::Ended:
        return words(u"Calls have ended: %1", u"Aufrufe sind beendet: %1").arg(day.subject.trimmed());
    case PackDay::What::NetworkEnds:
        return day.subject.isEmpty()
                   ? words(u"Calls from agreed networks only", u"Aufrufe nur noch aus vereinbarten Netzen")
                   : words(u"Calls from this network end: %1", u"Aufrufe aus diesem Netz enden: %1")
                         .arg(day.subject);
    case PackDay::What::Expires:
        break;
    }
    return words(u"Credential expires: %1", u"Zugangsdaten laufen ab: %1").arg(day.subject);
}

QByteArray calendarOf(const PartnerPack &pack, const Words &words)
{
    const QList<PackDay> days = daysOf(pack);
    if (days.isEmpty())
        return {};
    QByteArray text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Partner Console//Partner pack//EN\r\n";
    for (const PackDay &day : days) {
        const QString date = day.date.toString(u"yyyyMMdd"_s);
        const QString about = pack.partnerId + u'|' + toText(pack.realm) + u'|' + date + u'|' +
                              QString::number(static_cast<int>(day.what)) + u'|' + day.subject;
        QString calls = day.calls.mid(0, mostListed).join(u'\n');
        if (day.calls.size() > mostListed)
            calls += u"\n… (+%1)"_s.arg(day.calls.size() - mostListed);
        text += "BEGIN:VEVENT\r\n";
        text += line("UID", QString::fromLatin1(sha256({about.toUtf8()}).toHex().left(32)));
        text += line("DTSTAMP", pack.madeAt.toUTC().toString(u"yyyyMMdd'T'hhmmss'Z'"_s));
        text += line("DTSTART;VALUE=DATE", date);
        text += line("SUMMARY", escaped(titleOf(day, words)));
        if (!calls.isEmpty())
            text += line("DESCRIPTION", escaped(calls));
        text += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
    }
    return text + "END:VCALENDAR\r\n";
}

} // namespace pc::pack
