// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/pack_page.h"

#include "contract/pack/calendar.h"
#include "contract/pack/error_advice.h"
#include "contract/pack/lacks.h"
#include "contract/pack/pack_files.h"
#include "contract/pack/sample_programs.h"

#include <algorithm>

namespace pc::pack {

using namespace Qt::StringLiterals;

namespace {

using BlockKind = PageBlock::Kind;

constexpr qsizetype mostRows = 200; // of one table on the page; the descriptions have all of it

QString day(const QDateTime &time)
{
    return time.toUTC().date().toString(Qt::ISODate);
}

bool hasKind(const PartnerPack &pack, CredentialKind kind)
{
    return std::any_of(pack.credentials.begin(), pack.credentials.end(),
                       [kind](const PackCredential &each) { return each.kind == kind; });
}

QString lackText(const LackOf &lack, const PartnerPack &pack, const Words &words)
{
    switch (lack.lack) {
    case Lack::Closed:
        return words(u"Access to this environment is not open at the moment: calls are refused.",
                     u"Der Zugang zu dieser Umgebung ist derzeit nicht geöffnet: Aufrufe werden abgelehnt.");
    case Lack::NothingGranted:
        return words(u"No call is granted here yet.", u"Hier ist noch kein Aufruf erteilt.");
    case Lack::NoCredential:
        return words(
            u"There is no credential for this environment yet. Its client ID will be told to you with "
            u"the secret; set `CLIENT_ID` then.",
            u"Es gibt noch keine Zugangsdaten für diese Umgebung. Die Client-ID erhalten Sie mit dem Secret; "
            u"setzen Sie dann `CLIENT_ID`.");
    case Lack::NoClient:
        if (!hasKind(pack, CredentialKind::ApiKey))
            return words(
                u"There are only keys of the former system, sent in a header of their own (see below). The "
                u"samples do not send it: ask for an OAuth client.",
                u"Es gibt nur Schlüssel des früheren Systems, die in einem eigenen Header mitgehen (siehe "
                u"unten). Die Beispiele senden ihn nicht: Fragen Sie nach einem OAuth-Client.");
        return words(
            u"There is no OAuth client, only a key that goes along with every call: set `API_KEY` for the "
            u"samples.",
            u"Es gibt keinen OAuth-Client, nur einen Schlüssel, der mit jedem Aufruf mitgeht: Setzen Sie für "
            u"die Beispiele `API_KEY`.");
    case Lack::NoNetwork:
        return words(
            u"No network is agreed from which you may call, so calls are refused. Tell partner support "
            u"the public addresses of your servers.",
            u"Es ist kein Netz vereinbart, aus dem Sie aufrufen dürfen; Aufrufe werden deshalb abgelehnt. "
            u"Nennen Sie dem Partner-Support die öffentlichen Adressen Ihrer Server.");
    case Lack::NoDescription:
        return words(u"There is no OpenAPI description of %1; its calls are listed below.",
                     u"Zu %1 gibt es keine OpenAPI-Beschreibung; die Aufrufe stehen unten.")
            .arg(plain(lack.api));
    case Lack::OwnAddress:
        break; // for whoever hands the pack over
    }
    return {};
}

PageBlock table(QStringList headings)
{
    return {BlockKind::Table, {}, {}, {std::move(headings)}};
}

void addHead(Page &page, const PartnerPack &pack, const Words &words)
{
    const bool isProduction = pack.realm == Realm::Production;
    const QString name = plain(pack.partnerName);
    page.append({BlockKind::Title,
                 isProduction
                     ? words(u"API access for %1: production", u"API-Zugang für %1: Produktion").arg(name)
                     : words(u"API access for %1: sandbox", u"API-Zugang für %1: Sandbox").arg(name)});
    page.append({BlockKind::Text,
                 words(u"As of %1 (UTC). This pack holds no secret: you get that separately.",
                       u"Stand: %1 (UTC). Dieses Paket enthält kein Secret: Das erhalten Sie gesondert.")
                     .arg(pack.madeAt.toUTC().toString(u"yyyy-MM-dd hh:mm"_s))});
    for (const LackOf &lack : lacksOf(pack)) {
        if (const QString text = lackText(lack, pack, words); !text.isEmpty())
            page.append({BlockKind::Note, text});
    }
}

void addFirstCall(Page &page, const PartnerPack &pack, const Words &words)
{
    if (sampleApi(pack) == nullptr)
        return;
    const bool isKey = sampleClient(pack) == nullptr && hasKind(pack, CredentialKind::ApiKey);
    const QString variable = isKey ? u"API_KEY"_s : u"CLIENT_SECRET"_s;
    page.append({BlockKind::Heading, words(u"The first call", u"Der erste Aufruf")});
    QStringList steps{
        words(u"Unpack this archive and open a shell in its folder.",
              u"Entpacken Sie dieses Archiv, und öffnen Sie eine Shell in seinem Ordner."),
        words(
            u"Type the secret after the `read -rs` line: it is not shown, and stays out of the history. Your "
            u"software "
            u"gets it as `%1` from where you keep secrets, never from a file that others read.",
            u"Geben Sie das Secret nach der Zeile mit `read -rs` ein: Es wird nicht angezeigt und steht in "
            u"keinem "
            u"Verlauf. "
            u"Ihre Software erhält es als `%1` von dort, wo Sie Geheimnisse verwahren, nie aus einer "
            u"Datei, die "
            u"andere lesen.")
            .arg(variable)};
    if (isKey) {
        steps.append(words(u"Run one of the samples: each calls and shows the answer.",
                           u"Starten Sie eines der Beispiele: Jedes ruft auf und zeigt die Antwort."));
    } else {
        steps.append(
            words(u"Run one of the samples: each gets a token, calls, and shows the answer.",
                  u"Starten Sie eines der Beispiele: Jedes holt ein Token, ruft auf und zeigt die Antwort."));
        steps.append(
            words(u"Reuse the token until shortly before it expires. Do not get one for every call.",
                  u"Verwenden Sie das Token, bis es fast abgelaufen ist. Holen Sie nicht für jeden Aufruf "
                  u"eines."));
    }
    page.append({BlockKind::Steps, {}, steps});
    if (!samplesCanGet(pack))
        page.append(
            {BlockKind::Note,
             words(u"No GET call is granted, and the samples send GET: write your call into them.",
                   u"Es ist kein GET-Aufruf erteilt, und die Beispiele senden GET: Tragen Sie Ihren Aufruf "
                   u"dort ein.")});
    const QString path = plain(samplePath(pack));
    QString lines;
    if (sampleClient(pack) == nullptr && !isKey)
        lines += u"read -r CLIENT_ID; export CLIENT_ID\n"_s;
    lines += u"read -rs %1; export %1\n"_s.arg(variable);
    page.append({BlockKind::Code,
                 lines + u"sh samples/curl.sh %1\npython3 samples/client.py %1\n"
                         "node samples/client.mjs %1\njava samples/PartnerClient.java %1"_s.arg(path)});
}

void addAddresses(Page &page, const PartnerPack &pack, const Words &words)
{
    page.append({BlockKind::Heading, words(u"Addresses", u"Adressen")});
    PageBlock rows = table({words(u"What", u"Was"), words(u"Address", u"Adresse"),
                            words(u"`resource` of its tokens", u"`resource` der Token")});
    rows.rows.append({words(u"Token endpoint", u"Token-Endpunkt"), code(pack.tokenEndpoint), {}});
    qsizetype called = 0;
    for (const PackApi &api : pack.apis) {
        if (api.routes.isEmpty())
            continue;
        rows.rows.append({plain(api.name), code(api.url), code(api.audience)});
        ++called;
    }
    page.append(rows);
    if (called > 1)
        page.append({BlockKind::Text, words(u"A token is for one API. The samples are set up for %1; set "
                                            u"`API_BASE` and `RESOURCE` for another.",
                                            u"Ein Token gilt für eine API. Die Beispiele sind für %1 "
                                            u"eingerichtet; setzen Sie `API_BASE` und "
                                            u"`RESOURCE` für eine andere.")
                                          .arg(plain(sampleApi(pack)->name))});
}

void addCredentials(Page &page, const PartnerPack &pack, const Words &words)
{
    if (pack.credentials.isEmpty())
        return;
    page.append({BlockKind::Heading, words(u"Credentials", u"Zugangsdaten")});
    PageBlock rows = table({u"Name"_s, u"ID (client_id)"_s, words(u"Kind", u"Art"),
                            words(u"Expires", u"Läuft ab"), u"Scopes"_s});
    for (const PackCredential &each : pack.credentials) {
        QString kind;
        if (each.kind == CredentialKind::ClientSecret)
            kind = words(u"OAuth client", u"OAuth-Client");
        else if (each.kind == CredentialKind::ApiKey)
            kind = words(u"API key, sent as `Authorization: Bearer`",
                         u"API-Schlüssel, gesendet als `Authorization: Bearer`");
        else if (each.kind == CredentialKind::LegacyKey)
            kind = words(u"Key of the former system, sent as %1",
                         u"Schlüssel des früheren Systems, gesendet als %1")
                       .arg(code(each.header));
        else if (each.kind == CredentialKind::LegacyClientId)
            kind = words(u"Client ID of the former system: the token endpoint takes it with the secret of an "
                         u"OAuth client",
                         u"Client-ID des früheren Systems: Der Token-Endpunkt nimmt sie mit dem Secret eines "
                         u"OAuth-Clients");
        else
            kind = plain(toText(each.kind));
        QStringList scopes;
        for (const QString &scope : each.scopes)
            scopes.append(code(scope));
        const QString id = each.clientId.isEmpty() ? each.id : each.clientId;
        rows.rows.append({plain(each.name), code(id), kind, day(each.expiresAt), scopes.join(u' ')});
    }
    page.append(rows);
}

QString networkText(const NetworkEntry &each, const Words &words)
{
    const auto time = [](const QDateTime &value) { return value.toUTC().toString(u"yyyy-MM-dd hh:mm"_s); };
    QString text = code(each.network);
    if (each.from)
        text += words(u", from %1 (UTC)", u", ab %1 (UTC)").arg(time(*each.from));
    if (each.until)
        text += words(u", until %1 (UTC)", u", bis %1 (UTC)").arg(time(*each.until));
    return text;
}

void addNetworks(Page &page, const PartnerPack &pack, const Words &words)
{
    page.append({BlockKind::Heading, words(u"From where you may call", u"Von wo Sie aufrufen dürfen")});
    const auto listed = [&words](const QList<NetworkEntry> &networks) {
        QStringList items;
        for (const NetworkEntry &each : networks)
            items.append(networkText(each, words));
        return items;
    };
    if (pack.anywhere) {
        page.append({BlockKind::Text, words(u"Calls and token requests may come from any address.",
                                            u"Aufrufe und Token-Anfragen dürfen von jeder Adresse kommen.")});
        if (pack.anywhereUntil)
            page.append(
                {BlockKind::Text,
                 words(u"That ends on %1 (UTC): tell partner support the public addresses of your "
                       u"servers before; afterwards only calls from agreed networks are let through.",
                       u"Das endet am %1 (UTC): Nennen Sie dem Partner-Support vorher die öffentlichen "
                       u"Adressen Ihrer Server; danach werden nur noch Aufrufe aus vereinbarten Netzen "
                       u"durchgelassen.")
                     .arg(day(*pack.anywhereUntil))});
    } else if (pack.networks.isEmpty()) {
        page.append({BlockKind::Text, words(u"No network is agreed: calls are refused.",
                                            u"Es ist kein Netz vereinbart: Aufrufe werden abgelehnt.")});
    } else {
        page.append({BlockKind::Text,
                     words(u"Calls and token requests are let through from these networks only. What counts "
                           u"is the public address with which your servers reach the internet.",
                           u"Aufrufe und Token-Anfragen werden nur aus diesen Netzen durchgelassen. Es zählt "
                           u"die öffentliche Adresse, mit der Ihre Server das Internet erreichen.")});
        page.append({BlockKind::List, {}, listed(pack.networks)});
    }
    for (const PackCredential &each : pack.credentials) {
        if (each.networks.isEmpty())
            continue;
        page.append({BlockKind::Text, words(u"The credential %1 works from these only:",
                                            u"Die Zugangsdaten %1 gelten nur aus diesen:")
                                          .arg(plain(each.name) + u' ' + code(each.id))});
        page.append({BlockKind::List, {}, listed(each.networks)});
    }
}

void addCalls(Page &page, const PartnerPack &pack, const Words &words)
{
    for (qsizetype at = 0; at < pack.apis.size(); ++at) {
        const PackApi &api = pack.apis.at(at);
        if (api.routes.isEmpty())
            continue;
        page.append(
            {BlockKind::Heading, words(u"Granted calls: %1", u"Erteilte Aufrufe: %1").arg(plain(api.name))});
        if (!api.openapi.isEmpty())
            page.append({BlockKind::Text, words(u"Described in %1.", u"Beschrieben in %1.")
                                              .arg(code(u"openapi/"_s + descriptionName(pack, at)))});
        PageBlock rows =
            table({words(u"Call", u"Aufruf"), words(u"What it does", u"Was er tut"), u"Scopes"_s});
        for (const PackRoute &route : api.routes.mid(0, mostRows)) {
            QStringList scopes;
            for (const QString &scope : route.scopes)
                scopes.append(code(scope));
            rows.rows.append({code(route.method + u' ' + route.path), plain(route.title), scopes.join(u' ')});
        }
        page.append(rows);
        if (api.routes.size() > mostRows)
            page.append(
                {BlockKind::Text, words(u"And more than these: %1 in all.", u"Und weitere: insgesamt %1.")
                                      .arg(api.routes.size())});
        QStringList scopes;
        for (const PackScope &scope : api.scopes.mid(0, mostRows))
            scopes.append(scope.sentence.isEmpty() || scope.sentence == scope.name
                              ? code(scope.name)
                              : code(scope.name) + u": "_s + plain(scope.sentence));
        page.append({BlockKind::List, {}, scopes});
    }
    QStringList resources;
    for (const ResourceRule &each : pack.resources)
        resources.append(code(u'{' + each.parameter + u'}') + u": "_s + plain(each.values.join(u", "_s)));
    if (!resources.isEmpty()) {
        page.append({BlockKind::Text, words(u"Only for these resources:", u"Nur für diese Ressourcen:")});
        page.append({BlockKind::List, {}, resources});
    }
}

void addLimits(Page &page, const PartnerPack &pack, const Words &words)
{
    page.append({BlockKind::Heading, words(u"Limits", u"Grenzen")});
    QStringList items{words(u"Calls per second: %1, for all your credentials together",
                            u"Aufrufe je Sekunde: %1, für alle Ihre Zugangsdaten zusammen")
                          .arg(pack.limits.rate),
                      words(u"At once: %1", u"Auf einmal: %1").arg(pack.limits.burst)};
    items.append(pack.limits.dailyQuota == 0
                     ? words(u"No daily quota", u"Kein Tageskontingent")
                     : words(u"Calls per day: %1; the day turns over at midnight in %2",
                             u"Aufrufe je Tag: %1; der Tag wechselt um Mitternacht in %2")
                           .arg(pack.limits.dailyQuota)
                           .arg(plain(pack.timeZone)));
    page.append({BlockKind::List, {}, items});
    page.append(
        {BlockKind::Text, words(u"Beyond them the answer is 429 with `Retry-After`, in seconds. Wait as "
                                u"long, and repeat the call then.",
                                u"Darüber lautet die Antwort 429 mit `Retry-After` in Sekunden. Warten "
                                u"Sie so lange, und wiederholen Sie "
                                u"dann den Aufruf.")});
}

/// What follows, and how one gets there.
void addVersions(Page &page, const PartnerPack &pack, const Words &words)
{
    QStringList items;
    for (const PackApi &api : pack.apis) {
        for (const PackVersion &each : api.versions) {
            QStringList parts;
            if (!each.sentence.isEmpty())
                parts.append(plain(each.sentence));
            if (!each.successorUrl.isEmpty())
                parts.append(words(u"Follows: %1", u"Es folgt: %1").arg(code(each.successorUrl)));
            if (!each.guideUrl.isEmpty())
                parts.append(words(u"How to change: %1", u"Anleitung: %1").arg(code(each.guideUrl)));
            if (!parts.isEmpty())
                items.append(code(api.url + each.path) + u" · "_s + parts.join(u" · "_s));
        }
    }
    if (!items.isEmpty())
        page.append({BlockKind::List, {}, items});
}

void addDays(Page &page, const PartnerPack &pack, const Words &words)
{
    page.append({BlockKind::Heading, words(u"Calendar", u"Kalender")});
    const QList<PackDay> days = daysOf(pack);
    if (days.isEmpty()) {
        page.append({BlockKind::Text,
                     words(u"Nothing you use is going to end.", u"Nichts, was Sie verwenden, endet.")});
        return;
    }
    PageBlock rows =
        table({words(u"Day", u"Tag"), words(u"What happens", u"Was geschieht"), words(u"Calls", u"Aufrufe")});
    for (const PackDay &each : days) {
        QStringList calls;
        for (const QString &call : each.calls.mid(0, mostRows))
            calls.append(code(call));
        if (each.calls.size() > mostRows)
            calls.append(u"(+%1)"_s.arg(each.calls.size() - mostRows));
        rows.rows.append({each.date.toString(Qt::ISODate), plain(titleOf(each, words)), calls.join(u' ')});
    }
    page.append(rows);
    addVersions(page, pack, words);
    page.append({BlockKind::Text, words(u"The same stands in `calendar.ics`, for your own calendar.",
                                        u"Dasselbe steht in `calendar.ics`, für Ihren eigenen Kalender.")});
}

void addSandbox(Page &page, const PartnerPack &pack, const Words &words)
{
    page.append({BlockKind::Heading, words(u"Sandbox", u"Sandbox")});
    page.append({BlockKind::Text, words(u"Sandbox and production are apart: a credential is for one, and "
                                        u"never works in the other. Try every "
                                        u"call, a refused one (403) and one too many (429) in the sandbox "
                                        u"before you use them in production.",
                                        u"Sandbox und Produktion sind getrennt: Zugangsdaten sind für eine "
                                        u"von beiden und gelten nie in der "
                                        u"anderen. Erproben Sie jeden Aufruf, einen abgelehnten (403) und "
                                        u"einen zu viel (429) in der Sandbox, "
                                        u"bevor Sie sie in der Produktion verwenden.")});
    page.append({BlockKind::Text,
                 pack.realm == Realm::Production
                     ? words(u"This pack is for production. Ask for that of the sandbox beside it.",
                             u"Dieses Paket gilt für die Produktion. Fragen Sie auch nach dem der Sandbox.")
                     : words(u"This pack is for the sandbox. Before you go live you get another one, with "
                             u"other credentials and limits.",
                             u"Dieses Paket gilt für die Sandbox. Vor dem Produktivbetrieb erhalten Sie ein "
                             u"anderes, mit anderen Zugangsdaten "
                             u"und Grenzen.")});
}

void addErrors(Page &page, const PartnerPack &pack, const Words &words)
{
    PageBlock calls = table(
        {words(u"Status", u"Status"), words(u"Code", u"Code"), words(u"What to do", u"Was zu tun ist")});
    PageBlock tokens = calls;
    for (const PackError &each : pack.callErrors) {
        const QString advice = adviceOnCall(each.code, words);
        calls.rows.append(
            {QString::number(each.status), code(each.code), advice.isEmpty() ? plain(each.detail) : advice});
    }
    for (const PackError &each : pack.tokenErrors) {
        const QString advice = adviceOnToken(each.code, words);
        tokens.rows.append(
            {QString::number(each.status), code(each.code), advice.isEmpty() ? plain(each.detail) : advice});
    }
    page.append({BlockKind::Heading, words(u"When a call is refused", u"Wenn ein Aufruf abgelehnt wird")});
    page.append({BlockKind::Text, words(u"The body is JSON (RFC 9457) with the code.",
                                        u"Der Inhalt ist JSON (RFC 9457) mit dem Code.")});
    page.append(calls);
    page.append({BlockKind::Heading, words(u"When there is no token", u"Wenn es kein Token gibt")});
    page.append({BlockKind::Text, words(u"The body is JSON with the code as `error` (RFC 6749).",
                                        u"Der Inhalt ist JSON mit dem Code als `error` (RFC 6749).")});
    page.append(tokens);
}

} // namespace

Page errorsPage(const PartnerPack &pack, const Words &words)
{
    Page page{{BlockKind::Title, words(u"Error codes", u"Fehlercodes")}};
    addErrors(page, pack, words);
    return page;
}

Page pageOf(const PartnerPack &pack, const Words &words)
{
    Page page;
    addHead(page, pack, words);
    addFirstCall(page, pack, words);
    addAddresses(page, pack, words);
    addCredentials(page, pack, words);
    addNetworks(page, pack, words);
    addLimits(page, pack, words);
    addSandbox(page, pack, words);
    addDays(page, pack, words);
    addCalls(page, pack, words);
    addErrors(page, pack, words);
    return page;
}

} // namespace pc::pack
