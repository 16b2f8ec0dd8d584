// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "models/base/streamed_file.h"

#include <QObject>

#include <optional>

namespace pc::models {

/// Writes all rows that answer a filter to a file, page by page, in the order of the list. The file is there
/// as a whole or not at all; what was cancelled or failed begins anew. The subclass says how a page is
/// fetched and how it is written.
class ListExport : public QObject
{
    Q_OBJECT
public:
    enum class Format { Csv, JsonLines };
    enum class State {
        Idle,
        Running,
        Done,
        Cancelled,
        Failed ///< error() or fileError() says why
    };
    static constexpr int pageSize = 1000;

    ~ListExport() override;

    /// Ignored while another runs.
    void start(const QString &path, Format format);
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Written so far.
    [[nodiscard]] qint64 rows() const { return m_rows; }
    /// As far as the service counts; more may be there when isTotalAtLeast().
    [[nodiscard]] std::optional<qint64> total() const { return m_total; }
    [[nodiscard]] bool isTotalAtLeast() const { return m_isTotalAtLeast; }
    [[nodiscard]] const std::optional<client::ApiError> &error() const { return m_error; }
    /// The system's words for why the file could not be written.
    [[nodiscard]] const QString &fileError() const { return m_fileError; }

Q_SIGNALS:
    /// state(), rows() or total() changed.
    void changed();

protected:
    /// A page as it stands in the file.
    struct Written
    {
        QByteArray bytes;
        qint64 rows = 0;
        QString nextCursor;
        std::optional<qint64> count;
        std::optional<qint64> countAtLeast;
    };
    explicit ListExport(QObject *parent);

    [[nodiscard]] virtual client::Call fetch(const QString &cursor, int limit,
                                             client::Callback<Written> done) = 0;
    /// The first line of a CSV file, with its end.
    [[nodiscard]] virtual QByteArray csvHead() const = 0;
    [[nodiscard]] Format format() const { return m_format; }

private:
    void ask(const QString &cursor);
    void take(const client::Result<Written> &page);
    void end(State state);
    void failToWrite(const QString &why);

    StreamedFile m_file;
    client::Call m_call;
    State m_state = State::Idle;
    Format m_format = Format::Csv;
    QString m_path;
    qint64 m_rows = 0;
    std::optional<qint64> m_total;
    bool m_isTotalAtLeast = false;
    std::optional<client::ApiError> m_error;
    QString m_fileError;
};

} // namespace pc::models
