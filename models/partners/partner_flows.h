// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/access_client.h"
#include "client/api/partners_client.h"
#include "models/base/flow.h"

namespace pc::models {

/// Freezes (all access of a partner, reversibly) or unfreezes. Freezing needs no entity tag.
class FreezeFlow final : public Flow
{
    Q_OBJECT
public:
    enum class Act { Freeze, Unfreeze };
    Q_ENUM(Act)
    FreezeFlow(client::PartnersClient &partners, ChangeFeed &feed, const Versioned<Partner> &partner, Act act,
               QObject *parent = nullptr);
    ~FreezeFlow() override;
    [[nodiscard]] Act act() const { return m_act; }
    [[nodiscard]] const Versioned<Partner> &partner() const { return m_partner; }
    /// The partner after the act.
    [[nodiscard]] const std::optional<Versioned<Partner>> &result() const { return m_result; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    void look() override;
    client::PartnersClient &m_partners;
    Versioned<Partner> m_partner;
    Act m_act;
    std::optional<Versioned<Partner>> m_result;
};

/// Steps a partner up to its next stage. The service checks the gates; a failed one comes back as Conflict or
/// Validation.
class PromoteFlow final : public Flow
{
    Q_OBJECT
public:
    PromoteFlow(client::PartnersClient &partners, const Versioned<Partner> &partner, const StageGates &gates,
                QObject *parent = nullptr);
    ~PromoteFlow() override;
    [[nodiscard]] const Versioned<Partner> &partner() const { return m_partner; }
    [[nodiscard]] const StageGates &gates() const { return m_gates; }
    /// There is a next stage and every gate is passed.
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const std::optional<Versioned<Partner>> &result() const { return m_result; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    client::PartnersClient &m_partners;
    Versioned<Partner> m_partner;
    StageGates m_gates;
    std::optional<Versioned<Partner>> m_result;
};

/// Edits a partner (owner, notes, tags, contacts, …), and can take the last edit back while nobody else
/// edited.
class EditPartnerFlow final : public Flow
{
    Q_OBJECT
public:
    EditPartnerFlow(client::PartnersClient &partners, const Versioned<Partner> &partner,
                    QObject *parent = nullptr);
    ~EditPartnerFlow() override;
    [[nodiscard]] const PartnerDraft &draft() const { return m_draft; }
    void setDraft(const PartnerDraft &draft);
    /// After a refusal because somebody else was first: the partner as it is now.
    [[nodiscard]] std::optional<Versioned<Partner>> current() const;
    /// Goes on from there: the next submit replaces that.
    void rebase(const Versioned<Partner> &current);
    /// The partner as it is after the last submit, undo or rebase.
    [[nodiscard]] const Versioned<Partner> &partner() const { return m_partner; }
    [[nodiscard]] bool canUndo() const { return state() == FlowState::Done && m_before.has_value(); }
    /// Writes the former values back, as one more edit; ends Done, or Failed with kind Stale when somebody
    /// else edited meanwhile.
    void undo();

private:
    void send() override;
    client::PartnersClient &m_partners;
    Versioned<Partner> m_partner;
    PartnerDraft m_draft;
    std::optional<PartnerDraft> m_before;
};

/// The editable fields of a partner, as PUT wants them.
[[nodiscard]] PartnerDraft draftOf(const Partner &partner);

/// Saves the staged edits of a GrantEditor. Failed with kind Stale: the grant changed meanwhile; current() is
/// how it stands now.
class SaveGrantFlow final : public Flow
{
    Q_OBJECT
public:
    SaveGrantFlow(client::AccessClient &access, const QString &partnerId, const GrantEdit &edit,
                  const QString &baseEtag, QObject *parent = nullptr);
    ~SaveGrantFlow() override;
    [[nodiscard]] const std::optional<Versioned<Grant>> &result() const { return m_result; }
    [[nodiscard]] std::optional<Versioned<Grant>> current() const;

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    [[nodiscard]] GrantEdit request() const;
    client::AccessClient &m_access;
    QString m_partnerId;
    GrantEdit m_edit;
    QString m_baseEtag;
    std::optional<Versioned<Grant>> m_result;
};

} // namespace pc::models
