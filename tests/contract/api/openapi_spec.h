// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <yaml-cpp/yaml.h>

#include <functional>

/// contract/openapi.yaml, with what the tests ask of it.
class OpenApiSpec
{
public:
    OpenApiSpec();

    [[nodiscard]] const YAML::Node &root() const { return m_root; }
    [[nodiscard]] YAML::Node schema(const QString &name) const;
    /// Follows "$ref" (and gives back what has none).
    [[nodiscard]] YAML::Node resolved(const YAML::Node &node) const;
    /// Where a "$ref" leads, "" when it leads nowhere.
    [[nodiscard]] static QString refOf(const YAML::Node &node);

    /// A property of an object that occurs in an example.
    struct Property
    {
        QStringList path; ///< keys and array indices from the example's root
        YAML::Node schema;
        bool required;
        bool present;
    };
    /// Visits every property of every object schema that the value reaches, arrays by their first element.
    void walk(const YAML::Node &schema, const QJsonValue &value, const QStringList &path,
              const std::function<void(const Property &)> &visit) const;

    /// What is wrong with the value by the schema; empty when nothing is. Types, required and unknown
    /// properties, enumerations, minimum, lengths, patterns.
    [[nodiscard]] QString fault(const YAML::Node &schema, const QJsonValue &value,
                                const QString &pointer = {}) const;

private:
    [[nodiscard]] QString objectFault(const YAML::Node &schema, const QJsonValue &value,
                                      const QString &pointer) const;
    YAML::Node m_root;
};

[[nodiscard]] QString textOf(const YAML::Node &node);
