// The result and error types are public (include/hearsay/error.h): one vocabulary inside and outside.
#pragma once

#include <hearsay/error.h>
