#pragma once

#include "app/base/error.h"

#include <tl/expected.hpp>

namespace latchkey
{

// A value, or why there is none. std::expected is not in GCC 12's and clang 14's C++20.
template <typename T>
using Result = tl::expected<T, Error>;

} // namespace latchkey
