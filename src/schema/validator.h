// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "schema/violation.h"

#include <QList>

#include <memory>

namespace Schema {

/// Checks values against a user_config_schema. Safe to use from several threads.
class Validator
{
public:
    explicit Validator(const Core::Json &schema);
    ~Validator();
    Validator(Validator &&) noexcept;
    Validator &operator=(Validator &&) noexcept;

    /// Every violation, in the order of the value; empty when the value keeps the schema.
    [[nodiscard]] QList<Violation> check(const Core::Json &value) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Schema
