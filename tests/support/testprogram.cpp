// The main() of a room's tests: `latchkey-ROOM-tests TEST [Qt Test's own arguments]`.
#include "tests/support/testprogram.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace latchkey::test
{

namespace
{

const TestEntry *firstEntry = nullptr; // set before any entry's constructor runs

constexpr std::string_view nameOf(std::string_view file)
{
    file.remove_prefix(file.find_last_of("/\\") + 1); // none: npos + 1 is 0
    return file.substr(0, file.rfind(".cpp"));
}

static_assert(nameOf("tests/session/tst_claims.cpp") == "tst_claims");
static_assert(nameOf("tst_claims") == "tst_claims");

std::vector<std::string_view> names()
{
    std::vector<std::string_view> all;
    for (const TestEntry *entry = TestEntry::first(); entry; entry = entry->next())
        all.push_back(entry->name());
    std::sort(all.begin(), all.end());
    return all;
}

const TestEntry *find(std::string_view name)
{
    const TestEntry *entry = TestEntry::first();
    while (entry && entry->name() != name)
        entry = entry->next();
    return entry;
}

} // namespace

TestEntry::TestEntry(const char *file, Main main)
    : m_name(nameOf(file))
    , m_main(main)
    , m_next(firstEntry)
{
    firstEntry = this;
}

const TestEntry *TestEntry::first()
{
    return firstEntry;
}

} // namespace latchkey::test

int main(int argc, char **argv)
{
    using namespace latchkey::test;
    if (const TestEntry *entry = argc > 1 ? find(argv[1]) : nullptr) {
        argv[1] = argv[0];
        return entry->run(argc - 1, argv + 1);
    }
    std::fprintf(stderr, "usage: %s TEST [Qt Test's own arguments], where TEST is one of:\n",
                 argc > 0 ? argv[0] : "latchkey-tests");
    for (const std::string_view name : names())
        std::fprintf(stderr, "  %.*s\n", static_cast<int>(name.size()), name.data());
    return 2;
}
