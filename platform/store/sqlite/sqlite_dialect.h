// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/dialect.h"

namespace pc::platform {

/// SQLite's ways (3.40).
class SqliteDialect final : public Dialect
{
public:
    [[nodiscard]] QString schemaText(QString sql) const override;
    [[nodiscard]] QString beginRead() const override;
    /// BEGIN IMMEDIATE: a deferred transaction fails when it upgrades behind another writer.
    [[nodiscard]] QString beginWrite() const override;
    [[nodiscard]] StoreError errorOf(const QSqlError &error) const override;
    [[nodiscard]] std::unique_ptr<Prepared> prepared(const QSqlDatabase &database,
                                                     std::unique_ptr<QSqlQuery> query) const override;
    [[nodiscard]] std::unique_ptr<Interruption> interrupt(const QSqlDatabase &database,
                                                          std::function<bool()> over) const override;
    [[nodiscard]] QStringList partnerMarks() const override;
    [[nodiscard]] QStringList searchSchema() const override;
    [[nodiscard]] QStringList wordSchema() const override;
    [[nodiscard]] QStringList wordSchemaAnew() const override;
    [[nodiscard]] QString searchDocument(const QString &text, qint64 index) const override;
    [[nodiscard]] QString searchInsert() const override;
    [[nodiscard]] QString searchSelect() const override;
    [[nodiscard]] QString searchMatch(const QStringList &words, qint64 index) const override;
};

[[nodiscard]] const SqliteDialect &sqliteDialect();

} // namespace pc::platform
