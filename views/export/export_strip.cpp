// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/export/export_strip.h"

#include "models/session/connection.h"
#include "models/text/figures.h"
#include "views/seams/context.h"
#include "views/seams/file_dialogs.h"
#include "views/widgets/toast.h"
#include "views/words/error_words.h"

#include <QDir>
#include <QLocale>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ListExport;

ExportStrip::ExportStrip(const ViewContext &context, QWidget *parent)
    : MessageBanner(Severity::Info, {}, parent), m_context(context)
{
    setObjectName(u"exportStrip"_s);
    setShape(Shape::Strip);
    setAction(tr("Cancel"));
    hide();
    connect(this, &MessageBanner::actionTriggered, this, [this] {
        if (m_work)
            m_work->cancel();
    });
}

ExportStrip::~ExportStrip() = default;

bool ExportStrip::isRunning() const
{
    return m_work && m_work->state() == ListExport::State::Running;
}

void ExportStrip::start(const QString &title, const QString &stem,
                        std::function<std::unique_ptr<ListExport>()> make)
{
    if (isRunning())
        return;
    const QString day = m_context.connection.clock().now().toUTC().date().toString(Qt::ISODate);
    m_context.files.askSave(this, title, u"%1-%2.csv"_s.arg(stem, day),
                            tr("CSV (*.csv);;JSON lines (*.jsonl)"),
                            [this, make = std::move(make)](const QString &path) {
                                if (!path.isEmpty() && !isRunning())
                                    begin(path, make());
                            });
}

void ExportStrip::begin(const QString &path, std::unique_ptr<ListExport> work)
{
    m_work = std::move(work);
    connect(m_work.get(), &ListExport::changed, this, &ExportStrip::showProgress);
    const bool isLines = path.endsWith(u".jsonl"_s, Qt::CaseInsensitive);
    m_work->start(path, isLines ? ListExport::Format::JsonLines : ListExport::Format::Csv);
    showProgress();
}

void ExportStrip::showProgress()
{
    setVisible(isRunning());
    if (!isRunning())
        return tellEnd();
    const QLocale locale;
    const QString rows = locale.toString(m_work->rows());
    if (!m_work->total())
        setMessage(Severity::Info, tr("Exporting: %1 written").arg(rows));
    else
        setMessage(Severity::Info,
                   tr("Exporting: %1 of %2 written")
                       .arg(rows, m_work->isTotalAtLeast()
                                      ? tr("%1 or more").arg(locale.toString(*m_work->total()))
                                      : locale.toString(*m_work->total())));
}

void ExportStrip::tellEnd()
{
    const QString name = QDir::toNativeSeparators(m_work->path());
    switch (m_work->state()) {
    case ListExport::State::Done:
        m_context.toasts.show(
            {.text = tr("%1 row(s) written to %2", nullptr, models::forPlural(m_work->rows()))
                         .arg(QLocale().toString(m_work->rows()), name)});
        break;
    case ListExport::State::Cancelled:
        m_context.toasts.show(
            {.text = tr("Export cancelled: no file was written."), .severity = Severity::Info});
        break;
    case ListExport::State::Failed:
        m_context.toasts.show(
            {.text = m_work->error()
                         ? errorLine(*m_work->error(), tr("The export failed, and no file was written."))
                         : tr("No file was written: %1").arg(m_work->fileError()),
             .severity = Severity::Bad});
        break;
    case ListExport::State::Idle:
    case ListExport::State::Running:
        break;
    }
}

} // namespace pc::views
