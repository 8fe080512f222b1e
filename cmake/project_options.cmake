# The language, warnings and sanitizers of our own code. Only our code links this.
add_library(project_options INTERFACE)
target_compile_options(project_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
    -Wno-missing-designated-field-initializers  # {.width_px = 320}: the fields left out are zero by the language's rule.
    -Wno-string-conversion                      # assert(condition && "the sentence that was not true").
    -ffunction-sections -fdata-sections)

if(EMSCRIPTEN)
    target_compile_options(project_options INTERFACE
        -Oz -flto -fno-exceptions -fno-rtti
        -Wno-unused-variable)  # What only an assertion reads; the native build finds the others.
    target_compile_definitions(project_options INTERFACE NDEBUG)
elseif(RIHAB_SANITIZE)
    # With the fuzzer's coverage, so that fuzz targets link what the tests link.
    target_compile_options(project_options INTERFACE
        -O$<IF:$<BOOL:$<TARGET_PROPERTY:is_doctest>>,0,1> -gline-tables-only -fno-omit-frame-pointer -fsanitize=${RIHAB_SANITIZE},fuzzer-no-link -fno-sanitize-recover=all)
    target_link_options(project_options INTERFACE -fsanitize=${RIHAB_SANITIZE})
    # The hardened library also mangles its inline functions differently, so that the linker never takes a
    # third-party library's std::vector, which knows nothing of the sanitizer, for ours.
    target_compile_definitions(project_options INTERFACE _LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_DEBUG)
else()
    # Assertions stay on in the server.
    target_compile_options(project_options INTERFACE
        -UNDEBUG -gline-tables-only $<$<BOOL:$<TARGET_PROPERTY:is_doctest>>:-O0>)
    target_compile_definitions(project_options INTERFACE _LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_FAST)
endif()
