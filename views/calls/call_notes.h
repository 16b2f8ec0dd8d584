// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"

#include <QTimeZone>
#include <QWidget>

namespace pc::models {
struct CallModels;
}

namespace pc::views {

class MessageBanner;

/// What is to be said below a list of calls, so that the list itself does not move: new ones that are held
/// back, how far a search came, and since when single calls are kept.
class CallNotes final : public QWidget
{
    Q_OBJECT
public:
    explicit CallNotes(models::CallModels &models, QWidget *parent = nullptr);
    void showState(const CallFilter &filter, const QTimeZone &zone);

private:
    void showHeld();
    void showSearched(const QTimeZone &zone);
    void showKept(const CallFilter &filter, const QTimeZone &zone);

    models::CallModels &m_models;
    MessageBanner *m_held;
    MessageBanner *m_searched;
    MessageBanner *m_kept;
};

} // namespace pc::views
