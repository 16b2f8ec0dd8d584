// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/gateway_registry.h"

#include "platform/data_dir/data_directory.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cerrno>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1024 * 1024;
constexpr qsizetype thumbprintSize = 32;

QJsonObject toJson(const GatewayRule &rule)
{
    QJsonObject json{{u"name"_s, rule.name},
                     {u"thumbprint"_s, QString::fromLatin1(rule.thumbprint.toHex())},
                     {u"registered_at"_s, rule.registeredAt.toUTC().toString(Qt::ISODate)},
                     {u"not_after"_s, rule.notAfter.toUTC().toString(Qt::ISODate)}};
    if (rule.realm)
        json.insert(u"realm"_s, toText(*rule.realm));
    if (!rule.probeUrl.isEmpty())
        json.insert(u"probe_url"_s, rule.probeUrl);
    if (!rule.probeCaFile.isEmpty())
        json.insert(u"probe_ca_file"_s, rule.probeCaFile);
    return json;
}

std::optional<GatewayRule> ruleFrom(const QJsonObject &json)
{
    GatewayRule rule;
    rule.name = json.value("name"_L1).toString();
    rule.thumbprint = QByteArray::fromHex(json.value("thumbprint"_L1).toString().toLatin1());
    rule.registeredAt = QDateTime::fromString(json.value("registered_at"_L1).toString(), Qt::ISODate);
    rule.notAfter = QDateTime::fromString(json.value("not_after"_L1).toString(), Qt::ISODate);
    rule.probeUrl = json.value("probe_url"_L1).toString();
    rule.probeCaFile = json.value("probe_ca_file"_L1).toString();
    if (json.contains("realm"_L1)) {
        rule.realm = enumFromText<Realm>(json.value("realm"_L1).toString());
        if (*rule.realm == Realm::Unknown)
            return std::nullopt;
    }
    if (rule.name.isEmpty() || rule.thumbprint.size() != thumbprintSize)
        return std::nullopt;
    return rule;
}

tl::expected<void, QString> write(const QString &file, const std::vector<GatewayRule> &rules)
{
    QJsonArray list;
    for (const GatewayRule &rule : rules)
        list.append(toJson(rule));
    return writePrivateFile(file, QJsonDocument(QJsonObject{{u"gateways"_s, list}}).toJson());
}

/// Changes whenever the file is replaced. Its time alone would not do: two changes may fall into one tick of
/// the file system.
QByteArray identityOf(const QString &file)
{
    struct stat info
    {
    };
    if (::stat(QFile::encodeName(file).constData(), &info) != 0)
        return "absent";
    return QByteArray::number(static_cast<qulonglong>(info.st_ino)) + ' ' +
           QByteArray::number(static_cast<qlonglong>(info.st_mtim.tv_sec)) + ' ' +
           QByteArray::number(static_cast<qlonglong>(info.st_mtim.tv_nsec)) + ' ' +
           QByteArray::number(static_cast<qlonglong>(info.st_size));
}

} // namespace

QString gatewayRegistryFile(const QString &dataDirectory)
{
    return dataDirectory + u"/gateways.json"_s;
}

GatewayRegistry::GatewayRegistry(QString file, const RecordedGateways &recorded)
    : m_file(std::move(file)), m_recorded(recorded),
      m_list(std::make_shared<const std::vector<GatewayRule>>())
{
}

tl::expected<std::vector<GatewayRule>, QString> GatewayRegistry::read(const QString &file)
{
    std::vector<GatewayRule> rules;
    QFile source(file);
    if (!source.exists())
        return rules;
    if (!source.open(QIODevice::ReadOnly) || source.size() > largestFile)
        return tl::make_unexpected(u"%1 cannot be read"_s.arg(file));
    const QJsonDocument document = QJsonDocument::fromJson(source.readAll());
    if (!document.isObject() || !document.object().value("gateways"_L1).isArray())
        return tl::make_unexpected(u"%1 is damaged"_s.arg(file));
    const QJsonArray list = document.object().value("gateways"_L1).toArray();
    for (const QJsonValue &each : list) {
        const auto rule = ruleFrom(each.toObject());
        if (!rule)
            return tl::make_unexpected(u"%1 is damaged"_s.arg(file));
        rules.push_back(*rule);
    }
    return rules;
}

namespace {

/// Held while the list is read, changed and written: two commands at once must not undo each other.
class ListLock
{
public:
    explicit ListLock(const QString &file)
        : m_file(::open(QFile::encodeName(file + u".lock"_s).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        using Steady = std::chrono::steady_clock;
        const auto end = Steady::now() + GatewayRegistry::lockPatience;
        while (m_file >= 0 && !m_held) {
            m_held = ::flock(m_file, LOCK_EX | LOCK_NB) == 0;
            if (m_held || errno != EWOULDBLOCK || Steady::now() >= end)
                break;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
    ~ListLock()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    ListLock(const ListLock &) = delete;
    ListLock &operator=(const ListLock &) = delete;
    [[nodiscard]] bool isHeld() const { return m_held; }

private:
    int m_file = -1;
    bool m_held = false;
};

QString cannotBeLocked(const QString &file)
{
    return u"%1 cannot be locked: another command may be changing it"_s.arg(file);
}

} // namespace

tl::expected<void, QString> GatewayRegistry::add(const QString &file, const GatewayRule &rule)
{
    const ListLock lock(file);
    if (!lock.isHeld())
        return tl::make_unexpected(cannotBeLocked(file));
    auto rules = read(file);
    if (!rules)
        return tl::make_unexpected(rules.error());
    const bool known =
        std::any_of(rules->begin(), rules->end(), [&](const auto &each) { return each.name == rule.name; });
    if (known)
        return tl::make_unexpected(u"there is a gateway \"%1\" already; remove it first"_s.arg(rule.name));
    rules->push_back(rule);
    return write(file, *rules);
}

tl::expected<void, QString> GatewayRegistry::remove(const QString &file, const QString &name)
{
    const ListLock lock(file);
    if (!lock.isHeld())
        return tl::make_unexpected(cannotBeLocked(file));
    auto rules = read(file);
    if (!rules)
        return tl::make_unexpected(rules.error());
    const std::size_t before = rules->size();
    std::erase_if(*rules, [&](const GatewayRule &each) { return each.name == name; });
    if (rules->size() == before)
        return tl::make_unexpected(u"there is no gateway \"%1\""_s.arg(name));
    return write(file, *rules);
}

GatewayRegistry::List GatewayRegistry::current() const
{
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    if (m_lookedAt != std::chrono::steady_clock::time_point{} && now - m_lookedAt < lookEvery)
        return m_list;
    m_lookedAt = now;
    const QByteArray identity = identityOf(m_file);
    if (identity == m_readOf)
        return m_list;
    m_readOf = identity;
    auto rules = read(m_file);
    // A damaged file lets nobody in: which gateways it named is not known any more.
    m_list = std::make_shared<const std::vector<GatewayRule>>(rules ? std::move(*rules)
                                                                    : std::vector<GatewayRule>{});
    return m_list;
}

std::optional<GatewayRule> GatewayRegistry::find(const QByteArray &thumbprint) const
{
    const List list = current();
    const auto found = std::find_if(list->begin(), list->end(), [&](const GatewayRule &each) {
        return each.thumbprint == thumbprint && m_recorded.knows(each);
    });
    return found == list->end() ? std::nullopt : std::optional(*found);
}

std::optional<GatewayRule> GatewayRegistry::proven(const std::optional<PeerCertificate> &certificate) const
{
    if (!certificate || !certificate->verified)
        return std::nullopt;
    return find(certificate->thumbprintSha256);
}

std::vector<GatewayRule> GatewayRegistry::all() const
{
    std::vector<GatewayRule> rules = *current();
    std::erase_if(rules, [this](const GatewayRule &each) { return !m_recorded.knows(each); });
    return rules;
}

} // namespace pc::platform
