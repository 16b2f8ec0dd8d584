// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <any>
#include <optional>
#include <utility>

namespace pc::views {

/// What was typed into a dialog that was left while its act was under way, until the act is known to be done:
/// the next dialog of the same act on the same object begins with it. Each dialog keeps what it has (a type
/// of its own). In memory only, and of one window: whoever signs in as somebody else finds nothing.
class KeptInput final
{
public:
    /// `title`: of the dialog, as it names the act; `objectId`: names are not unique.
    [[nodiscard]] static QString actOn(const QString &title, const QString &objectId)
    {
        return title + QLatin1Char('\n') + objectId;
    }

    void keep(const QString &act, std::any input) { m_kept.insert(act, std::move(input)); }
    void forget(const QString &act) { m_kept.remove(act); }
    template <typename T>
    [[nodiscard]] std::optional<T> of(const QString &act) const
    {
        const auto found = m_kept.constFind(act);
        const T *input = found == m_kept.cend() ? nullptr : std::any_cast<T>(&found.value());
        return input ? std::optional<T>(*input) : std::nullopt;
    }

private:
    QHash<QString, std::any> m_kept;
};

} // namespace pc::views
