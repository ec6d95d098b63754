#include "app/fontwarmup.h"

#include <clocale>
#include <dlfcn.h>

namespace latchkey
{

FontWarmUp::FontWarmUp()
{
    // Qt's own fontconfig, loaded with it: a second copy would warm up nothing. Its start is made
    // for threads; the locale is not, so it is set here, to what QApplication sets it to anyway.
    using Init = int (*)();
    const auto init = reinterpret_cast<Init>(dlsym(RTLD_DEFAULT, "FcInit"));
    if (!init)
        return;
    std::setlocale(LC_ALL, "");
    m_thread = std::thread([init] { init(); });
}

void FontWarmUp::finish()
{
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace latchkey
