#include "server-stub/http/image_handlers.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/multipart.hpp"
#include "server-stub/http/words.hpp"
#include "shared/base/pairs.hpp"
#include "shared/base/utf8.hpp"
#include "shared/desk/image.hpp"
#include "shared/domain/item_checks/wording.hpp"
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

constexpr std::size_t images_on_a_page = 12;

desk::ImageView view_of(const service::StoredImage& image) {
    return {.image = {.address = domain::address_of(image.name), .width = image.width, .height = image.height},
            .text = image.text,
            .language = image.language};
}

// What stands on the page besides what was just done; nothing where the store fails or there is no such district.
base::Result<desk::ImagesData> images_of(const Exchange& exchange, std::optional<service::ItemCursor> after) {
    const auto& services = exchange.services();
    const auto district = services.content.find_district(district_of(exchange));
    if (!district) return std::unexpected(base::Error{base::ErrorCode::NotFound, "there is no such district"});
    using Place = service::ImageStore::Place;
    auto listed = services.images.list(district_of(exchange),
                                       after ? std::optional(Place{after->changed_at, after->id}) : std::nullopt,
                                       images_on_a_page + 1);
    if (!listed) return std::unexpected(listed.error());
    desk::ImagesData data{.city = district->city.in(exchange.language),
                          .images = {},
                          .next = {},
                          .may_add = may(exchange, domain::Right::EditItems)};
    for (const auto& one : *listed | std::views::take(images_on_a_page)) data.images.push_back(view_of(one.image));
    if (listed->size() > images_on_a_page) {
        const auto& last = (*listed)[images_on_a_page - 1].place;
        data.next = cursor_of(last.added_at, last.row);
    }
    return data;
}

Response show(const Exchange& exchange, int status, const base::Result<desk::ImagesData>& data) {
    if (!data)
        return error_response(exchange, data.error().code == base::ErrorCode::NotFound ? 404 : 503, data.error().code);
    const routes::DeskRoom route{exchange.language, district_of(exchange), routes::Room::Images,
                                 status == 200 ? exchange.query : std::string()};
    return html(exchange, status, desk::images_page(exchange.tr(), route, *data));
}

// A file cannot be shown in its field again; what was said of it can.
Response refuse(const Exchange& exchange, ImageProblem problem, std::string typed_text = {}) {
    const int status = status_of(problem);
    if (is_api(exchange.path)) return http::problem(status, domain::name_of(problem), words_of(problem));
    if (!exchange.who)  // Refused by its size, before anybody looked who sends it.
        return html(exchange, status,
                    desk::image_problem_page(exchange.tr(), pages::addresses_of(exchange.path), problem));
    auto data = images_of(exchange, {});
    if (data) {
        data->problem = problem;
        data->typed_text = std::move(typed_text);
    }
    return show(exchange, status, data);
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

// `text` gets what was said of it, whatever becomes of it.
Taken take_form(const Exchange& exchange, std::string& text) {
    const auto& request = exchange.request;
    const auto parts = parse_multipart(request.header("content-type"), request.body);
    if (!parts) return std::unexpected(ImageProblem::NotAnImage);
    const auto file = std::ranges::find(*parts, "file", &FormPart::name);
    const auto alt = std::ranges::find(*parts, "alt", &FormPart::name);
    if (alt != parts->end()) text = domain::clean_image_text(base::replace_broken(alt->bytes));
    if (file == parts->end() || !file->is_file) return std::unexpected(ImageProblem::NotAnImage);
    if (file->bytes.size() > domain::image_bytes_limit) return std::unexpected(ImageProblem::TooLarge);
    // The name of a file says as little as nothing.
    if (!domain::check_alternative_text("alt", text).empty()) return std::unexpected(ImageProblem::NoText);
    return take(exchange, file->bytes, file->media_type, text);
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

void get_images(ExchangePtr exchange) {
    const auto query = base::parse_pairs(exchange->query).value_or(base::Pairs{});
    auto data = images_of(*exchange, parse_item_cursor(base::single(query, "cursor").value_or("")));
    if (const auto added = domain::parse_image_name(base::single(query, "added").value_or("")); data && added) {
        const auto address = domain::address_of(*added);
        const auto found = std::ranges::find(data->images, address, [](const auto& one) { return one.image.address; });
        if (found != data->images.end()) data->added = *found;
        else if (const auto image = exchange->services().images.find(*added); image) data->added = view_of(*image);
    }
    exchange->reply(show(*exchange, 200, data));
}

void post_image(ExchangePtr exchange) {
    if (!accepts_image(*exchange)) return;
    if (media_type_of(exchange->request) != "multipart/form-data")
        return exchange->reply(error_response(*exchange, 415, base::ErrorCode::BadInput));
    std::string text;
    const auto taken = take_form(*exchange, text);
    if (!taken) return exchange->reply(refuse(*exchange, taken.error(), std::move(text)));
    const routes::DeskRoom route{exchange->language, district_of(*exchange), routes::Room::Images,
                                 "added=" + taken->address.substr(taken->address.rfind('/') + 1)};
    exchange->reply(redirect(303, routes::address_of(route)));
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
