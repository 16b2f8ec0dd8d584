// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/seams/system_clipboard.h"

#include <QClipboard>
#include <QMimeData>
#include <QRandomGenerator>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr auto markType = "application/x-partner-console-secret"_L1;

} // namespace

SystemClipboard::SystemClipboard(QClipboard &clipboard) : m_clipboard(clipboard) {}

SystemClipboard::~SystemClipboard()
{
    clearSecret();
}

void SystemClipboard::setText(const QString &text, const QString &html)
{
    auto *data = new QMimeData; // the clipboard takes it over
    data->setText(text);
    if (!html.isEmpty())
        data->setHtml(html);
    m_mark.clear();
    m_clipboard.setMimeData(data, QClipboard::Clipboard);
}

void SystemClipboard::setSecret(QByteArrayView utf8)
{
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(utf8));
    // KDE's Klipper and its relatives; Windows clipboard history and cloud; the macOS convention.
    data->setData(u"x-kde-passwordManagerHint"_s, QByteArrayLiteral("secret"));
    data->setData(u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s,
                  QByteArray(4, '\0'));
    data->setData(u"application/x-qt-windows-mime;value=\"CanIncludeInClipboardHistory\""_s,
                  QByteArray(4, '\0'));
    data->setData(u"org.nspasteboard.ConcealedType"_s, QByteArrayLiteral("1"));
    m_mark = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    data->setData(QString(markType), m_mark);
    m_clipboard.setMimeData(data, QClipboard::Clipboard);
}

bool SystemClipboard::holdsOurSecret() const
{
    if (m_mark.isEmpty())
        return false;
    const QMimeData *data = m_clipboard.mimeData(QClipboard::Clipboard);
    return data && data->data(QString(markType)) == m_mark;
}

bool SystemClipboard::clearSecret()
{
    const bool ours = holdsOurSecret();
    if (ours)
        m_clipboard.clear(QClipboard::Clipboard);
    m_mark.clear();
    return ours;
}

} // namespace pc::views
