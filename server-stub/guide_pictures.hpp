// The pictures of the guides, which a test takes of the real screens (tests/e2e/guide_pictures.test.mjs).
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "server-stub/service/image_store.hpp"
#include "shared/base/result.hpp"

namespace seed {

// By "citizen-1.fr": the guide, which of its pictures, the language of the screen.
using GuidePictures = std::map<std::string, service::StoredImage>;

// Every PNG file of guides/pictures in `folder`; none where that is not there. BadInput for a file that is no picture.
base::Result<GuidePictures> read_guide_pictures(const std::filesystem::path& folder);

// The Markdown of a guide, whose pictures are named without their language, "![…](citizen-1)", with what a text names
// pictures by.
std::string name_pictures(std::string markdown, const GuidePictures& pictures, base::Language language);

}  // namespace seed
