// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"
#include "platform/store/sql/tx.h"

#include <type_traits>

namespace pc::platform {

/// What a SELECT asks for, declared once: a struct of Column members that derives from this. The text of the
/// list and the place at which each is read come from the same declaration, so nothing has to be counted, and
/// no name is looked up while rows are read:
///
///     const struct : Columns
///     {
///         Column<QString> name{*this, u"name"};
///         Column<qint64> calls{*this, u"SUM(calls)"};
///     } sums;
///     Statement row = tx.query(u"SELECT "_s + sums.selected() + u" FROM …"_s);
///     while (row.next())
///         use(sums.name(row), sums.calls(row));
class Columns
{
public:
    Columns() = default;
    Columns(const Columns &) = delete;
    Columns &operator=(const Columns &) = delete;

    [[nodiscard]] const QString &selected() const { return m_text; }
    [[nodiscard]] int count() const { return m_count; }

private:
    template <typename T>
    friend class Column;
    int add(QStringView expression);

    QString m_text;
    int m_count = 0;
};

/// One of them, as what it is read: text, bytes, numbers, flag, time (see Statement::stored), an enumeration
/// by its text, or an optional of these where it may be NULL. Of a row that has been stepped to.
template <typename T>
class Column
{
public:
    /// `expression` is a constant of the program.
    Column(Columns &list, QStringView expression) : m_place(list.add(expression)) {}
    /// The `offset`th that a statement selects behind all of a list.
    static Column behind(const Columns &list, int offset) { return Column(list.count() + offset); }

    [[nodiscard]] T operator()(const Statement &row) const { return read<T>(row, m_place); }
    [[nodiscard]] bool isNull(const Statement &row) const { return row.isNull(m_place); }

private:
    explicit Column(int place) : m_place(place) {}

    template <typename V>
    struct IsOptional : std::false_type
    {
    };
    template <typename V>
    struct IsOptional<std::optional<V>> : std::true_type
    {
    };

    template <typename V>
    [[nodiscard]] static V read(const Statement &row, int place)
    {
        if constexpr (IsOptional<V>::value)
            return row.isNull(place) ? V() : V(read<typename V::value_type>(row, place));
        else if constexpr (std::is_enum_v<V>)
            return enumFromText<V>(row.text(place));
        else if constexpr (std::is_same_v<V, QString>)
            return row.text(place);
        else if constexpr (std::is_same_v<V, QByteArray>)
            return row.bytes(place);
        else if constexpr (std::is_same_v<V, QDateTime>)
            return row.time(place);
        else if constexpr (std::is_same_v<V, bool>)
            return row.flag(place);
        else if constexpr (std::is_floating_point_v<V>)
            return row.real(place);
        else
            return static_cast<V>(row.number(place));
    }

    int m_place;
};

/// Of a statement that selects one thing: the first row's, read as a Column is; nullopt when there is no row.
template <typename T>
[[nodiscard]] std::optional<T> only(Statement &row)
{
    static const Columns none;
    return row.next() ? std::optional<T>(Column<T>::behind(none, 0)(row)) : std::nullopt;
}

} // namespace pc::platform
