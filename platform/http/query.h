// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <initializer_list>
#include <optional>
#include <vector>

namespace pc::platform {

/// One decoded name/value pair of a query string or form body.
struct QueryItem
{
    QString name;
    QString value;
    bool operator==(const QueryItem &) const = default;
};

/// The items of a query string or of an application/x-www-form-urlencoded body, in the order sent. Duplicates
/// are kept so that a caller can refuse them: `value()` answers only for a name that occurs exactly once.
class QueryItems
{
public:
    /// Strict: every `%` is followed by two hex digits, the decoded text is UTF-8 without control characters,
    /// names are not empty, at most 100 items. `+` means a space, as the URL standard and RFC 6749 appendix B
    /// have it; so a literal plus must be sent as `%2B`. Empty text is an empty list. nullopt = malformed.
    [[nodiscard]] static std::optional<QueryItems> parse(QByteArrayView encoded);

    [[nodiscard]] const std::vector<QueryItem> &all() const { return m_items; }
    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }
    [[nodiscard]] bool contains(QStringView name) const { return count(name) > 0; }
    [[nodiscard]] int count(QStringView name) const;
    /// The value when the name occurs exactly once; nullopt when it is absent or repeated.
    [[nodiscard]] std::optional<QString> value(QStringView name) const;
    /// Every value of a name that may be repeated.
    [[nodiscard]] std::vector<QString> values(QStringView name) const;
    /// The first name that occurs twice, or nullopt.
    [[nodiscard]] std::optional<QString> firstRepeated() const;
    /// The first name that is not among `known`, or nullopt: an unknown parameter is refused, not ignored.
    [[nodiscard]] std::optional<QString> firstUnknown(const QStringList &known) const;

private:
    std::vector<QueryItem> m_items;
};

} // namespace pc::platform
