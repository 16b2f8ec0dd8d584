// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "platform/admin/api/admin_result.h"
#include "platform/store/sql/keyset.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace pc::platform {

/// Strict reading of a list's query: unknown and repeated parameters, values out of range and unknown enum
/// texts are refused. Collects the first error; ask error() at the end.
class Parameters
{
public:
    explicit Parameters(const HttpRequest &request) : m_request(request) {}

    [[nodiscard]] QString text(QStringView name, int maxLength = 200);
    [[nodiscard]] std::optional<qint64> number(QStringView name, qint64 least, qint64 most);
    /// Of the table of the contract (numberParameters()); its preset when it is left out, or wrong. Of one
    /// that has none: nothing then.
    [[nodiscard]] std::optional<qint64> number(const char *name);
    [[nodiscard]] std::optional<QDateTime> time(QStringView name);
    /// `true` or `false`.
    [[nodiscard]] bool flag(QStringView name, bool fallback);
    /// Comma-separated enum texts.
    template <typename E>
    [[nodiscard]] QList<E> enums(QStringView name)
    {
        QList<E> list;
        const QStringList parts = text(name).split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            const E value = enumFromText<E>(part);
            if (value == E::Unknown)
                fail(name, QStringLiteral("known values, separated by commas"));
            else if (!list.contains(value))
                list.append(value);
        }
        return list;
    }
    template <typename E>
    [[nodiscard]] E one(QStringView name, E fallback)
    {
        const QString value = text(name);
        if (value.isEmpty())
            return fallback;
        const E parsed = enumFromText<E>(value);
        if (parsed == E::Unknown)
            fail(name, QStringLiteral("a known value"));
        return parsed;
    }
    /// One of `orders`, with "-" in front when descending; `preset` when none is asked for.
    [[nodiscard]] QString sort(const QStringList &orders, const QString &preset);
    [[nodiscard]] int limit() { return static_cast<int>(*number("limit")); }
    [[nodiscard]] QString cursor() { return text(u"cursor", KeysetCursor::longestText); }

    void fail(QStringView name, const QString &expected);
    [[nodiscard]] bool ok() const { return !m_error; }
    /// The first error; only when !ok().
    [[nodiscard]] tl::unexpected<AdminProblem> error() const { return tl::make_unexpected(*m_error); }

private:
    const HttpRequest &m_request;
    std::optional<AdminProblem> m_error;
};

/// A query parameter that the operation does not take, or one that comes twice; nothing when there is none.
/// Checked first, whatever the operation is.
[[nodiscard]] std::optional<AdminProblem> strangeParameter(const HttpRequest &request,
                                                           const Operation &operation);

/// RFC 3339 with an offset; nullopt when it is not.
[[nodiscard]] std::optional<QDateTime> timeFromText(const QString &text);

} // namespace pc::platform
