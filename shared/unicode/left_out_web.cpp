// Functions of ICU that nothing here needs, although its own code refers to them: the linker puts these in their place
// (--wrap, web/CMakeLists.txt) and drops 18 KB of the client, brotli.
#include <unicode/ubidi.h>
#include <unicode/uloc.h>

extern "C" {

// Only a mode of reordering that we do not set writes text. It would bring the table of all characters' categories.
int32_t __wrap_ubidi_writeReordered(UBiDi*, UChar*, int32_t, uint16_t, UErrorCode* status) {
    *status = U_UNSUPPORTED_ERROR;
    return 0;
}

// We name every bundle that we open. To find out a default would bring the parser of locale names.
const char* __wrap_uloc_getDefault() { return "root"; }
}
