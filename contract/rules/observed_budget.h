// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/network.h"

#include <QHash>
#include <QString>

namespace pc::rules {

/// How many kinds of calls an observation tells apart in an hour. What strangers send costs nobody else his
/// lines: each partner has his own, each source of strangers some of those that all of them share, and a few
/// when these are gone. Of IPv6 a source is its network of 64 bits.
class ObservedBudget
{
public:
    static constexpr qint64 ofPartner = 200;
    static constexpr qint64 ofSource = 300;
    static constexpr qint64 ofStrangers = 1000;
    /// Beyond these: of a source that has fewer yet, and of all of them together.
    static constexpr qint64 leastOfSource = 5;
    static constexpr qint64 mostOfStrangers = 1500;
    /// Of all hours together, of strangers.
    static constexpr qint64 ofObservation = 20000;
    /// What all that is not told apart is counted as.
    static inline const QString others = QStringLiteral("others");

    /// What is told of a call of a new kind.
    enum class Detail {
        Kind,   ///< all
        Source, ///< from where it came
        None,
    };

    /// Empty partner: a stranger from this source.
    [[nodiscard]] Detail left(const QString &partnerId, const QString &source) const
    {
        if (!partnerId.isEmpty())
            return m_ofPartners.value(partnerId) < ofPartner ? Detail::Kind : Detail::None;
        const qint64 known = m_ofSources.value(sourceOf(source));
        if (m_strangers >= ofStrangers)
            return known < leastOfSource && m_strangers < mostOfStrangers ? Detail::Kind : Detail::None;
        return known < ofSource ? Detail::Kind : Detail::Source;
    }
    /// What calls of this address are counted together under: of IPv6 its network.
    [[nodiscard]] static QString sourceOf(const QString &source)
    {
        if (!source.contains(u':'))
            return source;
        const QByteArray text = source.toLatin1();
        const auto address = addressOf({text.constData(), static_cast<std::size_t>(text.size())});
        return address ? toText(callerOf(*address)) : source;
    }
    /// `kinds` more are told apart.
    void take(const QString &partnerId, const QString &source, qint64 kinds = 1)
    {
        if (!partnerId.isEmpty()) {
            m_ofPartners[partnerId] += kinds;
            return;
        }
        m_ofSources[sourceOf(source)] += kinds;
        m_strangers += kinds;
    }

private:
    QHash<QString, qint64> m_ofPartners;
    QHash<QString, qint64> m_ofSources;
    qint64 m_strangers = 0;
};

} // namespace pc::rules
