// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace pc::platform::openapi {

/// One scheme that a call must satisfy, and what it must be allowed there.
struct SecurityNeed
{
    QString scheme;
    QStringList scopes; ///< of oauth2 and openIdConnect, in 3.1 roles of others
    bool operator==(const SecurityNeed &) const = default;
};

/// Schemes that must all be satisfied; none: nothing is asked.
using SecurityAlternative = QList<SecurityNeed>;

/// One method of one path.
struct Operation
{
    QString method; ///< "GET"
    QString path;   ///< template, base path of the server included: "/v1/orders/{order_id}"
    QString id;     ///< operationId; empty when it has none
    QString title;  ///< summary
    QStringList tags;
    QList<SecurityAlternative> security; ///< any of them; empty: the description says nothing
    QStringList contentTypes;            ///< of the body; empty: none is described
    bool deprecated = false;
    int line = 0;
};

/// What is described and cannot be taken into the catalogue.
struct LeftOut
{
    int line = 0;
    QString what; ///< "GET /v1/files/{name}.json"
    QString reason;
    bool operator==(const LeftOut &) const = default;
};

/// What of an OpenAPI document (3.0, 3.1) says which calls there are.
struct Description
{
    QString openapi; ///< "3.1.0"
    QString title;
    QString version;  ///< of the described API
    QString host;     ///< of the first server, lower case, without a port; empty when it names none
    QString basePath; ///< likewise, without a slash at its end
    int paths = 0;
    QList<Operation> operations; ///< in the order of the document; no method and shape of path twice
    QList<LeftOut> leftOut;
    QMap<QString, QString> scopeTexts; ///< what a scope is for, by its name
};

} // namespace pc::platform::openapi
