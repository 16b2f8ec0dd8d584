// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/error_advice.h"

#include <algorithm>
#include <span>

namespace pc::pack {

namespace {

struct Advice
{
    const char16_t *code;
    const char16_t *english;
    const char16_t *german;
};

constexpr Advice onCalls[]{
    {u"credential_missing", u"Send the token as “Authorization: Bearer …”.",
     u"Senden Sie das Token als „Authorization: Bearer …“."},
    {u"credential_ambiguous", u"Send one credential only: a token, or a key, once.",
     u"Senden Sie Zugangsdaten nur einmal: ein Token oder einen Schlüssel."},
    {u"credential_invalid",
     u"Get a new token and try once more. If that is refused as well, the credential has ended: ask for a "
     u"new "
     u"one.",
     u"Holen Sie ein neues Token und versuchen Sie es einmal erneut. Wird auch das abgelehnt, gelten die "
     u"Zugangsdaten nicht mehr: Fragen Sie nach neuen."},
    {u"realm_wrong", u"Use the credential of the other environment: sandbox and production are apart.",
     u"Verwenden Sie die Zugangsdaten der anderen Umgebung: Sandbox und Produktion sind getrennt."},
    {u"partner_not_active", u"Access is closed. Ask partner support; do not repeat the call.",
     u"Der Zugang ist geschlossen. Fragen Sie den Partner-Support; wiederholen Sie den Aufruf nicht."},
    {u"stage_not_allowed", u"This is not open yet. Ask partner support for the next stage.",
     u"Dies ist noch nicht geöffnet. Fragen Sie den Partner-Support nach der nächsten Stufe."},
    {u"route_unknown", u"Check method and path against the description.",
     u"Prüfen Sie Methode und Pfad anhand der Beschreibung."},
    {u"scope_missing",
     u"Ask for a token with the scope of this call; if it is not granted, ask partner support.",
     u"Fordern Sie ein Token mit dem Scope dieses Aufrufs an; ist er nicht erteilt, fragen Sie den "
     u"Partner-Support."},
    {u"resource_not_granted", u"Call for the resources that are granted to you only.",
     u"Rufen Sie nur die Ressourcen auf, die Ihnen gewährt sind."},
    {u"rate_limited", u"Wait as many seconds as Retry-After says, then repeat the call.",
     u"Warten Sie so viele Sekunden, wie Retry-After angibt, und wiederholen Sie dann den Aufruf."},
    {u"quota_exceeded", u"Stop until Retry-After has passed: the daily quota is used up.",
     u"Halten Sie an, bis Retry-After vergangen ist: Das Tageskontingent ist verbraucht."},
    {u"history_not_accepted", u"Try again later; nothing is wrong with your credential.",
     u"Versuchen Sie es später erneut; mit Ihren Zugangsdaten ist alles in Ordnung."},
    {u"request_not_canonical", u"Send one plain path, without “..”, double slashes or double encoding.",
     u"Senden Sie einen eindeutigen Pfad, ohne „..“, doppelte Schrägstriche oder doppelte Kodierung."},
    {u"header_too_large", u"Send fewer or shorter headers; waiting does not help.",
     u"Senden Sie weniger oder kürzere Header; Warten hilft nicht."},
    {u"token_for_another_api", u"Ask for a token with the resource of this API.",
     u"Fordern Sie ein Token mit der Resource dieser API an."},
    {u"network_not_allowed", u"Call from an agreed network, or have partner support add yours.",
     u"Rufen Sie aus einem vereinbarten Netz auf, oder lassen Sie Ihres vom Partner-Support eintragen."},
    {u"version_ended", u"This version of the API is over: call the version that follows it.",
     u"Diese Version der API ist beendet: Rufen Sie die folgende Version auf."},
    {u"length_required", u"Send a Content-Length with the body.",
     u"Senden Sie mit dem Inhalt einen Content-Length-Header."},
    {u"body_too_large", u"Send a smaller body, or split it into several calls.",
     u"Senden Sie einen kleineren Inhalt, oder teilen Sie ihn auf mehrere Aufrufe auf."},
    {u"content_type_not_allowed",
     u"Send the body in a type that the description names, with its Content-Type.",
     u"Senden Sie den Inhalt in einem Format, das die Beschreibung nennt, mit dessen Content-Type."},
    {u"request_blocked",
     u"The gateway's firewall takes something in the request for an attack. Tell partner support the "
     u"request ID.",
     u"Die Firewall des Gateways hält etwas in der Anfrage für einen Angriff. Nennen Sie dem "
     u"Partner-Support die Request-ID."},
    {u"bad_request",
     u"What was sent is no request of HTTP. Check the library, or what is put together by hand.",
     u"Was gesendet wurde, ist keine HTTP-Anfrage. Prüfen Sie die Bibliothek oder was von Hand "
     u"zusammengesetzt "
     u"ist."},
    {u"method_not_allowed", u"Use a method that the description names.",
     u"Verwenden Sie eine Methode, die die Beschreibung nennt."},
    {u"uri_too_long", u"Send a shorter address: put long values into the body, where the call has one.",
     u"Senden Sie eine kürzere Adresse: Lange Werte gehören in den Inhalt, wo der Aufruf einen hat."},
    {u"not_implemented", u"Send the body with a Content-Length, or chunked; no other coding is known.",
     u"Senden Sie den Inhalt mit Content-Length oder in Stücken (chunked); eine andere Kodierung ist nicht "
     u"bekannt."},
    {u"version_not_supported", u"Speak HTTP/1.1 or HTTP/2.", u"Sprechen Sie HTTP/1.1 oder HTTP/2."},
    {u"not_found", u"Check the address: nothing is served there.",
     u"Prüfen Sie die Adresse: Dort wird nichts angeboten."},
    {u"misdirected_request",
     u"Call the API by the host name that this pack has, not by another or by a number.",
     u"Rufen Sie die API mit dem Hostnamen auf, den dieses Paket nennt, nicht mit einem anderen oder einer "
     u"IP-Adresse."},
    {u"overloaded", u"Wait as many seconds as Retry-After says, then repeat the call.",
     u"Warten Sie so viele Sekunden, wie Retry-After angibt, und wiederholen Sie dann den Aufruf."},
    {u"api_unreachable",
     u"The API does not answer. Repeat a reading call later; of any other find out first "
     u"whether it was carried out.",
     u"Die API antwortet nicht. Wiederholen Sie einen lesenden Aufruf später; bei jedem anderen prüfen Sie "
     u"zuerst, ob er ausgeführt wurde."},
    {u"undecided",
     u"Nothing was carried out. Wait as many seconds as Retry-After says, then repeat the call.",
     u"Es wurde nichts ausgeführt. Warten Sie so viele Sekunden, wie Retry-After angibt, und wiederholen Sie "
     u"dann den Aufruf."},
    {u"api_unavailable",
     u"Nothing was carried out. Wait as many seconds as Retry-After says, then repeat the call.",
     u"Es wurde nichts ausgeführt. Warten Sie so viele Sekunden, wie Retry-After angibt, und wiederholen Sie "
     u"dann den Aufruf."},
    {u"api_busy", u"Nothing was carried out. Wait as many seconds as Retry-After says, then repeat the call.",
     u"Es wurde nichts ausgeführt. Warten Sie so viele Sekunden, wie Retry-After angibt, und wiederholen Sie "
     u"dann den Aufruf."},
    {u"key_check_busy", u"Wait as many seconds as Retry-After says, then repeat the call.",
     u"Warten Sie so viele Sekunden, wie Retry-After angibt, und wiederholen Sie dann den Aufruf."},
};

constexpr Advice onTokens[]{
    {u"invalid_request", u"Check the form of the request: POST, application/x-www-form-urlencoded.",
     u"Prüfen Sie die Form der Anfrage: POST, application/x-www-form-urlencoded."},
    {u"invalid_client", u"Client ID or secret is wrong, or has ended. Do not repeat it without a change.",
     u"Client-ID oder Secret ist falsch oder beendet. Wiederholen Sie die Anfrage nicht unverändert."},
    {u"invalid_scope", u"Ask for granted scopes only, or name none: then you get all of them.",
     u"Fordern Sie nur erteilte Scopes an, oder nennen Sie keinen: Dann erhalten Sie alle."},
    {u"invalid_target", u"Send the resource of one API, and scopes of that API only.",
     u"Senden Sie die Resource einer API, und nur Scopes dieser API."},
    {u"unauthorized_client",
     u"This client gets no tokens now: access is closed, or the network is not agreed.",
     u"Dieser Client erhält derzeit keine Token: Der Zugang ist geschlossen oder das Netz nicht vereinbart."},
    {u"unsupported_grant_type", u"Send grant_type=client_credentials.",
     u"Senden Sie grant_type=client_credentials."},
    {u"temporarily_unavailable", u"Wait as many seconds as Retry-After says; reuse a token until it expires.",
     u"Warten Sie so viele Sekunden, wie Retry-After angibt; verwenden Sie ein Token, bis es abläuft."},
    {u"server_error", u"Try again later.", u"Versuchen Sie es später erneut."},
    {u"history_not_accepted", u"Try again later; nothing is wrong with your credential.",
     u"Versuchen Sie es später erneut; mit Ihren Zugangsdaten ist alles in Ordnung."},
};

QString adviceIn(std::span<const Advice> rows, const QString &code, const Words &words)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&code](const Advice &row) { return code == QStringView(row.code); });
    return found == rows.end() ? QString() : words(found->english, found->german);
}

} // namespace

QString adviceOnCall(const QString &code, const Words &words)
{
    return adviceIn(onCalls, code, words);
}

QString adviceOnToken(const QString &code, const Words &words)
{
    return adviceIn(onTokens, code, words);
}

} // namespace pc::pack
