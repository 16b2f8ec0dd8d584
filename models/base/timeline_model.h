// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/change_feed.h"
#include "models/base/timeline_places.h"

namespace pc::models {

/// A list in time that may have ten million rows, of which a part is there (timeline_window.h) around the
/// place that is read (timeline_places.h), and that grows while it is read.
///
/// New rows never move the list under the reader's eyes: they are counted and held back until showHeld(), or,
/// with the live tail on and the reader at the head of a list that is newest first, put above what is read.
class TimelineModel : public TimelinePlaces
{
    Q_OBJECT
public:
    ~TimelineModel() override;

    /// New rows that are held back; at least so many when heldAtLeast().
    [[nodiscard]] int heldCount() const { return m_heldCount; }
    [[nodiscard]] bool heldAtLeast() const { return m_heldCount > 0 && m_isGap; }
    /// They are shown, and the place of the newest row.
    void showHeld();
    /// Off at first.
    void setLiveTail(bool on) { m_isLive = on; }
    [[nodiscard]] bool hasLiveTail() const { return m_isLive; }
    /// Rows that the live tail put above what the reader has seen.
    [[nodiscard]] int unseenCount() const { return m_unseen; }
    void setVisibleRows(int first, int last) final;

    /// Looks for what is new. Where the window has the newest rows it is shown there, with what was held
    /// back; elsewhere it is counted. The reader stays where they are.
    void refresh() override;

Q_SIGNALS:
    void heldCountChanged();

protected:
    TimelineModel(ChangeFeed &feed, QObject *parent);

    /// Whether this may bring rows to the list.
    [[nodiscard]] virtual bool mayConcern(const Change &change) const = 0;
    /// Rows that are there may become others (how a call ended): a refresh reads again those that are seen.
    [[nodiscard]] virtual bool mayRowsChange() const { return false; }

    // By TimelineRows: keeps some of the incoming rows, and makes what was kept the incoming ones again.
    virtual void keepIncoming(int from, int count) = 0;
    virtual void takeKept() = 0;

private:
    void rowsCame(std::optional<End> end) final;
    void aboutToLeave(End end) final;
    void forgetNews() final;
    void placeSettled() final;

    void look(bool show);
    void onLook(bool show, const client::Result<TimelinePage> &result);
    void lookAtHead(bool show, const QStringList &ids);
    void lookFromElsewhere(const QStringList &ids);
    void showNews(const QStringList &ids, int from, int count, bool asked);
    void rereadSeen();
    [[nodiscard]] bool followsHead() const;
    void setHeld(const QStringList &ids, int count, bool isGap);

    ChangeFeed &m_feed;
    client::Call m_look;
    client::Call m_reread;
    Alarm m_alarm;
    bool m_again = false;  ///< something changed while a place was on its way
    QString m_newestId;    ///< that is known of the list, wherever the window is
    QStringList m_heldIds; ///< in the list's order, with what is known between them; empty: only their number
                           ///< is known
    int m_heldCount = 0;
    bool m_isGap = false; ///< there may be more between them and what is known
    bool m_isLive = false;
    int m_unseen = 0; ///< rows at the top that nobody scrolled to
};

} // namespace pc::models
