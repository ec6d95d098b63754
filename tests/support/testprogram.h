#pragma once

#include <QCoreApplication>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif
#include <QTest>

#include <string_view>

namespace latchkey::test
{

// A test class that the program of its room runs by name, in place of a main() of its own. One is
// made at the end of each tst_*.cpp, by one of the macros below; testprogram.cpp has the main().
class TestEntry
{
public:
    using Main = int (*)(int argc, char **argv); // as main(), without the test's name

    // `file` is a tst_*.cpp, or only a name; it has to outlive the program. The test is called like
    // the file, without folder and suffix, by ctest too.
    TestEntry(const char *file, Main main);
    Q_DISABLE_COPY_MOVE(TestEntry)

    [[nodiscard]] std::string_view name() const { return m_name; }
    [[nodiscard]] int run(int argc, char **argv) const { return m_main(argc, argv); }
    [[nodiscard]] const TestEntry *next() const { return m_next; }
    [[nodiscard]] static const TestEntry *first(); // in no order

private:
    std::string_view m_name;
    Main m_main;
    const TestEntry *m_next;
};

// For a test that wants no application object.
struct NoApplication {
    NoApplication(int, char **) { }
};

// A test class that has `static void initMain()` gets it called before the application is made.
template <typename Test, typename Application>
int runTest(int argc, char **argv)
{
    if constexpr (requires { Test::initMain(); })
        Test::initMain();
    const Application application(argc, argv);
    if constexpr (!std::is_same_v<Application, NoApplication>)
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi); // as Qt Test's own macros do
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace latchkey::test

// Application: QApplication, QCoreApplication or NoApplication. The entry is named after the class,
// for several test classes may be compiled as one source.
#define LATCHKEY_TEST(Test, Application)                                                           \
    using latchkey::test::NoApplication;                                                           \
    static const latchkey::test::TestEntry testEntryOf##Test(                                      \
        __FILE__, (latchkey::test::runTest<Test, Application>));

// For a test that prepares its process before the application is made: `main` does all of it.
#define LATCHKEY_TEST_MAIN(main)                                                                   \
    static const latchkey::test::TestEntry testEntryOf##main(__FILE__, main);
