# The font files under assets/fonts/ of the build tree, and the library `font_table` that describes them
# ("fonts/font_table.hpp", namespace fonts).
set(RIHAB_FONTS_DIR ${PROJECT_BINARY_DIR}/assets/fonts)
set(font_manifest ${PROJECT_SOURCE_DIR}/fonts/manifest.json)
if(NOT RIHAB_FONT_SOURCES)
    message(FATAL_ERROR "The pinned fonts are not set up: run ./rihab setup first.")
endif()
set(font_table_folder ${PROJECT_BINARY_DIR}/generated/fonts)

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${font_manifest})
file(READ ${font_manifest} manifest)
string(JSON count LENGTH ${manifest} faces)
math(EXPR last "${count} - 1")
foreach(index RANGE ${last})
    string(JSON file GET ${manifest} faces ${index} file)
    list(APPEND font_files ${RIHAB_FONTS_DIR}/${file})
endforeach()

add_custom_command(
    OUTPUT ${font_files} ${font_table_folder}/font_table.hpp ${font_table_folder}/font_table.cpp
    COMMAND ${RIHAB_NODE} ${PROJECT_SOURCE_DIR}/cmake/tools/subset_fonts.mjs
            ${font_manifest} ${RIHAB_FONT_SOURCES} ${RIHAB_FONTS_DIR}
    COMMAND ${RIHAB_NODE} ${PROJECT_SOURCE_DIR}/cmake/tools/font_table.mjs
            ${font_manifest} ${RIHAB_FONTS_DIR} ${font_table_folder}
    DEPENDS ${font_manifest} cmake/tools/subset_fonts.mjs cmake/tools/font_table.mjs
    COMMENT "Making the font subsets"
    VERBATIM)
add_custom_target(font_files ALL DEPENDS ${font_files})

add_library(font_table STATIC ${font_table_folder}/font_table.cpp ${font_table_folder}/font_table.hpp)
target_include_directories(font_table PUBLIC ${PROJECT_BINARY_DIR}/generated)
target_link_libraries(font_table PRIVATE project_options)
add_dependencies(font_table font_files)
