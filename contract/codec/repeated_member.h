// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/codecs.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace pc {

/// RFC 6901 pointer of the first member of a JSON text that its object has already; nullopt when there is
/// none. Names are compared as they read, not as they are written ("\u0061" is "a"). RFC 8259, section 4:
/// what such an object means, parsers do not agree on. `utf8` is valid JSON; of other texts the answer means
/// nothing.
[[nodiscard]] std::optional<QString> firstRepeatedMember(const QByteArray &utf8);

/// How many values a JSON text has at most: its opening brackets and commas outside of strings, and one. A
/// cheap look before a parser makes much of little.
[[nodiscard]] qint64 valuesIn(const QByteArray &utf8);

/// parseObject() for what somebody else wrote: a repeated member is a DecodeError at its pointer too.
[[nodiscard]] Decoded<QJsonObject> parseBody(const QByteArray &utf8);

} // namespace pc
