// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/list_export.h"
#include "views/widgets/message_banner.h"

namespace pc::views {

struct ViewContext;

/// Asks for a file, writes to it all that a list's filter answers, and says how far it is, with a way to
/// cancel. What came of it is said when it is done. Hidden while nothing is written; one at a time.
class ExportStrip final : public MessageBanner
{
    Q_OBJECT
public:
    explicit ExportStrip(const ViewContext &context, QWidget *parent = nullptr);
    ~ExportStrip() override;

    /// CSV, or JSON lines where the file's name ends in .jsonl. `stem` of the name that is suggested. Makes
    /// the work only once a file was chosen.
    void start(const QString &title, const QString &stem,
               std::function<std::unique_ptr<models::ListExport>()> make);
    [[nodiscard]] bool isRunning() const;

private:
    void begin(const QString &path, std::unique_ptr<models::ListExport> work);
    void showProgress();
    void tellEnd();

    const ViewContext &m_context;
    std::unique_ptr<models::ListExport> m_work;
};

} // namespace pc::views
