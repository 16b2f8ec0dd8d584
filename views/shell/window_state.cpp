// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/window_state.h"

#include "contract/crypto/redaction.h"
#include "views/shell/screen_fit.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QScreen>
#include <QWidget>

namespace pc::views {

using namespace Qt::StringLiterals;

WindowState::WindowState(QString path) : m_path(std::move(path))
{
    load();
}

void WindowState::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    if (object.value("version"_L1).toInt() != version() || !object.value("values"_L1).isObject()) {
        // Never guess: keep it beside for whoever wants to look, and start fresh.
        const QString kept = m_path + u".unreadable"_s;
        QFile::remove(kept);
        QFile::rename(m_path, kept);
        return;
    }
    m_values = object.value("values"_L1).toObject().toVariantMap();
}

QString WindowState::save() const
{
    QDir().mkpath(QFileInfo(m_path).absolutePath()); // open() says why when that failed
    QJsonObject object;
    object.insert("version"_L1, version());
    // A place names what was searched for, which may have been a key.
    object.insert("values"_L1, redactTexts(QJsonObject::fromVariantMap(m_values)));
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QSaveFile file(m_path);
    // Flushed first: when the last bytes fail inside commit(), it closes the file and forgets why.
    if (file.open(QIODevice::WriteOnly) &&
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
        file.write(bytes) == bytes.size() && file.flush() && file.commit()) {
        return {};
    }
    return file.errorString().isEmpty() ? u"unknown error"_s : file.errorString();
}

QVariant WindowState::value(const QString &key, const QVariant &fallback) const
{
    return m_values.value(key, fallback);
}

void WindowState::setValue(const QString &key, const QVariant &value)
{
    m_values.insert(key, value);
}

void WindowState::storeGeometry(const QWidget *window)
{
    // Without its frame; how wide that is, is kept beside: it is known only while the window is on show.
    const QRect r = window->normalGeometry().isValid() ? window->normalGeometry() : window->geometry();
    m_values.insert(u"geometry"_s, QVariantList{r.x(), r.y(), r.width(), r.height()});
    m_values.insert(u"maximized"_s, window->isMaximized());
    if (window->isMaximized()) {
        return; // it has another frame, or none
    }
    const QMargins frame = frameAround(window);
    m_values.insert(u"frame"_s, QVariantList{frame.left(), frame.top(), frame.right(), frame.bottom()});
}

QMargins WindowState::storedFrame() const
{
    const QVariantList sides = m_values.value(u"frame"_s).toList();
    return sides.size() == 4
               ? QMargins(sides.at(0).toInt(), sides.at(1).toInt(), sides.at(2).toInt(), sides.at(3).toInt())
               : usualFrame;
}

void WindowState::restoreGeometry(QWidget *window) const
{
    const QVariantList numbers = m_values.value(u"geometry"_s).toList();
    if (numbers.size() != 4) {
        return;
    }
    const QRect stored(numbers.at(0).toInt(), numbers.at(1).toInt(), numbers.at(2).toInt(),
                       numbers.at(3).toInt());
    // On the screen that shows most of it, and wholly there: a screen may be smaller than the last one was.
    const QScreen *best = window->screen();
    int most = 0;
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) {
        const QRect seen = screen->availableGeometry().intersected(stored);
        if (seen.width() >= 200 && seen.height() >= 100 && seen.width() * seen.height() > most) {
            most = seen.width() * seen.height();
            best = screen;
        }
    }
    if (best == nullptr) {
        return;
    }
    const QRect place = fittingGeometry(stored, best->availableGeometry(), storedFrame());
    const QSize size = place.size().expandedTo(window->minimumSize());
    if (most > 0) { // otherwise the window system may place it
        // Of the window without its frame, as it was stored; move() would put the frame there.
        window->setGeometry(QRect(place.topLeft(), size));
    } else {
        window->resize(size);
    }
    if (m_values.value(u"maximized"_s).toBool()) {
        window->setWindowState(window->windowState() | Qt::WindowMaximized);
    }
}

} // namespace pc::views
