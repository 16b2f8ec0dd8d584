// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/description_file.h"

#include "contract/crypto/redaction.h"

#include <algorithm>

namespace pc::platform {

namespace {

/// Where the next piece ends: at its line's end, or where no credential goes on.
qsizetype endOfPiece(const QByteArray &bytes, qsizetype from)
{
    constexpr qsizetype usual = 4 * 1024;
    constexpr qsizetype longest = 64 * 1024;
    const qsizetype lineEnd = bytes.indexOf('\n', from);
    const qsizetype end = lineEnd < 0 ? bytes.size() : lineEnd + 1;
    if (end - from <= usual)
        return end;
    const char *begin = bytes.constData();
    const char *last = begin + std::min(end, from + longest);
    const char *gap =
        std::find_if(begin + from + usual, last, [](char c) { return c == ' ' || c == '"' || c == ','; });
    qsizetype cut = gap - begin;
    if (cut == end)
        return end;
    while (cut > from + usual && (static_cast<unsigned char>(bytes.at(cut)) & 0xc0U) == 0x80U)
        --cut; // within a character
    return cut;
}

} // namespace

QByteArray withoutCredentials(const QByteArray &description, LeakWatch *leaks, const LeakSighting &about)
{
    QByteArray clean;
    qsizetype done = 0;
    for (qsizetype from = 0; from < description.size();) {
        const qsizetype end = endOfPiece(description, from);
        const QByteArrayView bytes = QByteArrayView(description).sliced(from, end - from);
        from = end;
        if (bytes.size() < LeakWatch::shortest) // as most lines are
            continue;
        const QString piece = QString::fromUtf8(bytes);
        const QString rest = pc::withoutCredentials(piece);
        if (rest == piece)
            continue;
        if (leaks != nullptr)
            leaks->look(piece, about);
        clean += QByteArrayView(description).first(end - bytes.size()).sliced(done);
        clean += rest.toUtf8();
        done = end;
    }
    if (done == 0)
        return description;
    clean += QByteArrayView(description).sliced(done);
    return clean;
}

} // namespace pc::platform
