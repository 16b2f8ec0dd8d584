// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/seams/clipboard.h"

class QClipboard;

namespace pc::views {

/// The desktop's clipboard. A secret carries the marks by which KDE, Windows and macOS clipboard managers
/// leave it alone, and a random mark of this process by which clearSecret() recognises its own. Qt keeps the
/// text in memory until then (docs/adr/0080-clipboard.md).
class SystemClipboard final : public Clipboard
{
public:
    explicit SystemClipboard(QClipboard &clipboard);
    ~SystemClipboard() override; ///< clears our secret

    void setText(const QString &text, const QString &html = {}) override;
    void setSecret(QByteArrayView utf8) override;
    [[nodiscard]] bool holdsOurSecret() const override;
    bool clearSecret() override;

private:
    QClipboard &m_clipboard;
    QByteArray m_mark; ///< of the last secret; empty when there is none
};

} // namespace pc::views
