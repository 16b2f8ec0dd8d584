// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/catalogue_client.h"
#include "models/base/flow.h"

namespace pc::models {

/// The editable half of an API.
[[nodiscard]] ApiDraft draftOf(const Api &api);

/// Makes an API, or edits one. Failed with kind Stale: somebody else was first; current() is how it stands
/// now.
class SaveApiFlow final : public Flow
{
    Q_OBJECT
public:
    /// `base`: the one that is edited; none for a new one.
    SaveApiFlow(client::CatalogueClient &catalogue, const std::optional<Versioned<Api>> &base,
                QObject *parent = nullptr);
    ~SaveApiFlow() override;
    [[nodiscard]] const std::optional<Versioned<Api>> &base() const { return m_base; }
    [[nodiscard]] const ApiDraft &draft() const { return m_draft; }
    /// Without reason and ticket, which are the flow's.
    void setDraft(const ApiDraft &draft);
    [[nodiscard]] std::optional<Versioned<Api>> current() const;
    /// Goes on from there: the next submit replaces that.
    void rebase(const Versioned<Api> &current);
    [[nodiscard]] const std::optional<Versioned<Api>> &result() const { return m_result; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    [[nodiscard]] ApiDraft request() const;

    client::CatalogueClient &m_catalogue;
    std::optional<Versioned<Api>> m_base;
    ApiDraft m_draft;
    std::optional<Versioned<Api>> m_result;
};

/// Takes an API out. Refused while partners hold scopes of it.
class RemoveApiFlow final : public Flow
{
    Q_OBJECT
public:
    RemoveApiFlow(client::CatalogueClient &catalogue, ChangeFeed &feed, const Versioned<Api> &api,
                  QObject *parent = nullptr);
    ~RemoveApiFlow() override;
    [[nodiscard]] const Versioned<Api> &api() const { return m_api; }
    [[nodiscard]] std::optional<Versioned<Api>> current() const;
    void rebase(const Versioned<Api> &current);

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    void look() override;

    client::CatalogueClient &m_catalogue;
    Versioned<Api> m_api;
};

/// Lets a revision decide: a proposal, or a former one (which puts it back). Failed with kind Stale: the API
/// changed since it was looked at; current() is how it stands now.
class ApplyRevisionFlow final : public Flow
{
    Q_OBJECT
public:
    ApplyRevisionFlow(client::CatalogueClient &catalogue, ChangeFeed &feed, const Versioned<Api> &api,
                      const QString &revisionId, QObject *parent = nullptr);
    ~ApplyRevisionFlow() override;
    /// As it was looked at.
    [[nodiscard]] const Versioned<Api> &api() const { return m_api; }
    [[nodiscard]] const QString &revisionId() const { return m_revisionId; }
    /// The version of the revision that the person looked at; a proposal needs it.
    void setReviewed(qint64 version);
    /// Failed as the proposal was given another rule since.
    [[nodiscard]] bool wasChanged() const;
    [[nodiscard]] std::optional<Versioned<Api>> current() const;
    void rebase(const Versioned<Api> &current);
    /// The API after the act.
    [[nodiscard]] const std::optional<Versioned<Api>> &result() const { return m_result; }
    /// When Done: what decided before and can be put back; empty when there was nothing.
    [[nodiscard]] const QString &formerRevisionId() const { return m_former; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    void look() override;
    void take(const Versioned<Api> &applied);

    client::CatalogueClient &m_catalogue;
    Versioned<Api> m_api;
    QString m_revisionId;
    std::optional<qint64> m_reviewed;
    QString m_former;
    std::optional<Versioned<Api>> m_result;
};

/// Withdraws a proposal, or lets a former revision go.
class RemoveRevisionFlow final : public Flow
{
    Q_OBJECT
public:
    RemoveRevisionFlow(client::CatalogueClient &catalogue, ChangeFeed &feed,
                       const CatalogueRevision &revision, QObject *parent = nullptr);
    ~RemoveRevisionFlow() override;
    [[nodiscard]] const CatalogueRevision &revision() const { return m_revision; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    void look() override;

    client::CatalogueClient &m_catalogue;
    CatalogueRevision m_revision;
};

/// Tries rules for the scopes of a proposal: the last one that was given is sent, one at a time.
class ScopeRuleFlow final : public Flow
{
    Q_OBJECT
public:
    ScopeRuleFlow(client::CatalogueClient &catalogue, const QString &apiId, const QString &revisionId,
                  QObject *parent = nullptr);
    ~ScopeRuleFlow() override;
    /// The rule that the proposal has now, as far as is known here.
    void setKnown(const ScopeRule &rule);
    /// Sends it, unless the proposal has it. While another is under way it waits, and replaces one that
    /// waits.
    void give(const ScopeRule &rule);
    /// Sent, or waiting to be.
    [[nodiscard]] bool isPending() const { return isBusy() || m_next.has_value(); }

Q_SIGNALS:
    /// The proposal has this rule now.
    void given(const pc::CatalogueRevision &revision);

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    void goOn();

    client::CatalogueClient &m_catalogue;
    QString m_apiId;
    QString m_revisionId;
    ScopeRule m_rule;
    std::optional<ScopeRule> m_known;
    std::optional<ScopeRule> m_next;
};

} // namespace pc::models
