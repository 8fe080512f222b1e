#include "server-stub/http/image_handlers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "server-stub/http/multipart.hpp"
#include "server-stub/http/words.hpp"
#include "shared/base/utf8.hpp"
#include "shared/desk/image.hpp"
#include "shared/wire/answer.hpp"

namespace http {
namespace {

using domain::ImageProblem;
using Taken = std::expected<domain::Image, ImageProblem>;

int status_of(ImageProblem problem) {
    switch (problem) {
        case ImageProblem::TooLarge: return 413;
        case ImageProblem::Unavailable: return 503;
        default: return 422;
    }
}

Response refuse(const Exchange& exchange, ImageProblem problem) {
    const int status = status_of(problem);
    if (is_api(exchange.path)) return http::problem(status, domain::name_of(problem), words_of(problem));
    return html(exchange, status, desk::image_problem_page(exchange.tr(), pages::addresses_of(exchange.path), problem));
}

// Whether it comes from here and its district is one of ours; if not, it has been answered.
bool accepts_image(const Exchange& exchange) {
    const bool is_ours = is_from_here(exchange.request);
    if (is_ours && exchange.services().content.find_district(exchange.values["district"]) != nullptr) return true;
    exchange.reply(is_ours ? error_response(exchange, 404, base::ErrorCode::NotFound)
                           : error_response(exchange, 403, base::ErrorCode::Unauthorised));
    return false;
}

Taken take(const Exchange& exchange, std::string_view bytes, std::string_view media_type, std::string text) {
    const auto kind = domain::parse_image_type(media_type);
    if (!kind) return std::unexpected(ImageProblem::NotAnImage);
    const auto& services = exchange.services();
    return services.images.take({.bytes = bytes,
                                 .claimed = *kind,
                                 .district = exchange.values["district"],
                                 .text = std::move(text),
                                 .language = exchange.language},
                                services.clock());
}

Taken take_form(const Exchange& exchange) {
    const auto& request = exchange.request;
    const auto parts = parse_multipart(request.header("content-type"), request.body);
    if (!parts) return std::unexpected(ImageProblem::NotAnImage);
    const auto file = std::ranges::find(*parts, "file", &FormPart::name);
    const auto alt = std::ranges::find(*parts, "alt", &FormPart::name);
    if (file == parts->end() || !file->is_file) return std::unexpected(ImageProblem::NotAnImage);
    if (file->bytes.size() > domain::image_bytes_limit) return std::unexpected(ImageProblem::TooLarge);
    auto text = alt == parts->end() ? std::string() : domain::clean_image_text(base::replace_broken(alt->bytes));
    if (text.empty()) return std::unexpected(ImageProblem::NoText);
    return take(exchange, file->bytes, file->media_type, std::move(text));
}

}  // namespace

void get_image(ExchangePtr exchange) {
    const auto name = domain::parse_image_name(exchange->values["image"]);
    if (!name) return exchange->reply(error_response(*exchange, 404, base::ErrorCode::NotFound));
    const auto tag = "\"" + name->hash + "\"";
    // The name says what the bytes are: whoever has them needs no look at the disk.
    Response response;
    response.set("ETag", tag);
    response.set("Cache-Control", "public, max-age=31536000, immutable");
    if (engine::matches_tag(exchange->request.header("if-none-match"), tag)) {
        response.status = 304;
        return exchange->reply(std::move(response));
    }
    auto image = exchange->services().images.find(*name);
    if (!image)
        return exchange->reply(image.error().code == base::ErrorCode::NotFound
                                   ? error_response(*exchange, 404, base::ErrorCode::NotFound)
                                   : error_response(*exchange, 503, base::ErrorCode::Unavailable));
    response.set("Content-Type", std::string(domain::media_type_of(name->kind)));
    response.body = std::move(image->bytes);
    exchange->reply(std::move(response));
}

void post_image(ExchangePtr exchange) {
    if (!accepts_image(*exchange)) return;
    if (media_type_of(exchange->request) != "multipart/form-data")
        return exchange->reply(error_response(*exchange, 415, base::ErrorCode::BadInput));
    const auto taken = take_form(*exchange);
    exchange->reply(taken ? redirect(303, taken->address) : refuse(*exchange, taken.error()));
}

void post_image_json(ExchangePtr exchange) {
    if (!accepts_image(*exchange)) return;
    const auto type = media_type_of(exchange->request);
    const auto taken = take(*exchange, exchange->request.body, type, {});
    if (!taken) return exchange->reply(refuse(*exchange, taken.error()));
    auto response = json(201, wire::encode(*taken));
    response.set("Location", taken->address);
    exchange->reply(std::move(response));
}

Response too_large_image(const Exchange& exchange) { return refuse(exchange, ImageProblem::TooLarge); }

}  // namespace http
