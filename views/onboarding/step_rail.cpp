// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/step_rail.h"

#include "views/style/icons.h"
#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/theme.h"
#include "views/widgets/label.h"
#include "views/widgets/whole_label.h"
#include "views/words/draft_words.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::OnboardStep;
using models::StepState;

namespace {
constexpr int textLeft = 34;
constexpr int textRight = 2;
} // namespace

StepButton::StepButton(OnboardStep step, QWidget *parent) : QAbstractButton(parent), m_step(step)
{
    setObjectName(u"step_%1"_s.arg(static_cast<int>(step)));
    setText(stepTitle(step));
    setShortcut({}); // a title with "&" in it would be pressed by Alt and what follows
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepButton::setState(StepState state, bool unvisited, const QString &note)
{
    m_state = state;
    m_note = note;
    const QString word = state == StepState::Done      ? tr("done")
                         : state == StepState::Problem ? tr("needs attention")
                         : state == StepState::Current ? tr("in progress")
                         : unvisited                   ? tr("open")
                                                       : QString();
    setAccessibleName(note.isEmpty() ? tr("%1, %2", "step, state").arg(text(), word)
                                     : tr("%1, %2: %3", "step, state, note").arg(text(), word, note));
    updateGeometry();
    update();
}

QSize StepButton::sizeHint() const
{
    const TypeScale &type = TypeScale::of(this);
    return {208, type.px(46)}; // with or without a note: the steps below stay where they are
}

QSize StepButton::minimumSizeHint() const
{
    const QFontMetrics metrics(TypeScale::of(this).font(TypeRole::Body, QFont::Medium));
    const int title = textLeft + metrics.horizontalAdvance(text()) + 1 + textRight;
    return {std::max(TypeScale::of(this).px(152), title), sizeHint().height()};
}

void StepButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Tokens::of(this);
    const TypeScale &type = TypeScale::of(this);
    const bool current = m_state == StepState::Current;
    if (current)
        paintBox(&painter, rect(), space::radius, tokens.selection);
    else if (underMouse())
        paintBox(&painter, rect(), space::radius, tokens.hover);
    const bool problem = m_state == StepState::Problem;
    const Icon glyph = m_state == StepState::Done ? Icon::Check
                       : problem                  ? Icon::Warning
                       : current                  ? Icon::ChevronRight
                                                  : Icon::Dots;
    const QColor mark = m_state == StepState::Done ? tokens.ok.fg
                        : problem                  ? tokens.bad.fg
                        : current                  ? tokens.accent
                                                   : tokens.text3;
    const auto place = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    const QRect iconBox = place(QRect(8, (height() - 18) / 2, 18, 18));
    if (layoutDirection() == Qt::RightToLeft && isDirectional(glyph)) {
        const PainterScope scope(&painter);
        painter.translate(iconBox.center().x() * 2 + 1, 0);
        painter.scale(-1, 1);
        paintIcon(&painter, glyph, iconBox, mark);
    } else {
        paintIcon(&painter, glyph, iconBox, mark);
    }
    const int align =
        Qt::AlignVCenter | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    const QFont font = type.font(TypeRole::Body, QFont::Medium);
    const QFontMetrics metrics(font);
    const QRect room(textLeft, 0, width() - textLeft - textRight, height());
    painter.setFont(font);
    painter.setPen(m_state == StepState::Open ? tokens.text2 : tokens.text);
    QRect title = room;
    if (!m_note.isEmpty())
        title.setHeight(height() / 2 + 2);
    painter.drawText(place(title), align | (m_note.isEmpty() ? 0 : Qt::AlignBottom),
                     metrics.elidedText(text(), Qt::ElideRight, room.width()));
    if (!m_note.isEmpty()) {
        const QFont small = type.font(TypeRole::Small);
        painter.setFont(small);
        painter.setPen(problem ? tokens.bad.fg : tokens.text3);
        QRect note = room;
        note.setTop(height() / 2 + 2);
        painter.drawText(place(note), (align & ~Qt::AlignVCenter) | Qt::AlignTop,
                         QFontMetrics(small).elidedText(m_note, Qt::ElideRight, room.width()));
    }
    if (hasFocus())
        paintFocusRing(&painter, rect(), space::radius, tokens.accent);
}

StepRail::StepRail(QWidget *parent) : QWidget(parent)
{
    const TypeScale &type = TypeScale::of(this);
    setMaximumWidth(type.px(232)); // in a narrow window as narrow as its titles: the fields need it more
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::s, space::xl, space::s - 2, space::l);
    layout->setSpacing(space::xs);
    auto *heading = new Label(tr("New partner"));
    heading->setContentsMargins(space::s, 0, space::s, 0);
    heading->setRole(TypeRole::DialogTitle, QFont::DemiBold);
    layout->addWidget(heading);
    layout->addSpacing(space::s);
    for (int i = 0; i < models::onboardStepCount; ++i) {
        auto *button = new StepButton(static_cast<OnboardStep>(i));
        m_buttons.append(button);
        layout->addWidget(button);
        connect(button, &QAbstractButton::clicked, this,
                [this, i] { Q_EMIT stepRequested(static_cast<OnboardStep>(i)); });
    }
    // Below the steps: its words change, in number and length, and nothing moves with them.
    m_saved = new WholeLabel({}, TypeRole::Small, Tone::Muted);
    m_saved->setObjectName(u"draftSaved"_s);
    m_saved->setContentsMargins(space::s, space::s, space::s, 0);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum); // nor does the rail get wider
    policy.setHeightForWidth(true);
    m_saved->setSizePolicy(policy);
    layout->addWidget(m_saved);
    layout->addStretch();
}

void StepRail::showFlow(const models::OnboardFlow &flow, const QString &planName)
{
    for (int i = 0; i < models::onboardStepCount; ++i) {
        const auto step = static_cast<OnboardStep>(i);
        const StepState state = flow.stepState(step);
        QString note;
        if (state == StepState::Problem) {
            const QList<rules::FieldProblem> problems = flow.problemsOf(step);
            note = problems.size() > 1
                       ? tr("%n thing(s) to correct", nullptr, static_cast<int>(problems.size()))
                   : problems.isEmpty() ? QString()
                                        : problemShort(problems.first());
        } else if (state == StepState::Done) {
            note = stepSummary(step, flow.draft(), planName);
        } else if (state == StepState::Current) {
            note = tr("In progress");
        }
        m_buttons[i]->setState(state, state == StepState::Open, note);
    }
}

void StepRail::setSaved(const QString &text, bool failed)
{
    m_saved->setText(text);
    m_saved->setTone(failed ? Tone::Bad : Tone::Muted);
}

StepButton *StepRail::button(OnboardStep step) const
{
    return m_buttons.value(static_cast<int>(step));
}

void StepRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = Tokens::of(this);
    painter.fillRect(rect(), tokens.alt);
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(x, 0, 1, height()), tokens.border);
}

} // namespace pc::views
