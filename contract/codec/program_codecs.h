// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/codecs.h"
#include "contract/types/program.h"

namespace pc {

PC_CODEC(ReadyLine)
PC_CODEC(SeedLine)

/// One line of the program's standard output.
template <typename Line>
[[nodiscard]] Decoded<Line> lineFrom(const QByteArray &utf8)
{
    return parseObject(utf8).and_then([](const QJsonObject &object) { return fromJson<Line>(object); });
}

} // namespace pc
