// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/credential_delegate.h"

#include "contract/rules/credential_kinds.h"
#include "models/base/item_roles.h"
#include "models/credentials/credential_list_model.h"
#include "models/text/enum_names.h"
#include "views/widgets/badge.h"
#include "views/widgets/relative_time.h"
#include "views/words/words.h"

#include <algorithm>

namespace pc::views {

using models::CredentialListModel;

namespace {

CredentialState stateOf(const QModelIndex &index)
{
    return static_cast<CredentialState>(
        index.siblingAtColumn(CredentialListModel::StateColumn).data(models::ValueRole).toInt());
}

bool isOver(CredentialState state)
{
    return state == CredentialState::Revoked || state == CredentialState::Void ||
           state == CredentialState::Expired;
}

} // namespace

CredentialDelegate::CredentialDelegate(TimeTicker &ticker, QObject *parent)
    : ItemDelegate(parent), m_ticker(ticker)
{
}

CredentialDelegate::FittingScopes CredentialDelegate::fittingScopes(const TypeScale &type,
                                                                    const QStringList &scopes, int room)
{
    const QFontMetrics mono(type.font(TypeRole::MonoSmall));
    const QFontMetrics small(type.font(TypeRole::Small));
    FittingScopes best{scopes.value(0, QStringLiteral("—")), {}, 0};
    for (qsizetype shown = 1; shown <= scopes.size(); ++shown) {
        const qsizetype left = scopes.size() - shown;
        FittingScopes each{scopes.mid(0, shown).join(QStringLiteral(", ")),
                           left > 0 ? QStringLiteral("+%1").arg(QLocale().toString(left)) : QString(), 0};
        each.keep = left > 0 ? small.horizontalAdvance(each.more) + 14 : 0;
        if (shown == 1 || mono.horizontalAdvance(each.text) + 2 + each.keep <= room)
            best = each;
    }
    return best;
}

QString CredentialDelegate::graceText(const QString &when)
{
    return tr("grace ends %1").arg(when);
}

int CredentialDelegate::neededWidth(const QWidget *table, int column) const
{
    const TypeScale &type = TypeScale::of(table);
    const QFontMetrics metrics(type.font(TypeRole::Body));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto inMinutes = [&now](qint64 minutes) {
        return relativeTime(now.addSecs(minutes * 60), now, QLocale());
    };
    constexpr qint64 day = 24 * 60;
    QStringList words;
    int longest = 0;
    switch (column) {
    case CredentialListModel::KindColumn:
        for (const rules::CredentialKindTraits &traits : rules::credentialKinds())
            words.append(models::nameOf(traits.kind));
        break;
    case CredentialListModel::RealmColumn:
        words = {models::nameOf(Realm::Sandbox), models::nameOf(Realm::Production)};
        break;
    case CredentialListModel::StateColumn:
        for (const CredentialState state :
             {CredentialState::Pending, CredentialState::Active, CredentialState::Rotating,
              CredentialState::Suspended, CredentialState::Expired, CredentialState::Void,
              CredentialState::Revoked}) {
            const StateLook look = stateLook(state);
            longest =
                std::max(longest, look.exception ? Badge::sizeFor(type, look.icon, look.text).width()
                                                 : type.px(16) + 12 + metrics.horizontalAdvance(look.text));
        }
        break;
    case CredentialListModel::LastUsedColumn:
        words = {tr("never"), inMinutes(-59), inMinutes(-23 * 60), inMinutes(-6 * day),
                 inMinutes(-400 * day)};
        break;
    case CredentialListModel::ExpiresColumn:
        words = {graceText(inMinutes(day - 1)), graceText(inMinutes(6 * day)),
                 graceText(inMinutes(7 * day - 60)), inMinutes(400 * day)};
        break;
    default:
        return 0;
    }
    for (const QString &word : std::as_const(words))
        longest = std::max(longest, metrics.horizontalAdvance(word) + 2);
    return longest + cellEdges;
}

void CredentialDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    const CredentialState state = stateOf(index);
    const Tone tone = isOver(state) ? Tone::Faint : Tone::Text;
    const QString text = index.data(Qt::DisplayRole).toString();
    switch (index.column()) {
    case CredentialListModel::NameColumn: {
        const auto kind = static_cast<CredentialKind>(
            index.siblingAtColumn(CredentialListModel::KindColumn).data(models::ValueRole).toInt());
        cell.icon(kindIcon(kind), isOver(state) ? Tone::Faint : Tone::Muted);
        cell.skip(6);
        cell.text(text, TypeRole::Body, tone, QFont::Medium);
        return;
    }
    case CredentialListModel::StateColumn: {
        const StateLook look = stateLook(state);
        if (look.exception) {
            cell.badge(look.severity, look.icon, look.text);
        } else {
            cell.icon(look.icon, Tone::Muted);
            cell.skip(4);
            cell.text(look.text, TypeRole::Body, Tone::Muted);
        }
        return;
    }
    case CredentialListModel::ScopesColumn: {
        const FittingScopes fitting =
            fittingScopes(cell.type(), index.data(models::ValueRole).toStringList(), cell.room());
        cell.mono(fitting.text, Tone::Muted, TypeRole::MonoSmall, fitting.keep);
        if (!fitting.more.isEmpty())
            cell.text(fitting.more, TypeRole::Small, Tone::Muted);
        return;
    }
    case CredentialListModel::LastUsedColumn: {
        const QDateTime used = index.data(models::ValueRole).toDateTime();
        cell.text(used.isValid() ? m_ticker.relative(used) : tr("never"), TypeRole::Body,
                  used.isValid() ? tone : Tone::Faint);
        return;
    }
    case CredentialListModel::ExpiresColumn: {
        const QDateTime grace = index.data(CredentialListModel::GraceUntilRole).toDateTime();
        if (grace.isValid()) {
            cell.text(graceText(m_ticker.relative(grace)), TypeRole::Body, Tone::Info);
            return;
        }
        const bool expiring = index.data(CredentialListModel::ExpiringRole).toBool();
        cell.text(isOver(state) ? QStringLiteral("—")
                                : m_ticker.relative(index.data(models::ValueRole).toDateTime()),
                  TypeRole::Body, expiring ? Tone::Warn : tone);
        return;
    }
    case CredentialListModel::LastFourColumn:
        cell.mono(text.isEmpty() ? QStringLiteral("—") : text, Tone::Muted);
        return;
    default:
        cell.text(text, TypeRole::Body, isOver(state) ? Tone::Faint : Tone::Muted);
        return;
    }
}

} // namespace pc::views
