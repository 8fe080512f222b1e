# ICU 76. Native: all of common and i18n, the judge of our own formatters, and the tools that cut its data.
# Web: what bidi, breaks, plurals and resource bundles need.
set(icu_dir ${RIHAB_SOURCES}/icu/source)

# The lists that ICU itself builds from.
function(icu_sources result folder)
    file(STRINGS ${icu_dir}/${folder}/sources.txt names)
    list(TRANSFORM names STRIP)
    list(TRANSFORM names PREPEND ${icu_dir}/${folder}/)
    set(${result} ${names} PARENT_SCOPE)
endfunction()

add_library(icu_options INTERFACE)
target_include_directories(icu_options INTERFACE ${icu_dir}/common ${icu_dir}/i18n)
target_compile_definitions(icu_options INTERFACE
    U_STATIC_IMPLEMENTATION U_CHARSET_IS_UTF8=1 U_DISABLE_RENAMING=1 U_ENABLE_DYLOAD=0)
if(EMSCRIPTEN)
    target_compile_definitions(icu_options INTERFACE
        UCONFIG_NO_SERVICE=1 UCONFIG_NO_LEGACY_CONVERSION=1 UCONFIG_NO_FILE_IO=1 UCONFIG_NO_COLLATION=1
        UCONFIG_NO_TRANSLITERATION=1 UCONFIG_NO_REGULAR_EXPRESSIONS=1 UCONFIG_NO_IDNA=1
        UCONFIG_NO_FILTERED_BREAK_ITERATION=1 UCONFIG_NO_MF2=1)
endif()

icu_sources(common_sources common)
icu_sources(i18n_sources i18n)
if(EMSCRIPTEN)
    list(REMOVE_ITEM common_sources ${icu_dir}/common/brkeng.cpp)
    list(APPEND common_sources ${CMAKE_CURRENT_LIST_DIR}/brkeng_stub.cpp)
endif()

add_library(icuuc STATIC ${common_sources} ${icu_dir}/stubdata/stubdata.cpp)
target_compile_definitions(icuuc PRIVATE U_COMMON_IMPLEMENTATION)
target_link_libraries(icuuc PRIVATE icu_options)

add_library(icui18n STATIC ${i18n_sources})
target_compile_definitions(icui18n PRIVATE U_I18N_IMPLEMENTATION)
target_link_libraries(icui18n PRIVATE icu_options)

install(TARGETS icuuc icui18n ARCHIVE DESTINATION lib)
install(DIRECTORY ${icu_dir}/common/unicode ${icu_dir}/i18n/unicode DESTINATION include/icu FILES_MATCHING PATTERN *.h)

if(NOT EMSCRIPTEN)
    icu_sources(toolutil_sources tools/toolutil)
    icu_sources(genrb_sources tools/genrb)
    icu_sources(io_sources io)
    add_library(icutools STATIC EXCLUDE_FROM_ALL ${toolutil_sources} ${io_sources})
    target_compile_definitions(icutools PRIVATE U_TOOLUTIL_IMPLEMENTATION U_IO_IMPLEMENTATION)
    target_include_directories(icutools PUBLIC ${icu_dir}/tools/toolutil ${icu_dir}/io)
    target_link_libraries(icutools PUBLIC icui18n icuuc icu_options dl pthread)

    set(derb_sources ${icu_dir}/tools/genrb/derb.cpp)
    set(icupkg_sources ${icu_dir}/tools/icupkg/icupkg.cpp)
    list(REMOVE_ITEM genrb_sources ${derb_sources})
    foreach(tool genrb derb icupkg)
        add_executable(${tool} ${${tool}_sources})
        target_link_libraries(${tool} PRIVATE icutools)
        install(TARGETS ${tool} RUNTIME DESTINATION bin)
    endforeach()
    install(FILES ${icu_dir}/data/in/icudt76l.dat DESTINATION share/icu)
endif()
