// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace pc::rules {

/// How many kinds of calls an observation tells apart in an hour. What strangers send costs nobody else his
/// lines: each partner has his own, each source of strangers some of those that all of them share.
class ObservedBudget
{
public:
    static constexpr qint64 ofPartner = 200;
    static constexpr qint64 ofSource = 300;
    static constexpr qint64 ofStrangers = 1000;

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
        if (m_strangers >= ofStrangers)
            return Detail::None;
        return m_ofSources.value(source) < ofSource ? Detail::Kind : Detail::Source;
    }
    /// `kinds` more are told apart.
    void take(const QString &partnerId, const QString &source, qint64 kinds = 1)
    {
        if (!partnerId.isEmpty()) {
            m_ofPartners[partnerId] += kinds;
            return;
        }
        m_ofSources[source] += kinds;
        m_strangers += kinds;
    }

private:
    QHash<QString, qint64> m_ofPartners;
    QHash<QString, qint64> m_ofSources;
    qint64 m_strangers = 0;
};

} // namespace pc::rules
