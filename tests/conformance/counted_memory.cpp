#include "tests/conformance/counted_memory.hpp"

#include <algorithm>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {

std::size_t live = 0;
std::size_t peak = 0;

void* allocate(std::size_t size) {
    void* block = std::malloc(size);
    if (!block) std::abort();
    live += malloc_usable_size(block);
    peak = std::max(peak, live);
    return block;
}

void release(void* block) {
    if (!block) return;
    live -= malloc_usable_size(block);
    std::free(block);
}

}  // namespace

namespace test {

std::size_t live_bytes() { return live; }
std::size_t peak_bytes() { return peak; }
void forget_peak() { peak = live; }

}  // namespace test

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* block) noexcept { release(block); }
void operator delete[](void* block) noexcept { release(block); }
void operator delete(void* block, std::size_t) noexcept { release(block); }
void operator delete[](void* block, std::size_t) noexcept { release(block); }
