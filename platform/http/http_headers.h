// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <initializer_list>
#include <vector>

namespace pc::platform {

struct HttpHeader
{
    QByteArray name;
    QByteArray value;
    bool operator==(const HttpHeader &) const = default;
};

/// Header fields in the order they were sent, duplicates included. Names compare without regard to ASCII
/// case.
class HttpHeaders
{
public:
    HttpHeaders() = default;
    HttpHeaders(std::initializer_list<HttpHeader> fields) : m_fields(fields) {}

    /// Appends, even when the name is there already.
    void add(QByteArray name, QByteArray value) { m_fields.push_back({std::move(name), std::move(value)}); }
    /// Replaces every field of that name by this one.
    void set(const QByteArray &name, const QByteArray &value);
    /// The same with a literal, whose characters are not copied.
    template <std::size_t size>
    void set(const char (&name)[size], const QByteArray &value)
    {
        set(QByteArray::fromRawData(name, static_cast<qsizetype>(size) - 1), value);
    }
    void remove(QByteArrayView name);

    [[nodiscard]] const std::vector<HttpHeader> &all() const { return m_fields; }
    [[nodiscard]] bool contains(QByteArrayView name) const { return find(name) != nullptr; }
    /// The first field of that name, or nullptr. Valid until the list changes.
    [[nodiscard]] const HttpHeader *find(QByteArrayView name) const;
    /// Value of the first field of that name; a null QByteArray when there is none (an empty one when it is
    /// there and empty).
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    /// How often exactly this name occurs.
    [[nodiscard]] int count(QByteArrayView name) const;
    /// Like `count()`, but with everything that is no letter or digit taken as the same character:
    /// `X-Forwarded-Uri`, `X_Forwarded_Uri` and `X.Forwarded.Uri` become one CGI-style variable (RFC 3875
    /// section 4.1.18) behind some upstreams, so a security decision counts all of them and refuses more than
    /// one, and refuses one when `count()` is 0.
    [[nodiscard]] int countWithAliases(QByteArrayView name) const;

private:
    std::vector<HttpHeader> m_fields;
};

/// ASCII case-insensitive equality, as header names and many header values need it.
[[nodiscard]] bool asciiEqualsIgnoringCase(QByteArrayView a, QByteArrayView b);

} // namespace pc::platform
