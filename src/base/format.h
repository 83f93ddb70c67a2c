// fmt under one name: g++ 12 has no std::format.
#pragma once

#include <fmt/format.h>
