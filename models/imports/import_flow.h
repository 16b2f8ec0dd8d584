// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/imports_client.h"
#include "models/base/flow.h"
#include "models/imports/import_file.h"

#include <optional>

namespace pc::models {

/// Hands a file over twice: to be told what it would do, and then to do it. The first changes nothing and may
/// be stopped at any time; the second may be stopped as long as a part of the file has not left.
class ImportFlow final : public Flow
{
    Q_OBJECT
public:
    enum class Trial {
        None, ///< no file, or it was stopped
        Asking,
        Failed, ///< trialError() says why; nothing was changed
        Known   ///< report()
    };

    explicit ImportFlow(client::ImportsClient &imports, QObject *parent = nullptr);
    ~ImportFlow() override;

    /// Another one: what is known of the one before goes. Asks at once.
    void setFile(ImportKind kind, const ImportFile &file);
    void dropFile();
    [[nodiscard]] ImportKind kind() const { return m_kind; }
    [[nodiscard]] const ImportFile &file() const { return m_file; }
    [[nodiscard]] bool hasFile() const { return !m_file.bytes.isEmpty(); }
    /// Asks again what it would do: the platform may have changed since.
    void tryOut();

    [[nodiscard]] Trial trial() const { return m_trial; }
    [[nodiscard]] const std::optional<client::ApiError> &trialError() const { return m_trialError; }
    /// What it would do, or, when Done, what it did.
    [[nodiscard]] const ImportReport &report() const { return m_report; }
    /// It would do something, and no row is in its way.
    [[nodiscard]] bool mayApply() const;
    /// A row was refused that the dry run had let pass: nothing was applied, and report() is anew.
    [[nodiscard]] bool wasOvertaken() const { return m_overtaken; }

    /// Bytes that have left, and all of them; while something is under way.
    [[nodiscard]] qint64 sent() const { return m_sent; }
    [[nodiscard]] qint64 total() const { return m_file.bytes.size(); }
    [[nodiscard]] bool canStop() const;
    void stop();

Q_SIGNALS:
    void trialChanged();
    void progressed();

private:
    void send() override;
    void setTrial(Trial trial, const std::optional<client::ApiError> &error = {});
    [[nodiscard]] client::ImportUpload upload() const;
    [[nodiscard]] std::function<void(qint64, qint64)> follow();

    client::ImportsClient &m_imports;
    ImportKind m_kind = ImportKind::Partners;
    ImportFile m_file;
    Trial m_trial = Trial::None;
    std::optional<client::ApiError> m_trialError;
    ImportReport m_report;
    bool m_overtaken = false;
    qint64 m_sent = 0;
    client::Call m_ask;
};

} // namespace pc::models
