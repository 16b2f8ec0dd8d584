// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/partner.h"
#include "platform/store/rows/search_text.h"
#include "platform/store/sql/tx.h"

#include <QHash>
#include <QSet>

#include <array>
#include <mutex>
#include <optional>
#include <vector>

namespace pc::platform {

/// What the list of partners filters, searches and sorts by, of all partners, in memory (about 600 bytes
/// each): no index of a database answers "contains" in any script, and each of ten orders with any filter,
/// counted, within the time of a frame. The rows themselves stay in the store.
///
/// It follows the store: each question first reads, within its own transaction, the partners whose marks are
/// newer than what is known (table partner_marks, which triggers keep), whoever wrote them. Marks are given
/// in the order of commits: there is one writer. Thread-safe.
class PartnerIndex
{
public:
    struct Found
    {
        QStringList ids;    ///< of the page, in its order
        qint64 count = 0;   ///< of all that the question finds
        QString nextCursor; ///< empty at the end
    };
    /// Nullopt when the sort order does not exist, or the cursor is of another one. `tx` only reads: what a
    /// write may still take back is not to be known. A partner that another, later transaction saw may be
    /// found already. Blocking; reads everything the first time (about 10 us each).
    [[nodiscard]] std::optional<Found> find(Tx &tx, const PartnerQuery &query, const QDateTime &now);
    /// The same without a question: at the start, so that the first one does not wait for it.
    void refresh(Tx &tx);

    [[nodiscard]] qsizetype size() const;

    /// Names of the sort orders, without a sign.
    [[nodiscard]] static QStringList sortOrders();

private:
    /// The sort orders, texts first. Columns by themselves: a question reads two or three of them, one after
    /// the other in memory, instead of all of each partner.
    enum Order {
        Name,
        Slug,
        Owner,
        Status,
        HealthText,
        CreatedAt,
        UpdatedAt,
        StageRank,
        LastCallAt,
        Calls,
        Quota
    };
    static constexpr std::size_t texts = CreatedAt; ///< the others are numbers
    static constexpr std::size_t orders = Quota + 1;

    struct Entry; ///< as it is read
    struct Sort
    {
        std::size_t order;
        bool descending = false;
    };
    /// What a page is sorted by: the column, or how it begins; then the id, or how it goes on after "prt_".
    struct Ranked
    {
        quint64 value;
        quint64 tie;
        int row;
    };

    [[nodiscard]] static std::optional<Sort> sortOf(const QString &name);
    [[nodiscard]] static quint64 rankOf(double number);
    [[nodiscard]] bool isBefore(const Ranked &a, const Ranked &b, const Sort &sort) const;
    [[nodiscard]] std::vector<Ranked> matching(const PartnerQuery &query, const QDateTime &now,
                                               const Sort &sort) const;
    [[nodiscard]] bool expires(std::size_t row, qint64 from, qint64 until) const;
    /// Where a page begins, of its cursor; nullopt when that is of another order.
    struct PageStart
    {
        quint64 value = 0;
        QByteArray text;
        QString id;
        quint64 tie = 0;
    };
    [[nodiscard]] static std::optional<PageStart> pageStartOf(const PartnerQuery &query, const Sort &sort);
    [[nodiscard]] bool isBehind(const Ranked &each, const PageStart &start, const Sort &sort) const;
    void put(const Entry &entry, std::vector<qint64> expiries);
    void refreshLocked(Tx &tx);

    mutable std::mutex m_mutex; // guards all of it
    qint64 m_mark = 0;          ///< the newest that is known
    QHash<QString, int> m_rows; ///< by id; partners are never removed
    std::vector<QString> m_ids;
    std::vector<quint64> m_ties;
    std::array<std::vector<QByteArray>, texts> m_texts; ///< UTF-8, as the store orders it
    QSet<QByteArray> m_repeated; ///< owners and states once each: what is one text is one place in memory
    std::array<std::vector<double>, orders - texts> m_numbers;
    std::array<std::vector<quint64>, orders> m_ranks; ///< as Ranked::value
    std::vector<Stage> m_stages;
    std::vector<PartnerStatus> m_statuses;
    std::vector<Health> m_healths;
    std::vector<std::vector<qint64>> m_expiries; ///< of credentials that may expire, sorted; milliseconds
    std::vector<qint64> m_lastExpiries;          ///< 0: none
    SearchText m_text;
};

} // namespace pc::platform
