// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/dialect.h"
#include "platform/store/sql/prepared.h"

#include <QSqlQuery>

#include <memory>

namespace pc::platform {

/// Over Qt SQL alone: of every engine that has no way of its own.
class QueryPrepared final : public Prepared
{
public:
    /// `query` is prepared; `dialect` outlives it.
    QueryPrepared(std::unique_ptr<QSqlQuery> query, const Dialect &dialect);

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
    void run();

    std::unique_ptr<QSqlQuery> m_query;
    const Dialect &m_dialect;
    bool m_ran = false;
};

} // namespace pc::platform
