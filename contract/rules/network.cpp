// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/network.h"

#include <QStringList>

#include <array>
#include <charconv>

namespace pc::rules {

using namespace Qt::StringLiterals;

namespace {

/// The first 96 bits of a mapped IPv4 address.
constexpr quint64 mappedMark = 0xffff;

std::optional<quint32> numberIn(std::string_view text, int base, std::size_t longest, quint32 most)
{
    quint32 value = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value, base);
    const bool whole = !text.empty() && text.size() <= longest && read.ec == std::errc() && read.ptr == end;
    return whole && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<quint32> v4Of(std::string_view text)
{
    quint32 address = 0;
    for (int i = 0; i < 4; ++i) {
        const std::size_t dot = text.find('.');
        if ((dot == std::string_view::npos) != (i == 3))
            return {};
        const std::string_view part = text.substr(0, dot);
        const auto octet = numberIn(part, 10, 3, 255);
        if (!octet || (part.size() > 1 && part.front() == '0'))
            return {};
        address = address << 8 | *octet;
        text.remove_prefix(i == 3 ? text.size() : dot + 1);
    }
    return address;
}

/// Groups of four hexadecimal digits as they stand in a text.
struct Groups
{
    std::array<quint16, 8> values{};
    int count = 0;

    /// Of a text without "::". False when it is none, or too long. Empty: no group.
    bool read(std::string_view text, bool mayEndInV4)
    {
        while (!text.empty()) {
            const std::size_t colon = text.find(':');
            const bool isLast = colon == std::string_view::npos;
            const std::string_view part = text.substr(0, colon);
            if (isLast && mayEndInV4 && part.find('.') != std::string_view::npos) {
                const auto v4 = v4Of(part);
                return v4 && add(static_cast<quint16>(*v4 >> 16)) && add(static_cast<quint16>(*v4 & 0xffff));
            }
            const auto group = numberIn(part, 16, 4, 0xffff);
            if (!group || !add(static_cast<quint16>(*group)))
                return false;
            if (isLast)
                return true;
            text.remove_prefix(colon + 1);
            if (text.empty()) // a colon with nothing behind it
                return false;
        }
        return true;
    }

private:
    bool add(quint16 group)
    {
        if (count == 8)
            return false;
        values.at(static_cast<std::size_t>(count++)) = group;
        return true;
    }
};

struct ReadAddress
{
    Address address;
    bool isMapped = false;
};

std::optional<ReadAddress> v6Of(std::string_view text)
{
    const std::size_t gap = text.find("::");
    const bool hasGap = gap != std::string_view::npos;
    Groups head;
    Groups tail;
    if (!head.read(text.substr(0, gap), !hasGap) || (hasGap && !tail.read(text.substr(gap + 2), true)))
        return {};
    const int count = head.count + tail.count;
    if (hasGap ? count > 7 : count != 8)
        return {};
    std::array<quint16, 8> groups{};
    for (int i = 0; i < head.count; ++i)
        groups.at(static_cast<std::size_t>(i)) = head.values.at(static_cast<std::size_t>(i));
    for (int i = 0; i < tail.count; ++i)
        groups.at(static_cast<std::size_t>(8 - tail.count + i)) = tail.values.at(static_cast<std::size_t>(i));
    ReadAddress read;
    for (std::size_t i = 0; i < 4; ++i) {
        read.address.high = read.address.high << 16 | groups.at(i);
        read.address.low = read.address.low << 16 | groups.at(i + 4);
    }
    read.isMapped = read.address.high == 0 && read.address.low >> 32 == mappedMark;
    read.address.isV6 = !read.isMapped;
    if (read.isMapped)
        read.address.low &= 0xffffffff;
    return read;
}

std::optional<ReadAddress> read(std::string_view text)
{
    if (text.find(':') != std::string_view::npos)
        return v6Of(text);
    const auto v4 = v4Of(text);
    return v4 ? std::optional(ReadAddress{{false, 0, *v4}, false}) : std::nullopt;
}

/// 64 bits, of which the first `count` are set; any count.
constexpr quint64 leading(int count)
{
    if (count <= 0)
        return 0;
    return count >= 64 ? ~quint64{0} : ~(~quint64{0} >> count);
}

struct Mask
{
    quint64 high;
    quint64 low;
};

Mask maskOf(const Address &address, int prefix)
{
    if (address.isV6)
        return {leading(prefix), leading(prefix - 64)};
    return {0, leading(prefix + 32) & 0xffffffff};
}

struct SpecialRange
{
    const char *network;
    SpecialUse use;
};

constexpr SpecialRange specialRanges[]{
    {"0.0.0.0/8", SpecialUse::NoSource},
    {"10.0.0.0/8", SpecialUse::Private},
    {"100.64.0.0/10", SpecialUse::Shared},
    {"127.0.0.0/8", SpecialUse::Loopback},
    {"169.254.0.0/16", SpecialUse::LinkLocal},
    {"172.16.0.0/12", SpecialUse::Private},
    {"192.0.2.0/24", SpecialUse::Documentation},
    {"192.168.0.0/16", SpecialUse::Private},
    {"198.51.100.0/24", SpecialUse::Documentation},
    {"203.0.113.0/24", SpecialUse::Documentation},
    {"224.0.0.0/4", SpecialUse::NoSource},
    {"240.0.0.0/4", SpecialUse::NoSource},
    {"::/128", SpecialUse::NoSource},
    {"::1/128", SpecialUse::Loopback},
    {"2001:db8::/32", SpecialUse::Documentation},
    {"3fff::/20", SpecialUse::Documentation},
    {"fc00::/7", SpecialUse::Private},
    {"fe80::/10", SpecialUse::LinkLocal},
    {"ff00::/8", SpecialUse::NoSource},
};

} // namespace

std::optional<Address> addressOf(std::string_view text)
{
    const auto found = read(text);
    return found ? std::optional(found->address) : std::nullopt;
}

QString toText(const Address &address)
{
    if (!address.isV6) {
        QStringList octets;
        for (int shift = 24; shift >= 0; shift -= 8)
            octets.append(QString::number(address.low >> shift & 0xff));
        return octets.join(u'.');
    }
    std::array<quint16, 8> groups{};
    for (std::size_t i = 0; i < 8; ++i)
        groups.at(i) = static_cast<quint16>((i < 4 ? address.high : address.low) >> (48 - 16 * (i % 4)));
    // The longest run of zeros, of two groups at least; the first of several.
    std::size_t best = 0;
    std::size_t longest = 1;
    for (std::size_t i = 0; i < 8; ++i) {
        std::size_t run = 0;
        while (i + run < 8 && groups.at(i + run) == 0)
            ++run;
        if (run > longest) {
            best = i;
            longest = run;
        }
    }
    QString text;
    for (std::size_t i = 0; i < 8; ++i) {
        if (longest > 1 && i == best) {
            text += u"::"_s;
            i += longest - 1;
            continue;
        }
        if (!text.isEmpty() && !text.endsWith(u':'))
            text += u':';
        text += QString::number(groups.at(i), 16);
    }
    return text;
}

Address Network::last() const
{
    const Mask mask = maskOf(first, prefix);
    Address address = first;
    address.high |= address.isV6 ? ~mask.high : 0;
    address.low |= address.isV6 ? ~mask.low : ~mask.low & 0xffffffff;
    return address;
}

bool Network::contains(const Address &address) const
{
    const Mask mask = maskOf(first, prefix);
    return address.isV6 == first.isV6 && (address.high & mask.high) == first.high &&
           (address.low & mask.low) == first.low;
}

bool Network::contains(const Network &other) const
{
    return other.prefix >= prefix && contains(other.first);
}

Network networkAround(const Address &address, int prefix)
{
    const Mask mask = maskOf(address, prefix);
    return {{address.isV6, address.high & mask.high, address.low & mask.low}, prefix};
}

QString toText(const Network &network)
{
    return u"%1/%2"_s.arg(toText(network.first)).arg(network.prefix);
}

std::optional<NetworkText> networkOf(const QString &text)
{
    const QByteArray bytes =
        text.trimmed().toLatin1(); // what is not Latin-1 becomes "?", which no address has
    const std::string_view whole(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const std::size_t slash = whole.find('/');
    const auto address = read(whole.substr(0, slash));
    if (!address)
        return {};
    int prefix = bitsOf(address->address);
    if (slash != std::string_view::npos) {
        const std::string_view digits = whole.substr(slash + 1);
        const auto number = numberIn(digits, 10, 3, address->isMapped ? 128 : static_cast<quint32>(prefix));
        const int less = address->isMapped ? 96 : 0;
        if (!number || (digits.size() > 1 && digits.front() == '0') || static_cast<int>(*number) < less)
            return {};
        prefix = static_cast<int>(*number) - less;
    }
    NetworkText result;
    result.network = networkAround(address->address, prefix);
    result.hasHost = result.network.first != address->address;
    result.isMapped = address->isMapped;
    return result;
}

SpecialUse specialUseOf(const Network &network)
{
    static const auto ranges = [] {
        std::array<std::pair<Network, SpecialUse>, std::size(specialRanges)> list;
        for (std::size_t i = 0; i < list.size(); ++i)
            list.at(i) = {networkOf(QString::fromLatin1(specialRanges[i].network))->network,
                          specialRanges[i].use};
        return list;
    }();
    for (const auto &[range, use] : ranges) {
        if (range.contains(network))
            return use;
    }
    return SpecialUse::None;
}

} // namespace pc::rules
