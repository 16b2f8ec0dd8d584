// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/credential_selection.h"

#include <algorithm>

namespace pc::views {

void CredentialSelection::offer(const QWidget *view, Offer offer)
{
    m_offered.push_back({view, std::move(offer)});
}

void CredentialSelection::withdraw(const QWidget *view)
{
    std::erase_if(m_offered, [view](const Offered &offered) { return offered.view == view; });
}

const CredentialSelection::Offer *CredentialSelection::current() const
{
    const auto found = std::find_if(m_offered.begin(), m_offered.end(),
                                    [](const Offered &offered) { return offered.view->isVisible(); });
    return found == m_offered.end() ? nullptr : &found->offer;
}

std::optional<Credential> CredentialSelection::selected() const
{
    const Offer *offer = current();
    return offer ? offer->selected() : std::nullopt;
}

QString CredentialSelection::noNewSecret() const
{
    const Offer *offer = current();
    return offer ? offer->noNewSecret() : QString();
}

} // namespace pc::views
