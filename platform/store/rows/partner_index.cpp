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

std::vector<qint64> expiriesOf(Tx &tx, const QString &partnerId)
{
    std::vector<qint64> times;
    Statement row =
        tx.query(u"SELECT "_s + credentials.selected() + u" FROM credentials WHERE partner_id = ?"_s);
    row.bind(partnerId);
    while (row.next()) {
        if (pc::rules::canExpire(credentials.state(row)))
            times.push_back(credentials.expiresAt(row));
    }
    std::sort(times.begin(), times.end());
    return times;
}

/// Sandbox, limited, production.
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

/// By PartnerIndex::Order.
const QStringList orderNames{u"name"_s,         u"slug"_s,       u"owner"_s,      u"status"_s,
                             u"health"_s,       u"created_at"_s, u"updated_at"_s, u"stage"_s,
                             u"last_call_at"_s, u"calls"_s,      u"quota"_s};

} // namespace

struct PartnerIndex::Entry
{
    qint64 mark = 0;
    QString id;
    Stage stage = Stage::Unknown;
    PartnerStatus status = PartnerStatus::Unknown;
    Health health = Health::NoTraffic;
    std::array<QByteArray, texts> text;
    std::array<double, orders - texts> number{};
};

QStringList PartnerIndex::sortOrders()
{
    Q_ASSERT(orderNames.size() == static_cast<qsizetype>(orders));
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
    const std::lock_guard lock(m_mutex);
    refreshLocked(tx);
}

void PartnerIndex::refreshLocked(Tx &tx)
{
    std::vector<Entry> changed;
    {
        Statement row = tx.query(u"SELECT "_s + marked.selected() +
                                 u" FROM partner_marks m JOIN partners p ON p.id = m.partner_id LEFT JOIN "
                                 "partner_stats s ON s.partner_id = p.id WHERE m.mark > ? ORDER BY m.mark"_s);
        row.bind(m_mark);
        while (row.next()) {
            Entry entry;
            entry.mark = marked.mark(row);
            entry.id = marked.id(row);
            entry.stage = marked.stage(row);
            entry.status = marked.status(row);
            entry.health = marked.health(row).value_or(Health::NoTraffic);
            entry.text[Name] = marked.name(row).toUtf8();
            entry.text[Slug] = marked.slug(row).toUtf8();
            entry.text[Owner] = marked.owner(row).toUtf8();
            entry.text[Status] = toText(entry.status).toUtf8();
            entry.text[HealthText] = toText(entry.health).toUtf8();
            const auto set = [&entry](Order order, double value) { entry.number[order - texts] = value; };
            set(CreatedAt, static_cast<double>(marked.createdAt(row)));
            set(UpdatedAt, static_cast<double>(marked.updatedAt(row)));
            set(StageRank, rankOfStage(entry.stage));
            set(LastCallAt, static_cast<double>(marked.lastCallAt(row)));
            set(Calls, static_cast<double>(marked.calls(row)));
            set(Quota, marked.quota(row));
            changed.push_back(std::move(entry));
        }
    }
    // Each of these reads may be interrupted (Tx::interruptWhen): what was put until then is kept, the next
    // question goes on behind it.
    for (const Entry &entry : changed) {
        put(entry, expiriesOf(tx, entry.id));
        m_mark = entry.mark;
    }
}

void PartnerIndex::put(const Entry &entry, std::vector<qint64> expiries)
{
    const auto row = static_cast<std::size_t>(m_rows.value(entry.id, static_cast<int>(m_ids.size())));
    const auto set = [row](auto &column, const auto &value) {
        if (row == column.size())
            column.push_back(value);
        else
            column[row] = value;
    };
    m_rows.insert(entry.id, static_cast<int>(row));
    set(m_ids, entry.id);
    set(m_ties, tieOf(entry.id));
    for (std::size_t i = 0; i < texts; ++i) {
        const bool repeated = i == Owner || i == Status || i == HealthText;
        set(m_texts[i], repeated ? *m_repeated.insert(entry.text[i]) : entry.text[i]);
        set(m_ranks[i], beginOf(entry.text[i]));
    }
    for (std::size_t i = texts; i < orders; ++i) {
        set(m_numbers[i - texts], entry.number[i - texts]);
        set(m_ranks[i], rankOf(entry.number[i - texts]));
    }
    set(m_stages, entry.stage);
    set(m_statuses, entry.status);
    set(m_healths, entry.health);
    set(m_lastExpiries, expiries.empty() ? qint64{0} : expiries.back());
    set(m_expiries, expiries);
    m_text.put(static_cast<int>(row), {entry.text[Name], entry.text[Slug], entry.id.toUtf8().toLower(),
                                       entry.text[Owner].toLower()});
}

qsizetype PartnerIndex::size() const
{
    const std::lock_guard lock(m_mutex);
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

bool PartnerIndex::isBehind(const Ranked &each, const PageStart &start, const Sort &sort) const
{
    const auto row = static_cast<std::size_t>(each.row);
    if (each.value != start.value)
        return (each.value > start.value) != sort.descending;
    if (sort.order < texts) {
        const int order = m_texts[sort.order][row].compare(start.text);
        if (order != 0)
            return (order > 0) != sort.descending;
    }
    if (each.tie != start.tie)
        return (each.tie > start.tie) != sort.descending;
    return m_ids[row] != start.id && (m_ids[row] > start.id) != sort.descending;
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
    const auto window = pc::rules::expiryWindow(now, query.expiringWithinDays.value_or(0));
    const qint64 from = window.from.toMSecsSinceEpoch();
    const qint64 until = window.until.toMSecsSinceEpoch();
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

std::optional<PartnerIndex::PageStart> PartnerIndex::pageStartOf(const PartnerQuery &query, const Sort &sort)
{
    const bool number = sort.order >= texts;
    const auto cursor = KeysetCursor::decode(query.cursor, cursorOrder(query.sort), number);
    if (!cursor)
        return {};
    PageStart start;
    start.text = cursor->key.toString().toUtf8();
    start.value = number ? rankOf(cursor->key.toDouble()) : beginOf(start.text);
    start.id = cursor->tie.toString();
    start.tie = tieOf(start.id);
    return start;
}

std::optional<PartnerIndex::Found> PartnerIndex::find(Tx &tx, const PartnerQuery &query, const QDateTime &now)
{
    const auto sort = sortOf(query.sort);
    if (!sort)
        return {};
    std::optional<PageStart> start;
    if (!query.cursor.isEmpty()) {
        start = pageStartOf(query, *sort);
        if (!start)
            return {};
    }
    const std::lock_guard lock(m_mutex);
    refreshLocked(tx);
    std::vector<Ranked> rows = matching(query, now, *sort);
    Found result;
    result.count = static_cast<qint64>(rows.size());
    if (start)
        rows.erase(std::remove_if(rows.begin(), rows.end(),
                                  [&](const Ranked &each) { return !isBehind(each, *start, *sort); }),
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
