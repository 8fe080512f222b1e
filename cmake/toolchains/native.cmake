# clang 19 with libc++ and lld, for the server and for the tests.
include(${CMAKE_CURRENT_LIST_DIR}/paths.cmake)

set(CMAKE_C_COMPILER clang-19)
set(CMAKE_CXX_COMPILER clang++-19)
set(CMAKE_CXX_FLAGS_INIT "-stdlib=libc++")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-fuse-ld=lld -Wl,--gc-sections")
set(RIHAB_PREFIX ${RIHAB_NATIVE_PREFIX})
