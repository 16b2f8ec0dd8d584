// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe_event.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

constexpr qsizetype hashSize = 32;
constexpr qsizetype signatureSize = 64; // Ed25519

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

template <typename A>
static void describe(A &a, Ref<A, AuditFilter> &v)
{
    a.unlessEmpty("q"_L1, v.text);
    a.unlessEmpty("partner_id"_L1, v.partnerId);
    a.unlessEmpty("not_partner_id"_L1, v.notPartnerId);
    a.unlessEmpty("actor"_L1, v.actor);
    a.unlessEmpty("not_actor"_L1, v.notActor);
    a.unlessEmpty("action"_L1, v.action);
    a.unlessEmpty("not_action"_L1, v.notAction);
    a.unlessEmpty("target_id"_L1, v.targetId);
    a.unlessEmpty("not_target_id"_L1, v.notTargetId);
    a.unlessEmpty("request_id"_L1, v.requestId);
    a("from"_L1, v.from);
    a("to"_L1, v.to);
}

template <typename A>
static void describe(A &a, Ref<A, EvidenceRange> &v)
{
    a("begin"_L1, v.begin);
    a("end"_L1, v.end);
}

template <typename A>
static void describe(A &a, Ref<A, EvidenceManifest> &v)
{
    a("format"_L1, v.format);
    a("made_at"_L1, v.madeAt);
    a("made_by"_L1, v.madeBy);
    a("filter"_L1, v.filter);
    a("ranges"_L1, v.ranges);
    a("proves"_L1, v.proves);
    a("events"_L1, v.events);
    a("checkpoint"_L1, v.checkpoint);
}

template <typename A>
static void describe(A &a, Ref<A, EvidenceGap> &v)
{
    a("begin"_L1, v.begin);
    a("end"_L1, v.end);
    a.sized("hashes"_L1, v.hashes, hashSize);
}

template <typename A>
static void describe(A &a, Ref<A, EvidenceEnd> &v)
{
    a("events"_L1, v.events);
    a.sized("sha256"_L1, v.sha256, hashSize);
    a.sized("signature"_L1, v.signature, signatureSize);
}

template <typename A>
static void describe(A &a, Ref<A, EvidenceLine> &v)
{
    a("manifest"_L1, v.manifest);
    a("event"_L1, v.event);
    a("gap"_L1, v.gap);
    a("end"_L1, v.end);
}

PC_CODEC_FROM_DESCRIPTION(AuditEvent)
PC_CODEC_FROM_DESCRIPTION(AuditFilter)
PC_CODEC_FROM_DESCRIPTION(EvidenceManifest)
PC_CODEC_FROM_DESCRIPTION(EvidenceGap)
PC_CODEC_FROM_DESCRIPTION(EvidenceEnd)
PC_CODEC_FROM_DESCRIPTION(Checkpoint)
PC_CODEC_FROM_DESCRIPTION(InclusionProof)
PC_CODEC_FROM_DESCRIPTION(ConsistencyProof)

QJsonObject toJson(const EvidenceLine &value)
{
    return codec::write(value);
}

template <>
Decoded<EvidenceLine> fromJson<EvidenceLine>(const QJsonValue &json)
{
    auto line = codec::read<EvidenceLine>(json);
    const auto count = [](const EvidenceLine &each) {
        return int(each.manifest.has_value()) + int(each.event.has_value()) + int(each.gap.has_value()) +
               int(each.end.has_value());
    };
    if (line && count(*line) != 1)
        return tl::make_unexpected(DecodeError{{}, u"one of manifest, event, gap and end"_s});
    return line;
}

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
