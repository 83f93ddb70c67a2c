// in: src/stages/extract
// error: stages/events/events\.h.*(No such file|not found)
#ifdef MUST_FAIL
#include "stages/events/events.h"
#endif
