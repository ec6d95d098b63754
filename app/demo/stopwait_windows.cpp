#include "app/demo/stopwait.h"

#include <array>
#include <memory>
#include <mutex>
#include <thread>
#include <windows.h>

namespace latchkey::demo
{

namespace
{

// A console handler can reach nothing but globals.
HANDLE stopEvent = nullptr;

BOOL WINAPI onConsoleEvent(DWORD)
{
    SetEvent(stopEvent);
    return TRUE;
}

// The thread that reads outlives whoever waits: a read cannot be called off.
struct Input {
    std::mutex guard;
    std::function<void(QByteArrayView bytes)> take; // none: nobody waits any more
};

void readToTheEnd(const std::shared_ptr<Input> &input)
{
    std::array<char, 512> bytes{};
    DWORD size = 0;
    while (
        ReadFile(GetStdHandle(STD_INPUT_HANDLE), bytes.data(), DWORD(bytes.size()), &size, nullptr)
        && size > 0) {
        const std::lock_guard lock(input->guard);
        if (input->take)
            input->take(QByteArrayView(bytes.data(), size));
    }
    SetEvent(stopEvent);
}

} // namespace

void catchStopSignals()
{
    stopEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

void waitForStop(const std::function<void(QByteArrayView bytes)> &onInput)
{
    const auto input = std::make_shared<Input>();
    input->take = onInput;
    if (onInput)
        std::thread(readToTheEnd, input).detach(); // ends with the process at the latest
    WaitForSingleObject(stopEvent, INFINITE);
    const std::lock_guard lock(input->guard);
    input->take = {};
}

} // namespace latchkey::demo
