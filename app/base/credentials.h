#pragma once

#include "app/base/secret.h"

#include <QString>

namespace latchkey
{

struct Credentials {
    QString email;
    Secret password;
};

} // namespace latchkey
