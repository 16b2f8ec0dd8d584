// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "models/base/clock.h"
#include "models/base/load_state.h"
#include "models/base/superseded.h"

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
    [[nodiscard]] bool isAnswer() const { return models::isAnswer(m_state); }
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
    /// The value stays as an old one, unless it may no longer be seen: then it goes.
    void fail(const client::ApiError &error);
    /// Back to Idle and without a value, e.g. when another object is to be shown.
    void forget();
    /// What is shown answers another question than the one that is about to be asked (another range). Before
    /// beginLoad(): it stays for a moment (superseded.h), and goes by dropValue() when the answer fails.
    void supersede(TimerClock &clock, std::chrono::milliseconds longest = Superseded::longest);
    /// hasValue() is false afterwards; changed() is emitted by the caller.
    virtual void dropValue() = 0;
    /// The answer about a part that has an error of its own: it stays when it could not be fetched, and goes
    /// when it may no longer be seen. Emits changed().
    template <typename T>
    void takePart(client::Result<T> result, std::optional<T> &part, std::optional<client::ApiError> &error)
    {
        error.reset();
        if (result) {
            part = std::move(*result);
        } else {
            error = result.error();
            if (error->kind == client::ErrorKind::Forbidden)
                part.reset();
        }
        Q_EMIT changed();
    }

private:
    void dropSuperseded();

    Superseded m_superseded;
    LoadState m_state = LoadState::Idle;
    std::optional<client::ApiError> m_error;
    QDateTime m_loadedAt;
    bool m_refreshing = false;
};

} // namespace pc::models
