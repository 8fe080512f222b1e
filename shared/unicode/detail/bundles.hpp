// ICU's resource bundles as owned handles and UTF-8.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <unicode/ures.h>

namespace unicode::detail {

struct CloseBundle {
    void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, CloseBundle>;

// The resource at `path` in one bundle, without its parents; null when it is not there.
Bundle find(const char* bundle, std::initializer_list<const char*> path);

// Empty where there is none.
std::string string_of(const Bundle& resource);
Bundle item_at(const Bundle& resource, std::int32_t index);

}  // namespace unicode::detail
