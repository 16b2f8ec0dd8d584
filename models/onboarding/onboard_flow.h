// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/partners_client.h"
#include "models/base/clock.h"
#include "models/base/flow.h"
#include "models/onboarding/onboard_draft.h"

#include <QSet>

namespace pc::models {

class CatalogueModel;

enum class StepState { Open, Current, Done, Problem };

/// The "New partner" page: seven steps in any order over one draft, saved as it is typed, resumable, and sent
/// once.
///
/// The draft file also keeps the idempotency key from the first submit on, so that even a console that dies
/// while the answer is on its way cannot make the partner twice.
class OnboardFlow final : public Flow
{
    Q_OBJECT
public:
    /// `draftPath`: the JSON file of this environment's draft; empty keeps it in memory only.
    OnboardFlow(client::PartnersClient &partners, ChangeFeed &feed, CatalogueModel &catalogue,
                TimerClock &clock, QString draftPath, QObject *parent = nullptr);
    ~OnboardFlow() override;

    /// True when the file held a draft that was begun earlier.
    [[nodiscard]] bool wasResumed() const { return m_resumed; }
    /// UTC; invalid while nothing was saved.
    [[nodiscard]] QDateTime savedAt() const { return m_savedAt; }
    /// Saves what was typed in the last moment, too; false when that failed (saveError()): then nothing may
    /// be closed over it.
    [[nodiscard]] bool saveNow();
    /// The draft could not be saved (path, permissions, disk); technical text, empty when all is well.
    [[nodiscard]] const QString &saveError() const { return m_saveError; }
    [[nodiscard]] const OnboardDraft &draft() const { return m_draft; }
    /// Saves half a second after the last change.
    void setDraft(const OnboardDraft &draft);
    /// Who owns a partner unless somebody else is chosen. Stands in a draft that is begun now; true when it
    /// did not before.
    bool setDefaultOwner(const QString &account);
    /// Empties the draft and removes the file.
    void discard();

    [[nodiscard]] OnboardStep step() const { return m_step; }
    void setStep(OnboardStep step);
    /// Current, or Problem (visited, or submitted, with problems), Done (visited without), Open (not visited;
    /// Review also while anything is open elsewhere).
    [[nodiscard]] StepState stepState(OnboardStep step) const;
    /// All problems, those of the service included until their field changes (stillTold()).
    [[nodiscard]] QList<rules::FieldProblem> problems() const;
    [[nodiscard]] QList<rules::FieldProblem> problemsOf(OnboardStep step) const;
    /// Catalogue loaded and no problem.
    [[nodiscard]] bool isComplete() const;

    /// When Done: the new partner. The options of its sandbox stay in draft() until the page is left.
    [[nodiscard]] const std::optional<Versioned<Partner>> &result() const { return m_result; }

Q_SIGNALS:
    /// Draft, problems, steps or saving changed.
    void draftChanged();

private:
    void send() override;
    /// A partner with the slug of the draft is there: asks again with the same key, which makes none but says
    /// whether it is ours.
    void look() override;
    void onCreated(const client::Result<Versioned<Partner>> &result);
    void load();
    void save();
    void saveLater();
    [[nodiscard]] bool isOurs() const;
    void removeFile();

    client::PartnersClient &m_partners;
    CatalogueModel &m_catalogue;
    TimerClock &m_clock;
    QString m_path;
    QByteArray m_written; ///< what this console last read from the file or wrote to it
    OnboardDraft m_draft;
    QString m_defaultOwner;
    OnboardStep m_step = OnboardStep::Organisation;
    QSet<int> m_visited;
    QList<rules::FieldProblem> m_fromService;
    client::IdempotencyKey m_sentKey; ///< kept in the file while an answer is outstanding
    Alarm m_saveAlarm;
    bool m_resumed = false;
    QDateTime m_savedAt;
    QString m_saveError;
    std::optional<Versioned<Partner>> m_result;
};

} // namespace pc::models
