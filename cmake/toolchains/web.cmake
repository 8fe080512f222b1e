# Emscripten, wherever setup put it.
include(${CMAKE_CURRENT_LIST_DIR}/paths.cmake)

if(NOT EXISTS ${RIHAB_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake)
    message(FATAL_ERROR "Emscripten is not set up: run ./rihab setup first.")
endif()
include(${RIHAB_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake)
set(RIHAB_PREFIX ${RIHAB_WEB_PREFIX})
