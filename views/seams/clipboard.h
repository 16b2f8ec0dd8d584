// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace pc::views {

/// The clipboard as a seam: views never touch the system's clipboard themselves. The primary selection is
/// never used.
class Clipboard
{
public:
    Clipboard() = default;
    virtual ~Clipboard() = default;
    Clipboard(const Clipboard &) = delete;
    Clipboard &operator=(const Clipboard &) = delete;

    /// Ordinary text: ids, rows, code. `html` is a second flavour, may be empty.
    virtual void setText(const QString &text, const QString &html = {}) = 0;
    /// A secret (UTF-8), marked so that clipboard managers do not keep it. Replaces what was there.
    virtual void setSecret(QByteArrayView utf8) = 0;
    /// True while the clipboard still holds what the last setSecret() put there.
    [[nodiscard]] virtual bool holdsOurSecret() const = 0;
    /// Empties the clipboard only if it still holds our secret; true when it was emptied.
    virtual bool clearSecret() = 0;
};

} // namespace pc::views
