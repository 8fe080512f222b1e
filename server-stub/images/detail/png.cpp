#include <algorithm>
#include <array>
#include <cstdlib>
#include <png.h>

#include "server-stub/images/detail/codec.hpp"
#include "server-stub/images/detail/exif.hpp"
#include "server-stub/images/detail/verdict.hpp"
#include "shared/domain/image.hpp"

namespace images::detail {
namespace {

using Bytes = std::span<const std::uint8_t>;

[[noreturn]] void on_error(png_structp, png_const_charp) { refuse(Verdict::NotAnImage); }
void on_warning(png_structp, png_const_charp) {}

void* take_memory(png_structp, png_alloc_size_t size) {
    void* memory = std::malloc(size);
    if (!memory) refuse(Verdict::TooManyPixels);
    return memory;
}
void give_memory(png_structp, void* memory) { std::free(memory); }

void read_some(png_structp png, png_bytep to, std::size_t size) {
    auto& rest = *static_cast<Bytes*>(png_get_io_ptr(png));
    if (size > rest.size()) refuse(Verdict::NotAnImage);
    std::ranges::copy(rest.first(size), to);
    rest = rest.subspan(size);
}

// Every chunk that is not needed for the pixels is passed over unread: texts, profiles, times, and what is unknown.
void pass_over_others(png_structp png) {
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
    constexpr png_byte needed[] = {'t', 'R', 'N', 'S', 0, 'e', 'X', 'I', 'f', 0};
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_AS_DEFAULT, needed, 2);
    png_set_chunk_malloc_max(png, 1 << 20);
}

// Eight bits each of red, green, blue and opacity, whatever the file has.
void ask_for_pixels(png_structp png) {
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 0xff, PNG_FILLER_AFTER);
}

int orientation_in(png_structp png, png_infop info) {
    png_uint_32 size = 0;
    png_bytep exif = nullptr;
    if (png_get_eXIf_1(png, info, &size, &exif) != PNG_INFO_eXIf) return 1;
    return orientation_of({exif, size});
}

png_bytep bytes_of(Pixel* row) { return reinterpret_cast<png_bytep>(row); }

void read_rows(png_structp png, Size size, Reducer& reducer) {
    std::vector<Pixel> row(static_cast<std::size_t>(size.width));
    for (int y = 0; y < size.height; ++y) {
        png_read_row(png, bytes_of(row.data()), nullptr);
        reducer.add(row);
    }
}

// Seven passes over the whole picture: it must lie in memory.
void read_interlaced(png_structp png, Size size, int passes, Reducer& reducer) {
    const auto width = static_cast<std::size_t>(size.width);
    std::vector<Pixel> all(width * static_cast<std::size_t>(size.height));
    const auto row = [&](int y) { return all.data() + static_cast<std::size_t>(y) * width; };
    for (int pass = 0; pass < passes; ++pass)
        for (int y = 0; y < size.height; ++y) png_read_row(png, bytes_of(row(y)), nullptr);
    for (int y = 0; y < size.height; ++y) reducer.add({row(y), width});
}

void write_some(png_structp png, png_bytep bytes, std::size_t size) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), size);
}
void flush_nothing(png_structp) {}

}  // namespace

Picture read_png(Bytes bytes) {
    auto* png = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, nullptr, on_error, on_warning, nullptr, take_memory,
                                         give_memory);
    auto* info = png ? png_create_info_struct(png) : nullptr;
    if (!info) refuse(Verdict::TooManyPixels);
    // The library's own limits are met later, and with less to say.
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_read_fn(png, &bytes, read_some);
    pass_over_others(png);
    png_read_info(png, info);
    check_size(png_get_image_width(png, info), png_get_image_height(png, info));

    const Size size{static_cast<int>(png_get_image_width(png, info)),
                    static_cast<int>(png_get_image_height(png, info))};
    const int orientation = orientation_in(png, info);
    ask_for_pixels(png);
    const int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    if (png_get_rowbytes(png, info) != sizeof(Pixel) * static_cast<std::size_t>(size.width))
        refuse(Verdict::NotAnImage);
    Reducer reducer(size, reduced(size, domain::image_side_limit));
    if (passes > 1) read_interlaced(png, size, passes, reducer);
    else read_rows(png, size, reducer);
    // What follows the last row is not read: neither the end of the file nor what somebody hung onto it.
    png_destroy_read_struct(&png, &info, nullptr);
    return turned(std::move(reducer).finish(), orientation);
}

std::string print_png(const Picture& picture) {
    std::string file;
    auto* png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, on_error, on_warning);
    auto* info = png ? png_create_info_struct(png) : nullptr;
    if (!info) refuse(Verdict::TooManyPixels);
    png_set_write_fn(png, &file, write_some, flush_nothing);
    const bool opaque = picture.is_opaque();
    png_set_IHDR(png, info, static_cast<png_uint_32>(picture.size.width), static_cast<png_uint_32>(picture.size.height),
                 8, opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    if (opaque) png_set_filler(png, 0, PNG_FILLER_AFTER);
    const auto width = static_cast<std::size_t>(picture.size.width);
    for (std::size_t at = 0; at < picture.pixels.size(); at += width)
        png_write_row(png, reinterpret_cast<png_const_bytep>(picture.pixels.data() + at));
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return file;
}

}  // namespace images::detail
