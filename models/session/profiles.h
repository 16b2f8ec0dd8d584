// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QUrl>

#include <optional>

namespace pc::models {

enum class ProfileKind { Local, Remote };

/// One saved environment. Never a secret: a remote profile's token stands in the SecretStore under
/// secretName().
struct Profile
{
    QString id; ///< stable, made by Profiles::add
    ProfileKind kind = ProfileKind::Remote;
    QString name;
    QUrl url;       ///< Remote only
    QString caFile; ///< Remote only; empty: the system's authorities
    QString account;
    QDateTime lastUsedAt; ///< UTC; invalid when never
    [[nodiscard]] QString secretName() const { return QStringLiteral("operator-token/") + id; }
    bool operator==(const Profile &) const = default;
};

/// The saved environments in one versioned JSON file. A file that cannot be read is kept beside it as a copy,
/// never overwritten silently.
class Profiles final : public QObject
{
    Q_OBJECT
public:
    explicit Profiles(QString path, QObject *parent = nullptr);
    ~Profiles() override;

    /// Most recently used first.
    [[nodiscard]] const QList<Profile> &all() const { return m_profiles; }
    [[nodiscard]] std::optional<Profile> find(const QString &id) const;
    /// Returns it with its new id.
    Profile add(Profile profile);
    void update(const Profile &profile);
    void remove(const QString &id);
    void markUsed(const QString &id, const QDateTime &now);

    /// Where the unreadable file went; empty when all was well.
    [[nodiscard]] const QString &keptCopy() const { return m_keptCopy; }
    /// Why the last change could not be saved; empty when it was.
    [[nodiscard]] const QString &saveError() const { return m_saveError; }

Q_SIGNALS:
    void changed();

private:
    void load();
    void save();
    void sortByUse();

    QString m_path;
    QList<Profile> m_profiles;
    QString m_keptCopy;
    QString m_saveError;
};

} // namespace pc::models
