// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/pepper_ring.h"

#include "contract/crypto/random_source.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pepperSize = 32;

/// 32 bytes from a file that nobody else may read; empty with a sentence in `why` otherwise.
Secret readPepper(const QString &path, QString *why)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) {
        *why = u"%1 cannot be read."_s.arg(path);
        return {};
    }
    struct stat info{};
    Secret pepper(pepperSize);
    const bool known = ::fstat(file, &info) == 0;
    const bool sized = known && info.st_size == pepperSize && ::read(file, pepper.data(), pepperSize) == pepperSize;
    ::close(file);
    if (!sized) {
        *why = u"%1 does not hold exactly 32 bytes."_s.arg(path);
        return {};
    }
    if ((info.st_mode & 077) != 0) {
        *why = u"%1 may be read by others; it needs mode 0400."_s.arg(path);
        return {};
    }
    return pepper;
}

bool writePepper(const QString &path, const Secret &pepper, QString *why)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
    bool written = file >= 0 && ::write(file, pepper.view().data(), pepperSize) == pepperSize && ::fsync(file) == 0;
    if (file >= 0)
        written = ::close(file) == 0 && written;
    if (!written)
        *why = u"%1 cannot be written."_s.arg(path);
    return written;
}

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
    const QStringList names = dir.entryList({prefix + u'*'}, QDir::Files | QDir::System | QDir::Hidden, QDir::Name);
    for (const QString &name : names) {
        bool isNumber = false;
        const int version = name.mid(prefix.size()).toInt(&isNumber);
        if (!isNumber || version < 1)
            continue;
        const Secret pepper = readPepper(dir.filePath(name), why);
        if (pepper.isEmpty())
            return std::nullopt;
        ring.add(version, pepper);
    }
    if (ring.m_keys.empty() && createFirst) {
        SystemRandom random;
        const Secret pepper = randomBytes(random, pepperSize);
        if (!writePepper(dir.filePath(prefix + u'1'), pepper, why))
            return std::nullopt;
        ring.add(1, pepper);
    }
    return ring;
}

QByteArray PepperRing::verifier(const VerifierInput &input, const Secret &secret) const
{
    if (m_keys.empty())
        qFatal("pepper ring: empty");
    return m_keys.rbegin()->second->verifier(input, secret);
}

bool PepperRing::holds(const CredentialRule &credential, const GenerationRule &generation, const Secret &secret) const
{
    const auto key = m_keys.find(generation.pepperVersion);
    if (key == m_keys.end())
        return holdsNothing(secret);
    const VerifierInput input{credential.partnerId, credential.id(), generation.number, credential.realm};
    return key->second->holds(generation.verifier, input, secret);
}

bool PepperRing::holdsNothing(const Secret &secret) const
{
    if (m_keys.empty())
        return false;
    // As long as a real input, so that the time does not tell an unknown id.
    static const VerifierInput nobody{u"prt_0000000000000000"_s, u"crd_0000000000000000"_s, 1, Realm::Production};
    return m_keys.rbegin()->second->holds(QByteArrayView(), nobody, secret);
}

} // namespace pc::platform
