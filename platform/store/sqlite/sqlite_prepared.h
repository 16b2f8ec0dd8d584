// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/prepared.h"

#include <QSqlQuery>

#include <memory>
#include <vector>

struct sqlite3_stmt;

namespace pc::platform {

/// SQLite's own statement behind a prepared query, bound and read without a QVariant for each value. Qt
/// prepares it and ends it (QSqlResult::handle()).
class SqlitePrepared final : public Prepared
{
public:
    /// Null when Qt's driver has an SQLite of its own: its statements are not for the functions of this one.
    /// `query` is prepared on `database`, and is taken only when it is not null.
    [[nodiscard]] static std::unique_ptr<Prepared> over(const QSqlDatabase &database,
                                                        std::unique_ptr<QSqlQuery> &query);
    ~SqlitePrepared() override;

    [[nodiscard]] int places() const override;
    void bindNull(int place) override;
    void bindText(int place, QStringView text) override;
    void bindBytes(int place, QByteArrayView bytes) override;
    void bindNumber(int place, qint64 number) override;
    void bindReal(int place, double number) override;
    int exec() override;
    [[nodiscard]] bool step() override;
    void finish() noexcept override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] QByteArray bytes(int column) const override;
    [[nodiscard]] qint64 number(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] bool isNull(int column) const override;

private:
    SqlitePrepared(std::unique_ptr<QSqlQuery> query, sqlite3_stmt *statement);
    void check(int code) const;
    [[nodiscard]] const char *keepAscii(int place, QStringView text);

    std::unique_ptr<QSqlQuery> m_query; // owns m_statement
    sqlite3_stmt *m_statement;
    bool m_ended = false;
    std::vector<QByteArray> m_ascii; ///< bound texts, by place: their memory is used again
};

} // namespace pc::platform
