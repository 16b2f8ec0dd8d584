// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace pc::views {

/// Which credential is meant by what can be done with one: that of the view that is on show. Whoever shows
/// credentials offers its own, so that commands and composition know no page. Outlives those who offer.
class CredentialSelection final
{
public:
    struct Offer
    {
        std::function<std::optional<Credential>()> selected; ///< nothing when there is none
        std::function<QString()> noNewSecret;                ///< why its partner gets none now; empty: it may
    };

    /// Counts while `view` is visible, until withdraw().
    void offer(const QWidget *view, Offer offer);
    void withdraw(const QWidget *view);

    [[nodiscard]] std::optional<Credential> selected() const;
    [[nodiscard]] QString noNewSecret() const;

private:
    struct Offered
    {
        const QWidget *view;
        Offer offer;
    };
    [[nodiscard]] const Offer *current() const;

    std::vector<Offered> m_offered;
};

} // namespace pc::views
