// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/superseded.h"
#include "models/base/timeline_window.h"

namespace pc::models {

/// Which part of a list in time is shown: another question, another order, an instant anywhere in it. A far
/// place is shown once its rows are there; until then the rows of the one before stay, unless they answer
/// another question.
class TimelinePlaces : public TimelineWindow
{
    Q_OBJECT
public:
    /// A place that is waited for so long makes room for one that was asked for later.
    static constexpr std::chrono::milliseconds placePatience{200};

    ~TimelinePlaces() override;

    /// The same rows from the other end.
    void setOrder(RowOrder order);
    /// Shows where the list stands at this instant (rowAt()). `id`: of a row of that instant that is looked
    /// for. Tells placeShown(), at once where the window has it. Before anything was asked it does nothing,
    /// as do the others.
    void showAt(const QDateTime &at, const QString &id = {});
    /// The beginning and the end of the list, by its order or by time.
    void showStart();
    void showEnd();
    void showNewest();
    void showOldest();
    /// A place is on its way.
    [[nodiscard]] bool isMoving() const { return m_moving; }
    /// That place, where it is an instant.
    [[nodiscard]] std::optional<QDateTime> awaitedPlace() const;

    void retry() final;

Q_SIGNALS:
    /// A place that was asked for is there: `row` is to be seen, as the first one where that can be. `id`:
    /// that was looked for; empty when none was or it is not there.
    void placeShown(int row, const QString &id);

protected:
    TimelinePlaces(TimerClock &clock, QObject *parent);

    /// Another question: answers under way no longer count. What is shown loses its count at once, stays for
    /// a moment (superseded.h), and goes when the answer fails.
    void startOver(RowOrder order, const std::optional<QDateTime> &at);
    /// What is asked about is another altogether (another partner): the rows go at once. Before startOver().
    void dropRows();
    /// The place that is read, anew.
    void reload();
    /// Goes there, whatever the window has.
    void fetchNewest();
    void fail(const client::ApiError &error) final;
    [[nodiscard]] TimerClock &clock() const { return m_clock; }

    /// What is known of new rows is of another question, or of no use any more.
    virtual void forgetNews() = 0;
    /// A place is shown, and no other is waited for.
    virtual void placeSettled() = 0;

private:
    struct Place
    {
        enum class Kind { Start, End, At };
        enum class Why { Question, Jump, Reload };
        Kind kind = Kind::Start;
        Why why = Why::Question;
        QDateTime at;
        QString id;
    };
    [[nodiscard]] int rowOfPlace(const Place &place) const;
    void moveTo(Place place);
    void askPlace(const Place &place);
    void onPlace(const TimelineRequest &request, const client::Result<TimelinePage> &result);
    void showPlace(const TimelineRequest &request, const TimelinePage &page);
    /// The next one, where somebody asked for it meanwhile.
    bool goOn(const std::optional<Place> &waiting);
    void stopMoving();
    void dropSuperseded();

    TimerClock &m_clock;
    Place m_place;                  ///< that was asked for last
    std::optional<Place> m_waiting; ///< while another is under way
    Alarm m_patience;
    client::Call m_call;
    Superseded m_superseded;
};

} // namespace pc::models
