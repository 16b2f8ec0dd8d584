// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/load_state.h"

#include <QDateTime>
#include <QObject>

#include <optional>

namespace pc::models {

/// What all models of one object have in common: load state, error, age, refresh.
class ObjectModel : public QObject
{
    Q_OBJECT
public:
    explicit ObjectModel(QObject *parent = nullptr);
    ~ObjectModel() override;

    [[nodiscard]] LoadState state() const { return m_state; }
    [[nodiscard]] const std::optional<client::ApiError> &error() const { return m_error; }
    /// UTC; invalid before the first success.
    [[nodiscard]] QDateTime loadedAt() const { return m_loadedAt; }
    [[nodiscard]] bool isRefreshing() const { return m_refreshing; }
    [[nodiscard]] virtual bool hasValue() const = 0;
    /// Fetches again; what is shown stays until the answer comes. Also the "Retry" of an error page.
    virtual void refresh() = 0;

Q_SIGNALS:
    /// state(), error(), loadedAt() or isRefreshing() changed.
    void stateChanged();
    /// The value changed.
    void changed();

protected:
    void beginLoad();
    void succeed(const QDateTime &now);
    void fail(const client::ApiError &error);
    /// Back to Idle, e.g. when another object is to be shown.
    void forget();

private:
    LoadState m_state = LoadState::Idle;
    std::optional<client::ApiError> m_error;
    QDateTime m_loadedAt;
    bool m_refreshing = false;
};

} // namespace pc::models
