# Headers that most files include, parsed once: half the time of a build from nothing. Only ./rihab asks for it, but for
# the full run: there each file must include what it uses, as in the client that is sent to browsers.
option(RIHAB_PRECOMPILE "parse the standard library's headers once" OFF)

# precompiled(NAME HEADER...): headers parsed with the options of our code.
function(precompiled name)
    if(NOT RIHAB_PRECOMPILE OR EMSCRIPTEN)
        return()
    endif()
    file(WRITE ${PROJECT_BINARY_DIR}/generated/${name}.cpp "")
    add_library(${name} OBJECT ${PROJECT_BINARY_DIR}/generated/${name}.cpp)
    target_link_libraries(${name} PRIVATE project_options)
    target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()

# precompile(TARGET NAME): the sources of the target begin with those headers.
function(precompile target name)
    if(TARGET ${name})
        target_precompile_headers(${target} REUSE_FROM ${name})
    endif()
endfunction()

set(standard_headers <algorithm> <array> <chrono> <cstdint> <expected> <filesystem> <format> <functional> <map> <memory>
    <mutex> <optional> <ranges> <span> <string> <string_view> <variant> <vector>)
precompiled(standard_headers ${standard_headers})
precompiled(test_headers ${standard_headers} <doctest/doctest.h>)
if(TARGET test_headers)
    target_link_libraries(test_headers PRIVATE doctest)
    set_target_properties(test_headers PROPERTIES is_doctest ON)
endif()
