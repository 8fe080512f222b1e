# Links the bytes of a file into native programs.
#
#   embed_binary(target symbol file)
#
# makes the library `target` with the header "embedded/<symbol>.hpp", whose function
# embedded::<symbol>() is a span over the bytes (aligned to 16).
function(embed_binary target symbol file)
    set(folder ${PROJECT_BINARY_DIR}/generated/embedded)
    file(CONFIGURE OUTPUT ${folder}/${symbol}.hpp @ONLY CONTENT [[
// Bytes of a file, linked into the program.
#pragma once

#include <cstddef>
#include <span>

extern "C" const std::byte embedded_@symbol@_begin[];
extern "C" const std::byte embedded_@symbol@_end[];

namespace embedded {

inline std::span<const std::byte> @symbol@() { return {embedded_@symbol@_begin, embedded_@symbol@_end}; }

}  // namespace embedded
]])
    file(CONFIGURE OUTPUT ${folder}/${symbol}.S @ONLY CONTENT [[
    .section .rodata
    .global embedded_@symbol@_begin
    .global embedded_@symbol@_end
    .balign 16
embedded_@symbol@_begin:
    .incbin "@file@"
embedded_@symbol@_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
]])
    set_source_files_properties(${folder}/${symbol}.S PROPERTIES OBJECT_DEPENDS ${file})
    add_library(${target} STATIC ${folder}/${symbol}.S)
    target_include_directories(${target} INTERFACE ${PROJECT_BINARY_DIR}/generated)
endfunction()
