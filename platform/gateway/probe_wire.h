// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/gateway/name_lookup.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <memory>

namespace pc::platform {

/// One connection to a gateway, or of a gateway to the platform, with one deadline for everything, with or
/// without TLS. What goes wrong is told by fault().
class ProbeWire
{
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit ProbeWire(Time deadline);
    ~ProbeWire();
    ProbeWire(const ProbeWire &) = delete;
    ProbeWire &operator=(const ProbeWire &) = delete;

    enum class Versions {
        Current, ///< TLS 1.2 and later
        Old,     ///< 1.0 and 1.1 only: a gateway should not take them
    };
    struct Trust
    {
        QString caFile; ///< PEM; empty: the system's
        Versions versions = Versions::Current;
        QString certificateFile{}; ///< PEM, shown to the other side; empty: none
        QString keyFile{};         ///< PEM, of that certificate
    };

    [[nodiscard]] bool connect(const QByteArray &host, int port, NameLookup &names);
    /// A Unix socket.
    [[nodiscard]] bool connectLocally(const QString &path);
    /// A certificate that does not verify, or is not for `host`, ends it.
    [[nodiscard]] bool startTls(const QByteArray &host, const Trust &trust);
    [[nodiscard]] bool write(QByteArrayView bytes);
    /// Until the end of the header, of the connection, or of `most` bytes.
    [[nodiscard]] QByteArray readHeader(qsizetype most);
    /// Until the end of the connection, of `most` bytes, or of the time.
    [[nodiscard]] QByteArray readAll(qsizetype most);
    /// Whether an answer, or the end of the connection, is there within that time.
    [[nodiscard]] bool hasAnswer(std::chrono::milliseconds within);

    /// Of the certificate that was shown, also of one that was not accepted; null: none was.
    [[nodiscard]] QDateTime certificateEnd() const;
    /// A few English words, without a full stop; empty: nothing went wrong.
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    struct Tls;
    [[nodiscard]] bool wait(short events);
    /// Waits for what OpenSSL asked for; false when there is nothing to wait for.
    [[nodiscard]] bool waitFor(int result);
    /// More than 0: as many bytes; 0: the end.
    [[nodiscard]] int readSome(char *buffer, int size);
    [[nodiscard]] bool failedWith(const QString &fault);

    Time m_deadline;
    int m_socket = -1;
    std::unique_ptr<Tls> m_tls;
    QString m_fault;
};

} // namespace pc::platform
