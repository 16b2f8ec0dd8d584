// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/key_words.h"

#include "contract/rules/secret_life.h"
#include "models/calls/pasted_text.h"
#include "models/text/enum_names.h"
#include "views/words/names.h"

#include <QCoreApplication>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct KeyWords
{
    Q_DECLARE_TR_FUNCTIONS(KeyWords)
};

bool isAlive(const Credential &credential, const QDateTime &now)
{
    return (credential.state == CredentialState::Active || credential.state == CredentialState::Rotating) &&
           now < credential.expiresAt;
}

const Generation *generationOf(const Credential &credential, const QString &lastFour)
{
    const auto found =
        std::find_if(credential.generations.begin(), credential.generations.end(),
                     [&lastFour](const Generation &each) { return each.lastFour == lastFour; });
    return found == credential.generations.end() ? nullptr : &*found;
}

KeyAnswer ofGeneration(const QString &whose, const Credential &credential, const Generation &generation,
                       const QDateTime &now)
{
    const QString secret = KeyWords::tr("its secret …%1 is generation %2, %3")
                               .arg(generation.lastFour, QString::number(generation.number),
                                    models::nameOf(generation.state).toLower());
    const bool works =
        isAlive(credential, now) && pc::rules::isValid(generation.state, generation.graceUntil, now);
    return works ? KeyAnswer{KeyWords::tr("%1: %2. It works now.").arg(whose, secret), Severity::Warn}
                 : KeyAnswer{KeyWords::tr("%1: %2. It works nowhere any more.").arg(whose, secret),
                             Severity::Ok};
}

} // namespace

KeyAnswer keyAnswer(const models::PastedText &key, const Credential *credential, const QDateTime &now)
{
    if (key.isWhole && !key.hasChecksum)
        return {KeyWords::tr("Its checksum does not hold: it was mistyped or cut, or it is no key of this "
                             "platform. It was not kept."),
                Severity::Info};
    if (credential == nullptr)
        return {KeyWords::tr("It has the form of our keys, but this platform has no such credential (%1).")
                    .arg(key.publicPrefix),
                Severity::Info};
    const QString whose = KeyWords::tr("Belongs to us: “%1” of %2, %3")
                              .arg(inSentence(credential->name), inSentence(credential->partnerName),
                                   models::nameOf(credential->state).toLower());
    if (const Generation *generation = key.isWhole ? generationOf(*credential, key.lastFour) : nullptr)
        return ofGeneration(whose, *credential, *generation, now);
    if (key.isWhole)
        return {KeyWords::tr("%1; but none of its secrets ends with …%2. This one works nowhere.")
                    .arg(whose, key.lastFour),
                Severity::Ok};
    return isAlive(*credential, now)
               ? KeyAnswer{KeyWords::tr("%1. It works now.").arg(whose), Severity::Warn}
               : KeyAnswer{KeyWords::tr("%1. It works nowhere any more.").arg(whose), Severity::Ok};
}

} // namespace pc::views
