#pragma once

// What sleepwatcher_windows.cpp takes from the power manager. MinGW's headers (10 and 12) lack the
// way to be told by a callback, 10 also both functions; the import library powrprof has them.
// Values and shapes: the manual pages of PowerRegisterSuspendResumeNotification and
// DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS.

// The second needs the first, and has no include guard in 10.
// clang-format off
#include <windows.h>
#include <powrprof.h>
// clang-format on

#ifndef DEVICE_NOTIFY_CALLBACK
#define DEVICE_NOTIFY_CALLBACK 2

using DEVICE_NOTIFY_CALLBACK_ROUTINE = ULONG CALLBACK(PVOID context, ULONG type, PVOID setting);

struct DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS {
    DEVICE_NOTIFY_CALLBACK_ROUTINE *Callback;
    PVOID Context;
};

extern "C" {
DWORD WINAPI PowerRegisterSuspendResumeNotification(DWORD flags, HANDLE recipient,
                                                    PHPOWERNOTIFY registration);
DWORD WINAPI PowerUnregisterSuspendResumeNotification(HPOWERNOTIFY registration);
}
#endif
