// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/http_headers.h"

#include <algorithm>

namespace pc::platform {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Every character of a field name that is no letter or digit becomes the same one.
char folded(char c)
{
    const char small = lower(c);
    const bool alphanumeric = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
    return alphanumeric ? small : '-';
}

} // namespace

bool asciiEqualsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

void HttpHeaders::set(const QByteArray &name, const QByteArray &value)
{
    remove(name);
    m_fields.push_back({name, value});
}

void HttpHeaders::remove(QByteArrayView name)
{
    std::erase_if(m_fields,
                  [name](const HttpHeader &field) { return asciiEqualsIgnoringCase(field.name, name); });
}

const HttpHeader *HttpHeaders::find(QByteArrayView name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [name](const HttpHeader &field) {
        return asciiEqualsIgnoringCase(field.name, name);
    });
    return found == m_fields.end() ? nullptr : &*found;
}

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    const HttpHeader *field = find(name);
    if (field == nullptr)
        return {};
    return field->value.isNull() ? QByteArray("") : field->value;
}

int HttpHeaders::count(QByteArrayView name) const
{
    return static_cast<int>(std::count_if(m_fields.begin(), m_fields.end(), [name](const HttpHeader &field) {
        return asciiEqualsIgnoringCase(field.name, name);
    }));
}

int HttpHeaders::countWithAliases(QByteArrayView name) const
{
    return static_cast<int>(std::count_if(m_fields.begin(), m_fields.end(), [name](const HttpHeader &field) {
        return std::equal(field.name.begin(), field.name.end(), name.begin(), name.end(),
                          [](char x, char y) { return folded(x) == folded(y); });
    }));
}

} // namespace pc::platform
