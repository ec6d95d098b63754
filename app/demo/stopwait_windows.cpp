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

void readToTheEnd()
{
    std::array<char, 512> ignored{};
    DWORD size = 0;
    while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), ignored.data(), DWORD(ignored.size()), &size,
                    nullptr)
           && size > 0) { }
    SetEvent(stopEvent);
}

} // namespace

void catchStopSignals()
{
    stopEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

void waitForStop(bool untilStdinCloses)
{
    if (untilStdinCloses)
        std::thread(readToTheEnd).detach(); // ends with the process at the latest
    WaitForSingleObject(stopEvent, INFINITE);
}

} // namespace latchkey::demo
