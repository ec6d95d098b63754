#pragma once

#include <thread>

namespace latchkey
{

// The first line of text waits until the font configuration has been read: 6 ms of some 30 to the
// first window. Here that is done on a thread of its own while QApplication connects to the window
// system. Make it before QApplication and call finish() before the first widget.
class FontWarmUp
{
public:
    FontWarmUp();
    ~FontWarmUp() { finish(); }
    FontWarmUp(const FontWarmUp &) = delete;
    FontWarmUp &operator=(const FontWarmUp &) = delete;

    // Waits for what is left of it, which is never more than the first text would have waited.
    void finish();

private:
    std::thread m_thread;
};

} // namespace latchkey
