// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/list_export.h"

#include "contract/rules/spreadsheet_text.h"

namespace pc::models {

ListExport::ListExport(QObject *parent) : QObject(parent) {}

ListExport::~ListExport() = default;

void ListExport::start(const QString &path, Format format)
{
    if (m_state == State::Running)
        return;
    m_path = path;
    m_format = format;
    m_rows = 0;
    m_total.reset();
    m_isTotalAtLeast = false;
    m_error.reset();
    m_fileError.clear();
    m_state = State::Running;
    QString why = m_file.open(path);
    if (why.isEmpty() && format == Format::Csv)
        why = m_file.write(rules::csvMark + csvHead());
    if (!why.isEmpty())
        return failToWrite(why);
    ask({});
    Q_EMIT changed();
}

void ListExport::cancel()
{
    if (m_state != State::Running)
        return;
    m_call.cancel();
    end(State::Cancelled);
}

void ListExport::ask(const QString &cursor)
{
    m_call = fetch(cursor, pageSize, [this](const client::Result<Written> &page) { take(page); });
}

void ListExport::take(const client::Result<Written> &page)
{
    if (!page) {
        m_error = page.error();
        return end(State::Failed);
    }
    if (const QString why = m_file.write(page->bytes); !why.isEmpty())
        return failToWrite(why);
    m_rows += page->rows;
    if (page->count || page->countAtLeast) {
        m_total = page->count ? page->count : page->countAtLeast;
        m_isTotalAtLeast = !page->count;
    }
    if (!page->nextCursor.isEmpty()) { // also where the service ran out of time before it found anything
        ask(page->nextCursor);
        return Q_EMIT changed();
    }
    if (const QString why = m_file.finish(); !why.isEmpty())
        return failToWrite(why);
    m_total = m_rows;
    m_isTotalAtLeast = false;
    end(State::Done);
}

void ListExport::end(State state)
{
    m_file.cancel();
    m_state = state;
    Q_EMIT changed();
}

void ListExport::failToWrite(const QString &why)
{
    m_fileError = why;
    end(State::Failed);
}

} // namespace pc::models
