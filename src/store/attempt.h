// Errors handed on: what a function that gives a Result does with the result of another.
#pragma once

#include "base/result.h"

// Runs an expression that gives a Result<void>; leaves the function with its error, if there is one.
#define HEARSAY_TRY(expression) HEARSAY_TRY_AS(HEARSAY_PASTE(attempt_, __COUNTER__), expression)
#define HEARSAY_TRY_AS(name, expression)                           \
  do {                                                             \
    if (auto name = (expression); !name.ok()) return name.error(); \
  } while (false)
#define HEARSAY_PASTE(a, b) HEARSAY_PASTE_NOW(a, b)
#define HEARSAY_PASTE_NOW(a, b) a##b

// Runs an expression that gives a Result<T>; declares `name` as its value, or leaves the function with its
// error.
#define HEARSAY_TAKE(name, expression)                     \
  auto name##_attempt = (expression);                      \
  if (!name##_attempt.ok()) return name##_attempt.error(); \
  auto& name = *name##_attempt
