// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/versions_client.h"
#include "models/base/flow.h"

namespace pc::models {

/// The editable half of a version.
[[nodiscard]] ApiVersionDraft draftOf(const ApiVersion &version);

/// Makes a version of an API, or edits one. Failed with kind Stale: somebody else was first; current() is how
/// it stands now.
class SaveVersionFlow final : public Flow
{
    Q_OBJECT
public:
    /// `base`: the one that is edited; none for a new one. `now`: of the clock.
    SaveVersionFlow(client::VersionsClient &versions, ChangeFeed &feed, const QString &apiId,
                    const std::optional<ApiVersion> &base, QObject *parent = nullptr);
    ~SaveVersionFlow() override;
    [[nodiscard]] const QString &apiId() const { return m_apiId; }
    [[nodiscard]] const std::optional<ApiVersion> &base() const { return m_base; }
    [[nodiscard]] const ApiVersionDraft &draft() const { return m_draft; }
    [[nodiscard]] QDateTime now() const;
    /// Without reason and ticket, which are the flow's.
    void setDraft(const ApiVersionDraft &draft);
    [[nodiscard]] std::optional<ApiVersion> current() const;
    void rebase(const ApiVersion &current);
    [[nodiscard]] const std::optional<ApiVersion> &result() const { return m_result; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    [[nodiscard]] ApiVersionDraft request() const;

    client::VersionsClient &m_versions;
    ChangeFeed &m_feed;
    QString m_apiId;
    std::optional<ApiVersion> m_base;
    ApiVersionDraft m_draft;
    std::optional<ApiVersion> m_result;
};

/// Ends a version now, or removes it.
class VersionActFlow final : public Flow
{
    Q_OBJECT
public:
    enum class Act { End, Remove };
    VersionActFlow(client::VersionsClient &versions, ChangeFeed &feed, Act act, const ApiVersion &version,
                   QObject *parent = nullptr);
    ~VersionActFlow() override;
    [[nodiscard]] Act act() const { return m_act; }
    /// As it was looked at.
    [[nodiscard]] const ApiVersion &version() const { return m_version; }
    [[nodiscard]] std::optional<ApiVersion> current() const;
    void rebase(const ApiVersion &current);
    /// When Done: as the act left it.
    [[nodiscard]] const std::optional<ApiVersion> &result() const { return m_result; }
    /// The answer says that this act did it. Else it was found so, and may be the work of somebody else.
    [[nodiscard]] bool isAnswered() const { return m_answered; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    void look() override;

    client::VersionsClient &m_versions;
    ChangeFeed &m_feed;
    Act m_act;
    ApiVersion m_version;
    std::optional<ApiVersion> m_result;
    bool m_answered = false;
};

} // namespace pc::models
