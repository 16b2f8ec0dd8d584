// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/describe.h"
#include "platform/local/local_messages.h"

/// Defines the functions that PC_LOCAL_MESSAGE declares.
#define PC_LOCAL_MESSAGE_FROM_DESCRIPTION(T)                                                                 \
    QJsonObject toJson(const T &message)                                                                     \
    {                                                                                                        \
        return codec::write(message);                                                                        \
    }                                                                                                        \
    template <>                                                                                              \
    Decoded<T> messageFromJson<T>(const QJsonValue &json)                                                    \
    {                                                                                                        \
        return codec::read<T>(json);                                                                         \
    }
