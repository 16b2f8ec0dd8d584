// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/item_roles.h"
#include "models/base/load_state.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <optional>

namespace pc::models {

/// What all lists that come page by page from the service have in common. Rows are kept by id: a refresh
/// changes, moves, inserts and removes single rows and never resets, so selection and scroll position
/// survive.
class PagedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit PagedModel(QObject *parent = nullptr);
    ~PagedModel() override;

    [[nodiscard]] LoadState state() const { return m_state; }
    [[nodiscard]] bool isAnswer() const { return models::isAnswer(m_state); }
    /// Of the last load; of a further page when pageFailed().
    [[nodiscard]] const std::optional<client::ApiError> &error() const { return m_error; }
    [[nodiscard]] QDateTime loadedAt() const { return m_loadedAt; }
    /// A request is under way (first page, further page or refresh).
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// Rows are there, but the next page could not be fetched; nothing happens until retry().
    [[nodiscard]] bool pageFailed() const { return m_pageFailed; }
    /// Number of matches, when the service counted.
    [[nodiscard]] std::optional<qint64> count() const { return m_count; }
    [[nodiscard]] std::optional<qint64> countAtLeast() const { return m_countAtLeast; }
    [[nodiscard]] virtual bool hasMore() const = 0;
    /// Row of an id, or -1.
    [[nodiscard]] virtual int rowOf(const QString &id) const = 0;
    [[nodiscard]] virtual QString idAt(int row) const = 0;

    /// Fetches what is shown again.
    virtual void refresh() = 0;
    /// After a failure: the failed page, or everything.
    virtual void retry() = 0;

    /// heading() over each column.
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

Q_SIGNALS:
    /// state(), error(), loadedAt(), isBusy(), pageFailed() or a count changed.
    void stateChanged();
    /// The rows answer another question than those that stood before; what was in both has been kept. Before
    /// stateChanged().
    void questionAnswered();

protected:
    /// Title of a column, shown and spoken.
    [[nodiscard]] virtual QString heading(int column) const = 0;

    LoadState m_state = LoadState::Idle;
    std::optional<client::ApiError> m_error;
    QDateTime m_loadedAt;
    std::optional<qint64> m_count;
    std::optional<qint64> m_countAtLeast;
    bool m_busy = false;
    bool m_pageFailed = false;
};

} // namespace pc::models
