// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/pages_fixture.h"

#include "views/words/act_guard.h"

#include <QTest>
#include <QVBoxLayout>

namespace pc::test {

using namespace Qt::StringLiterals;

namespace {

const QDateTime start({2025, 11, 21}, {10, 24}, Qt::UTC);

std::unique_ptr<models::Connection> connectTo(SampleService *&service, ManualClock &clock)
{
    auto made = std::make_unique<SampleService>(start);
    service = made.get();
    return std::make_unique<models::Connection>(std::move(made), Secret::copyOf("operator"), clock);
}

} // namespace

PagesFixture::PagesFixture(const QString &draftsDir)
    : clock(start), service(nullptr), connection(connectTo(service, clock)),
      ticker([this] { return clock.now(); }), toasts(&window),
      catalogue(connection->access(), connection->feed()),
      integrity(connection->audit(), clock, {}), context{*connection, commands, navigator, ticker, clipboard,
                                                         files,       toasts,   u"eu-1"_s, false,  draftsDir},
      parts{catalogue, integrity, random, credential},
      credentialCommands(std::make_unique<views::CredentialCommands>(context, credential, random, &window))
{
    new QVBoxLayout(&window);
    window.layout()->setContentsMargins(0, 0, 0, 0);
    commands.addGroup(u"partner"_s, u"Partner"_s);
    commands.setGuard([this](Op op) { return views::blockText(*connection, op); });
    QObject::connect(connection.get(), &models::Connection::sessionChanged, &commands,
                     [this] { commands.refresh(); });
    connection->start();
    settle();
}

PagesFixture::~PagesFixture()
{
    // Pages refer to everything above.
    // One child may take others with it (a dialog its scrim).
    while (QWidget *child = window.findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        delete child;
}

void PagesFixture::show(QWidget *page, const QSize &size)
{
    window.layout()->addWidget(page);
    window.resize(size);
    window.show();
    window.activateWindow();
    settle();
}

QString PagesFixture::toastText() const
{
    const QList<views::Toast *> shown = toasts.toasts();
    return shown.isEmpty() ? QString() : shown.last()->text();
}

QString PagesFixture::idOf(const QString &partnerName) const
{
    for (const Partner &partner : service->partners)
        if (partner.name == partnerName)
            return partner.id;
    return {};
}

void settle(int rounds)
{
    for (int i = 0; i < rounds; ++i)
        QTest::qWait(settleMs);
}

} // namespace pc::test
