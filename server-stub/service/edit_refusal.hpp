// What people's wishes for items are refused for, said in one line: for the files of Editing.
#pragma once

#include <string>

#include "server-stub/service/editing.hpp"

namespace service {

inline std::unexpected<EditRefusal> refuse(EditRefusal::Why why) { return std::unexpected(EditRefusal{.why = why}); }

inline std::unexpected<EditRefusal> refuse(const base::Error& error) {
    return refuse(error.code == base::ErrorCode::NotFound ? EditRefusal::Why::NotFound : EditRefusal::Why::Unavailable);
}

inline bool may(const Editor& editor, domain::Right needed, const std::string& district) {
    return domain::may(editor.role, editor.district, needed, district);
}

}  // namespace service
