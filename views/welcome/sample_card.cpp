// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/welcome/sample_card.h"

#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1'000'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

Label *wrapped(const QString &text, TypeRole role)
{
    auto *label = new Label(text, role, Tone::Muted);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    return label;
}

} // namespace

SampleCard::SampleCard(bool hasSample, QWidget *parent) : Card({}, parent)
{
    setObjectName(u"sampleCard"_s);
    setMinimumWidth(224);
    setMaximumWidth(300);
    body()->setSpacing(space::m);
    body()->addWidget(new IconLabel(Icon::Flask, Tone::Accent, 24), 0, Qt::AlignLeading);
    body()->addWidget(new SectionTitle(tr("Look around")));
    body()->addWidget(
        wrapped(tr("Starts a real platform on this workstation, reachable from here only, with 24 made-up "
                   "partners. Everything works, nothing leaves this machine."),
                TypeRole::Body),
        1);
    if (hasSample) {
        auto *open = makeButton(u"sampleButton"_s, tr("Open the sample"), Icon::Play, ButtonKind::Primary);
        connect(open, &QPushButton::clicked, this, [this] { Q_EMIT chosen(rules::SampleSize::Small); });
        body()->addWidget(open);
        return;
    }
    m_choices = {
        addChoice(rules::SampleSize::Small, u"sampleButton"_s, tr("Try with sample data"), true),
        addChoice(rules::SampleSize::Full, u"fullSampleButton"_s, tr("Try with a long history"), false)};
    m_free = wrapped({}, TypeRole::Caption);
    m_free->setObjectName(u"sampleFreeSpace"_s);
    m_free->hide();
    body()->addWidget(m_free);
    setFreeBytes({});
}

SampleCard::Choice SampleCard::addChoice(rules::SampleSize size, const QString &name, const QString &title,
                                         bool primary)
{
    Choice choice{size,
                  makeButton(name, title, Icon::Play, primary ? ButtonKind::Primary : ButtonKind::Normal),
                  wrapped({}, TypeRole::Caption)};
    choice.cost->setObjectName(name + u"Cost"_s);
    connect(choice.button, &QPushButton::clicked, this, [this, size] { Q_EMIT chosen(size); });
    body()->addWidget(choice.button);
    body()->addWidget(choice.cost);
    return choice;
}

void SampleCard::setFreeBytes(std::optional<qint64> bytes)
{
    for (const Choice &choice : std::as_const(m_choices)) {
        const qint64 events = rules::sampleEvents(choice.size);
        const QString size = sizeText(rules::sampleBytes(events));
        const bool fits = !bytes || *bytes >= rules::sampleRoom(events);
        // The count of events is in the hundreds of thousands: %n would take it, but not its grouping.
        const QString many = QLocale().toString(events);
        const QString takes = choice.size == rules::SampleSize::Small
                                  ? tr("%1 audit events, %2 on disk, a few seconds").arg(many, size)
                                  : tr("%1 audit events, %2 on disk, about a minute").arg(many, size);
        choice.cost->setText(fits ? takes : tr("%1 audit events need %2 on disk").arg(many, size));
        choice.cost->setTone(fits ? Tone::Muted : Tone::Bad);
        choice.button->setEnabled(fits);
        setDisabledReason(choice.button, fits ? QString() : choice.cost->text());
        choice.button->setAccessibleDescription(choice.cost->text());
    }
    if (m_free) {
        m_free->setVisible(bytes.has_value());
        if (bytes)
            m_free->setText(tr("%1 are free on the disk of this workstation").arg(sizeText(*bytes)));
    }
}

} // namespace pc::views
