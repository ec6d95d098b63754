#pragma once

#include <QByteArray>

#include <cstddef>

namespace latchkey::test
{

// While it lives, looks at each block of memory that this process gives back: did it still hold the
// needle, that is a secret that nobody overwrote? And was one certain block among them? One at a
// time. Sees what is freed, not what a growing block leaves behind.
//
// The hook on free() belongs to whichever program links this; on Linux only.
class FreeWatch
{
public:
    explicit FreeWatch(const QByteArray &needle);
    ~FreeWatch();
    FreeWatch(const FreeWatch &) = delete;
    FreeWatch &operator=(const FreeWatch &) = delete;

    void expect(const void *block) { m_block = block; } // the address as it was allocated
    [[nodiscard]] bool sawBlock() const { return m_sawBlock; }
    [[nodiscard]] bool sawNeedle() const { return m_sawNeedle; }

    static void freeing(const void *block, std::size_t size); // for the hook

private:
    QByteArray m_needle;
    const void *m_block = nullptr;
    bool m_sawBlock = false;
    bool m_sawNeedle = false;
};

} // namespace latchkey::test
