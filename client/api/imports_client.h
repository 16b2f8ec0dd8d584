// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/api/operations.h"
#include "contract/types/credential.h"
#include "contract/types/import.h"

#include <chrono>
#include <functional>

namespace pc::client {

class ApiCaller;
struct ApiRequest;

/// A file for an import, as it lies on the disk.
struct ImportUpload
{
    Op op = Op::ImportPartners; ///< which import
    QByteArray bytes;           ///< not empty
    bool isJson = false;
};

/// What another system has, from files; and how far what was brought along is on its way out.
class ImportsClient
{
public:
    explicit ImportsClient(ApiCaller &api) : m_api(api) {}

    /// Asks what the file would do. `progress`: how much of it has left, in bytes.
    Call tryOut(const ImportUpload &file, std::function<void(qint64 sent, qint64 total)> progress,
                QObject *context, Callback<ImportReport> callback);
    /// Does it, unless a row is refused: then nothing of the file.
    Call apply(const ImportUpload &file, const ActRequest &act, const IdempotencyKey &key,
               std::function<void(qint64 sent, qint64 total)> progress, QObject *context,
               Callback<ImportReport> callback);
    /// Imported keys and client ids, the first `limit`.
    Call campaign(int limit, QObject *context, Callback<LegacyKeyReport> callback);

    static constexpr std::chrono::seconds uploadLimit{300};
    /// Without any progress: the service judges two thousand rows before it answers.
    static constexpr std::chrono::seconds uploadPatience{60};

private:
    [[nodiscard]] static ApiRequest requestOf(const ImportUpload &file,
                                              std::function<void(qint64, qint64)> progress);

    ApiCaller &m_api;
};

} // namespace pc::client
