# Dear ImGui: the core everywhere, its WebGL 2 backend on the web. The rasteriser inside it is a target of its own.
set(imgui_dir ${RIHAB_SOURCES}/imgui)
set(imgui_sources imgui.cpp imgui_draw.cpp imgui_tables.cpp imgui_widgets.cpp)
set(imgui_headers imgui.h imgui_internal.h imconfig.h imstb_rectpack.h imstb_textedit.h)
if(EMSCRIPTEN)
    list(APPEND imgui_sources backends/imgui_impl_opengl3.cpp)
    list(APPEND imgui_headers backends/imgui_impl_opengl3.h)
endif()
list(TRANSFORM imgui_sources PREPEND ${imgui_dir}/)
list(TRANSFORM imgui_headers PREPEND ${imgui_dir}/)

add_library(imgui STATIC ${imgui_sources})
target_include_directories(imgui PRIVATE ${imgui_dir} ${CMAKE_CURRENT_LIST_DIR})
target_compile_definitions(imgui PRIVATE IMGUI_USER_CONFIG="imgui_config.h" IMGUI_IMPL_OPENGL_ES3)
target_compile_options(imgui PRIVATE -fno-rtti -fno-exceptions)

install(TARGETS imgui ARCHIVE DESTINATION lib)
install(FILES ${imgui_headers} ${CMAKE_CURRENT_LIST_DIR}/imgui_config.h DESTINATION include/imgui)
install(FILES ${imgui_dir}/imstb_truetype.h DESTINATION include/imstb)
