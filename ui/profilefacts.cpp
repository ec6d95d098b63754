// Where the facts of the profile page stand: a further part of profilepage.cpp.
#include "ui/button.h"
#include "ui/glyphs.h"
#include "ui/profilepage.h"
#include "ui/theme.h"
#include "ui_profilepage.h"

#include <algorithm>

namespace latchkey
{

// Role and Member since side by side, and the next two below: where the names and half a dozen
// words fit. The order of names stays what it is for a screen reader.
void ProfilePage::arrangeFacts()
{
    QGridLayout *facts = m_ui->factsLayout;
    const std::pair<QLabel *, QWidget *> all[] = {
        {m_ui->roleNameLabel, m_ui->roleLabel},
        {m_ui->userIdNameLabel, m_ui->idBox},
        {m_ui->memberSinceNameLabel, m_ui->memberSinceLabel},
        {m_ui->lastChangedNameLabel, m_ui->lastChangedLabel},
    };
    int names = 0;
    for (const auto &[name, value] : all)
        names = std::max(names, name->sizeHint().width());
    // Only dates and numbers have to fit: a long role ends in an ellipsis.
    const int values = std::max({m_ui->memberSinceLabel->sizeHint().width(),
                                 m_ui->lastChangedLabel->sizeHint().width(), grid(this, 12)});
    const int column = std::min(width() - grid(this, 6), int(columnWidth(this) * columnScale));
    const int room = column - grid(this, 4) - 4 * ringSpace; // inside the card
    const int columns = room >= 2 * (names + values) + 3 * grid(this, 2) ? 2 : 1;
    if (columns == m_factColumns)
        return;
    m_factColumns = columns;
    for (const auto &[name, value] : all) {
        facts->removeWidget(name);
        facts->removeWidget(value);
    }
    const int rows = int(std::size(all)) / columns;
    for (int i = 0; i < int(std::size(all)); ++i) {
        facts->addWidget(all[i].first, i % rows, i / rows * 2);
        facts->addWidget(all[i].second, i % rows, i / rows * 2 + 1);
    }
    for (int row = 0; row < int(std::size(all)); ++row)
        facts->setRowMinimumHeight(row, row < rows ? grid(this, 3.5) : 0);
    facts->setColumnStretch(1, 1);
    facts->setColumnStretch(3, columns == 2 ? 1 : 0);
}

} // namespace latchkey
