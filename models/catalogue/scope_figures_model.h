// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/scopes_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

#include <QHash>

namespace pc::models {

/// Every scope in numbers: who holds it, and whether it is used.
class ScopeFiguresModel final : public ObjectModel
{
    Q_OBJECT
public:
    ScopeFiguresModel(client::ScopesClient &scopes, ChangeFeed &feed, QObject *parent = nullptr);
    ~ScopeFiguresModel() override;

    [[nodiscard]] bool hasValue() const override { return m_loaded; }
    /// Nullptr while they are not known.
    [[nodiscard]] const ScopeFigures *of(const QString &scope) const;
    void refresh() override;
    /// Fetches unless they are there or on their way.
    void ensureLoaded();

private:
    void dropValue() override;

    client::ScopesClient &m_scopes;
    ChangeFeed &m_feed;
    Alarm m_later;
    QHash<QString, ScopeFigures> m_figures;
    bool m_loaded = false;
    client::Call m_call;
};

} // namespace pc::models
