// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>

namespace pc::models {

/// A question that somebody keeps under a name.
struct SavedView
{
    QString page;
    QString name;
    QString query; ///< as the page's place has it
    bool operator==(const SavedView &) const = default;
};

/// The questions of one environment that were kept, and those that were asked last, in one private file of
/// this person. A file that cannot be read is put aside with a copy. What stands in them is redacted before
/// it is written: somebody may paste a key into a query line.
class SavedViews final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostRecent = 20;

    /// Without a path they last as long as the window.
    explicit SavedViews(QString path = {}, QObject *parent = nullptr);

    /// By name, as people sort names.
    [[nodiscard]] QList<SavedView> of(const QString &page) const;
    /// The last one first.
    [[nodiscard]] QStringList recent(const QString &page) const { return m_recent.value(page); }
    /// Replaces the one of the same page and name. Empty when it stands on the disk, else the system's words
    /// for why not; for this window it holds all the same. The same of the others.
    QString save(SavedView view);
    QString remove(const QString &page, const QString &name);
    QString remember(const QString &page, const QString &query);

Q_SIGNALS:
    void changed();

private:
    void load();
    [[nodiscard]] QString write();

    QString m_path;
    QList<SavedView> m_views;
    QHash<QString, QStringList> m_recent;
};

} // namespace pc::models
