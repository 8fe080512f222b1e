// Which state of its style each node shows: what the pointer is over, what is checked, what is wrong.
#pragma once

#include <optional>
#include <vector>

#include "client/paint/painter.hpp"

namespace paint::detail {

class Interaction {
public:
    Interaction(const layout::Result& page, const View& view);

    style::State state_of(std::size_t box) const;
    bool is_link_hovered(std::size_t box, std::size_t span) const;

private:
    void find_hovered(const layout::Result& page, doc::NodeId id);
    void hover(const layout::Result& page, std::size_t box);
    void find_checked(const layout::Result& page, const View& view);

    std::vector<style::State> states_;
    struct Link {
        std::size_t box = 0, span = 0;
        bool operator==(const Link&) const = default;
    };
    std::optional<Link> link_;
};

}  // namespace paint::detail
