// The screen on the web: draw lists through WebGL 2.
#include <GLES3/gl3.h>
#include <algorithm>
#include <array>
#include <cstdint>
#include <emscripten/em_js.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "client/paint/screen.hpp"

// The draw list's library asks for the state of GL before each frame, to put it back afterwards. Nobody else draws
// here, and to ask waits for the GPU: 47 of the 90 ms of a change of route were such questions. It is told what always
// holds.
extern "C" void __real_glGetIntegerv(GLenum name, GLint* values);
extern "C" void __wrap_glGetIntegerv(GLenum name, GLint* values) {
    switch (name) {
        case GL_VIEWPORT:
        case GL_SCISSOR_BOX: std::fill_n(values, 4, 0); return;
        case GL_ACTIVE_TEXTURE: *values = GL_TEXTURE0; return;
        case GL_BLEND_EQUATION_RGB:
        case GL_BLEND_EQUATION_ALPHA: *values = GL_FUNC_ADD; return;
        case GL_BLEND_SRC_RGB:
        case GL_BLEND_SRC_ALPHA: *values = GL_ONE; return;
        case GL_BLEND_DST_RGB:
        case GL_BLEND_DST_ALPHA: *values = GL_ZERO; return;
        default: __real_glGetIntegerv(name, values);
    }
}

// The library's own font would bring the font's file and a rasteriser (30 KB, brotli): no text of ours goes through it.
// Its texture is one white texel.
extern "C" void __wrap__ZN11ImFontAtlas18GetTexDataAsRGBA32EPPhPiS2_S2_(ImFontAtlas*, unsigned char** pixels,
                                                                        int* width, int* height, int* bytes_per_pixel) {
    static std::array<unsigned char, 4> white{255, 255, 255, 255};
    *pixels = white.data();
    *width = *height = 1;
    if (bytes_per_pixel) *bytes_per_pixel = 4;
}

// Nor has anything here a table whose settings would be kept.
extern "C" void __wrap__ZN5ImGui31TableSettingsAddSettingsHandlerEv() {}

// The browser has decoded it for the DOM; mip maps, because it is mostly shown smaller. False where it is not there.
// clang-format off
EM_JS(bool, upload_picture, (const char* address, unsigned texture), {
    const source = UTF8ToString(address);
    for (const image of document.images) {
        if (image.getAttribute("src") !== source || !image.naturalWidth) continue;
        GLctx.bindTexture(GLctx.TEXTURE_2D, GL.textures[texture]);
        GLctx.texImage2D(GLctx.TEXTURE_2D, 0, GLctx.RGBA, GLctx.RGBA, GLctx.UNSIGNED_BYTE, image);
        GLctx.generateMipmap(GLctx.TEXTURE_2D);
        return true;
    }
    return false;
})
// clang-format on

namespace paint {
namespace {

constexpr const char* shader_version = "#version 300 es";
constexpr std::size_t sheet_count = 256;
// What the draw list's library calls around one frame, whatever is in it.
constexpr std::uint64_t gl_calls_per_frame = 60;

ImU32 packed(style::Rgb color) { return IM_COL32(color.red, color.green, color.blue, 255); }

// One texture for each sheet. Alpha alone would be black: light and alpha take two bytes a texel.
struct Texture {
    GLuint name = 0;
    int width = 0, height = 0;
};

void create(Texture& texture, const Sheet& sheet) {
    texture = {.width = sheet.width, .height = sheet.height};
    glGenTextures(1, &texture.name);
    glBindTexture(GL_TEXTURE_2D, texture.name);
    for (const auto parameter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(parameter), GL_NEAREST);
    for (const auto parameter : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(parameter), GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_LUMINANCE_ALPHA, sheet.width, sheet.height, 0, GL_LUMINANCE_ALPHA,
                 GL_UNSIGNED_BYTE, nullptr);
}

void upload(const Texture& texture, const Sheet& sheet, const raster::DirtyRect& area) {
    std::vector<std::uint8_t> texels;
    texels.reserve(static_cast<std::size_t>(area.width * area.height) * 2);
    for (int y = area.y; y < area.y + area.height; ++y)
        for (int x = area.x; x < area.x + area.width; ++x)
            texels.insert(texels.end(), {255, sheet.alpha[static_cast<std::size_t>(y * sheet.width + x)]});
    glBindTexture(GL_TEXTURE_2D, texture.name);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, area.x, area.y, area.width, area.height, GL_LUMINANCE_ALPHA, GL_UNSIGNED_BYTE,
                    texels.data());
}

GLuint create_picture(const std::string& address) {
    GLuint name = 0;
    glGenTextures(1, &name);
    if (!upload_picture(address.c_str(), name)) {
        glDeleteTextures(1, &name);
        return 0;
    }
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    for (const auto parameter : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(parameter), GL_CLAMP_TO_EDGE);
    return name;
}

ImVec2 at(int x, int y) { return {static_cast<float>(x), static_cast<float>(y)}; }

}  // namespace

struct Screen::State {
    std::string canvas;
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = 0;
    bool is_lost = false;
    bool must_upload_all = true;
    std::array<Texture, sheet_count> textures{};
    std::map<std::string, GLuint> pictures;  // By address; of what the last frame showed.
    std::optional<std::uint64_t> shown_hash;
    Counters counters;
    std::function<void()> lost, restored;

    GLuint texture_of(const Quad& quad, const Picture& picture) const {
        if (quad.sheet != pictured) return textures[quad.sheet == solid ? shapes : quad.sheet].name;
        const auto found = pictures.find(picture.sources[static_cast<std::size_t>(quad.source_x)]);
        return found == pictures.end() ? 0 : found->second;
    }

    static void add_picture(ImDrawList& list, const Quad& quad) {
        list.PrimReserve(6, 4);
        list.PrimRectUV(at(quad.x, quad.y), at(quad.x + quad.width, quad.y + quad.height), {0, 0}, {1, 1},
                        IM_COL32_WHITE);
    }

    // Plain colour takes the opaque first texel of the sheet of shapes.
    void add(ImDrawList& list, const Quad& quad) {
        const Texture& texture = textures[quad.sheet == solid ? shapes : quad.sheet];
        const auto uv = [&](int x, int y) {
            return ImVec2{static_cast<float>(x) / static_cast<float>(texture.width),
                          static_cast<float>(y) / static_cast<float>(texture.height)};
        };
        const bool is_solid = quad.sheet == solid;
        const ImVec2 middle{0.5F / static_cast<float>(texture.width), 0.5F / static_cast<float>(texture.height)};
        list.PrimReserve(6, 4);
        list.PrimRectUV(at(quad.x, quad.y), at(quad.x + quad.width, quad.y + quad.height),
                        is_solid ? middle : uv(quad.source_x, quad.source_y),
                        is_solid ? middle : uv(quad.source_x + quad.width, quad.source_y + quad.height),
                        packed(quad.color));
    }

    void fill(ImDrawList& list, const Picture& picture) {
        list._ResetForNewFrame();
        list.PushClipRect({0, 0}, at(picture.width_px, picture.height_px));
        GLuint texture = 0;
        for (const auto& quad : picture.quads) {
            const auto wanted = texture_of(quad, picture);
            if (wanted == 0) continue;
            if (texture != wanted) {
                if (texture != 0) list.PopTextureID();
                list.PushTextureID(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(wanted)));
                texture = wanted;
            }
            if (quad.sheet == pictured) add_picture(list, quad);
            else add(list, quad);
        }
        if (texture != 0) list.PopTextureID();
        list.PopClipRect();
    }

    void upload_sheet(Painter& painter, std::uint8_t number) {
        const Sheet sheet = painter.sheet(number);
        Texture& texture = textures[number];
        if (texture.name == 0) create(texture, sheet);
        if (sheet.dirty.empty()) return;
        upload(texture, sheet, sheet.dirty);
        painter.mark_uploaded(number);
        ++counters.atlas_uploads;
        counters.gl_calls += 3;
    }

    void upload_all(Painter& painter) {
        if (std::exchange(must_upload_all, false)) painter.mark_all_dirty();
        upload_sheet(painter, shapes);
        for (int page = 0; page < painter.glyph_pages(); ++page) upload_sheet(painter, static_cast<std::uint8_t>(page));
    }

    // What is not shown is let go of: a picture may take 10 MB.
    // False where one of them is not in the DOM yet: its element says when it is.
    bool hold_pictures(const Picture& picture) {
        std::erase_if(pictures, [&](const auto& held) {
            if (std::ranges::contains(picture.sources, held.first)) return false;
            glDeleteTextures(1, &held.second);
            return true;
        });
        bool all = true;
        for (const auto& source : picture.sources) {
            if (pictures.contains(source)) continue;
            if (const auto made = create_picture(source)) pictures.emplace(source, made);
            else all = false;
        }
        return all;
    }

    void draw(const Picture& picture) {
        emscripten_set_canvas_element_size(canvas.c_str(), picture.width_px, picture.height_px);
        glDisable(GL_SCISSOR_TEST);
        glClearColor(static_cast<float>(picture.background.red) / 255,
                     static_cast<float>(picture.background.green) / 255,
                     static_cast<float>(picture.background.blue) / 255, 1);
        glClear(GL_COLOR_BUFFER_BIT);

        ImGui_ImplOpenGL3_NewFrame();
        ImDrawList list(ImGui::GetDrawListSharedData());
        fill(list, picture);
        ImDrawData data;
        data.Valid = true;
        data.DisplaySize = at(picture.width_px, picture.height_px);
        data.FramebufferScale = {1, 1};
        data.AddDrawList(&list);
        ImGui_ImplOpenGL3_RenderDrawData(&data);

        ++counters.frames;
        counters.draw_calls += static_cast<std::uint64_t>(list.CmdBuffer.Size);
        counters.gl_calls += gl_calls_per_frame + 3 * static_cast<std::uint64_t>(list.CmdBuffer.Size);
    }

    void forget_everything() {
        textures.fill({});
        pictures.clear();
        shown_hash.reset();
        must_upload_all = true;
    }

    static bool on_lost(int, const void*, void* user) {
        auto& state = *static_cast<State*>(user);
        state.is_lost = true;
        ImGui_ImplOpenGL3_Shutdown();
        state.forget_everything();
        if (state.lost) state.lost();
        return true;  // Without it the browser would never give the context back.
    }

    static bool on_restored(int, const void*, void* user) {
        auto& state = *static_cast<State*>(user);
        emscripten_webgl_make_context_current(state.context);
        state.is_lost = !ImGui_ImplOpenGL3_Init(shader_version);
        if (!state.is_lost && state.restored) state.restored();
        return true;
    }

    void listen() {
        emscripten_set_webglcontextlost_callback(canvas.c_str(), this, false, on_lost);
        emscripten_set_webglcontextrestored_callback(canvas.c_str(), this, false, on_restored);
    }
};

Screen::Screen(std::unique_ptr<State> state) : state_(std::move(state)) {}

Screen::~Screen() {
    emscripten_set_webglcontextlost_callback(state_->canvas.c_str(), nullptr, false, nullptr);
    emscripten_set_webglcontextrestored_callback(state_->canvas.c_str(), nullptr, false, nullptr);
    if (!state_->is_lost) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
    emscripten_webgl_destroy_context(state_->context);
}

base::Result<std::unique_ptr<Screen>> Screen::open(const std::string& canvas) {
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.majorVersion = 2;
    wanted.alpha = wanted.depth = wanted.stencil = wanted.antialias = false;
    const auto context = emscripten_webgl_create_context(canvas.c_str(), &wanted);
    if (context <= 0) return std::unexpected(base::Error{base::ErrorCode::Unavailable, "no WebGL 2"});
    emscripten_webgl_make_context_current(context);

    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    if (!ImGui_ImplOpenGL3_Init(shader_version)) {
        ImGui::DestroyContext();
        emscripten_webgl_destroy_context(context);
        return std::unexpected(base::Error{base::ErrorCode::Unavailable, "no shader"});
    }
    auto state = std::make_unique<State>();
    state->canvas = canvas;
    state->context = context;
    state->listen();
    return std::unique_ptr<Screen>(new Screen(std::move(state)));
}

void Screen::on_context(std::function<void()> lost, std::function<void()> restored) {
    state_->lost = std::move(lost);
    state_->restored = std::move(restored);
}

bool Screen::show(const Picture& picture, Painter& painter) {
    if (state_->is_lost || state_->shown_hash == picture.hash) return false;
    state_->upload_all(painter);
    const bool is_whole = state_->hold_pictures(picture);
    state_->draw(picture);
    if (is_whole) state_->shown_hash = picture.hash;
    else state_->shown_hash.reset();
    return true;
}

bool Screen::is_lost() const { return state_->is_lost; }
const Counters& Screen::counters() const { return state_->counters; }

}  // namespace paint
