// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/codecs.h"
#include "contract/types/program.h"

namespace pc {

[[nodiscard]] QJsonObject toJson(const ReadyLine &value);
template <>
[[nodiscard]] Decoded<ReadyLine> fromJson<ReadyLine>(const QJsonValue &json);
template <>
[[nodiscard]] std::optional<QString> unknownMember<ReadyLine>(const QJsonValue &json);

[[nodiscard]] QJsonObject toJson(const SeedLine &value);
template <>
[[nodiscard]] Decoded<SeedLine> fromJson<SeedLine>(const QJsonValue &json);
template <>
[[nodiscard]] std::optional<QString> unknownMember<SeedLine>(const QJsonValue &json);

} // namespace pc
