// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/time_vocabulary.h"

#include "contract/rules/fold.h"

#include <QHash>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

template <typename Meaning>
struct WordRow
{
    Meaning meaning;
    const char16_t *words; ///< English, German, French, Spanish, Polish, Arabic; parted by blanks
};

// clang-format off
constexpr WordRow<TimeWord> timeWordRows[] = {
    {TimeWord::Now, u"now jetzt maintenant ahora teraz الآن"},
    {TimeWord::Today, u"today heute aujourd'hui hoy dzisiaj dziś اليوم"},
    {TimeWord::Yesterday, u"yesterday gestern hier ayer wczoraj أمس"},
    {TimeWord::DayBefore, u"vorgestern avant-hier anteayer antier przedwczoraj"},
    {TimeWord::Tomorrow, u"tomorrow morgen demain mañana jutro غدا"},
    {TimeWord::All, u"all ever always alles immer tout toujours todo siempre wszystko zawsze الكل"},
    {TimeWord::Last, u"last past previous letzte letzter letztes letzten letztem vergangene vergangenen "
                     u"dernier dernière derniers dernières último última últimos últimas "
                     u"ostatni ostatnia ostatnie ostatniej ostatnich ostatnią آخر"},
    {TimeWord::This, u"this diese dieser dieses diesen ce cet cette este esta ten ta tym tej هذا هذه"},
    {TimeWord::Ago, u"ago her hace temu"},
    {TimeWord::Since, u"since from after seit ab von depuis desde od منذ"},
    {TimeWord::Before, u"before vor avant przed قبل"},
    {TimeWord::Until, u"to till until bis au jusque hasta do إلى"},
    {TimeWord::Filler, u"at on the am um den der uhr o'clock à le la les las los el de del of vom o w dnia في"},
};
constexpr WordRow<TimeUnit> unitRows[] = {
    {TimeUnit::Second, u"second seconds sec secs sek sekunde sekunden seconde secondes segundo segundos "
                       u"sekunda sekundy sekund ثانية ثوان"},
    {TimeUnit::Minute, u"minute minutes min mins minuten minuto minutos minuta minuty minut دقيقة دقائق"},
    {TimeUnit::Hour, u"hour hours hr hrs stunde stunden std heure heures hora horas godzina godziny godzin "
                     u"godz ساعة ساعات"},
    {TimeUnit::Day, u"day days tag tage tagen jour jours día días dzień dni يوم أيام"},
    {TimeUnit::Week, u"week weeks woche wochen semaine semaines semana semanas tydzień tygodnie tygodni "
                     u"أسبوع أسابيع"},
    {TimeUnit::Month, u"month months monat monate monaten mois mes meses miesiąc miesiące miesięcy شهر أشهر"},
    {TimeUnit::Quarter, u"quarter quarters quartal quartale quartalen trimestre trimestres kwartał kwartały "
                        u"kwartałów kwartale ربع"},
    {TimeUnit::Year, u"year years jahr jahre jahren an ans année années año años rok lata lat roku سنة سنوات"},
};
constexpr WordRow<TimeUnit> letterRows[] = {
    {TimeUnit::Second, u"s"}, {TimeUnit::Minute, u"m"}, {TimeUnit::Hour, u"h"},
    {TimeUnit::Day, u"d t j"}, {TimeUnit::Week, u"w"}, {TimeUnit::Year, u"y"},
};
// clang-format on

template <typename Meaning, std::size_t Count>
QHash<QString, Meaning> wordsOf(const WordRow<Meaning> (&rows)[Count])
{
    QHash<QString, Meaning> found;
    for (const WordRow<Meaning> &row : rows) {
        const QStringList words = QString::fromUtf16(row.words).split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words)
            found.insert(rules::fold(word), row.meaning);
    }
    return found;
}

template <typename Meaning>
std::optional<Meaning> meaningOf(const QHash<QString, Meaning> &words, const QString &word)
{
    const auto found = words.constFind(word);
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

/// A name as it is compared: folded, without the point of a short one.
QString comparedName(const QString &name)
{
    QString folded = rules::fold(name);
    while (folded.endsWith(u'.'))
        folded.chop(1);
    return folded;
}

/// The number (1…`count`) of the name that `nameOf(locale, number, format)` gives.
template <typename NameOf>
int numberOfName(const QString &folded, const QLocale &locale, int count, NameOf nameOf)
{
    const QString word = comparedName(folded);
    if (word.size() < 2)
        return 0;
    for (const QLocale &each : {locale, QLocale(QLocale::English)})
        for (const QLocale::FormatType format : {QLocale::LongFormat, QLocale::ShortFormat})
            for (int i = 1; i <= count; ++i)
                for (const bool alone : {false, true})
                    if (comparedName(nameOf(each, i, format, alone)) == word)
                        return i;
    // "sept", "thurs": the beginning of one name only.
    int begun = 0;
    for (const QLocale &each : {locale, QLocale(QLocale::English)})
        for (int i = 1; i <= count && word.size() > 2; ++i)
            if (i != begun && comparedName(nameOf(each, i, QLocale::LongFormat, true)).startsWith(word)) {
                if (begun != 0)
                    return 0;
                begun = i;
            }
    return begun;
}

} // namespace

TimeWord timeWordOf(const QString &folded)
{
    static const QHash<QString, TimeWord> words = wordsOf(timeWordRows);
    return meaningOf(words, folded).value_or(TimeWord::None);
}

std::optional<TimeUnit> unitWordOf(const QString &folded)
{
    static const QHash<QString, TimeUnit> words = wordsOf(unitRows);
    return meaningOf(words, folded);
}

std::optional<TimeUnit> unitLetterOf(const QString &folded)
{
    static const QHash<QString, TimeUnit> letters = wordsOf(letterRows);
    const std::optional<TimeUnit> letter = meaningOf(letters, folded);
    return letter ? letter : unitWordOf(folded);
}

int monthOf(const QString &folded, const QLocale &locale)
{
    return numberOfName(folded, locale, 12,
                        [](const QLocale &in, int i, QLocale::FormatType format, bool alone) {
                            return alone ? in.standaloneMonthName(i, format) : in.monthName(i, format);
                        });
}

int weekdayOf(const QString &folded, const QLocale &locale)
{
    return numberOfName(folded, locale, 7,
                        [](const QLocale &in, int i, QLocale::FormatType format, bool alone) {
                            return alone ? in.standaloneDayName(i, format) : in.dayName(i, format);
                        });
}

} // namespace pc::models
