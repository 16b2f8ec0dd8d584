// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace pc::models {
class CredentialListModel;
}

namespace pc::views {

class TimeTicker;

/// A partner's first credentials as short lines: icon, name and kind, last use, state. The whole list is on
/// the partner's page.
class CredentialLines final : public QWidget
{
    Q_OBJECT
public:
    CredentialLines(models::CredentialListModel &model, const TimeTicker &ticker, int most,
                    QWidget *parent = nullptr);

Q_SIGNALS:
    void allRequested();

private:
    void rebuild();

    models::CredentialListModel &m_model;
    const TimeTicker &m_ticker;
    int m_most;
    QVBoxLayout *m_rows;
};

} // namespace pc::views
