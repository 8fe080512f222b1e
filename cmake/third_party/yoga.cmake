# Yoga 3, flexbox with writing directions.
file(GLOB_RECURSE yoga_sources ${RIHAB_SOURCES}/yoga/yoga/*.cpp)
add_library(yoga STATIC ${yoga_sources})
target_include_directories(yoga PRIVATE ${RIHAB_SOURCES}/yoga)
target_compile_options(yoga PRIVATE -fno-rtti)

install(TARGETS yoga ARCHIVE DESTINATION lib)
install(DIRECTORY ${RIHAB_SOURCES}/yoga/yoga DESTINATION include/yoga FILES_MATCHING PATTERN *.h)
