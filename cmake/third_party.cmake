# The libraries we do not own, as IMPORTED targets. Each is PRIVATE to one home: cmake/lint/includes.mjs lists them.

# third_party(name [ARCHIVES file...] [DEFINITIONS ...] [LIBRARIES ...])
function(third_party name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "ARCHIVES;DEFINITIONS;LIBRARIES")
    set(include ${RIHAB_PREFIX}/include/${name})
    list(TRANSFORM arg_ARCHIVES PREPEND ${RIHAB_PREFIX}/lib/)
    foreach(path ${include} ${arg_ARCHIVES})
        if(NOT EXISTS ${path})
            message(FATAL_ERROR "The library ${name} is not set up: run ./rihab setup first.")
        endif()
    endforeach()

    add_library(${name} INTERFACE IMPORTED GLOBAL)
    target_include_directories(${name} INTERFACE ${include})
    target_compile_definitions(${name} INTERFACE ${arg_DEFINITIONS})
    target_link_libraries(${name} INTERFACE ${arg_ARCHIVES} ${arg_LIBRARIES})
endfunction()

# debian_library(name header library...): a packaged library, whose headers lie in /usr/include.
function(debian_library name header)
    find_path(${name}_include ${header} REQUIRED)
    add_library(${name} INTERFACE IMPORTED GLOBAL)
    foreach(library ${ARGN})
        find_library(${library}_library ${library} REQUIRED)
        target_link_libraries(${name} INTERFACE ${${library}_library})
    endforeach()
endfunction()

set(icu_definitions U_STATIC_IMPLEMENTATION U_CHARSET_IS_UTF8=1 U_DISABLE_RENAMING=1 U_ENABLE_DYLOAD=0)
if(EMSCRIPTEN)
    list(APPEND icu_definitions
        UCONFIG_NO_SERVICE=1 UCONFIG_NO_LEGACY_CONVERSION=1 UCONFIG_NO_FILE_IO=1 UCONFIG_NO_COLLATION=1
        UCONFIG_NO_TRANSLITERATION=1 UCONFIG_NO_REGULAR_EXPRESSIONS=1 UCONFIG_NO_IDNA=1
        UCONFIG_NO_FILTERED_BREAK_ITERATION=1 UCONFIG_NO_MF2=1)
endif()

third_party(icu ARCHIVES libicui18n.a libicuuc.a DEFINITIONS ${icu_definitions})
third_party(harfbuzz ARCHIVES libharfbuzz.a)
third_party(imgui ARCHIVES libimgui.a DEFINITIONS IMGUI_USER_CONFIG="imgui_config.h")
third_party(imstb)
third_party(yoga ARCHIVES libyoga.a)
third_party(nlohmann_json)

if(NOT EMSCRIPTEN)
    third_party(doctest)
    debian_library(boost boost/beast.hpp)
    debian_library(sqlite3 sqlite3.h sqlite3)
    debian_library(sodium sodium.h sodium)
    debian_library(md4c md4c.h md4c)
    debian_library(brotli brotli/encode.h brotlienc brotlidec brotlicommon)
    debian_library(zlib zlib.h z)
    debian_library(png png.h png)
    debian_library(jpeg jpeglib.h jpeg)
    debian_library(qrcodegen qrcodegen/qrcodegen.h qrcodegen)
endif()
