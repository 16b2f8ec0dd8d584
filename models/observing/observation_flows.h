// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/observations_client.h"
#include "models/base/flow.h"

namespace pc::models {

/// Lets what would be refused pass from now on, until a day.
class BeginObservationFlow final : public Flow
{
    Q_OBJECT
public:
    explicit BeginObservationFlow(client::ObservationsClient &observations, QObject *parent = nullptr);
    ~BeginObservationFlow() override;
    /// Reason and ticket of it are the flow's own.
    void setDraft(const ObservationDraft &draft);
    [[nodiscard]] const ObservationDraft &draft() const { return m_draft; }
    [[nodiscard]] const std::optional<Observation> &result() const { return m_result; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    [[nodiscard]] ObservationDraft request() const;

    client::ObservationsClient &m_observations;
    ObservationDraft m_draft;
    std::optional<Observation> m_result;
};

/// Gives one that is in force another end.
class ExtendObservationFlow final : public Flow
{
    Q_OBJECT
public:
    ExtendObservationFlow(client::ObservationsClient &observations, const ObservationSummary &observed,
                          QObject *parent = nullptr);
    ~ExtendObservationFlow() override;
    [[nodiscard]] const ObservationSummary &observed() const { return m_observed; }
    void setUntil(const QDateTime &until);
    [[nodiscard]] const std::optional<Observation> &result() const { return m_result; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    [[nodiscard]] ObservationExtension request() const;

    client::ObservationsClient &m_observations;
    ObservationSummary m_observed;
    QDateTime m_until;
    std::optional<Observation> m_result;
};

/// Ends one: from then on what would be refused is refused.
class EnforceFlow final : public Flow
{
    Q_OBJECT
public:
    EnforceFlow(client::ObservationsClient &observations, ChangeFeed &feed,
                const ObservationSummary &observed, QObject *parent = nullptr);
    ~EnforceFlow() override;
    [[nodiscard]] const ObservationSummary &observed() const { return m_observed; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    void look() override;

    client::ObservationsClient &m_observations;
    ObservationSummary m_observed;
};

/// What takes the end of an observation back: the same is observed, until the same day.
[[nodiscard]] ObservationDraft sameAgain(const Observation &observation);

} // namespace pc::models
