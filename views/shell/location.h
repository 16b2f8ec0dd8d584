// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace pc::views {

/// A place in the console: console://env/page/arg/arg?key=value, e.g.
/// console://env/partner/prt_56be/credentials.
struct Location
{
    QString environment;               ///< empty: the current one
    QString page;                      ///< name under which the page is registered
    QStringList args = {};             ///< e.g. {"prt_56be", "credentials"}
    QMap<QString, QString> query = {}; ///< filters and the like

    [[nodiscard]] bool isValid() const { return !page.isEmpty(); }
    [[nodiscard]] QString arg(int index) const { return args.value(index); }
    [[nodiscard]] QString toString() const;
    /// Invalid location for anything that is not one.
    [[nodiscard]] static Location parse(const QString &text);

    friend bool operator==(const Location &a, const Location &b)
    {
        return a.environment == b.environment && a.page == b.page && a.args == b.args && a.query == b.query;
    }
    friend bool operator!=(const Location &a, const Location &b) { return !(a == b); }
};

} // namespace pc::views

Q_DECLARE_METATYPE(pc::views::Location)
