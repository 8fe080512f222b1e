# HarfBuzz 10.2, the smallest configuration that shapes our scripts and gives outlines: the same one on both sides.
add_library(harfbuzz STATIC ${RIHAB_SOURCES}/harfbuzz/src/harfbuzz.cc)
target_include_directories(harfbuzz PRIVATE ${CMAKE_CURRENT_LIST_DIR})
target_compile_definitions(harfbuzz PRIVATE HB_TINY HB_CONFIG_OVERRIDE_H="hb-override.h")
target_compile_options(harfbuzz PRIVATE -fno-rtti -fno-exceptions)

file(GLOB harfbuzz_headers ${RIHAB_SOURCES}/harfbuzz/src/hb.h ${RIHAB_SOURCES}/harfbuzz/src/hb-*.h)
install(TARGETS harfbuzz ARCHIVE DESTINATION lib)
install(FILES ${harfbuzz_headers} DESTINATION include/harfbuzz)
