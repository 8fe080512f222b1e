// What rules may ask for that is in no word list: numbers, addresses, names.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shared/domain/moderation/lexicon.hpp"
#include "shared/domain/moderation/reading.hpp"

namespace domain::moderation {

class Observer {
public:
    // Makes the groups, each with "#" before its name.
    Observer(Lexicon& lexicon, const ModerationWords& words);

    // Adds what is seen in `utf8`, of which `reading` and `hits` are, to the hits.
    void observe(std::string_view utf8, const Reading& reading, Hits& hits) const;

private:
    void add_numbers(std::string_view utf8, const Reading& reading, Hits& hits) const;
    void add_links(const Reading& reading, Hits& hits) const;
    void add_names(const Reading& reading, Hits& hits) const;
    bool is_initial(const Reading& reading, std::size_t word) const;

    std::vector<std::string> official_sites_, site_endings_;
    GroupId number_, long_number_, number_of_year_, numbers_of_case_, case_number_, telephone_, identity_, plate_,
        time_, link_, official_link_;
    GroupId name_, capital_, initial_;
    GroupId given_name_, known_capital_, place_before_, number_of_king_;  // Of the lists.
};

}  // namespace domain::moderation
