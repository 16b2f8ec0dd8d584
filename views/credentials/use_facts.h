// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pc::models {
class CredentialUseModel;
}

namespace pc::views {

class FactTiles;
class MessageBanner;
class TimeTicker;

/// Who uses a credential, before an act that stops it: calls, source addresses and living tokens, and the
/// sentence that says what will stop. What is not known is shown as such, and stops nobody.
class UseFacts final : public QWidget
{
    Q_OBJECT
public:
    /// `use` and `ticker` outlive it.
    UseFacts(models::CredentialUseModel &use, const TimeTicker &ticker, QWidget *parent = nullptr);

private:
    void show();

    models::CredentialUseModel &m_use;
    const TimeTicker &m_ticker;
    FactTiles *m_tiles;
    MessageBanner *m_affected;
};

} // namespace pc::views
