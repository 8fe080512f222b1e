#include "shared/wire/openapi.hpp"

#include <algorithm>
#include <doctest/doctest.h>

#include "shared/routes/routes.hpp"
#include "shared/wire/detail/tables.hpp"

namespace {

using wire::detail::Json;
using wire::detail::JsonList;
using wire::detail::JsonObject;

Json document() { return wire::detail::parse(wire::openapi(), wire::response_limits).value(); }

const Json* member(const Json& json, std::string_view name) {
    const auto* members = json.as<JsonObject>();
    if (!members) return nullptr;
    const auto found = std::ranges::find(*members, name, &wire::detail::Member::name);
    return found == members->end() ? nullptr : &found->value;
}

// "#/components/schemas/Fact"
const Json* resolve(const Json& root, std::string_view reference) {
    if (!reference.starts_with("#/")) return nullptr;
    reference.remove_prefix(2);
    const Json* json = &root;
    while (json && !reference.empty()) {
        const auto token = reference.substr(0, reference.find('/'));
        json = member(*json, token);
        reference.remove_prefix(std::min(reference.size(), token.size() + 1));
    }
    return json;
}

template <class Visit>
void for_each_object(const Json& json, Visit visit) {
    if (const auto* items = json.as<JsonList>())
        for (const auto& item : *items) for_each_object(item, visit);
    if (const auto* members = json.as<JsonObject>()) {
        visit(json);
        for (const auto& one : *members) for_each_object(one.value, visit);
    }
}

}  // namespace

TEST_SUITE("shared/wire/openapi") {
    TEST_CASE("every reference leads somewhere") {
        const auto root = document();
        int references = 0;
        for_each_object(root, [&](const Json& object) {
            const auto* reference = member(object, "$ref");
            if (!reference) return;
            ++references;
            CAPTURE(*reference->as<std::string>());
            CHECK(resolve(root, *reference->as<std::string>()));
        });
        CHECK(references > 30);
    }

    TEST_CASE("every endpoint of the interface is described, below the one server address") {
        const auto root = document();
        CHECK(*member(root, "openapi")->as<std::string>() == "3.1.0");
        CHECK(wire::openapi().contains(R"("servers":[{"url":"/api/v1"}])"));
        const auto* paths = member(root, "paths");
        for (const auto& [address, method] :
             {std::pair{routes::api_districts(), "get"},
              {routes::api_district("{district}"), "get"},
              {routes::api_list("{district}", routes::Section::Services), "get"},
              {routes::api_coming("{district}"), "get"},
              {routes::api_opening("{district}"), "get"},
              {routes::api_room("{district}", routes::Room::Opening), "get"},
              {routes::api_room("{district}", routes::Room::Remarks), "get"},
              {routes::api_list("{district}", routes::Section::Help), "get"},
              {routes::api_list({}, routes::Section::Help), "get"},
              {routes::api_entry({}, routes::Section::Help, "{id}"), "get"},
              {routes::api_entry("{district}", routes::Section::Services, "{service}"), "get"},
              {routes::api_ratings("{district}", "{service}"), "post"},
              {routes::api_receipt("{code}"), "get"},
              {routes::api_account(), "get"},
              {routes::api_desk(), "get"},
              {routes::api_people("{district}"), "get"},
              {routes::api_people("{district}"), "post"},
              {routes::api_items("{district}"), "post"},
              {routes::api_items("{district}") + "/{item}/steps", "post"},
              {routes::api_parity("{district}"), "get"},
              {routes::api_room("{district}", routes::Room::Copies), "get"},
              {routes::api_room("{district}", routes::Room::Copies), "post"},
              {routes::api_needs("{district}"), "get"},
              {routes::api_moderation("{district}"), "get"},
              {routes::api_events(), "post"}}) {
            CAPTURE(address);
            REQUIRE(address.starts_with(routes::api_root));
            const auto* path = member(*paths, address.substr(routes::api_root.size()));
            REQUIRE(path);
            CHECK(member(*path, method));
        }
        CHECK(paths->as<JsonObject>()->size() == 50);
    }

    TEST_CASE("every name in braces of a path is a parameter of it") {
        const auto root = document();
        for (const auto& path : *member(root, "paths")->as<JsonObject>()) {
            CAPTURE(path.name);
            const auto text = wire::detail::write(path.value);
            for (std::string_view name : {"district", "service", "code"}) {
                const bool in_path = path.name.contains("{" + std::string(name) + "}");
                const bool described = text.contains(R"({"name":")" + std::string(name) + R"(","in":"path")");
                CHECK(in_path == described);
            }
        }
    }

    TEST_CASE("the schema of a resource lists exactly the fields that are written") {
        const auto root = document();
        const auto* rating = resolve(root, "#/components/schemas/Rating");
        REQUIRE(rating);
        CHECK(wire::detail::write(*member(*rating, "required")) == R"(["level"])");
        CHECK(wire::detail::write(*member(*rating, "additionalProperties")) == "false");

        domain::ServiceSheet sheet;
        sheet.appeal.text.set(base::Language::Fr, "Au chef de la cour");
        sheet.copied_from.emplace();  // Else left out.
        const auto written = wire::detail::Codec<domain::ServiceSheet>::encode(sheet);
        const auto* properties = member(*resolve(root, "#/components/schemas/ServiceSheet"), "properties");
        REQUIRE(properties->as<JsonObject>()->size() == written.as<JsonObject>()->size());
        for (const auto& field : *written.as<JsonObject>()) CHECK(member(*properties, field.name));
    }
}
