// RowKind, what has a public id: `output` names it, and does not see the store.
#pragma once

#include "store/row_id.h"
