// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/secrets/pepper_ring.h"

#include "contract/crypto/random_source.h"
#include "platform/data_dir/private_file.h"

#include <QDir>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pepperSize = 32;

} // namespace

void PepperRing::add(int version, const Secret &pepper)
{
    if (version < 1 || m_keys.count(version) != 0)
        qFatal("pepper ring: version %d is not new", version);
    m_keys.emplace(version, std::make_shared<const VerifierKey>(pepper));
}

std::optional<PepperRing> PepperRing::open(const QString &directory, bool createFirst, QString *why)
{
    PepperRing ring;
    const QDir dir(directory);
    const QString prefix = u"pepper-"_s;
    const QStringList names =
        dir.entryList({prefix + u'*'}, QDir::Files | QDir::System | QDir::Hidden, QDir::Name);
    for (const QString &name : names) {
        bool isNumber = false;
        const int version = name.mid(prefix.size()).toInt(&isNumber);
        if (!isNumber || version < 1)
            continue;
        const std::optional<Secret> pepper = readPrivateFile(dir.filePath(name), pepperSize, why);
        if (!pepper)
            return std::nullopt;
        if (pepper->size() != pepperSize) {
            *why = u"%1 does not hold exactly 32 bytes."_s.arg(dir.filePath(name));
            return std::nullopt;
        }
        ring.add(version, *pepper);
    }
    if (ring.m_keys.empty() && createFirst) {
        SystemRandom random;
        const Secret pepper = randomBytes(random, pepperSize);
        if (!writeNewPrivateFile(dir.filePath(prefix + u'1'), pepper.view(), why))
            return std::nullopt;
        ring.add(1, pepper);
    }
    return ring;
}

QList<int> PepperRing::versions() const
{
    QList<int> list;
    for (const auto &[version, key] : m_keys)
        list.append(version);
    return list;
}

QByteArray PepperRing::keyed(int version, std::initializer_list<QByteArrayView> parts) const
{
    const auto key = m_keys.find(version);
    return key == m_keys.end() ? QByteArray() : key->second->keyed(parts);
}

QByteArray PepperRing::verifier(const VerifierInput &input, const Secret &secret) const
{
    if (m_keys.empty())
        qFatal("pepper ring: empty");
    return m_keys.rbegin()->second->verifier(input, secret);
}

bool PepperRing::holds(const CredentialRule &credential, const GenerationRule &generation,
                       const Secret &secret) const
{
    const auto key = m_keys.find(generation.pepperVersion);
    if (key == m_keys.end())
        return holdsNothing(secret);
    const VerifierInput input{credential.partnerId, credential.id(), generation.number, credential.realm};
    return key->second->holds(generation.verifier, input, secret);
}

QString PepperRing::printOf(QByteArrayView text) const
{
    constexpr qsizetype printBytes = 6;
    VerifierInput input;
    input.partnerId = QStringLiteral("print"); // no partner's id
    return QString::fromLatin1(verifier(input, Secret::copyOf(text)).left(printBytes).toHex());
}

bool PepperRing::holdsNothing(const Secret &secret) const
{
    if (m_keys.empty())
        return false;
    // As long as a real input, so that the time does not tell an unknown id.
    static const VerifierInput nobody{u"prt_0000000000000000"_s, u"crd_0000000000000000"_s, 1,
                                      Realm::Production};
    return m_keys.rbegin()->second->holds(QByteArrayView(), nobody, secret);
}

} // namespace pc::platform
