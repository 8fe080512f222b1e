// What concerns the whole country: notices, the commitment's progress, the texts behind the portal.
#pragma once

#include <string>
#include <vector>

#include "shared/domain/publication.hpp"

namespace domain {

struct Notice {
    std::string id;  // Slug
    base::LocalizedText title;
    base::LocalizedText text;
    base::Date from;
    base::Date to;           // The last day on which it is shown.
    bool is_urgent = false;  // Stands before the others.
    bool operator==(const Notice&) const = default;
};

struct LegalDocument {
    std::string id;  // Slug
    base::LocalizedText title;
    base::LocalizedText summary;  // What it gives a citizen.
    std::string source;           // As in Provenance.
    std::string address;          // Of the text itself; empty where none is known.
    bool operator==(const LegalDocument&) const = default;
};

struct National {
    std::vector<Notice> notices;
    std::vector<Milestone> progress;  // Of commitment MO0063, earliest first.
    std::vector<LegalDocument> documents;
    bool operator==(const National&) const = default;
};

}  // namespace domain
