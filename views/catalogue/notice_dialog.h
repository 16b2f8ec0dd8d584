// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/version.h"
#include "views/widgets/dialog_frame.h"

class QComboBox;
class QPlainTextEdit;

namespace pc::views {

struct ViewContext;
class FormField;

/// The notice for one partner that still calls a version: read, copied, or saved to a file; sent by nobody
/// here.
class NoticeDialog final : public DialogFrame
{
    Q_OBJECT
public:
    /// `partnerId`: whom it is for at first. `use` has somebody.
    NoticeDialog(const ViewContext &context, const QString &apiName, const VersionUse &use,
                 const QString &partnerId, const QDateTime &now, QWidget *parent);

    [[nodiscard]] QString notice() const;

private:
    void buildUi(const QString &partnerId);
    void showNotice();
    void copy();
    void save();
    [[nodiscard]] const VersionCaller &caller() const;

    const ViewContext &m_context;
    QString m_apiName;
    VersionUse m_use;
    QDateTime m_now;
    QComboBox *m_partner = nullptr;
    FormField *m_partnerField = nullptr;
    QComboBox *m_language = nullptr;
    QPlainTextEdit *m_text = nullptr;
};

} // namespace pc::views
