# ICU's data: the cut that ships (a file for the web, bytes in native programs: library `embedded_icu_cut`,
# "embedded/icu_cut.hpp"), and the whole of it, which only the judge in tests reads.
set(RIHAB_ICU_CUT_DAT ${PROJECT_BINARY_DIR}/assets/icudt-cut.dat)
set(RIHAB_ICU_FULL_DAT ${RIHAB_NATIVE_PREFIX}/share/icu/icudt76l.dat)

set(icu_filters
    ${PROJECT_SOURCE_DIR}/cmake/icu/items.txt
    ${PROJECT_SOURCE_DIR}/cmake/icu/locale.filter
    ${PROJECT_SOURCE_DIR}/cmake/icu/plurals.filter)

add_custom_command(
    OUTPUT ${RIHAB_ICU_CUT_DAT}
    COMMAND ${PROJECT_SOURCE_DIR}/cmake/icu/cut.sh ${RIHAB_NATIVE_PREFIX}/bin ${RIHAB_ICU_FULL_DAT} ${RIHAB_ICU_CUT_DAT}
    DEPENDS ${icu_filters} ${PROJECT_SOURCE_DIR}/cmake/icu/cut.sh ${RIHAB_ICU_FULL_DAT}
    COMMENT "Cutting ICU's data"
    VERBATIM)
add_custom_target(icu_cut_data ALL DEPENDS ${RIHAB_ICU_CUT_DAT})

if(NOT EMSCRIPTEN)
    embed_binary(embedded_icu_cut icu_cut ${RIHAB_ICU_CUT_DAT})
    add_dependencies(embedded_icu_cut icu_cut_data)
endif()
