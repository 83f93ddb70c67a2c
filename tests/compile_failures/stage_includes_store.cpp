// in: src/stages/extract
// error: store/store\.h.*(No such file|not found)
#ifdef MUST_FAIL
#include "store/store.h"
#endif
