// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/id.h"
#include "widgets/consoleedit.h"
#include "widgets/consolefeed.h"
#include "widgets/consolesearch.h"
#include "widgets/emptynote.h"

#include <QWidget>

class QCheckBox;
class QMenu;
class QSplitter;

namespace culprit::widgets
{

class ConsoleBar;
class ConsoleKeys;
class ConsoleMap;
class ConsoleMatchList;
enum class ConsoleCommand;
class FindBar;

/// The console of a run, or the log of a build, while it grows or afterwards.
/// ConsoleKeys has its keys.
class ConsoleView final : public QWidget
{
    Q_OBJECT

public:
    explicit ConsoleView(LogKind kind = LogKind::Console, QWidget *parent = nullptr);

    /// Colours the text by the definition "Kernel console", if the repository has it. The repository must outlive this.
    void setSyntax(const KSyntaxHighlighting::Repository &repository);

    /// Empties the view and asks for the log by bytesWanted; no log: stays empty. The same log again only renames it.
    void setSource(const QString &title, LogId log);
    [[nodiscard]] LogId log() const { return m_log; }

    /// Bytes of the log, as they come or as asked for by bytesWanted; those of another log are not for this view.
    /// `total` is the size of the whole log where it is known.
    void append(qint64 offset, const QByteArray &bytes, qint64 total = -1);

    void setEmptyText(const QString &sentence) { m_empty->tell(sentence); } ///< in place of a log, where there is none
    void setFollowing(bool following);
    [[nodiscard]] bool isFollowing() const;
    /// Scrolls to a line of the log, counted from 0, now or as soon as it has come.
    void showLogLine(qint64 line);
    void find(const QString &text);

    /// Lines of the text from 0, ascending; those that have not come yet are marked when they do.
    void setMarks(const std::vector<int> &lines);
    void setTimes(Times times);

    [[nodiscard]] ConsoleKeys *keys() const { return m_keys; }
    [[nodiscard]] ConsoleEdit *edit() const { return m_edit; }
    [[nodiscard]] ConsoleBar *bar() const { return m_bar; }
    [[nodiscard]] FindBar *findBar() const { return m_findBar; }
    [[nodiscard]] ConsoleMap *map() const { return m_map; }
    [[nodiscard]] ConsoleMatchList *list() const { return m_list; }
    [[nodiscard]] QCheckBox *listed() const { return m_listed; } ///< in the find bar: whether the list is there
    [[nodiscard]] const ConsoleFeed &feed() const { return *m_feed; }

Q_SIGNALS:
    void bytesWanted(culprit::LogId log, qint64 offset); ///< answer by append()
    void saveWanted(culprit::LogId log);
    void followingChanged(bool following);
    void marksChanged(culprit::LogId log, const std::vector<int> &lines); ///< by the user

private:
    void layOut();
    void connectParts();
    void begin();
    void afterAppend();
    void followToEnd();
    void afterUserScroll();
    void afterScroll();
    void jump(int line);
    void jumpAmong(const std::vector<int> &lines, bool forward, const QString &what);
    void jumpToMatch(bool forward);
    void jumpToMark();
    void toggleMark(int line);
    void placeMarks();
    void showMarks(const std::vector<int> &lines);
    void showList();
    void goToListed(int line);
    void fillMenu(QMenu *menu, int line);
    void listCrashes(QMenu *menu);
    void openFind();
    void closeFind();
    void startSearch();
    void showCount();
    void updateReports();
    void updateStatus();
    void say(const QString &text);
    bool obey(ConsoleCommand command);
    void search(ConsoleCommand command);
    bool move(ConsoleCommand command);

    LogKind m_kind;
    LogId m_log;
    int m_followedTo = 0;           ///< of the scroll bar; more may have come since
    bool m_moving = false;          ///< a key scrolls: where it ends decides whether to follow
    qint64 m_wantedLine = -1;       ///< of the log, not here yet
    std::vector<int> m_wantedMarks; ///< ascending; not here yet
    std::optional<ConsoleEdit::Match> m_match;
    ConsoleBar *m_bar;
    ConsoleEdit *m_edit;
    EmptyNote *m_empty;
    ConsoleKeys *m_keys;
    ConsoleMap *m_map;
    FindBar *m_findBar;
    QCheckBox *m_listed;
    ConsoleFeed *m_feed;
    ConsoleSearch *m_search;
    ConsoleMatchList *m_list;
    QSplitter *m_splitter;
    bool m_listSized = false; ///< the user has its size in hand
};

} // namespace culprit::widgets
