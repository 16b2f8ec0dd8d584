// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/plain_text.h"

#include "contract/rules/text_rule.h"

#include <QTextBoundaryFinder>

namespace pc::platform {

QString plainText(const QString &text, qsizetype most)
{
    const QString line = text.simplified();
    QString plain;
    for (qsizetype at = 0; at < line.size() && plain.size() < most; ++at) {
        const bool pair = line[at].isHighSurrogate() && at + 1 < line.size() && line[at + 1].isLowSurrogate();
        const QStringView one = QStringView(line).sliced(at, pair ? 2 : 1);
        at += pair ? 1 : 0;
        const bool shown = pc::rules::textFault(one, pc::rules::Lines::One) == pc::rules::TextFault::None &&
                           !pc::rules::hasHidden(one);
        plain += shown || one == u" " || one.front().isMark() ? one.toString() : QStringLiteral("?");
    }
    return plain.size() < line.size() && plain.size() >= most ? plain + QStringLiteral("…") : plain;
}

} // namespace pc::platform
