// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/codecs.h"

#include <QDateTime>
#include <QStringList>

/// What goes over the Unix socket of a data directory, in both directions; which call takes and gives what is
/// told beside each. Members that a reader does not know are ignored: command and service may be of two
/// releases.
namespace pc::platform {

/// Asked by AddOperator.
struct OperatorAddition
{
    QString account;
    QString displayName; ///< empty: as the account
    QStringList roles;
    bool operator==(const OperatorAddition &) const = default;
};

/// Asked by DisableOperator and SignInOperator.
struct NamedOperator
{
    QString account;
    bool operator==(const NamedOperator &) const = default;
};

struct ListedOperator
{
    QString account;
    QString displayName;
    QStringList roles;
    bool disabled = false;
    bool operator==(const ListedOperator &) const = default;
};

/// Given by ListOperators.
struct OperatorList
{
    QList<ListedOperator> items;
    bool operator==(const OperatorList &) const = default;
};

/// Given by SignInOperator. The reader moves the token into a Secret and drops this value.
struct SignedIn
{
    QString token;
    QDateTime expiresAt;
    bool operator==(const SignedIn &) const = default;
};

/// Given by Attach: a sign-in of the local administrator, and where the service is. As above of its token.
struct AttachedConsole
{
    QString token;
    QDateTime expiresAt;
    QString url;
    QString caFile;
    bool operator==(const AttachedConsole &) const = default;
};

/// Given instead of an empty answer when what was asked for is in force, and the audit log has it later only.
struct KeptForLater
{
    bool durable = false;
    QString detail; ///< a sentence
    bool operator==(const KeptForLater &) const = default;
};

/// Given by ShowHistory.
struct HistoryState
{
    bool accepted = true;
    QString why; ///< what does not fit, when it is not accepted
    std::optional<qint64> events;
    std::optional<qint64> anchoredEvents;
    bool operator==(const HistoryState &) const = default;
};

/// Asked by AcceptHistory.
struct HistoryAcceptance
{
    QString reason;
    bool operator==(const HistoryAcceptance &) const = default;
};

/// For the messages above.
template <typename Message>
[[nodiscard]] Decoded<Message> messageFromJson(const QJsonValue &json);

/// Declares the functions of a message; message_codec.h defines them.
#define PC_LOCAL_MESSAGE(T)                                                                                  \
    [[nodiscard]] QJsonObject toJson(const T &message);                                                      \
    template <>                                                                                              \
    [[nodiscard]] Decoded<T> messageFromJson<T>(const QJsonValue &json);

PC_LOCAL_MESSAGE(OperatorAddition)
PC_LOCAL_MESSAGE(NamedOperator)
PC_LOCAL_MESSAGE(OperatorList)
PC_LOCAL_MESSAGE(SignedIn)
PC_LOCAL_MESSAGE(AttachedConsole)
PC_LOCAL_MESSAGE(KeptForLater)
PC_LOCAL_MESSAGE(HistoryState)
PC_LOCAL_MESSAGE(HistoryAcceptance)

} // namespace pc::platform
