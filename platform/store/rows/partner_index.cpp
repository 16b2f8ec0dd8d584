// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/partner_index.h"

#include "contract/rules/expiring.h"
#include "contract/rules/fold.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/keyset.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>
#include <mutex>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<QString> id{*this, u"p.id"};
    Column<QString> name{*this, u"p.name_key"};
    Column<QString> slug{*this, u"p.slug"};
    Column<QString> owner{*this, u"p.owner"};
    Column<Stage> stage{*this, u"p.stage"};
    Column<PartnerStatus> status{*this, u"p.status"};
    Column<qint64> createdAt{*this, u"p.created_at"};
    Column<qint64> updatedAt{*this, u"p.updated_at"};
    Column<std::optional<Health>> health{*this, u"s.health"};
    Column<qint64> lastCallAt{*this, u"COALESCE(s.last_call_at, 0)"};
    Column<qint64> calls{*this, u"COALESCE(s.calls_24h, 0)"};
    Column<double> quota{*this, u"COALESCE(s.quota_share, 0)"};
    Column<qint64> mark{*this, u"m.mark"};
} marked;

const struct : Columns
{
    Column<CredentialState> state{*this, u"state"};
    Column<qint64> expiresAt{*this, u"expires_at"};
} credentials;

quint64 beginOf(const QByteArray &text)
{
    char bytes[8] = {};
    std::memcpy(bytes, text.constData(), static_cast<std::size_t>(std::min<qsizetype>(text.size(), 8)));
    return qFromBigEndian<quint64>(bytes);
}

bool mayExpire(CredentialState state)
{
    return std::find(std::begin(pc::rules::expiringStates), std::end(pc::rules::expiringStates), state) !=
           std::end(pc::rules::expiringStates);
}

std::vector<qint64> expiriesOf(Tx &tx, const QString &partnerId)
{
    std::vector<qint64> times;
    Statement row =
        tx.query(u"SELECT "_s + credentials.selected() + u" FROM credentials WHERE partner_id = ?"_s);
    row.bind(partnerId);
    while (row.next()) {
        if (mayExpire(credentials.state(row)))
            times.push_back(credentials.expiresAt(row));
    }
    std::sort(times.begin(), times.end());
    return times;
}

/// As the list has always ordered them.
double rankOfStage(Stage stage)
{
    return stage == Stage::Sandbox ? 0 : stage == Stage::Limited ? 1 : 2;
}

/// Nothing asked is everything.
template <typename E>
bool isAsked(const QList<E> &asked, E value)
{
    return asked.isEmpty() || asked.contains(value);
}

/// Texts that are one in memory are not looked at.
int compared(const QByteArray &a, const QByteArray &b)
{
    return a.constData() == b.constData() ? 0 : a.compare(b);
}

/// Ids begin alike; what is behind "prt_" decides.
quint64 tieOf(const QString &id)
{
    return beginOf(id.toUtf8().mid(4));
}

QString cursorOrder(const QString &sort)
{
    return u"partners:"_s + sort;
}

/// In the order of PartnerIndex::Order.
const QStringList orderNames{u"name"_s,         u"slug"_s,       u"owner"_s,      u"status"_s,
                             u"health"_s,       u"created_at"_s, u"updated_at"_s, u"stage"_s,
                             u"last_call_at"_s, u"calls"_s,      u"quota"_s};

} // namespace

struct PartnerIndex::Partner
{
    QString id;
    Stage stage;
    PartnerStatus status;
    Health health;
    std::array<QByteArray, texts> text;
    std::array<double, orders - texts> number;
    std::vector<qint64> expiries;
};

QStringList PartnerIndex::sortOrders()
{
    return orderNames;
}

std::optional<PartnerIndex::Sort> PartnerIndex::sortOf(const QString &name)
{
    const bool descending = name.startsWith(u'-');
    const qsizetype order = orderNames.indexOf(descending ? name.sliced(1) : name);
    return order < 0 ? std::nullopt : std::optional(Sort{static_cast<std::size_t>(order), descending});
}

/// A number as one without a sign, in the same order (IEEE 754).
quint64 PartnerIndex::rankOf(double number)
{
    const auto bits = std::bit_cast<quint64>(number + 0.0); // no negative zero
    return (bits >> 63) != 0 ? ~bits : bits | (quint64{1} << 63);
}

void PartnerIndex::refresh(Tx &tx)
{
    const std::unique_lock lock(m_mutex);
    std::vector<Partner> changed;
    {
        Statement row = tx.query(u"SELECT "_s + marked.selected() +
                                 u" FROM partner_marks m JOIN partners p ON p.id = m.partner_id LEFT JOIN "
                                 "partner_stats s ON s.partner_id = p.id WHERE m.mark > ? ORDER BY m.mark"_s);
        row.bind(m_mark);
        while (row.next()) {
            const auto status = marked.status(row);
            const Health health = marked.health(row).value_or(Health::NoTraffic);
            const Stage stage = marked.stage(row);
            changed.push_back(
                {marked.id(row),
                 stage,
                 status,
                 health,
                 {marked.name(row).toUtf8(), marked.slug(row).toUtf8(), marked.owner(row).toUtf8(),
                  toText(status).toUtf8(), toText(health).toUtf8()},
                 {static_cast<double>(marked.createdAt(row)), static_cast<double>(marked.updatedAt(row)),
                  rankOfStage(stage), static_cast<double>(marked.lastCallAt(row)),
                  static_cast<double>(marked.calls(row)), marked.quota(row)},
                 {}});
            m_mark = marked.mark(row);
        }
    }
    for (Partner &partner : changed) {
        partner.expiries = expiriesOf(tx, partner.id);
        put(partner);
    }
}

void PartnerIndex::put(const Partner &partner)
{
    const auto row = static_cast<std::size_t>(m_places.value(partner.id, static_cast<int>(m_ids.size())));
    const auto set = [row](auto &column, const auto &value) {
        if (row == column.size())
            column.push_back(value);
        else
            column[row] = value;
    };
    m_places.insert(partner.id, static_cast<int>(row));
    set(m_ids, partner.id);
    set(m_ties, tieOf(partner.id));
    for (std::size_t i = 0; i < texts; ++i) {
        const bool repeated = i == Owner || i == Status || i == HealthText;
        set(m_texts[i], repeated ? *m_repeated.insert(partner.text[i]) : partner.text[i]);
        set(m_ranks[i], beginOf(partner.text[i]));
    }
    for (std::size_t i = texts; i < orders; ++i) {
        set(m_numbers[i - texts], partner.number[i - texts]);
        set(m_ranks[i], rankOf(partner.number[i - texts]));
    }
    set(m_stages, partner.stage);
    set(m_statuses, partner.status);
    set(m_healths, partner.health);
    set(m_expiries, partner.expiries);
    set(m_lastExpiries, partner.expiries.empty() ? qint64{0} : partner.expiries.back());
    m_text.put(static_cast<int>(row), {partner.text[Name], partner.text[Slug], partner.id.toUtf8().toLower(),
                                       partner.text[Owner].toLower()});
}

qsizetype PartnerIndex::size() const
{
    const std::shared_lock lock(m_mutex);
    return static_cast<qsizetype>(m_ids.size());
}

bool PartnerIndex::isBefore(const Ranked &a, const Ranked &b, const Sort &sort) const
{
    if (a.value != b.value)
        return (a.value < b.value) != sort.descending;
    const auto left = static_cast<std::size_t>(a.row);
    const auto right = static_cast<std::size_t>(b.row);
    if (sort.order < texts) {
        const int order = compared(m_texts[sort.order][left], m_texts[sort.order][right]);
        if (order != 0)
            return (order < 0) != sort.descending;
    }
    if (a.tie != b.tie)
        return (a.tie < b.tie) != sort.descending;
    return a.row != b.row && (m_ids[left] < m_ids[right]) != sort.descending;
}

bool PartnerIndex::isBehind(const Ranked &each, const Place &place, const Sort &sort) const
{
    const auto row = static_cast<std::size_t>(each.row);
    if (each.value != place.value)
        return (each.value > place.value) != sort.descending;
    if (sort.order < texts) {
        const int order = m_texts[sort.order][row].compare(place.text);
        if (order != 0)
            return (order > 0) != sort.descending;
    }
    if (each.tie != place.tie)
        return (each.tie > place.tie) != sort.descending;
    return m_ids[row] != place.id && (m_ids[row] > place.id) != sort.descending;
}

bool PartnerIndex::expires(std::size_t row, qint64 from, qint64 until) const
{
    if (m_lastExpiries[row] <= from)
        return false;
    const std::vector<qint64> &times = m_expiries[row];
    return *std::upper_bound(times.begin(), times.end(), from) <= until;
}

std::vector<PartnerIndex::Ranked> PartnerIndex::matching(const PartnerQuery &query, const QDateTime &now,
                                                         const Sort &sort) const
{
    const QByteArray part = pc::rules::fold(query.text).toUtf8();
    const std::vector<bool> found = part.isEmpty() ? std::vector<bool>() : m_text.containing(part);
    const auto known = m_repeated.constFind(query.owner.toUtf8());
    const QByteArray owner = known == m_repeated.constEnd() ? query.owner.toUtf8() : *known;
    const quint64 ownerBegin = beginOf(owner);
    const qint64 from = now.toMSecsSinceEpoch();
    const qint64 until =
        query.expiringWithinDays ? now.addDays(*query.expiringWithinDays).toMSecsSinceEpoch() : 0;
    std::vector<Ranked> rows;
    rows.reserve(m_ids.size());
    for (std::size_t row = 0; row < m_ids.size(); ++row) {
        const bool matches =
            (part.isEmpty() || found[row]) && isAsked(query.stages, m_stages[row]) &&
            isAsked(query.statuses, m_statuses[row]) && isAsked(query.healths, m_healths[row]) &&
            (owner.isEmpty() ||
             (m_ranks[Owner][row] == ownerBegin && compared(m_texts[Owner][row], owner) == 0)) &&
            (!query.expiringWithinDays || expires(row, from, until));
        if (matches)
            rows.push_back({m_ranks[sort.order][row], m_ties[row], static_cast<int>(row)});
    }
    return rows;
}

std::optional<PartnerIndex::Place> PartnerIndex::placeOf(const PartnerQuery &query, const Sort &sort)
{
    const bool number = sort.order >= texts;
    const auto cursor = KeysetCursor::decode(query.cursor, cursorOrder(query.sort), number);
    if (!cursor)
        return {};
    Place place;
    place.text = cursor->key.toString().toUtf8();
    place.value = number ? rankOf(cursor->key.toDouble()) : beginOf(place.text);
    place.id = cursor->tie.toString();
    place.tie = tieOf(place.id);
    return place;
}

std::optional<PartnerIndex::Found> PartnerIndex::find(const PartnerQuery &query, const QDateTime &now) const
{
    const auto sort = sortOf(query.sort);
    if (!sort)
        return {};
    std::optional<Place> place;
    if (!query.cursor.isEmpty()) {
        place = placeOf(query, *sort);
        if (!place)
            return {};
    }
    const std::shared_lock lock(m_mutex);
    std::vector<Ranked> rows = matching(query, now, *sort);
    Found result;
    result.count = static_cast<qint64>(rows.size());
    if (place)
        rows.erase(std::remove_if(rows.begin(), rows.end(),
                                  [&](const Ranked &each) { return !isBehind(each, *place, *sort); }),
                   rows.end());
    const auto limit = static_cast<std::size_t>(std::max(query.limit, 0));
    const auto shown = rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), limit));
    std::partial_sort(rows.begin(), shown, rows.end(),
                      [&](const Ranked &a, const Ranked &b) { return isBefore(a, b, *sort); });
    for (auto row = rows.begin(); row != shown; ++row)
        result.ids.append(m_ids[static_cast<std::size_t>(row->row)]);
    if (rows.size() > limit && limit > 0) {
        const auto last = static_cast<std::size_t>((shown - 1)->row);
        const QVariant key = sort->order < texts ? QVariant(QString::fromUtf8(m_texts[sort->order][last]))
                                                 : QVariant(m_numbers[sort->order - texts][last]);
        result.nextCursor = KeysetCursor{cursorOrder(query.sort), key, m_ids[last]}.encode();
    }
    return result;
}

} // namespace pc::platform
