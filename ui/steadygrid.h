#pragma once

#include <QGridLayout>

namespace latchkey
{

// A grid for labels that count. A label with a new text asks for the whole page to be laid out
// again, each second; held(), this grid lets that pass as long as the new text takes as much room
// as the old one. Needs a widget of its own.
class SteadyGrid final : public QGridLayout
{
    Q_OBJECT
public:
    using QGridLayout::QGridLayout;

    // Runs `change`, which gives labels new texts, and lays out only if one of them has another
    // size.
    template <typename Change>
    void held(Change change)
    {
        m_held = true;
        change();
        m_held = false;
        if (hasMoved())
            invalidate();
    }
    void invalidate() override;

private:
    [[nodiscard]] bool hasMoved() const;

    bool m_held = false;
};

} // namespace latchkey
