// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/notice_text.h"

#include "contract/rules/date_words.h"
#include "contract/rules/version_life.h"
#include "models/catalogue/version_caller_table.h"
#include "models/text/figures.h"

#include <QLocale>
#include <QTranslator>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamedRoutes = 20;

/// Texts of one language, not of the interface.
class NoticeWords
{
public:
    explicit NoticeWords(const QString &language)
        : m_locale(language == "en"_L1 ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                       : QLocale(language))
    {
        // Without it (it is not in this program) the text stays English, and its dates with it.
        if (!m_translator.load(u":/i18n/partner-console_"_s + language + u".qm"_s))
            m_locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    }

    [[nodiscard]] QString text(const char *source, int n = -1) const
    {
        const QString found = m_translator.translate("NoticeText", source, nullptr, n);
        const QString text = found.isEmpty() ? QString::fromUtf8(source) : found;
        return n < 0 ? text : QString(text).replace(u"%n"_s, m_locale.toString(n));
    }
    [[nodiscard]] QString count(const char *source, qint64 n) const
    {
        return text(source, models::forPlural(n));
    }
    [[nodiscard]] QString moment(const QDateTime &when) const
    {
        return rules::momentText(when, rules::DateForm::DayOfYear, m_locale);
    }

private:
    QTranslator m_translator;
    QLocale m_locale;
};

QString dates(const NoticeWords &words, const ApiVersion &version, const QDateTime &now)
{
    QStringList lines;
    if (version.deprecatedAt)
        lines.append(words
                         .text(*version.deprecatedAt <= now
                                   ? QT_TRANSLATE_NOOP("NoticeText", "It has been deprecated since %1 (UTC).")
                                   : QT_TRANSLATE_NOOP("NoticeText", "It is deprecated from %1 (UTC) on."))
                         .arg(words.moment(*version.deprecatedAt)));
    if (rules::hasEnded(version.sunsetAt, now))
        lines.append(words
                         .text(QT_TRANSLATE_NOOP("NoticeText",
                                                 "It ended on %1 (UTC): calls are answered with 410 Gone."))
                         .arg(words.moment(*version.sunsetAt)));
    else if (version.sunsetAt)
        lines.append(words
                         .text(QT_TRANSLATE_NOOP("NoticeText", "It ends on %1 (UTC). From then on calls are "
                                                               "answered with 410 Gone."))
                         .arg(words.moment(*version.sunsetAt)));
    return lines.join(u'\n');
}

QString useText(const NoticeWords &words, const VersionCaller &caller)
{
    QStringList lines{
        words
            .count(QT_TRANSLATE_N_NOOP("NoticeText",
                                       "You called it %n time(s) in the last 30 days, last on %1 (UTC)."),
                   caller.calls30d)
            .arg(words.moment(caller.lastCallAt))};
    QStringList credentials;
    for (const VersionCredentialUse &each : caller.credentials)
        credentials.append(each.name.isEmpty() ? each.credentialId
                                               : QString(each.name + u" ("_s + each.credentialId + u')'));
    if (!credentials.isEmpty())
        lines.append(
            words.text(QT_TRANSLATE_NOOP("NoticeText", "Credentials: %1")).arg(credentials.join(u", "_s)));
    lines.append(words.text(QT_TRANSLATE_NOOP("NoticeText", "Calls in the last 30 days:")));
    for (const VersionRouteUse &each : caller.routes.mid(0, mostNamedRoutes))
        lines.append(
            words.count(QT_TRANSLATE_N_NOOP("NoticeText", "- %1: %n call(s)"), each.calls30d).arg(each.what));
    if (caller.routes.size() > mostNamedRoutes)
        lines.append(words.count(QT_TRANSLATE_N_NOOP("NoticeText", "- and %n more route(s)"),
                                 caller.routes.size() - mostNamedRoutes));
    return lines.join(u'\n');
}

} // namespace

QStringList noticeLanguages()
{
    return {u"en"_s, u"de"_s};
}

QString noticeText(const QString &apiName, const ApiVersion &version, const VersionCaller &caller,
                   const QDateTime &now, const QString &language)
{
    const NoticeWords words(language);
    const QString name = models::VersionCallerTable::nameOfCaller(caller);
    QStringList parts{words.text(QT_TRANSLATE_NOOP("NoticeText", "Version %1 of %2: notice to %3"))
                          .arg(version.pathPrefix, apiName, name),
                      words.text(QT_TRANSLATE_NOOP("NoticeText", "%1 calls version %2 of our API “%3”."))
                          .arg(name, version.pathPrefix, apiName)};
    const QString when = dates(words, version, now);
    if (!when.isEmpty())
        parts.last() += u'\n' + when;
    parts.append(useText(words, caller));
    QStringList next;
    if (!version.successorUrl.isEmpty())
        next.append(
            words.text(QT_TRANSLATE_NOOP("NoticeText", "What follows it: %1")).arg(version.successorUrl));
    if (!version.guideUrl.isEmpty())
        next.append(
            words.text(QT_TRANSLATE_NOOP("NoticeText", "How to change over: %1")).arg(version.guideUrl));
    if (!version.sentence.isEmpty())
        next.append(version.sentence);
    if (!next.isEmpty())
        parts.append(next.join(u'\n'));
    if (version.sunsetAt && !rules::hasEnded(version.sunsetAt, now))
        parts.append(words.text(QT_TRANSLATE_NOOP(
            "NoticeText",
            "Each answer says the same until then, in its Deprecation, Sunset and Link fields.")));
    return parts.join("\n\n"_L1) + u'\n';
}

} // namespace pc::views
