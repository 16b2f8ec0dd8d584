// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace pc::platform {

/// An application/x-www-form-urlencoded body that may hold a secret: values are wiped when it dies, and never
/// become QStrings. Strict where RFC 6749 is: no parameter twice; a parameter without a value counts as
/// absent.
class FormBody
{
public:
    enum class Fault { None, Malformed, Repeated };

    /// At most 50 parameters; valid escapes only.
    explicit FormBody(QByteArrayView encoded);

    [[nodiscard]] Fault fault() const { return m_fault; }
    /// Of Fault::Repeated: the parameter.
    [[nodiscard]] const QByteArray &repeated() const { return m_repeated; }
    /// Empty when absent or sent without a value.
    [[nodiscard]] QByteArrayView value(QByteArrayView name) const;
    [[nodiscard]] bool has(QByteArrayView name) const { return !value(name).isEmpty(); }

    /// Decodes one name or value: `+` is a space, `%XX` a byte. Empty Secret with `ok` false when malformed.
    [[nodiscard]] static Secret decode(QByteArrayView encoded, bool *ok);

private:
    std::vector<std::pair<QByteArray, Secret>> m_items;
    Fault m_fault = Fault::None;
    QByteArray m_repeated;
};

} // namespace pc::platform
