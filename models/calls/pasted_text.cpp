// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/pasted_text.h"

#include "contract/crypto/redaction.h"
#include "contract/rules/network.h"
#include "models/time/time_reader.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace pc::models {

using namespace Qt::StringLiterals;
using Kind = PastedText::Kind;

namespace {

/// Without what stands around an id in logs and mails.
QString bare(const QString &text)
{
    static const QRegularExpression header(u"\\A[A-Za-z][A-Za-z0-9-]*[-_ ]?id\\s*[:=]\\s*"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QString around = u"\"'`<>[](){},;"_s;
    QString rest = text.trimmed();
    rest.remove(header);
    while (!rest.isEmpty() && around.contains(rest.front()))
        rest.remove(0, 1);
    while (!rest.isEmpty() && around.contains(rest.back()))
        rest.chop(1);
    return rest.trimmed();
}

std::optional<CredentialTextType> typeOf(QStringView text)
{
    if (text == u"ak")
        return CredentialTextType::ApiKey;
    if (text == u"cs")
        return CredentialTextType::ClientSecret;
    if (text == u"ol")
        return CredentialTextType::OneTimeLink;
    return {};
}

/// A key or the beginning of one, up to its id at least (contract/crypto/credential_format.h).
std::optional<PastedText> keyIn(const QString &text)
{
    static const QRegularExpression form(
        u"(?<![A-Za-z0-9_])([a-z]{3,6})_(ak|cs|ol)_(sbx|prd)_([A-Za-z0-9]{16})(?![A-Za-z0-9])(_[A-Za-z0-9]*)?"_s);
    constexpr qsizetype behindId = 1 + credentialSecretLength + 6;
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    PastedText key;
    key.kind = Kind::Key;
    key.type = *typeOf(match.capturedView(2));
    key.realm = enumFromText<Realm>(match.captured(3));
    key.value = u"crd_"_s + match.captured(4);
    key.publicPrefix = text.mid(match.capturedStart(1), match.capturedEnd(4) - match.capturedStart(1));
    key.isWhole = match.capturedLength(5) == behindId;
    if (key.isWhole) {
        const Secret whole = Secret::copyOf(match.captured(0).toLatin1());
        key.hasChecksum = parseCredential(whole.view(), match.captured(1).toLatin1()).has_value();
        key.lastFour = credentialLastFour(whole);
    }
    return key;
}

struct Form
{
    Kind kind;
    QRegularExpression pattern;
};

/// What is told by how it looks alone.
Kind formOf(const QString &text)
{
    static const Form forms[]{
        {Kind::Decision, QRegularExpression(u"\\Adec_[A-Za-z0-9]{6,64}\\z"_s)},
        {Kind::Credential, QRegularExpression(u"\\Acrd_[A-Za-z0-9]{6,64}\\z"_s)},
        {Kind::Partner, QRegularExpression(u"\\Aprt_[A-Za-z0-9]{4,64}\\z"_s)},
        {Kind::Event, QRegularExpression(u"\\Aevt_[0-9]{6,18}\\z"_s)},
        // Ours, nginx's $request_id, and what most others make: a UUID.
        {Kind::Request, QRegularExpression(u"\\A(?:req_[A-Za-z0-9]{6,64}|[0-9a-f]{32}|"
                                           "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\z"_s)},
        {Kind::Ticket, QRegularExpression(u"\\A(?:[A-Za-z]{2,10}-[0-9]{1,10}|"
                                          "(?:INC|CHG|REQ|RITM|PRB|SR|CS)[0-9]{4,10}|#[0-9]{1,10})\\z"_s)},
    };
    const auto *found = std::find_if(std::begin(forms), std::end(forms), [&text](const Form &form) {
        return form.pattern.match(text).hasMatch();
    });
    return found == std::end(forms) ? Kind::Nothing : found->kind;
}

QString lastFourIn(const QString &text)
{
    static const QRegularExpression form(u"\\A(?:…|\\.{2,3}|[*•]+)([A-Za-z0-9]{4})\\z"_s);
    return form.match(text).captured(1);
}

/// With or without a port.
QString addressIn(const QString &text)
{
    static const QRegularExpression port(u"\\A\\[?([0-9a-fA-F:.]+?)\\]?(?::[0-9]{1,5})?\\z"_s);
    for (const QString &each : {text, port.match(text).captured(1)}) {
        if (const auto address = rules::addressOf(each.toStdString()))
            return rules::toText(*address);
    }
    return {};
}

PastedText found(Kind kind, const QString &value)
{
    PastedText pasted;
    pasted.kind = kind;
    pasted.value = value;
    return pasted;
}

} // namespace

PastedText classifyPasted(const QString &text, const TimeFrame &frame)
{
    if (const auto key = keyIn(text))
        return *key;
    if (redactText(text) != text)
        return found(Kind::Secret, {});
    const QString plain = bare(text);
    if (plain.isEmpty())
        return {};
    if (const Kind kind = formOf(plain); kind != Kind::Nothing)
        return found(kind, plain);
    if (const QString four = lastFourIn(plain); !four.isEmpty())
        return found(Kind::LastFour, four);
    if (const QString address = addressIn(plain); !address.isEmpty())
        return found(Kind::Address, address);
    // Words that mean a time are words, too: names of months, "all".
    const bool hasDigit = std::any_of(plain.begin(), plain.end(), [](QChar c) { return c.isDigit(); });
    if (const TimeReading time = readTime(plain, frame); hasDigit && time.isRead()) {
        PastedText pasted = found(Kind::Time, plain);
        pasted.span = time.span;
        return pasted;
    }
    return found(Kind::Words, text.simplified());
}

} // namespace pc::models
