// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/network_names.h"

#include "models/text/figures.h"

#include <QCoreApplication>

namespace pc::models {

using rules::NetworkFinding;
using rules::SpecialUse;

namespace {

struct NetworkText
{
    Q_DECLARE_TR_FUNCTIONS(pc::models::NetworkNames)
};

QString specialText(SpecialUse use)
{
    switch (use) {
    case SpecialUse::Private:
        return NetworkText::tr("A private range: seen only where the way there is private too");
    case SpecialUse::Shared:
        return NetworkText::tr("Shared between a provider and its customers: others call from there too");
    case SpecialUse::Loopback:
        return NetworkText::tr("The platform's own machine");
    case SpecialUse::LinkLocal:
        return NetworkText::tr("A range of one wire: no partner calls from there");
    case SpecialUse::Documentation:
        return NetworkText::tr("A range for examples: nobody calls from there");
    case SpecialUse::NoSource:
    case SpecialUse::None:
        break;
    }
    return {};
}

} // namespace

QString remarkText(const rules::NetworkRemark &remark, const QList<NetworkEntry> &list)
{
    const QString other = list.value(remark.other).network;
    switch (remark.finding) {
    case NetworkFinding::Unreadable:
        return NetworkText::tr("Neither an address nor a network");
    case NetworkFinding::HostBits:
        return NetworkText::tr("Did you mean %1? This has bits beyond its prefix").arg(remark.proposal);
    case NetworkFinding::Everything:
        return NetworkText::tr("Everybody: that is no restriction");
    case NetworkFinding::Most:
        return NetworkText::tr("Together half of all addresses or more: that is no restriction");
    case NetworkFinding::NoSource:
        return NetworkText::tr("No call can come from there");
    case NetworkFinding::Repeated:
        return NetworkText::tr("Listed twice");
    case NetworkFinding::Within:
        return NetworkText::tr("Within %1, which is listed too").arg(other);
    case NetworkFinding::Special:
        return specialText(remark.use);
    case NetworkFinding::Wide:
        return NetworkText::tr("Very wide: it holds the networks of many others");
    case NetworkFinding::Ended:
        return NetworkText::tr("Not in force any more");
    case NetworkFinding::NotYet:
        return NetworkText::tr("Not in force yet");
    case NetworkFinding::Mapped:
        return NetworkText::tr("IPv4 written as IPv6: the same as %1").arg(remark.proposal);
    }
    return {};
}

QString windowText(const NetworkEntry &entry)
{
    if (entry.from && entry.until)
        return NetworkText::tr("from %1 until %2", "times").arg(utcText(*entry.from), utcText(*entry.until));
    if (entry.from)
        return NetworkText::tr("from %1", "a time").arg(utcText(*entry.from));
    return entry.until ? NetworkText::tr("until %1", "a time").arg(utcText(*entry.until)) : QString();
}

QString entryText(const NetworkEntry &entry)
{
    const QString window = windowText(entry);
    if (entry.note.isEmpty() && window.isEmpty())
        return entry.network;
    if (window.isEmpty())
        return NetworkText::tr("%1 (%2)", "network, note").arg(entry.network, entry.note);
    if (entry.note.isEmpty())
        return NetworkText::tr("%1, %2", "network, times").arg(entry.network, window);
    return NetworkText::tr("%1 (%2), %3", "network, note, times").arg(entry.network, entry.note, window);
}

QString waiverText(const NetworkWaiver &waiver)
{
    return NetworkText::tr("until %1: %2", "a time, a reason").arg(utcText(waiver.until), waiver.reason);
}

} // namespace pc::models
