// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/agreement.h"

namespace pc::rules {

using namespace Qt::StringLiterals;

namespace {

const QString signedOn = u"/agreement/signed_on"_s;
const QString validUntil = u"/agreement/valid_until"_s;

} // namespace

QList<FieldProblem> agreementFaults(const Agreement &agreement)
{
    QList<FieldProblem> faults;
    if (!agreement.signedOn.isValid())
        faults.append({signedOn, FieldFault::Required});
    if (!agreement.validUntil.isValid())
        faults.append({validUntil, FieldFault::Required});
    else if (agreement.signedOn.isValid() && agreement.validUntil <= agreement.signedOn)
        faults.append({validUntil, FieldFault::BeforeStart});
    return faults;
}

QList<FieldProblem> agreementGaps(const Agreement &agreement, const QDate &today)
{
    QList<FieldProblem> gaps;
    if (agreement.fileSha256.isEmpty())
        gaps.append({u"/agreement/file_sha256"_s, FieldFault::Required});
    if (agreement.signatories.isEmpty())
        gaps.append({u"/agreement/signatories"_s, FieldFault::Required});
    if (agreement.signedOn > today)
        gaps.append({signedOn, FieldFault::NotYet});
    if (agreement.validUntil < today)
        gaps.append({validUntil, FieldFault::Ended});
    return gaps;
}

} // namespace pc::rules
