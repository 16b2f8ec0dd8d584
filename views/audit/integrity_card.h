// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pc::models {
class AuditEventModel;
}

namespace pc::views {

class Badge;
class Card;
class KeyValueList;
class Label;

/// What was checked about one event and what came out: leaf hash, index, checkpoint. Colour only where it
/// matters: neutral while not anchored, red on a mismatch.
class IntegrityCard final : public QWidget
{
    Q_OBJECT
public:
    explicit IntegrityCard(models::AuditEventModel &event, QWidget *parent = nullptr);

Q_SIGNALS:
    void copyRequested(const QString &text);

private:
    void show();

    models::AuditEventModel &m_event;
    Card *m_card;
    Badge *m_badge;
    Label *m_sentence;
    KeyValueList *m_values;
};

} // namespace pc::views
