#include "tests/support/freewatch.h"

#include <atomic>
#include <cstring>
#include <malloc.h>
#include <thread>

namespace latchkey::test
{

namespace
{

std::atomic<FreeWatch *> watching = nullptr;
std::thread::id watched; // one thread's blocks: the others' would race

} // namespace

FreeWatch::FreeWatch(const QByteArray &needle)
    : m_needle(needle)
{
    watched = std::this_thread::get_id();
    watching = this;
}

FreeWatch::~FreeWatch()
{
    watching = nullptr;
}

void FreeWatch::freeing(const void *block, std::size_t size)
{
    FreeWatch *watch = watching;
    if (!watch || !block || std::this_thread::get_id() != watched)
        return;
    if (block == watch->m_block)
        watch->m_sawBlock = true;
    if (memmem(block, size, watch->m_needle.constData(),
               static_cast<std::size_t>(watch->m_needle.size())))
        watch->m_sawNeedle = true;
}

} // namespace latchkey::test

#ifdef LATCHKEY_SANITIZED // free() is the sanitizer's

// The sanitizers' allocator interface, whose header GCC does not install.
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*onMalloc)(const volatile void *,
                                                                          std::size_t),
                                                         void (*onFree)(const volatile void *));
extern "C" std::size_t __sanitizer_get_allocated_size(const volatile void *block);

namespace
{

void nothing(const volatile void *, std::size_t) { }

void looking(const volatile void *block)
{
    const auto *freed = const_cast<const void *>(block);
    if (freed)
        latchkey::test::FreeWatch::freeing(freed, __sanitizer_get_allocated_size(freed));
}

[[maybe_unused]] const int installed
    = __sanitizer_install_malloc_and_free_hooks(&nothing, &looking);

} // namespace

#else

// glibc's own name for the one it lets a program replace.
extern "C" void __libc_free(void *block);

extern "C" void free(void *block) noexcept
{
    if (block)
        latchkey::test::FreeWatch::freeing(block, malloc_usable_size(block));
    __libc_free(block);
}

#endif
