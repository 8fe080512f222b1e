// The pages of the whole country in every state that a reader can meet.
#pragma once

#include "shared/pages/home.hpp"
#include "shared/pages/national.hpp"
#include "tests/support/a_country.hpp"
#include "tests/support/screen.hpp"

namespace test {

inline Screens homes(const i18n::Text& tr) {
    const auto districts = some_districts();
    const auto country = a_country();
    const domain::National silent;
    const auto home = [&](const domain::National& national, std::string query) {
        return pages::home_page(tr, {tr.language(), std::move(query)}, {national, districts});
    };
    return {{"home", home(country, {})},
            {"home-quiet", home(silent, {})},
            {"home-found", home(country, "Fès")},
            {"home-nothing", home(country, "لا شيء <b>")}};
}

inline Screens nationals(const i18n::Text& tr) {
    using enum routes::Topic;
    const auto districts = some_districts();
    const auto country = a_country();
    const domain::National silent;
    const auto about = [&](routes::Topic topic, const domain::National& national) {
        return pages::national_page(tr, {tr.language(), topic}, {national, districts});
    };
    Screens screens;
    for (const auto topic : {Map, Notices, Documents, Commitment, Accessibility, Privacy})
        screens.push_back({std::string(routes::name_of(topic)), about(topic, country)});
    for (const auto topic : {Notices, Documents, Commitment})
        screens.push_back({std::string(routes::name_of(topic)) + "-empty", about(topic, silent)});
    return screens;
}

}  // namespace test
