// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe_event.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

constexpr qsizetype hashSize = 32;

template <typename A>
static void describe(A &a, Ref<A, AuditRecord> &v)
{
    a("event"_L1, v.event);
    a("canonical"_L1, v.canonical);
}

template <typename A>
static void describe(A &a, Ref<A, Checkpoint> &v)
{
    a("origin"_L1, v.origin);
    a("size"_L1, v.size);
    a.sized("root"_L1, v.root, hashSize);
    a("at"_L1, v.at);
    a("note"_L1, v.note);
    a.sized("public_key"_L1, v.publicKey, hashSize);
}

template <typename A>
static void describe(A &a, Ref<A, InclusionProof> &v)
{
    a("index"_L1, v.index);
    a("size"_L1, v.size);
    a.sized("path"_L1, v.path, hashSize);
}

template <typename A>
static void describe(A &a, Ref<A, ConsistencyProof> &v)
{
    a("first"_L1, v.first);
    a("second"_L1, v.second);
    a.sized("path"_L1, v.path, hashSize);
}

PC_CODEC_FROM_DESCRIPTION(AuditEvent)
PC_CODEC_FROM_DESCRIPTION(Checkpoint)
PC_CODEC_FROM_DESCRIPTION(InclusionProof)
PC_CODEC_FROM_DESCRIPTION(ConsistencyProof)

QJsonObject toJson(const AuditRecord &value)
{
    return codec::write(value);
}

// The log proves the canonical bytes, so the event shown must be what they say: a service cannot show one
// event and prove another.
template <>
Decoded<AuditRecord> fromJson<AuditRecord>(const QJsonValue &json)
{
    auto record = codec::read<AuditRecord>(json);
    if (!record)
        return record;
    const auto object = parseObject(record->canonical);
    const auto proven = object ? fromJson<AuditEvent>(*object) : tl::make_unexpected(object.error());
    if (!proven || *proven != record->event)
        return tl::make_unexpected(DecodeError{u"/canonical"_s, u"the bytes of this event"_s});
    return record;
}

} // namespace pc
