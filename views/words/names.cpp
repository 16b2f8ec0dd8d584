// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/names.h"

#include "contract/types/credential.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>

namespace pc::views {

namespace {

struct NameText
{
    Q_DECLARE_TR_FUNCTIONS(Names)
};

bool readsFromTheRight(char32_t code)
{
    switch (QChar::direction(code)) {
    case QChar::DirR:
    case QChar::DirAL:
    case QChar::DirAN:
    case QChar::DirRLE:
    case QChar::DirRLI:
        return true;
    default:
        return false;
    }
}

} // namespace

QString inSentence(const QString &name)
{
    const QList<uint> codes = name.toUcs4();
    if (!std::any_of(codes.begin(), codes.end(), readsFromTheRight))
        return name;
    return QChar(0x2068) + name + QChar(0x2069);
}

QString decisionPointName(const QString &gateway)
{
    return gateway == QStringView(ownDecisionPoint) ? NameText::tr("decision endpoint") : gateway;
}

} // namespace pc::views
