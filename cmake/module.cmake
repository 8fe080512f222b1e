# One target per folder; its arguments are the architecture.
#
#   module(client_text
#       SOURCES  shaper.cpp shaper.hpp detail/hb.hpp
#       PUBLIC   shared_base                 # appears in our headers
#       PRIVATE  shared_unicode harfbuzz     # hidden: nobody else sees it through us
#       [NATIVE_ONLY | WEB_ONLY])
#
# Headers under detail/ and under the build tree's generated/ folder may be listed too: the first stay private,
# the second are included by their path below generated/.
function(module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "NATIVE_ONLY;WEB_ONLY" "" "SOURCES;PUBLIC;PRIVATE")
    if((arg_NATIVE_ONLY AND EMSCRIPTEN) OR (arg_WEB_ONLY AND NOT EMSCRIPTEN))
        return()
    endif()

    set(headers ${arg_SOURCES})
    list(FILTER headers INCLUDE REGEX "\\.hpp$")
    list(FILTER headers EXCLUDE REGEX "(^|/)detail/")
    set(generated ${headers})
    list(FILTER headers EXCLUDE REGEX "^${PROJECT_BINARY_DIR}/")
    list(FILTER generated INCLUDE REGEX "^${PROJECT_BINARY_DIR}/")

    add_library(${name} STATIC ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)  # Also where there are only headers.
    target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${headers})
    if(generated)
        target_sources(${name} PUBLIC
            FILE_SET generated TYPE HEADERS BASE_DIRS ${PROJECT_BINARY_DIR}/generated FILES ${generated})
    endif()
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} project_options)
    precompile(${name} standard_headers)
endfunction()

# One executable of doctest cases, known to CTest by its name.
#
#   module_test(client_text_test SOURCES shaper_test.cpp LINK client_text [LABELS golden] [TIMEOUT 300])
#
# RIHAB_BLESS=1 in the environment asks the tests labelled `golden` to write what they see.
function(module_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LINK;LABELS")
    if(EMSCRIPTEN)
        return()
    endif()
    if(NOT TARGET doctest_main)
        add_library(doctest_main OBJECT ${PROJECT_SOURCE_DIR}/tests/support/doctest_main.cpp)
        target_link_libraries(doctest_main PRIVATE doctest project_options)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()

    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES is_doctest ON)  # Checks run once: to optimise them costs more than it saves.
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${arg_LINK} doctest_main doctest test_places project_options)
    precompile(${name} test_headers)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}" WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()

# Where a test finds its files.
add_library(test_places INTERFACE)
target_compile_definitions(test_places INTERFACE
    RIHAB_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    RIHAB_BUILD_DIR="${PROJECT_BINARY_DIR}"
    RIHAB_FONTS_DIR="${RIHAB_FONTS_DIR}"
    RIHAB_ICU_CUT_DAT="${RIHAB_ICU_CUT_DAT}"
    RIHAB_ICU_FULL_DAT="${RIHAB_ICU_FULL_DAT}"
    RIHAB_ICU_SOURCE_DIR="${RIHAB_SOURCES}/icu/source"
    RIHAB_HARFBUZZ_SOURCE_DIR="${RIHAB_SOURCES}/harfbuzz")
