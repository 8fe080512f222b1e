// The pictures of a court: those that it has, and where another is sent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/domain/image.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

doc::Text problem_words(const i18n::Text& tr, domain::ImageProblem problem);

doc::Document image_problem_page(const i18n::Text& tr, const pages::Addresses& addresses, domain::ImageProblem problem);

struct ImageView {
    domain::Image image;
    std::string text;  // What it shows; may be empty.
    base::Language language = base::Language::Ar;
};

struct ImagesData {
    base::LocalizedText::Resolved city;
    std::vector<ImageView> images;  // Newest first.
    std::string next;               // Cursor; empty where there are no more.
    bool may_add = false;
    std::optional<ImageView> added{};  // Just now.
    std::optional<domain::ImageProblem> problem{};
    std::string typed_text{};
};

doc::Document images_page(const i18n::Text& tr, const routes::DeskRoom& route, const ImagesData& data);

}  // namespace desk
