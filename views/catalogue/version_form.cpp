// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/version_form.h"

#include "contract/rules/api_rules.h"
#include "contract/rules/field_limits.h"
#include "contract/rules/version_life.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/date_input.h"
#include "views/widgets/field_row.h"
#include "views/widgets/field_words.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/line_input.h"
#include "views/words/member_words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

LineInput *versionLine(const QString &name, const char *member)
{
    return new LineInput(name, rules::limit("ApiVersionDraft", member));
}

std::optional<QDateTime> momentOf(const DateInput &input)
{
    const QDateTime moment = input.moment();
    return moment.isValid() ? std::optional(moment) : std::nullopt;
}

} // namespace

VersionForm::VersionForm(QString basePath, const std::optional<ApiVersion> &before,
                         std::function<QDateTime()> now, QWidget *parent)
    : QWidget(parent), m_basePath(std::move(basePath)), m_before(before), m_now(std::move(now)),
      m_path(versionLine(u"versionPath"_s, "path_prefix")),
      m_deprecated(new DateInput(u"versionDeprecated"_s, DateInput::Mode::Minute)),
      m_sunset(new DateInput(u"versionSunset"_s, DateInput::Mode::Minute)),
      m_successor(versionLine(u"versionSuccessor"_s, "successor_url")),
      m_guide(versionLine(u"versionGuide"_s, "guide_url")),
      m_sentence(versionLine(u"versionSentence"_s, "sentence")),
      m_pathField(new FormField(memberName(u"/path_prefix"_s), m_path)),
      m_deprecatedField(new FormField(memberName(u"/deprecated_at"_s), m_deprecated)),
      m_sunsetField(new FormField(memberName(u"/sunset_at"_s), m_sunset)),
      m_successorField(new FormField(memberName(u"/successor_url"_s), m_successor)),
      m_guideField(new FormField(memberName(u"/guide_url"_s), m_guide)),
      m_sentenceField(new FormField(tr("Sentence to partners"), m_sentence))
{
    m_pathField->setRequired(true);
    m_pathField->setRule([this] { return pathFault(); });
    m_path->setPlaceholderText(m_basePath.isEmpty() ? u"/v1"_s : m_basePath);
    m_pathField->setHint(m_basePath.isEmpty()
                             ? tr("Itself and everything below.")
                             : tr("%1 or a path below it: itself and everything below.").arg(m_basePath));
    m_deprecatedField->setHint(tr("Empty: nobody is told yet."));
    m_sunsetField->setHint(tr("From then on its calls are refused. Empty: it has no end."));
    m_sunsetField->setRule([this] { return sunsetFault(); });
    m_successor->setPlaceholderText(u"https://developer.example.net/v2"_s);
    m_guide->setPlaceholderText(u"https://developer.example.net/v1-to-v2"_s);
    m_sentenceField->setHint(tr("For people, in the answer to a call after its end."));
    connect(m_deprecated, &QLineEdit::textChanged, m_sunsetField, &FormField::formEdited);

    auto *dates = new FieldRow;
    dates->addField(m_deprecatedField, 1);
    dates->addField(m_sunsetField, 1);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(space::s);
    steps->addWidget(new Label(tr("End it in"), TypeRole::Small, Tone::Muted));
    for (const int days : {30, 90, 180, 365}) {
        auto *button = makeButton(u"sunsetIn%1"_s.arg(days), tr("%n day(s)", nullptr, days));
        connect(button, &QPushButton::clicked, this, [this, days] { step(days); });
        steps->addWidget(button);
    }
    steps->addStretch();
    auto *links = new FieldRow;
    links->addField(m_successorField, 1);
    links->addField(m_guideField, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_pathField);
    column->addWidget(dates);
    column->addLayout(steps);
    column->addWidget(links);
    column->addWidget(m_sentenceField);
    setFocusProxy(m_path);
}

/// To the whole hour; deprecated from now on, when nothing was said of it.
void VersionForm::step(int days)
{
    const QDateTime now = m_now();
    const auto atHour = [](const QDateTime &time) {
        return QDateTime(time.date(), QTime(time.time().hour(), 0), Qt::UTC);
    };
    if (m_deprecated->isBlank())
        m_deprecated->showMoment(atHour(now));
    m_sunset->showMoment(atHour(now.addDays(days)));
    m_sunsetField->judgeAgain();
}

QString VersionForm::pathFault() const
{
    const QString path = m_path->value();
    if (path.isEmpty())
        return tr("Say which path it is of.");
    if (path.contains(u'{'))
        return tr("A version is a path without parameters.");
    return rules::isBelow(m_basePath, path)
               ? QString()
               : tr("This API has nothing there. Begin with %1.").arg(m_basePath);
}

QString VersionForm::sunsetFault() const
{
    const auto fault = rules::sunsetFault(draft(), m_before ? &*m_before : nullptr, m_now());
    if (!fault)
        return {};
    return *fault == rules::FieldFault::InThePast
               ? tr("This lies in the past. Choose a later time, or end the version.")
               : tr("It ends before it is deprecated. Choose a later end.");
}

void VersionForm::setDraft(const ApiVersionDraft &draft)
{
    m_path->setText(draft.pathPrefix);
    m_deprecated->showMoment(draft.deprecatedAt.value_or(QDateTime()));
    m_sunset->showMoment(draft.sunsetAt.value_or(QDateTime()));
    m_successor->setText(draft.successorUrl);
    m_guide->setText(draft.guideUrl);
    m_sentence->setText(draft.sentence);
}

/// A moment is shown to the minute: one that was not touched stays as it is.
ApiVersionDraft VersionForm::draft() const
{
    const auto kept = [](const std::optional<QDateTime> &shown, const std::optional<QDateTime> &was) {
        constexpr qint64 minute = 60'000;
        return shown && was && shown->toMSecsSinceEpoch() / minute == was->toMSecsSinceEpoch() / minute
                   ? was
                   : shown;
    };
    ApiVersionDraft draft;
    draft.pathPrefix = m_path->value();
    draft.deprecatedAt = kept(momentOf(*m_deprecated), m_before ? m_before->deprecatedAt : std::nullopt);
    draft.sunsetAt = kept(momentOf(*m_sunset), m_before ? m_before->sunsetAt : std::nullopt);
    draft.successorUrl = m_successor->value();
    draft.guideUrl = m_guide->value();
    draft.sentence = m_sentence->value();
    return draft;
}

QList<FormField *> VersionForm::fields() const
{
    return {m_pathField, m_deprecatedField, m_sunsetField, m_successorField, m_guideField, m_sentenceField};
}

FormField *VersionForm::fieldFor(const QString &pointer) const
{
    const std::pair<QLatin1StringView, FormField *> places[]{
        {"/path_prefix"_L1, m_pathField}, {"/deprecated_at"_L1, m_deprecatedField},
        {"/sunset_at"_L1, m_sunsetField}, {"/successor_url"_L1, m_successorField},
        {"/guide_url"_L1, m_guideField},  {"/sentence"_L1, m_sentenceField}};
    for (const auto &[member, field] : places) {
        if (pointer == member)
            return field;
    }
    return nullptr;
}

} // namespace pc::views
