#pragma once

#include "tests/gui/windowfixture.h"

#include <QDialog>

namespace latchkey::test
{

// Steps that several screens share.

void nothing(World &world);
void nothingMore(Run &run);

// Something by its objectName on the page that is shown, or in the open dialog; aborts with the
// name if there is none.
[[nodiscard]] QWidget *part(const Run &run, const char *objectName);
void click(const Run &run, const char *objectName);
// The message bar's button for an action.
void act(const Run &run, MessageAction action);
[[nodiscard]] QDialog *openDialog(const Run &run);

// Typed and sent with Return, and the answer awaited.
void signIn(Run &run);
void typeAndSubmit(Run &run, const QString &email, const QString &password);
// A run of the program that signs in, stays signed in, and ends.
void keepSession(World &world);

// What the server, or the way to it, will answer to a sign-in.
void answerLogin(World &world, const HttpReply &reply);
void failLogin(World &world, TransportFailure failure);
// What it will answer to renewals.
void answerRenewals(World &world, const HttpReply &reply);
void answerProfile(World &world, const HttpReply &reply);

void reload(Run &run); // F5
void pass(Run &run, milliseconds time);

} // namespace latchkey::test
