# The page of a_new_page.patch, compiled against a copy of the sources that it touches and run: so the text of
# docs/architecture/how-to-add-a-page.md stays true. Nobody but the test builds it.
set(copy ${CMAKE_CURRENT_BINARY_DIR}/with_a_new_page)
set(sources ${copy}/shared/routes/routes.cpp ${copy}/shared/pages/reception.cpp)
set(originals ${PROJECT_SOURCE_DIR}/shared/routes/routes.cpp ${PROJECT_SOURCE_DIR}/shared/routes/routes.hpp)
get_target_property(page_sources shared_pages SOURCES)
foreach(source ${page_sources})
    list(APPEND originals ${PROJECT_SOURCE_DIR}/shared/pages/${source})
    if(source MATCHES "\\.cpp$")
        list(APPEND sources ${copy}/shared/pages/${source})
    endif()
endforeach()
list(REMOVE_DUPLICATES sources)
foreach(language ar zgh fr en)
    list(APPEND originals ${PROJECT_SOURCE_DIR}/assets/messages/${language}.json)
endforeach()

set(words ${copy}/generated/shared/i18n)
add_custom_command(
    OUTPUT  ${sources} ${words}/messages.hpp ${words}/catalogue.cpp
    COMMAND ${RIHAB_NODE} ${CMAKE_CURRENT_LIST_DIR}/a_new_page.mjs ${copy}
    COMMAND ${RIHAB_NODE} ${PROJECT_SOURCE_DIR}/cmake/tools/messages.mjs ${copy}/assets/messages
            --header ${words}/messages.hpp --tables ${words}/catalogue.cpp
    DEPENDS ${CMAKE_CURRENT_LIST_DIR}/a_new_page.mjs ${CMAKE_CURRENT_LIST_DIR}/a_new_page.patch ${originals}
    COMMENT "Adding a page to a copy of the sources"
    VERBATIM)

add_executable(a_new_page EXCLUDE_FROM_ALL
    a_new_page_check.cpp ../../support/unicode_data.cpp ${sources} ${words}/catalogue.cpp)
# What the copy has is found there, everything else where it is. The libraries of the folders that were copied come
# after the objects of the copy, so that nothing is taken from them.
target_include_directories(a_new_page PRIVATE ${copy} ${copy}/generated ${PROJECT_SOURCE_DIR})
target_link_libraries(a_new_page PRIVATE
    shared_document shared_domain shared_i18n shared_unicode embedded_icu_cut project_options)
target_compile_options(a_new_page PRIVATE -O0 -g0)

add_test(NAME a_new_page_compiles
    COMMAND ${CMAKE_COMMAND} --build ${PROJECT_BINARY_DIR} --target a_new_page)
add_test(NAME a_new_page COMMAND a_new_page /{lang}/reception)
set_tests_properties(a_new_page_compiles PROPERTIES FIXTURES_SETUP a_new_page TIMEOUT 300)
set_tests_properties(a_new_page PROPERTIES FIXTURES_REQUIRED a_new_page)
