#include "app/demo/stopwait.h"

#include <array>
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

void readToTheEnd(const std::function<void(QByteArrayView bytes)> &onInput)
{
    std::array<char, 512> bytes{};
    DWORD size = 0;
    while (
        ReadFile(GetStdHandle(STD_INPUT_HANDLE), bytes.data(), DWORD(bytes.size()), &size, nullptr)
        && size > 0)
        onInput(QByteArrayView(bytes.data(), size));
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
    if (onInput)
        std::thread(readToTheEnd, onInput).detach(); // ends with the process at the latest
    WaitForSingleObject(stopEvent, INFINITE);
}

} // namespace latchkey::demo
