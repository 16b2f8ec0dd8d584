// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>
#include <string_view>

/// Addresses and networks of the internet protocol, versions 4 and 6. An IPv6 address that carries an IPv4
/// address (::ffff:a.b.c.d) is that IPv4 address. Pure.
namespace pc::rules {

struct Address
{
    bool isV6 = false;
    quint64 high = 0; ///< of IPv6: the first 64 bits
    quint64 low = 0;  ///< of IPv4: all 32
    auto operator<=>(const Address &) const = default;
};

/// One address as text, without zone, port, brackets or spaces; of IPv4 four decimal numbers without leading
/// zeros, which others read as octal. Nothing for any other text. Allocates nothing: decisions ask it.
[[nodiscard]] std::optional<Address> addressOf(std::string_view text);
/// RFC 5952.
[[nodiscard]] QString toText(const Address &address);

struct Network
{
    Address first;
    int prefix = 0; ///< leading bits that its addresses share, at most bitsOf()
    bool operator==(const Network &) const = default;

    [[nodiscard]] Address last() const;
    [[nodiscard]] bool contains(const Address &address) const;
    [[nodiscard]] bool contains(const Network &other) const;
};

/// 32 or 128.
[[nodiscard]] constexpr int bitsOf(const Address &address)
{
    return address.isV6 ? 128 : 32;
}
/// The network of this prefix that holds the address.
[[nodiscard]] Network networkAround(const Address &address, int prefix);
/// "203.0.113.0/24": always with its prefix.
[[nodiscard]] QString toText(const Network &network);

/// The network that counts as one caller: whoever has one IPv6 address has 2^64 of them.
[[nodiscard]] inline Network callerOf(const Address &address)
{
    return networkAround(address, address.isV6 ? 64 : 32);
}

/// A text read as a network.
struct NetworkText
{
    Network network;       ///< without the bits beyond its prefix
    bool hasHost = false;  ///< there were such bits: "203.0.113.7/24"
    bool isMapped = false; ///< written as IPv6, of IPv4
};
/// An address, or an address and a prefix, with spaces around; an address alone is a network of one. Of a
/// mapped one the prefix counts its 128 bits, so it is 96 at least. Nothing for any other text.
[[nodiscard]] std::optional<NetworkText> networkOf(const QString &text);

/// What a range is kept for (RFC 6890 and its successors).
enum class SpecialUse {
    None,
    Private,       ///< of a network of one's own
    Shared,        ///< between a provider and its customers
    Loopback,      ///< of one machine
    LinkLocal,     ///< of one wire
    Documentation, ///< of examples
    NoSource,      ///< no call comes from there: multicast, unspecified, reserved
};
/// Of the network as a whole.
[[nodiscard]] SpecialUse specialUseOf(const Network &network);

} // namespace pc::rules
