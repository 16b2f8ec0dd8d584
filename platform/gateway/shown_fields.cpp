// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/shown_fields.h"

#include "contract/crypto/disguise.h"
#include "contract/crypto/redaction.h"
#include "contract/rules/legacy_keys.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

// What is looked through of one call; of one with more nothing goes on.
constexpr qsizetype mostLooked = 8192; // characters of texts that may hold something
constexpr std::size_t mostWork = 1024; // keyed hashes
constexpr int mostTokens = 32;         // in one text that look like one
constexpr qsizetype operatorTokenBeginning = 20;

bool isBase62(QChar c)
{
    return c.unicode() < 128 && c.isLetterOrNumber();
}

bool isTokenCharacter(QChar c)
{
    return isBase62(c) || c == u'-' || c == u'_';
}

/// Behind the characters of this kind.
template <typename Fits>
qsizetype endOf(QStringView text, qsizetype from, Fits fits)
{
    return std::find_if_not(text.begin() + from, text.end(), fits) - text.begin();
}

/// A token of ours anywhere, whatever stands around it.
bool holdsToken(const QString &text, const TokenReader &tokens)
{
    int tries = 0;
    for (qsizetype at = text.indexOf("eyJ"_L1); at >= 0; at = text.indexOf("eyJ"_L1, at + 1)) {
        qsizetype end = at;
        for (int part = 0; part < 3 && end < text.size(); ++part) {
            end = endOf(text, end, isTokenCharacter);
            if (part < 2 && end < text.size() && text[end] == u'.')
                ++end;
            else
                break;
        }
        if (++tries > mostTokens || tokens.isOurs(QStringView(text).sliced(at, end - at).toLatin1()))
            return true;
    }
    return false;
}

bool holdsOperatorToken(const QString &text)
{
    for (qsizetype at = text.indexOf("pco_"_L1); at >= 0; at = text.indexOf("pco_"_L1, at + 1)) {
        if (endOf(text, at + 4, isBase62) - at - 4 >= operatorTokenBeginning)
            return true;
    }
    return false;
}

bool holdsOurs(const QString &text, QByteArrayView brand, const TokenReader &tokens)
{
    const PlainText plain(text);
    bool found = holdsToken(plain.text(), tokens) || holdsOperatorToken(plain.text()) ||
                 !credentialsIn(text, brand).empty();
    if (!found) {
        forEachEncodedRun(plain.text(), [&](qsizetype, qsizetype, const QString &decoded) {
            found = found || holdsToken(decoded, tokens) || holdsOperatorToken(decoded);
        });
    }
    return found;
}

/// In every field: the service does not know which ones this gateway keeps from the API otherwise.
void lookForOurs(ShownCredentials &shown, const HttpHeaders &headers, QByteArrayView brand,
                 const TokenReader &tokens)
{
    qsizetype left = mostLooked;
    for (const HttpHeader &field : headers.all()) {
        const QString text = QString::fromLatin1(field.value);
        if (!mayHoldCredential(text))
            continue;
        left -= text.size();
        shown.tooMuch = left < 0;
        shown.ours = !shown.tooMuch && holdsOurs(text, brand, tokens);
        if (shown.tooMuch || shown.ours)
            return;
    }
}

bool isBetween(char c)
{
    return QByteArrayView(",; \t\"'").contains(c);
}

bool isWithin(char c)
{
    return isBetween(c) || QByteArrayView("=:()<>[]{}").contains(c);
}

void addText(ShownTexts &shown, QByteArrayView text)
{
    const QByteArrayView trimmed = text.trimmed();
    if (trimmed.size() < pc::rules::shortestLegacyKey)
        return;
    // A longer one is no key, but begins like one.
    const QByteArray known =
        trimmed.first(std::min(trimmed.size(), pc::rules::longestLegacyKey)).toByteArray();
    if (std::find(shown.texts.begin(), shown.texts.end(), known) != shown.texts.end())
        return;
    if (shown.texts.size() < ShownTexts::most)
        shown.texts.push_back(known);
    else
        shown.complete = false;
}

void addParts(ShownTexts &shown, QByteArrayView text, bool (*isCut)(char))
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end =
            std::find_if(text.begin() + at, text.end(), [isCut](char c) { return isCut(c); }) - text.begin();
        addText(shown, text.sliced(at, end - at));
        at = end + 1;
    }
}

/// Whole, behind a scheme, and in parts.
void addPiece(ShownTexts &shown, QByteArrayView piece)
{
    const QByteArrayView text = piece.trimmed();
    addText(shown, text);
    const qsizetype space = text.indexOf(' ');
    if (space > 0)
        addText(shown, text.sliced(space + 1));
    addParts(shown, text, isBetween);
    addParts(shown, text, isWithin);
    if (space > 0 && asciiEqualsIgnoringCase(text.first(space), "Basic")) {
        const QByteArray pair = QByteArray::fromBase64(text.sliced(space + 1).toByteArray());
        addParts(shown, pair, isWithin);
    }
}

/// Whether credentials come in this field, under any spelling of its name.
bool carriesCredentials(const HttpHeader &field, const Policy *policy)
{
    const HttpHeaders alone{{field.name, {}}};
    for (const char *name : {"Authorization", "X-Api-Key", "X-Partner-Key"}) {
        if (alone.countWithAliases(name) > 0)
            return true;
    }
    if (policy == nullptr)
        return false;
    const auto &names = policy->legacyKeys().headerNames();
    return std::any_of(names.begin(), names.end(),
                       [&alone](const QByteArray &name) { return alone.countWithAliases(name) > 0; });
}

} // namespace

void addShownTexts(ShownTexts &shown, const QByteArray &value)
{
    addPiece(shown, value);
    if (!value.contains(','))
        return;
    for (const QByteArray &piece : value.split(','))
        addPiece(shown, piece);
}

ShownTexts shownTexts(const HttpHeaders &headers, const LegacyReader *legacy)
{
    const PolicyRef policy = legacy != nullptr ? legacy->policy() : PolicyRef();
    ShownTexts shown;
    for (const HttpHeader &field : headers.all()) {
        if (carriesCredentials(field, policy.get()))
            addShownTexts(shown, field.value);
    }
    return shown;
}

ShownCredentials lookThrough(const HttpHeaders &headers, QByteArrayView brand, const TokenReader &tokens,
                             const LegacyReader *legacy)
{
    ShownCredentials shown;
    shown.looked = true;
    lookForOurs(shown, headers, brand, tokens);
    if (shown.ours || legacy == nullptr)
        return shown;
    const PolicyRef policy = legacy->policy();
    const ShownTexts texts = shownTexts(headers, legacy);
    shown.tooMuch = shown.tooMuch || !texts.complete;
    std::size_t work = 0;
    for (const QByteArray &text : texts.texts) {
        if (work > mostWork) {
            shown.tooMuch = true;
            break;
        }
        shown.traces.push_back(legacy->trace(*policy, text));
        work += shown.traces.back().lookups.size() + shown.traces.back().prefixes.size();
    }
    return shown;
}

} // namespace pc::platform
