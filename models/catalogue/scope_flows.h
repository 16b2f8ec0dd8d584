// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/scopes_client.h"
#include "models/base/flow.h"

namespace pc::models {

/// The editable half of a scope.
[[nodiscard]] ScopeDraft draftOf(const Scope &scope);

/// Edits what is said of a scope. Failed with kind Stale: somebody else was first; current() is how it stands
/// now.
class SaveScopeFlow final : public Flow
{
    Q_OBJECT
public:
    SaveScopeFlow(client::ScopesClient &scopes, const Versioned<Scope> &base, QObject *parent = nullptr);
    ~SaveScopeFlow() override;
    [[nodiscard]] const Versioned<Scope> &base() const { return m_base; }
    [[nodiscard]] const ScopeDraft &draft() const { return m_draft; }
    /// Without reason and ticket, which are the flow's.
    void setDraft(const ScopeDraft &draft);
    [[nodiscard]] std::optional<Versioned<Scope>> current() const;
    /// Goes on from there: the next submit replaces that.
    void rebase(const Versioned<Scope> &current);
    [[nodiscard]] const std::optional<ScopeEffect> &result() const { return m_result; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    [[nodiscard]] ScopeDraft request() const;

    client::ScopesClient &m_scopes;
    Versioned<Scope> m_base;
    ScopeDraft m_draft;
    std::optional<ScopeEffect> m_result;
};

/// Takes a scope out that nobody holds and no route needs.
class RemoveScopeFlow final : public Flow
{
    Q_OBJECT
public:
    RemoveScopeFlow(client::ScopesClient &scopes, ChangeFeed &feed, const Versioned<Scope> &scope,
                    QObject *parent = nullptr);
    ~RemoveScopeFlow() override;
    [[nodiscard]] const Versioned<Scope> &scope() const { return m_scope; }
    [[nodiscard]] std::optional<Versioned<Scope>> current() const;
    void rebase(const Versioned<Scope> &current);

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    void look() override;

    client::ScopesClient &m_scopes;
    Versioned<Scope> m_scope;
};

} // namespace pc::models
