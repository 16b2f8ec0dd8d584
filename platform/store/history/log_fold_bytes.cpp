// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/history/log_fold_bytes.h"

#include "contract/codec/base64url.h"
#include "contract/codec/codecs.h"

#include <QJsonDocument>

namespace pc::platform::log_fold {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(toBase64Url(bytes));
}

QJsonObject placeJson(const AnchorPlace &place)
{
    return {{u"offset"_s, place.offset}, {u"number"_s, place.number}, {u"hash"_s, text(place.hash)}};
}

/// Reads members, and remembers that one was not what was written.
class Members
{
public:
    explicit Members(QJsonObject object) : m_object(std::move(object)) {}

    qint64 number(const QString &name)
    {
        const QJsonValue value = m_object.value(name);
        m_ok = m_ok && value.isDouble();
        return value.toInteger();
    }
    QByteArray bytes(const QString &name)
    {
        const auto value = fromBase64Url(m_object.value(name).toString().toLatin1());
        m_ok = m_ok && m_object.value(name).isString() && value;
        return value.value_or(QByteArray());
    }
    AnchorPlace place(const QString &name)
    {
        Members inner(m_object.value(name).toObject());
        AnchorPlace place{inner.number(u"offset"_s), inner.number(u"number"_s), inner.bytes(u"hash"_s)};
        m_ok = m_ok && inner.m_ok;
        return place;
    }
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    QJsonObject m_object;
    bool m_ok = true;
};

} // namespace

QByteArray toBytes(const State &state)
{
    return QJsonDocument(QJsonObject{{u"version"_s, version},
                                     {u"phase"_s, static_cast<int>(state.phase)},
                                     {u"anchor"_s, placeJson(state.anchor)},
                                     {u"binding"_s, placeJson(state.binding)},
                                     {u"last_size"_s, state.lastSize},
                                     {u"last_root"_s, text(state.lastRoot)},
                                     {u"size"_s, state.size},
                                     {u"root"_s, text(state.root)},
                                     {u"frontier"_s, text(state.frontier.serialise())},
                                     {u"vouched"_s, state.vouched},
                                     {u"checkpoints"_s, state.checkpoints},
                                     {u"anchored"_s, state.anchored},
                                     {u"finding"_s, static_cast<int>(state.finding)},
                                     {u"first_bad"_s, state.firstBad}})
        .toJson(QJsonDocument::Compact);
}

std::optional<State> fromBytes(const QByteArray &bytes)
{
    const auto object = parseObject(bytes);
    if (!object)
        return {};
    Members members(*object);
    if (members.number(u"version"_s) != version)
        return {};
    State state;
    const qint64 phase = members.number(u"phase"_s);
    state.phase = static_cast<Phase>(phase);
    state.anchor = members.place(u"anchor"_s);
    state.binding = members.place(u"binding"_s);
    state.lastSize = members.number(u"last_size"_s);
    state.lastRoot = members.bytes(u"last_root"_s);
    state.size = members.number(u"size"_s);
    state.root = members.bytes(u"root"_s);
    const auto frontier = merkle::Frontier::parse(members.bytes(u"frontier"_s));
    state.vouched = members.number(u"vouched"_s);
    state.checkpoints = members.number(u"checkpoints"_s);
    state.anchored = members.number(u"anchored"_s);
    state.finding = static_cast<HistoryFinding>(members.number(u"finding"_s));
    state.firstBad = members.number(u"first_bad"_s);
    if (!members.ok() || !frontier || phase < 0 || phase > static_cast<qint64>(Phase::Over))
        return {};
    state.frontier = *frontier;
    return state;
}

} // namespace pc::platform::log_fold
