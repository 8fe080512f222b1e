// jpeglib.h wants these two before it.
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <jerror.h>
#include <jpeglib.h>

#include "server-stub/images/detail/codec.hpp"
#include "server-stub/images/detail/exif.hpp"
#include "server-stub/images/detail/verdict.hpp"
#include "shared/domain/image.hpp"

namespace images::detail {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr int quality = 82;
constexpr int exif_marker = JPEG_APP0 + 1;
constexpr std::string_view exif_name{"Exif\0\0", 6};

[[noreturn]] void on_error(j_common_ptr jpeg) {
    refuse(jpeg->err->msg_code == JERR_OUT_OF_MEMORY ? Verdict::TooManyPixels : Verdict::NotAnImage);
}

// Many cameras leave bytes that mean nothing, which does no harm; pixels that are missing are no picture.
void on_message(j_common_ptr jpeg, int level) {
    if (level < 0 && (jpeg->err->msg_code == JWRN_JPEG_EOF || jpeg->err->msg_code == JWRN_HIT_MARKER))
        refuse(Verdict::NotAnImage);
}

jpeg_error_mgr quiet_errors() {
    jpeg_error_mgr errors{};
    jpeg_std_error(&errors);
    errors.error_exit = on_error;
    errors.emit_message = on_message;
    return errors;
}

int orientation_in(const jpeg_decompress_struct& jpeg) {
    for (const auto* marker = jpeg.marker_list; marker; marker = marker->next) {
        const Bytes bytes(marker->data, marker->data_length);
        if (bytes.size() >= exif_name.size() &&
            std::ranges::equal(bytes.first(exif_name.size()), exif_name, [](std::uint8_t a, char b) { return a == b; }))
            return orientation_of(bytes.subspan(exif_name.size()));
    }
    return 1;
}

// Four inks without a profile: near enough for a picture on a screen. Adobe's programs store them inverted.
void from_inks(std::span<Pixel> row, bool inverted) {
    for (auto& pixel : row) {
        const auto light = [&](std::size_t i) { return inverted ? pixel[i] : 255 - pixel[i]; };
        const int white = light(3);
        for (std::size_t i = 0; i < 3; ++i) pixel[i] = static_cast<std::uint8_t>(light(i) * white / 255);
        pixel[3] = 255;
    }
}

// The library halves a picture while it decodes, which costs less than to average its pixels afterwards.
void choose_size(jpeg_decompress_struct& jpeg, Size wanted) {
    jpeg.scale_num = 1;
    for (jpeg.scale_denom = 8; jpeg.scale_denom > 1; jpeg.scale_denom /= 2) {
        jpeg_calc_output_dimensions(&jpeg);
        if (static_cast<int>(jpeg.output_width) >= wanted.width &&
            static_cast<int>(jpeg.output_height) >= wanted.height)
            return;
    }
}

}  // namespace

Picture read_jpeg(Bytes bytes) {
    jpeg_decompress_struct jpeg{};
    auto errors = quiet_errors();
    jpeg.err = &errors;
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, bytes.data(), bytes.size());
    jpeg_save_markers(&jpeg, exif_marker, 0xffff);
    jpeg_read_header(&jpeg, TRUE);
    check_size(jpeg.image_width, jpeg.image_height);
    const int orientation = orientation_in(jpeg);

    const bool inks = jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
    jpeg.out_color_space = inks ? JCS_CMYK : JCS_EXT_RGBA;
    const auto wanted =
        reduced({static_cast<int>(jpeg.image_width), static_cast<int>(jpeg.image_height)}, domain::image_side_limit);
    choose_size(jpeg, wanted);
    jpeg_start_decompress(&jpeg);
    const Size size{static_cast<int>(jpeg.output_width), static_cast<int>(jpeg.output_height)};
    Reducer reducer(size, wanted);
    std::vector<Pixel> row(jpeg.output_width);
    while (jpeg.output_scanline < jpeg.output_height) {
        auto* start = reinterpret_cast<JSAMPROW>(row.data());
        jpeg_read_scanlines(&jpeg, &start, 1);
        if (inks) from_inks(row, jpeg.saw_Adobe_marker);
        reducer.add(row);
    }
    // What follows the last row is not read.
    jpeg_destroy_decompress(&jpeg);
    return turned(std::move(reducer).finish(), orientation);
}

std::string print_jpeg(const Picture& picture) {
    jpeg_compress_struct jpeg{};
    auto errors = quiet_errors();
    jpeg.err = &errors;
    jpeg_create_compress(&jpeg);
    unsigned char* file = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &file, &size);
    jpeg.image_width = static_cast<JDIMENSION>(picture.size.width);
    jpeg.image_height = static_cast<JDIMENSION>(picture.size.height);
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_EXT_RGBA;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg.optimize_coding = TRUE;
    jpeg_start_compress(&jpeg, TRUE);
    const auto width = static_cast<std::size_t>(picture.size.width);
    for (std::size_t at = 0; at < picture.pixels.size(); at += width) {
        // The library takes what it only reads without const.
        auto* row = reinterpret_cast<JSAMPROW>(const_cast<Pixel*>(picture.pixels.data() + at));
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string bytes(reinterpret_cast<const char*>(file), size);
    jpeg_destroy_compress(&jpeg);
    std::free(file);
    return bytes;
}

}  // namespace images::detail
