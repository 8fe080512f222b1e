#include "tests/client/app/session.hpp"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "client/app/page.hpp"
#include "client/mirror/fingerprint.hpp"
#include "embedded/icu_cut.hpp"
#include "shared/document/html.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/notice.hpp"
#include "shared/pages/receipt.hpp"
#include "shared/pages/sheet.hpp"
#include "shared/unicode/icu_data.hpp"
#include "shared/wire/district.hpp"
#include "shared/wire/page_data.hpp"
#include "shared/wire/rating.hpp"
#include "shared/wire/receipt.hpp"
#include "shared/wire/sheet.hpp"

namespace test {
namespace {

using platform::headless::Element;
using platform::headless::Response;

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file, path);
    std::ostringstream out;
    out << file.rdbuf();
    return std::move(out).str();
}

domain::ServiceSheet read_sheet(const std::string& name) {
    auto sheet = wire::decode_sheet(read_file(RIHAB_SOURCE_DIR "/assets/content/sheets/rabat/" + name + ".json"));
    REQUIRE(sheet);
    return *sheet;
}

domain::District read_district() {
    const auto districts = wire::decode_districts(read_file(RIHAB_SOURCE_DIR "/assets/content/districts.json"));
    REQUIRE(districts);
    return *std::ranges::find(districts->items, "rabat", [](const auto& district) { return district.id.value(); });
}

std::vector<std::byte> read_font(std::string_view file) {
    const auto text = read_file(RIHAB_FONTS_DIR "/" + std::string(file));
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

std::vector<domain::ServiceSummary> summaries(const std::vector<domain::ServiceSheet>& sheets) {
    std::vector<domain::ServiceSummary> out;
    for (const auto& sheet : sheets) out.push_back({sheet.id, sheet.short_title, sheet.summary});
    return out;
}

platform::FieldState state_of(const Element& field) {
    const auto type = field.attribute("type");
    return {field.id, std::string(field.attribute("name")), field.value, type == "radio" || type == "checkbox",
            field.checked};
}

void for_each(Element& element, const std::function<void(Element&)>& visit) {
    visit(element);
    for (auto& child : element.children) for_each(*child, visit);
}

Element* find_ancestor(Element* element, std::string_view tag) {
    while (element != nullptr && element->tag != tag) element = element->parent;
    return element;
}

void load_unicode() { REQUIRE(unicode::load_data(embedded::icu_cut())); }

}  // namespace

std::string words(i18n::Key key, base::Language language) { return i18n::plain(i18n::Text(language)(key)); }

Portal::Portal() : district_(read_district()) {
    sheets_ = {read_sheet("casier-judiciaire"), read_sheet("nationalite")};
    answers_[routes::api_district("rabat")] = wire::encode(district_);
    answers_[routes::api_list("rabat", routes::Section::Services)] =
        wire::encode(wire::List<domain::ServiceSummary>{summaries(sheets_), {}});
    for (const auto& sheet : sheets_)
        answers_[routes::api_entry("rabat", routes::Section::Services, sheet.id.value())] = wire::encode(sheet);
}

Response Portal::rate(const platform::Request& request) {
    last_key = request.idempotency_key;
    last_body = request.body;
    if (next_status != 0) return {.status = std::exchange(next_status, 0), .body = next_body, .retry_after_s = 120};
    auto draft = wire::parse_rating_json(request.body);
    REQUIRE(draft);
    draft->key = request.idempotency_key;
    const auto checked = domain::check_rating(*draft);
    REQUIRE(checked.errors.empty());
    ++stored;
    const auto service = std::ranges::find_if(
        sheets_, [&](const auto& sheet) { return routes::api_ratings("rabat", sheet.id.value()) == request.address; });
    const domain::Receipt receipt{.code = domain::ReceiptCode::from_random(12345678901234),
                                  .district = district_.id,
                                  .service = service->id,
                                  .rating = checked.rating,
                                  .language = base::Language::Ar,
                                  .received_at = {},
                                  .received_on = {2026, 11, 22}};
    answers_[routes::api_receipt(receipt.code.hyphenated())] = wire::encode(receipt);
    return {.status = 201, .body = wire::encode(receipt)};
}

Response Portal::operator()(const platform::Request& request) {
    ++asked[request.address];
    if (!request.body.empty()) return rate(request);
    const auto found = answers_.find(request.address);
    return found == answers_.end() ? Response{.status = 404, .body = "{}"}
                                   : Response{.status = 200, .body = found->second};
}

Portal::Printed Portal::print(const routes::Page& page, const domain::RatingDraft& draft,
                              std::vector<domain::RatingError> errors) {
    const auto& route = std::get<routes::Sheet>(page);
    const auto sheet = std::ranges::find(sheets_, route.service, [](const auto& one) { return one.id.value(); });
    wire::PageData data{.api = {answers_.begin(), answers_.end()}, .form = draft, .errors = errors, .page_error = {}};
    if (data.form.key.empty()) data.form.key = "server-key";
    const i18n::Text tr(route.language);
    if (sheet == sheets_.end())
        return {pages::error_page(tr, pages::addresses_of(page), {base::ErrorCode::NotFound, {}}),
                wire::encode_page_data({.api = {}, .form = {}, .errors = {}, .page_error = base::ErrorCode::NotFound})};
    return {
        pages::sheet_page(tr, {route, pages::SheetData{district_, *sheet, summaries(sheets_)}, {data.form, errors}}),
        wire::encode_page_data(data)};
}

Session::Session(SessionOptions options)
    : browser([this](const platform::Request& request) { return portal(request); }, read_font),
      client((load_unicode(), browser), "canvas"),
      viewport{options.width_px, options.height_px, options.width_px} {
    const routes::Sheet page{options.language, "rabat", options.service};
    const auto printed = portal.print(page, options.printed, options.errors);
    auto& dom = browser.dom;
    dom.read_html(doc::to_html(printed.document));
    dom.title = printed.document.title;
    dom.language = base::code_of(options.language);
    browser.address = routes::address_of(page);
    browser.history = {{0, browser.address}};
    browser.stored = options.stored;
    browser.holds_faces = options.holds_faces;
    for (const auto& [name, value] : options.typed)
        for_each(dom.body(), [&](Element& field) {
            if (field.attribute("name") != name) return;
            if (field.tag == "textarea") field.value = value;
            else if (field.value == value) field.checked = true;
        });
    send(platform::Started{.address = browser.address,
                           .language = dom.language,
                           .page_data = printed.page_data,
                           .fingerprint = dom.fingerprint(),
                           .stored = options.stored,
                           .random = 7,
                           .viewport = viewport,
                           .medium = {.forced_colors = options.forced_colors},
                           .fields = dom.fields()});
    settle();
}

void Session::deliver(platform::Event event) { frame_is_due_ |= client.receive(std::move(event)).needs_frame; }

void Session::send(platform::Event event) {
    deliver(std::move(event));
    settle();
}

void Session::settle() {
    constexpr int most_turns = 50;
    for (int turn = 0; turn < most_turns; ++turn) {
        for (auto& event : browser.take_arrivals()) deliver(std::move(event));
        if (std::exchange(frame_is_due_, false))
            while (client.frame()) {
            }
        else if (browser.measure_is_wanted) lay_out_in_browser();
        else return;
    }
    FAIL("the client never comes to rest");
}

void Session::wait(double milliseconds) {
    browser.advance(milliseconds);
    settle();
}

void Session::lay_out_in_browser(float stretch) {
    browser.measure_is_wanted = false;
    if (client.shown() == nullptr) return;
    platform::Measured report{.root_width_px = viewport.width_px};
    for (const auto& placed : client.shown()->layout.boxes)
        if (placed.text) report.sizes.push_back({placed.node->id, placed.box.width, placed.box.height * stretch});
    deliver(std::move(report));
}

const doc::Node* Session::focused() { return doc::find(client.shown()->document.root, browser.dom.focus); }

std::string Session::heading() {
    std::string found;
    for_each(browser.dom.body(), [&](Element& element) {
        if (element.tag == "h1") found = element.text();
    });
    return found;
}

bool Session::is_whole() {
    const auto page = app::page_of(client.state());
    platform::headless::Dom expected;
    expected.read_html(doc::to_html(page));
    CHECK(browser.dom.print() == expected.print());
    return mirror::match(page, browser.dom.fingerprint()) == mirror::Match::Equal && browser.dom.title == page.title &&
           browser.dom.canonical.empty() == (page.address == browser.history.front().address);
}

Element& Session::get(std::string_view role, std::string_view name) {
    const auto& document = client.shown()->document;
    Element* found = nullptr;
    doc::for_each(document.root, [&](const doc::Node& node) {
        if (found == nullptr && doc::role_of(node) == role && doc::name_of(document, node) == name)
            found = browser.dom.find(node.id);
        for (std::size_t i = 0; found == nullptr && i < node.text.spans.size(); ++i) {
            const auto& span = node.text.spans[i];
            if (role == "link" && span.kind == doc::SpanKind::Link &&
                std::string_view(node.text.utf8).substr(span.begin, span.end - span.begin) == name)
                found = browser.dom.find(doc::span_id(node.id, i));
        }
    });
    if (found == nullptr) throw std::runtime_error("no " + std::string(role) + " named " + std::string(name));
    return *found;
}

bool Session::has(std::string_view role, std::string_view name) {
    try {
        get(role, name);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

bool Session::follow(Element& element) {
    const auto reaction =
        client.receive(platform::LinkFollowed{element.id, std::string(element.attribute("href")), browser.scroll});
    frame_is_due_ |= reaction.needs_frame;
    return reaction.is_taken;
}

void Session::click(std::string_view role, std::string_view name) {
    Element& element = get(role, name);
    deliver(platform::Focused{element.id});
    if (role == "link") {
        if (!follow(element)) browser.sent_to = element.attribute("href");
    } else if (role == "radio" || role == "checkbox") {
        if (role == "radio")
            for_each(browser.dom.body(), [&](Element& other) {
                if (other.attribute("name") == element.attribute("name")) other.checked = false;
            });
        element.checked = role == "radio" || !element.checked;
        deliver(platform::FieldChanged{state_of(element)});
    } else {
        Element* form = find_ancestor(&element, "form");
        const auto own = element.attribute("formaction");
        const auto action = own.empty() ? form->attribute("action") : own;
        const auto reaction = client.receive(platform::Submitted{form->id, std::string(action), browser.scroll});
        frame_is_due_ |= reaction.needs_frame;
        if (!reaction.is_taken) browser.sent_to = action;
    }
    settle();
}

void Session::type(std::string_view role, std::string_view name, std::string text) {
    Element& element = get(role, name);
    element.value = std::move(text);
    send(platform::FieldChanged{state_of(element)});
}

void Session::move_history(std::size_t place) {
    browser.history_place = place;
    const auto& entry = browser.history[place];
    browser.address = entry.address;
    send(platform::HistoryMoved{entry.number, entry.address, browser.scroll});
}

void Session::go_back() { move_history(browser.history_place - 1); }
void Session::go_forward() { move_history(browser.history_place + 1); }

void Session::scroll_to(float y_px) {
    browser.scroll = y_px;
    const auto& place = browser.canvas;
    if (place && (y_px < place->scroll_from_px || y_px > place->scroll_to_px)) send(platform::Scrolled{y_px});
}

void Session::change_medium(const platform::Medium& medium) { send(platform::MediumChanged{medium}); }

}  // namespace test
