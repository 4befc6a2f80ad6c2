<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="de">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New bisection…</source>
        <translation>&amp;Neue Bisektion…</translation>
    </message>
    <message>
        <source>Choose a kernel tree, a bad and a good revision, a config and a reproducer</source>
        <translation>Kernel-Baum, schlechte und gute Revision, Konfiguration und Reproduzierer wählen</translation>
    </message>
    <message>
        <source>&amp;Open session…</source>
        <translation>Sitzung ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Go on with a session, or walk through a finished one</source>
        <translation>Eine Sitzung fortsetzen oder eine abgeschlossene durchgehen</translation>
    </message>
    <message>
        <source>&amp;Give the kernel tree…</source>
        <translation>&amp;Kernel-Baum angeben…</translation>
    </message>
    <message>
        <source>Read the imported log again, with a kernel tree that has its commits</source>
        <translation>Das importierte Log erneut lesen, mit einem Kernel-Baum, der seine Commits enthält</translation>
    </message>
    <message>
        <source>Co&amp;mpare with…</source>
        <translation>&amp;Vergleichen mit…</translation>
    </message>
    <message>
        <source>Put another session, or a log, beside this one: same revisions, other verdicts, and why</source>
        <translation>Eine andere Sitzung oder ein Log neben diese stellen: gleiche Revisionen, andere Urteile und warum</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>&amp;Demo ausprobieren</translation>
    </message>
    <message>
        <source>Bisect a small demo kernel with real builds and real machines</source>
        <translation>Einen kleinen Demo-Kernel mit echten Builds und echten Maschinen bisektieren</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>Be&amp;richt kopieren</translation>
    </message>
    <message>
        <source>Copy the session's report as plain text</source>
        <translation>Den Bericht der Sitzung als reinen Text kopieren</translation>
    </message>
    <message>
        <source>Copy run as s&amp;hell</source>
        <translation>&amp;Lauf als Shell kopieren</translation>
    </message>
    <message>
        <source>Copy a text that does the selected run again when it is pasted into a terminal, without Culprit</source>
        <translation>Einen Text kopieren, der den gewählten Lauf ohne Culprit wiederholt, wenn er in ein Terminal eingefügt wird</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Stop what runs and close the window</source>
        <translation>Beenden, was läuft, und das Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Start, or go on with, the bisection</source>
        <translation>Die Bisektion starten oder fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause after step</source>
        <translation>&amp;Pause nach Schritt</translation>
    </message>
    <message>
        <source>Stop when the revision under test has its verdict</source>
        <translation>Anhalten, sobald die Revision im Test ihr Urteil hat</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>End builds and machines now; what is known so far stays</source>
        <translation>Builds und Maschinen sofort beenden; was bisher bekannt ist, bleibt</translation>
    </message>
    <message>
        <source>&amp;Follow the merge up…</source>
        <translation>&amp;Merge weiterverfolgen…</translation>
    </message>
    <message>
        <source>The culprit is a merge: set up the bisection that finds the commit behind it</source>
        <translation>Der Verursacher ist ein Merge: die Bisektion einrichten, die den Commit dahinter findet</translation>
    </message>
    <message>
        <source>&amp;Good</source>
        <translation>&amp;Gut</translation>
    </message>
    <message>
        <source>The bug is absent in this revision, whatever its runs say</source>
        <translation>Der Fehler fehlt in dieser Revision, was auch immer ihre Läufe sagen</translation>
    </message>
    <message>
        <source>&amp;Bad</source>
        <translation>&amp;Schlecht</translation>
    </message>
    <message>
        <source>The bug is present in this revision, whatever its runs say</source>
        <translation>Der Fehler ist in dieser Revision vorhanden, was auch immer ihre Läufe sagen</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>This revision cannot be judged</source>
        <translation>Diese Revision lässt sich nicht beurteilen</translation>
    </message>
    <message>
        <source>Skip ra&amp;nge…</source>
        <translation>Be&amp;reich überspringen…</translation>
    </message>
    <message>
        <source>Leave out several commits at once, and say why</source>
        <translation>Mehrere Commits auf einmal auslassen, mit Begründung</translation>
    </message>
    <message>
        <source>&amp;Retest</source>
        <translation>&amp;Erneut testen</translation>
    </message>
    <message>
        <source>Run this revision %1 times more</source>
        <translation>Diese Revision noch %1 Mal laufen lassen</translation>
    </message>
    <message>
        <source>&amp;Undo judgement</source>
        <translation>Beurteilung rückgängig &amp;machen</translation>
    </message>
    <message>
        <source>Take the latest judgement back</source>
        <translation>Die letzte Beurteilung zurücknehmen</translation>
    </message>
    <message>
        <source>R&amp;edo judgement</source>
        <translation>Beurteilung &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>Bring the judgement back that was undone</source>
        <translation>Die rückgängig gemachte Beurteilung zurückholen</translation>
    </message>
    <message>
        <source>Go to &amp;current revision</source>
        <translation>Zur &amp;aktuellen Revision</translation>
    </message>
    <message>
        <source>Select the revision under test and follow the search</source>
        <translation>Die Revision im Test auswählen und der Suche folgen</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächstes Teilfenster</translation>
    </message>
    <message>
        <source>Move the keyboard to the next pane</source>
        <translation>Tastaturfokus ins nächste Teilfenster setzen</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>&amp;Vorheriges Teilfenster</translation>
    </message>
    <message>
        <source>Move the keyboard to the previous pane</source>
        <translation>Tastaturfokus ins vorherige Teilfenster setzen</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Put all panes where they were at first</source>
        <translation>Alle Teilfenster an ihren ursprünglichen Platz setzen</translation>
    </message>
    <message>
        <source>Theme of the &amp;system</source>
        <translation>Design des &amp;Systems</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>Hell oder dunkel wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>&amp;Helles Design</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>Dunkel auf hell</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>&amp;Dunkles Design</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>Hell auf dunkel</translation>
    </message>
    <message>
        <source>&amp;About Culprit</source>
        <translation>Ü&amp;ber Culprit</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>Keine Sitzung ist geöffnet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>V&amp;erdict</source>
        <translation>&amp;Urteil</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>It is stopping</source>
        <translation>Wird gerade gestoppt</translation>
    </message>
    <message>
        <source>It runs already</source>
        <translation>Läuft bereits</translation>
    </message>
    <message>
        <source>It takes the kernel tree: "%1" in the File menu</source>
        <translation>Dazu fehlt der Kernel-Baum: „%1“ im Menü „Datei“</translation>
    </message>
    <message>
        <source>The search has ended; a judgement can open it again</source>
        <translation>Die Suche ist beendet; eine Beurteilung kann sie wieder öffnen</translation>
    </message>
    <message>
        <source>Nothing runs</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>Fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>It pauses after this step already</source>
        <translation>Pausiert bereits nach diesem Schritt</translation>
    </message>
    <message>
        <source>Select a commit first</source>
        <translation>Zuerst einen Commit auswählen</translation>
    </message>
    <message>
        <source>The search has not ended with a merge</source>
        <translation>Die Suche hat nicht mit einem Merge geendet</translation>
    </message>
    <message>
        <source>There is no judgement to undo</source>
        <translation>Es gibt keine Beurteilung zum Rückgängigmachen</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>Es gibt nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>The session was not imported from a log</source>
        <translation>Die Sitzung wurde nicht aus einem Log importiert</translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation>&amp;Graph</translation>
    </message>
    <message>
        <source>&amp;Import log…</source>
        <translation>Log &amp;importieren…</translation>
    </message>
    <message>
        <source>Open a log of syzbot or of git bisect, or an archive of a session, as a session</source>
        <translation>Ein Log von syzbot oder git bisect oder ein Sitzungsarchiv als Sitzung öffnen</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Theme, keys, notifications and what else is the same for all sessions</source>
        <translation>Design, Tastenkürzel, Benachrichtigungen und was sonst für alle Sitzungen gilt</translation>
    </message>
    <message>
        <source>Re&amp;move judgement</source>
        <translation>Beurteilung en&amp;tfernen</translation>
    </message>
    <message>
        <source>Take back what was said of this revision: its runs speak for it (U in graph and steps)</source>
        <translation>Zurücknehmen, was über diese Revision gesagt wurde: Die Läufe entscheiden wieder (U in Graph und Schritten)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>To the commit that was selected before</source>
        <translation>Zum zuvor ausgewählten Commit</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>V&amp;orwärts</translation>
    </message>
    <message>
        <source>To the commit that was selected after this one</source>
        <translation>Zum danach ausgewählten Commit</translation>
    </message>
    <message>
        <source>&amp;Older tested commit</source>
        <translation>Ä&amp;lterer getesteter Commit</translation>
    </message>
    <message>
        <source>Down the graph to the next commit that was tested ([ there)</source>
        <translation>Im Graphen abwärts zum nächsten getesteten Commit (dort [)</translation>
    </message>
    <message>
        <source>Ne&amp;wer tested commit</source>
        <translation>Ne&amp;uerer getesteter Commit</translation>
    </message>
    <message>
        <source>Up the graph to the next commit that was tested (] there)</source>
        <translation>Im Graphen aufwärts zum nächsten getesteten Commit (dort ])</translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation>D&amp;etails</translation>
    </message>
    <message>
        <source>Why the selected revision is called what it is (Return in graph and steps)</source>
        <translation>Warum die ausgewählte Revision so beurteilt wird (Return in Graph und Schritten)</translation>
    </message>
    <message>
        <source>&amp;Diff</source>
        <translation>&amp;Diff</translation>
    </message>
    <message>
        <source>Message and patch of the selected commit (D in graph and steps)</source>
        <translation>Nachricht und Patch des ausgewählten Commits (D in Graph und Schritten)</translation>
    </message>
    <message>
        <source>Con&amp;sole</source>
        <translation>&amp;Konsole</translation>
    </message>
    <message>
        <source>The console of the selected revision's run (C in graph and steps)</source>
        <translation>Die Konsole des Laufs der ausgewählten Revision (C in Graph und Schritten)</translation>
    </message>
    <message>
        <source>Find &amp;action…</source>
        <translation>Aktion &amp;suchen…</translation>
    </message>
    <message>
        <source>Type what you want to do, and do it from there</source>
        <translation>Eintippen, was Sie tun möchten, und es gleich ausführen</translation>
    </message>
    <message>
        <source>&amp;Drive</source>
        <translation>&amp;Steuern</translation>
    </message>
    <message>
        <source>All panes, as at first: console and details beside each other</source>
        <translation>Alle Teilfenster wie zu Anfang: Konsole und Details nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Beobachten</translation>
    </message>
    <message>
        <source>The consoles of runs and builds at large</source>
        <translation>Die Konsolen der Läufe und Builds im Großformat</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Durchgehen</translation>
    </message>
    <message>
        <source>Steps, details and activity, to walk through what was</source>
        <translation>Schritte, Details und Aktivität, um das Geschehene durchzugehen</translation>
    </message>
    <message>
        <source>&amp;Save layout as…</source>
        <translation>Anordnung speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Keep this layout by a name</source>
        <translation>Diese Anordnung unter einem Namen speichern</translation>
    </message>
    <message>
        <source>Single-letter &amp;keys</source>
        <translation>&amp;Buchstaben als Tastenkürzel</translation>
    </message>
    <message>
        <source>G, B, S and others work in graph, steps and consoles while these have the keyboard</source>
        <translation>G, B, S und andere wirken in Graph, Schritten und Konsolen, solange diese den Tastaturfokus haben</translation>
    </message>
    <message>
        <source>&amp;To pane</source>
        <translation>Zum &amp;Teilfenster</translation>
    </message>
    <message>
        <source>Show or hide the pane %1</source>
        <translation>Teilfenster „%1“ ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show the pane %1 and give it the keyboard</source>
        <translation>Teilfenster „%1“ anzeigen und den Tastaturfokus dorthin setzen</translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <translation>&amp;Anordnung</translation>
    </message>
    <message>
        <source>R&amp;emove layout</source>
        <translation>Anordnung &amp;entfernen</translation>
    </message>
    <message>
        <source>Nobody judged this revision</source>
        <translation>Niemand hat diese Revision beurteilt</translation>
    </message>
    <message>
        <source>This revision was neither built nor run</source>
        <translation>Diese Revision wurde weder kompiliert noch ausgeführt</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>Benutzer&amp;handbuch</translation>
    </message>
    <message>
        <source>What is about the pane that has the keyboard</source>
        <translation>Was zum aktiven Teilfenster gehört</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Every action with its keys</source>
        <translation>Alle Aktionen mit ihren Tastenkürzeln</translation>
    </message>
    <message>
        <source>&amp;Test next</source>
        <translation>Als &amp;Nächstes testen</translation>
    </message>
    <message>
        <source>Run this revision %1 times before anything else is tested (N in graph and steps)</source>
        <translation>Diese Revision %1 Mal laufen lassen, bevor etwas anderes getestet wird (N in Graph und Schritten)</translation>
    </message>
    <message>
        <source>It was run already: Retest runs it again</source>
        <translation>Sie lief schon: „Erneut testen“ lässt sie noch einmal laufen</translation>
    </message>
    <message>
        <source>Compare con&amp;soles…</source>
        <translation>K&amp;onsolen vergleichen…</translation>
    </message>
    <message>
        <source>Put the consoles of two runs beside each other, from their first difference on</source>
        <translation>Die Konsolen zweier Läufe nebeneinanderstellen, ab ihrem ersten Unterschied</translation>
    </message>
    <message>
        <source>E&amp;xample session</source>
        <translation>Bei&amp;spielsitzung</translation>
    </message>
    <message>
        <source>Walk through a finished bisection of the demo kernel; nothing is built or run</source>
        <translation>Eine abgeschlossene Bisektion des Demo-Kernels durchgehen; nichts wird kompiliert oder ausgeführt</translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation>Hoher Kontrast, h&amp;ell</translation>
    </message>
    <message>
        <source>Black on white, with strong frames</source>
        <translation>Schwarz auf weiß, mit kräftigen Rahmen</translation>
    </message>
    <message>
        <source>White on black, with strong frames</source>
        <translation>Weiß auf schwarz, mit kräftigen Rahmen</translation>
    </message>
    <message>
        <source>&amp;Consoles</source>
        <translation>&amp;Konsolen</translation>
    </message>
    <message>
        <source>It takes the consoles of two runs</source>
        <translation>Dazu sind die Konsolen zweier Läufe nötig</translation>
    </message>
    <message>
        <source>High con&amp;trast, dark</source>
        <translation>Hoher Kontrast, d&amp;unkel</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>%1 needs your verdict</source>
        <translation>%1 wartet auf Ihr Urteil</translation>
    </message>
    <message>
        <source>the search has ended</source>
        <translation>Die Suche ist beendet</translation>
    </message>
    <message>
        <source>the fix is found</source>
        <translation>Die Behebung ist gefunden</translation>
    </message>
    <message>
        <source>the culprit is found</source>
        <translation>Der Verursacher ist gefunden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n builds failed in a row</source>
        <translation>
            <numerusform>%1: %n Build ist fehlgeschlagen</numerusform>
            <numerusform>%1: %n Builds in Folge sind fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the disk is nearly full</source>
        <translation>%1: Die Platte ist fast voll</translation>
    </message>
    <message>
        <source>%1 are left for builds.</source>
        <translation>Für Builds sind noch %1 frei.</translation>
    </message>
</context>
<context>
    <name>DecisionText</name>
    <message>
        <source>By the tests of the others the bug is there with %1, and comes from this commit with %2.</source>
        <translation>Nach den Tests der anderen ist der Fehler mit %1 Wahrscheinlichkeit vorhanden und stammt mit %2 von diesem Commit.</translation>
    </message>
    <message>
        <source>Before any test its chance was ×%1, because it %2.</source>
        <translation>Vor allen Tests war seine Wahrscheinlichkeit ×%1; Grund: %2.</translation>
    </message>
    <message>
        <source>No verdict yet: %1</source>
        <translation>Noch kein Urteil: %1</translation>
    </message>
    <message>
        <source>Held for %1: %2</source>
        <translation>Gilt als %1: %2</translation>
    </message>
    <message>
        <source>You think that it is %1, %2 to 1: that counts among the evidence.</source>
        <translation>Sie halten die Revision für %1, %2 zu 1: Das zählt als Indiz.</translation>
    </message>
    <message>
        <source>Not overruled.</source>
        <translation>Nicht überstimmt.</translation>
    </message>
    <message>
        <source>Your note: %1</source>
        <translation>Ihre Notiz: %1</translation>
    </message>
    <message>
        <source>Held for %1, because you said so. By its runs it would be %2: %3</source>
        <translation>Gilt als %1, weil Sie es so beurteilt haben. Nach den Läufen wäre das Urteil %2: %3</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>How many runs a verdict takes is not fixed: they go on where they tell something.</source>
        <translation>Wie viele Läufe ein Urteil braucht, steht nicht fest: Weitere folgen, wo sie etwas aussagen.</translation>
    </message>
    <message>
        <source>A verdict takes 1 run.</source>
        <translation>Ein Urteil braucht 1 Lauf.</translation>
    </message>
    <message numerus="yes">
        <source>A verdict takes %n runs.</source>
        <translation>
            <numerusform>Ein Urteil braucht %n Lauf.</numerusform>
            <numerusform>Ein Urteil braucht %n Läufe.</numerusform>
        </translation>
    </message>
    <message>
        <source>The outcome of 1 run was overruled.</source>
        <translation>Das Ergebnis von 1 Lauf wurde überstimmt.</translation>
    </message>
    <message numerus="yes">
        <source>The outcomes of %n runs were overruled.</source>
        <translation>
            <numerusform>Das Ergebnis von %n Lauf wurde überstimmt.</numerusform>
            <numerusform>Die Ergebnisse von %n Läufen wurden überstimmt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Crash titles</source>
        <translation>Absturztitel</translation>
    </message>
    <message>
        <source>You said so.</source>
        <translation>Von Ihnen so beurteilt.</translation>
    </message>
    <message>
        <source>Builds that failed</source>
        <translation>Fehlgeschlagene Builds</translation>
    </message>
    <message>
        <source>Not tested. It is still a suspect.</source>
        <translation>Nicht getestet. Noch verdächtig.</translation>
    </message>
    <message>
        <source>Not tested, and no suspect any more.</source>
        <translation>Nicht getestet und nicht mehr verdächtig.</translation>
    </message>
    <message>
        <source>Next: test %1</source>
        <translation>Als Nächstes: %1 testen</translation>
    </message>
    <message>
        <source>Next: search from %1 on</source>
        <translation>Als Nächstes: ab %1 suchen</translation>
    </message>
    <message>
        <source>Next: revert %1</source>
        <translation>Als Nächstes: %1 revertieren</translation>
    </message>
    <message>
        <source>Next: it is your turn</source>
        <translation>Als Nächstes: Sie sind am Zug</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>Finished: no release is good</source>
        <translation>Fertig: Kein Release ist gut</translation>
    </message>
    <message>
        <source>Finished: one of %1 commits</source>
        <translation>Fertig: einer von %1 Commits</translation>
    </message>
    <message>
        <source>1 more run is wanted.</source>
        <translation>1 weiterer Lauf ist nötig.</translation>
    </message>
    <message numerus="yes">
        <source>%n more runs are wanted.</source>
        <translation>
            <numerusform>%n weiterer Lauf ist nötig.</numerusform>
            <numerusform>%n weitere Läufe sind nötig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspects: %1. Left to test after this: %2, about %3.</source>
        <translation>Verdächtige: %1. Danach noch zu testen: %2, etwa %3.</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>The culprit and its parents were tested again and stood it.</source>
        <translation>Der Verursacher und seine Eltern wurden erneut getestet; das Ergebnis hielt stand.</translation>
    </message>
    <message>
        <source>It has not been tested a second time.</source>
        <translation>Kein zweites Mal getestet.</translation>
    </message>
    <message>
        <source>What the next runs can tell</source>
        <translation>Was die nächsten Läufe verraten können</translation>
    </message>
    <message>
        <source>What the search knows</source>
        <translation>Was die Suche weiß</translation>
    </message>
    <message>
        <source>The next runs are expected to tell %1 bits about the culprit.</source>
        <translation>Die nächsten Läufe verraten voraussichtlich %1 Bit über den Verursacher.</translation>
    </message>
</context>
<context>
    <name>DoubtText</name>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>fix</source>
        <translation>Behebung</translation>
    </message>
    <message>
        <source>culprit</source>
        <translation>Verursacher</translation>
    </message>
    <message>
        <source>1 commit has %1 of the suspicion.</source>
        <translation>Auf 1 Commit fallen %1 des Verdachts.</translation>
    </message>
    <message>
        <source>%1 commits share 95 % of the suspicion, the likeliest has %2.</source>
        <translation>Auf %1 Commits fallen 95 % des Verdachts, auf den wahrscheinlichsten %2.</translation>
    </message>
    <message>
        <source>a minute or less</source>
        <translation>höchstens eine Minute</translation>
    </message>
    <message>
        <source>%1 to %2 hours</source>
        <translation>%1 bis %2 Stunden</translation>
    </message>
    <message>
        <source>%1 to %2 minutes</source>
        <translation>%1 bis %2 Minuten</translation>
    </message>
    <message>
        <source>under 0.1 %</source>
        <translation>unter 0,1 %</translation>
    </message>
    <message>
        <source>over 99.9 %</source>
        <translation>über 99,9 %</translation>
    </message>
    <message>
        <source>That is less than the %1 asked for.</source>
        <translation>Das ist weniger als die verlangten %1.</translation>
    </message>
    <message>
        <source>The likeliest %1 is %2, with %3; the search ends at %4.</source>
        <translation>Am wahrscheinlichsten als %1: %2, mit %3; die Suche endet bei %4.</translation>
    </message>
    <message>
        <source>The %1 is one of %2 commits that no kernel tells apart with %3; the search ends at %4: %5.</source>
        <translation>Als %1 kommt mit %3 Wahrscheinlichkeit einer von %2 Commits infrage, die kein Kernel unterscheidet; die Suche endet bei %4: %5.</translation>
    </message>
    <message>
        <source>The bug shows in %1 of the runs where it is (90 % sure: in %2 to %3 %).</source>
        <translation>Wo der Fehler vorhanden ist, zeigt er sich in %1 der Läufe (zu 90 % sicher: in %2 bis %3 %).</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>If the bug shows (%1): %2</source>
        <translation>Wenn sich der Fehler zeigt (%1): %2</translation>
    </message>
    <message>
        <source>If it does not (%1): %2</source>
        <translation>Wenn nicht (%1): %2</translation>
    </message>
    <message>
        <source>only runs</source>
        <translation>nur Läufe</translation>
    </message>
    <message>
        <source>about 1 build</source>
        <translation>etwa 1 Build</translation>
    </message>
    <message numerus="yes">
        <source>about %n builds</source>
        <translation>
            <numerusform>etwa %n Build</numerusform>
            <numerusform>etwa %n Builds</numerusform>
        </translation>
    </message>
    <message>
        <source>no build</source>
        <translation>kein Build</translation>
    </message>
    <message>
        <source>1 build</source>
        <translation>1 Build</translation>
    </message>
    <message numerus="yes">
        <source>%n builds</source>
        <translation>
            <numerusform>%n Build</numerusform>
            <numerusform>%n Builds</numerusform>
        </translation>
    </message>
    <message>
        <source>To go: about %1, %2, %3.</source>
        <translation>Noch offen (geschätzt): %1, %2, %3.</translation>
    </message>
    <message>
        <source>It leans most on %1: without the runs there it would have %2.</source>
        <translation>Das stützt sich am meisten auf %1: Ohne die Läufe dort wären es %2.</translation>
    </message>
    <message>
        <source>Called good; the bug is there all the same with %1.</source>
        <translation>Als gut eingestuft; der Fehler ist dennoch mit %1 Wahrscheinlichkeit vorhanden.</translation>
    </message>
    <message>
        <source>Called bad; the bug is not there all the same with %1.</source>
        <translation>Als schlecht eingestuft; der Fehler fehlt dennoch mit %1 Wahrscheinlichkeit.</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1:%2 min</translation>
    </message>
    <message>
        <source>%1:%2:%3 h</source>
        <translation>%1:%2:%3 h</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>FrameFinder</name>
    <message>
        <source>No patch is shown here that the place could be looked for in.</source>
        <translation>Hier ist kein Patch zu sehen, in dem sich die Stelle suchen ließe.</translation>
    </message>
    <message>
        <source>Line numbers are those of the kernel that crashed.</source>
        <translation>Die Zeilennummern sind die des abgestürzten Kernels.</translation>
    </message>
    <message>
        <source>Line numbers are of %1.</source>
        <translation>Die Zeilennummern sind die von %1.</translation>
    </message>
    <message>
        <source>The part of the patch that is shown does not touch %1.</source>
        <translation>Der angezeigte Teil des Patches berührt %1 nicht.</translation>
    </message>
    <message>
        <source>This commit does not touch %1.</source>
        <translation>Dieser Commit berührt %1 nicht.</translation>
    </message>
    <message>
        <source>The part of the patch that is shown has no line of %1.</source>
        <translation>Der angezeigte Teil des Patches enthält keine Zeile von %1.</translation>
    </message>
    <message>
        <source>This commit changes %1, but no line of it.</source>
        <translation>Dieser Commit ändert %1, aber keine Zeile darin.</translation>
    </message>
    <message>
        <source>This commit deletes %1.</source>
        <translation>Dieser Commit löscht %1.</translation>
    </message>
    <message>
        <source>%1 is among the changed lines here.</source>
        <translation>%1 gehört hier zu den geänderten Zeilen.</translation>
    </message>
    <message>
        <source>%1 is in this hunk, but not touched itself.</source>
        <translation>%1 liegt in diesem Hunk, ist aber selbst unverändert.</translation>
    </message>
    <message>
        <source>%1 is not in the part of the patch that is shown; the nearest hunk there is at line %2.</source>
        <translation>%1 liegt nicht im angezeigten Teil des Patches; der nächstgelegene Hunk darin steht bei Zeile %2.</translation>
    </message>
    <message>
        <source>%1 is not touched; the nearest hunk is at line %2.</source>
        <translation>%1 ist unverändert; der nächstgelegene Hunk steht bei Zeile %2.</translation>
    </message>
    <message>
        <source>The frame names no line, and in the part of the patch that is shown no hunk is headed by %1.</source>
        <translation>Der Frame nennt keine Zeile, und im angezeigten Teil des Patches hat kein Hunk %1 in der Kopfzeile.</translation>
    </message>
    <message>
        <source>The frame names no line, and no hunk of this commit is headed by %1.</source>
        <translation>Der Frame nennt keine Zeile, und kein Hunk dieses Commits hat %1 in der Kopfzeile.</translation>
    </message>
    <message>
        <source>By the function's name: this hunk is headed by %1.</source>
        <translation>Nach dem Funktionsnamen: Dieser Hunk hat %1 in der Kopfzeile.</translation>
    </message>
    <message numerus="yes">
        <source>By the function's name: %n hunks are headed by %1, this is the first.</source>
        <translation>
            <numerusform>Nach dem Funktionsnamen: %n Hunk hat %1 in der Kopfzeile, dies ist der erste.</numerusform>
            <numerusform>Nach dem Funktionsnamen: %n Hunks haben %1 in der Kopfzeile, dies ist der erste.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source># Keys</source>
        <translation># Tastenkürzel</translation>
    </message>
    <message>
        <source>Alt and the underlined letter opens a menu or presses a button.</source>
        <translation>Alt und der unterstrichene Buchstabe öffnen ein Menü oder drücken eine Schaltfläche.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>Outlook</name>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>a step of %1 took %2</source>
        <translation>Ein Schritt von %1 dauerte %2</translation>
    </message>
    <message>
        <source>About %1: %2.</source>
        <translation>Etwa %1: %2.</translation>
    </message>
    <message>
        <source>Not known before a good release is found: %1.</source>
        <translation>Unbekannt, bis ein gutes Release gefunden ist: %1.</translation>
    </message>
    <message>
        <source>Not known before the first steps: no earlier session of this tree tells how long one takes.</source>
        <translation>Vor den ersten Schritten unbekannt: Keine frühere Sitzung dieses Baums verrät, wie lange einer dauert.</translation>
    </message>
    <message>
        <source>a trimmed kernel needs 2 GB, a distribution's config 15 GB</source>
        <translation>ein abgespeckter Kernel braucht 2 GB, die Konfiguration einer Distribution 15 GB</translation>
    </message>
    <message>
        <source>as much as your build leaves there, for each compiler at work</source>
        <translation>nötig ist, was Ihr Build dort hinterlässt, je verwendetem Compiler</translation>
    </message>
    <message>
        <source>%1 free for builds in %2; %3. %4 free for the session file.</source>
        <translation>%1 frei für Builds in %2; %3. %4 frei für die Sitzungsdatei.</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>What the tree made of the session's config, against another revision</source>
        <translation>Was der Baum aus der Konfiguration der Sitzung gemacht hat, verglichen mit einer anderen Revision</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>How sure each verdict is, and what hangs on it</source>
        <translation>Wie sicher jedes Urteil ist und was davon abhängt</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Crash titles, and what each is to this session</source>
        <translation>Absturztitel und was jeder für diese Sitzung bedeutet</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Steps and runs</source>
        <translation>Schritte und Läufe</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Build output</source>
        <translation>Build-Ausgabe</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Sessions (*.culprit)</source>
        <translation>Sitzungen (*.culprit)</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
</context>
<context>
    <name>RangeFinding</name>
    <message>
        <source>No good revision: the release %1 is tried.</source>
        <translation>Keine gute Revision: Das Release %1 wird probiert.</translation>
    </message>
    <message>
        <source>No good revision: %1 releases from %2 back to %3 are tried until one is good.</source>
        <translation>Keine gute Revision: %1 Releases von %2 zurück bis %3 werden probiert, bis eines gut ist.</translation>
    </message>
    <message>
        <source>1 candidate: its test and those of the ends are all that is needed.</source>
        <translation>1 Kandidat: Sein Test und die der Enden genügen.</translation>
    </message>
    <message>
        <source>%1 candidates, about %2 steps.</source>
        <translation>%1 Kandidaten, etwa %2 Schritte.</translation>
    </message>
    <message>
        <source>A good revision is not an ancestor of the bad one. What they share is tested first: if the bug is there already, it was fixed on the way to the good revision.</source>
        <translation>Eine gute Revision ist kein Vorfahr der schlechten. Ihre gemeinsame Basis wird zuerst getestet: Ist der Fehler dort schon vorhanden, wurde er auf dem Weg zur guten Revision behoben.</translation>
    </message>
    <message>
        <source>The good revision is older than the bad one: a fix is looked for from an older bad revision to a newer good one.</source>
        <translation>Die gute Revision ist älter als die schlechte: Eine Behebung wird von einer älteren schlechten zu einer neueren guten Revision gesucht.</translation>
    </message>
    <message>
        <source>The good revision is newer than the bad one: what introduced the bug is looked for from an older good revision to a newer bad one.</source>
        <translation>Die gute Revision ist neuer als die schlechte: Der Verursacher wird von einer älteren guten zu einer neueren schlechten Revision gesucht.</translation>
    </message>
</context>
<context>
    <name>RangeText</name>
    <message>
        <source>next</source>
        <translation>als Nächstes</translation>
    </message>
    <message>
        <source>building</source>
        <translation>Build läuft</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>Test läuft</translation>
    </message>
    <message>
        <source>overruled, was %1</source>
        <translation>überstimmt, war %1</translation>
    </message>
    <message>
        <source>runs crashed: %1 of %2</source>
        <translation>abgestürzte Läufe: %1 von %2</translation>
    </message>
    <message>
        <source>the bug is there with %1</source>
        <translation>der Fehler ist mit %1 vorhanden</translation>
    </message>
    <message>
        <source>ruled out</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>the culprit with %1</source>
        <translation>Verursacher mit %1</translation>
    </message>
</context>
<context>
    <name>RevisionText</name>
    <message>
        <source>building ahead</source>
        <translation>Vorab-Build läuft</translation>
    </message>
    <message>
        <source>building</source>
        <translation>Build läuft</translation>
    </message>
    <message>
        <source>%1, culprit</source>
        <translation>%1, Verursacher</translation>
    </message>
    <message>
        <source>%1, suspect</source>
        <translation>%1, verdächtig</translation>
    </message>
    <message>
        <source>in doubt %1</source>
        <translation>fraglich %1</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>untested</source>
        <translation>ungetestet</translation>
    </message>
    <message>
        <source>not yet run</source>
        <translation>noch kein Lauf</translation>
    </message>
    <message>
        <source>the one run did not hit the bug</source>
        <translation>der einzige Lauf zeigte den Fehler nicht</translation>
    </message>
    <message numerus="yes">
        <source>none of %n runs hit the bug</source>
        <translation>
            <numerusform>%n Lauf zeigte den Fehler nicht</numerusform>
            <numerusform>keiner von %n Läufen zeigte den Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>the one run hit the bug</source>
        <translation>der einzige Lauf zeigte den Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n runs hit the bug</source>
        <translation>
            <numerusform>Fehler in %1 von %n Lauf</numerusform>
            <numerusform>Fehler in %1 von %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 ended well</source>
        <translation>1 lief durch</translation>
    </message>
    <message numerus="yes">
        <source>%n ended well</source>
        <translation>
            <numerusform>%n lief durch</numerusform>
            <numerusform>%n liefen durch</numerusform>
        </translation>
    </message>
    <message>
        <source>1 crashed in another way</source>
        <translation>1 stürzte anders ab</translation>
    </message>
    <message numerus="yes">
        <source>%n crashed in another way</source>
        <translation>
            <numerusform>%n stürzte anders ab</numerusform>
            <numerusform>%n stürzten anders ab</numerusform>
        </translation>
    </message>
    <message>
        <source>1 did not boot or test</source>
        <translation>1 bootete oder testete nicht</translation>
    </message>
    <message numerus="yes">
        <source>%n did not boot or test</source>
        <translation>
            <numerusform>%n bootete oder testete nicht</numerusform>
            <numerusform>%n booteten oder testeten nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>1 failed outside the kernel</source>
        <translation>1 scheiterte außerhalb des Kernels</translation>
    </message>
    <message numerus="yes">
        <source>%n failed outside the kernel</source>
        <translation>
            <numerusform>%n scheiterte außerhalb des Kernels</numerusform>
            <numerusform>%n scheiterten außerhalb des Kernels</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is running</source>
        <translation>1 läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n are running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>no runs yet</source>
        <translation>noch keine Läufe</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>abgestürzt</translation>
    </message>
    <message>
        <source>boot failed</source>
        <translation>Boot fehlgeschlagen</translation>
    </message>
    <message>
        <source>test failed</source>
        <translation>Test fehlgeschlagen</translation>
    </message>
    <message>
        <source>infrastructure failed</source>
        <translation>Infrastrukturfehler</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>built</source>
        <translation>kompiliert</translation>
    </message>
    <message>
        <source>build failed</source>
        <translation>Build fehlgeschlagen</translation>
    </message>
    <message>
        <source>target</source>
        <translation>gesucht</translation>
    </message>
    <message>
        <source>unrelated</source>
        <translation>fremd</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>no good end yet</source>
        <translation>noch kein gutes Ende</translation>
    </message>
    <message>
        <source>1 candidate</source>
        <translation>1 Kandidat</translation>
    </message>
    <message numerus="yes">
        <source>%Ln candidates</source>
        <translation>
            <numerusform>%Ln Kandidat</numerusform>
            <numerusform>%Ln Kandidaten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, mit %2</translation>
    </message>
    <message>
        <source>%1, %2 to go, the likeliest with %3</source>
        <translation>%1, offen: %2, wahrscheinlichster mit %3</translation>
    </message>
    <message>
        <source>%1, the last step</source>
        <translation>%1, letzter Schritt</translation>
    </message>
    <message>
        <source>%1, about %2 steps</source>
        <translation>%1, etwa %2 Schritte</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>about %1 left, until %2</source>
        <translation>noch etwa %1, bis %2</translation>
    </message>
    <message>
        <source>Build progress</source>
        <translation>Build-Fortschritt</translation>
    </message>
    <message>
        <source>ahead: </source>
        <translation>vorab: </translation>
    </message>
    <message>
        <source>VM %1/%2</source>
        <translation>VM %1/%2</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>nearly done</source>
        <translation>fast fertig</translation>
    </message>
</context>
<context>
    <name>StepCells</name>
    <message>
        <source>the same kernel as %1, whose runs count</source>
        <translation>derselbe Kernel wie bei %1, deren Läufe zählen</translation>
    </message>
    <message>
        <source>The bug is there with %1.</source>
        <translation>Der Fehler ist mit %1 Wahrscheinlichkeit vorhanden.</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>aus dem Cache</translation>
    </message>
    <message>
        <source>VM %1</source>
        <translation>VM %1</translation>
    </message>
</context>
<context>
    <name>SummaryText</name>
    <message>
        <source>fix: %1</source>
        <translation>Behebung: %1</translation>
    </message>
    <message>
        <source>culprit: %1</source>
        <translation>Verursacher: %1</translation>
    </message>
    <message>
        <source>ended without a culprit, suspects left: %1</source>
        <translation>ohne Verursacher beendet, verbleibende Verdächtige: %1</translation>
    </message>
    <message>
        <source>needs your verdict</source>
        <translation>braucht Ihr Urteil</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>paused, candidates: %1</source>
        <translation>angehalten, Kandidaten: %1</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>a log, to be imported</source>
        <translation>ein Protokoll, wird importiert</translation>
    </message>
    <message>
        <source>runs now, candidates: %1</source>
        <translation>läuft gerade, Kandidaten: %1</translation>
    </message>
    <message>
        <source>was cut off and can go on, candidates: %1</source>
        <translation>unterbrochen, fortsetzbar, Kandidaten: %1</translation>
    </message>
</context>
<context>
    <name>VerdictStyle</name>
    <message>
        <source>untested</source>
        <translation>ungetestet</translation>
    </message>
    <message>
        <source>inferred good</source>
        <translation>gut (abgeleitet)</translation>
    </message>
    <message>
        <source>inferred bad</source>
        <translation>schlecht (abgeleitet)</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>Test läuft</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>culprit</source>
        <translation>Verursacher</translation>
    </message>
    <message>
        <source>inferred %1</source>
        <translation>%1 (abgeleitet)</translation>
    </message>
</context>
<context>
    <name>culprit::app::ActionFinder</name>
    <message>
        <source>Find action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>What to do: words of an action</source>
        <translation>Was tun? Wörter einer Aktion</translation>
    </message>
    <message>
        <source>Words of an action</source>
        <translation>Wörter einer Aktion</translation>
    </message>
    <message>
        <source>Actions that fit</source>
        <translation>Passende Aktionen</translation>
    </message>
</context>
<context>
    <name>culprit::app::BootPage</name>
    <message>
        <source>Boot</source>
        <translation>Boot</translation>
    </message>
    <message>
        <source>In what machine does it boot?</source>
        <translation>In welcher Maschine bootet der Kernel?</translation>
    </message>
    <message>
        <source>Gue&amp;st</source>
        <translation>&amp;Gastsystem</translation>
    </message>
    <message>
        <source>Made here: the program's own user space, which a C program or shell script needs no more than.
Booted once a kernel: each run goes on from a snapshot taken where the test starts; quicker, but not for bugs that depend on the boot.
A disk image: a distribution of yours; it is never written.</source>
        <translation>Hier erzeugt: der eigene Userspace des Programms; mehr braucht ein C-Programm oder Shell-Skript nicht.
Einmal je Kernel gebootet: Jeder Lauf beginnt an einem Schnappschuss vom Start des Tests; schneller, aber nicht für Fehler, die vom Booten abhängen.
Ein Plattenabbild: eine eigene Distribution; es wird nie beschrieben.</translation>
    </message>
    <message>
        <source>made here, booted for each run</source>
        <translation>hier erzeugt, für jeden Lauf gebootet</translation>
    </message>
    <message>
        <source>made here, booted once a kernel</source>
        <translation>hier erzeugt, einmal je Kernel gebootet</translation>
    </message>
    <message>
        <source>a disk image, by ssh</source>
        <translation>ein Plattenabbild, per SSH</translation>
    </message>
    <message>
        <source>&amp;Disk image</source>
        <translation>&amp;Plattenabbild</translation>
    </message>
    <message>
        <source>Raw or qcow2; runs write to throw-away overlays</source>
        <translation>Raw oder qcow2; Läufe schreiben in Wegwerf-Overlays</translation>
    </message>
    <message>
        <source>SSH ke&amp;y</source>
        <translation>SSH-S&amp;chlüssel</translation>
    </message>
    <message>
        <source>Private key without a passphrase that the image lets in</source>
        <translation>Privater Schlüssel ohne Passphrase, den das Abbild einlässt</translation>
    </message>
    <message>
        <source>SSH &amp;user</source>
        <translation>SSH-Ben&amp;utzer</translation>
    </message>
    <message>
        <source>Who is let in by that key. The default is root</source>
        <translation>Wer mit diesem Schlüssel eingelassen wird. Vorgabe: root</translation>
    </message>
    <message>
        <source>A&amp;ccelerator</source>
        <translation>B&amp;eschleuniger</translation>
    </message>
    <message>
        <source>KVM is several times quicker than emulation; whether it really works is tried when the session starts</source>
        <translation>KVM ist um ein Mehrfaches schneller als Emulation; ob es wirklich läuft, wird beim Start der Sitzung probiert</translation>
    </message>
    <message>
        <source>KVM where it really works, else emulation</source>
        <translation>KVM, wo es wirklich läuft, sonst Emulation</translation>
    </message>
    <message>
        <source>KVM</source>
        <translation>KVM</translation>
    </message>
    <message>
        <source>emulation (TCG)</source>
        <translation>Emulation (TCG)</translation>
    </message>
    <message>
        <source>&amp;Machines at once</source>
        <translation>&amp;Maschinen zugleich</translation>
    </message>
    <message>
        <source>Runs of one kernel go side by side. The default is as many as cores and memory allow</source>
        <translation>Läufe eines Kernels finden nebeneinander statt. Vorgabe: so viele, wie Kerne und Speicher zulassen</translation>
    </message>
    <message>
        <source>as cores and memory allow</source>
        <translation>je nach Kernen und Speicher</translation>
    </message>
    <message>
        <source>C&amp;PUs each</source>
        <translation>CPUs &amp;je Maschine</translation>
    </message>
    <message>
        <source>Processors of each machine. The default is 2</source>
        <translation>Prozessoren jeder Maschine. Vorgabe: 2</translation>
    </message>
    <message>
        <source>M&amp;emory each</source>
        <translation>Speiche&amp;r je Maschine</translation>
    </message>
    <message>
        <source>Of each machine: 512M, 2G. The default is 2G</source>
        <translation>Je Maschine: 512M, 2G. Vorgabe: 2G</translation>
    </message>
    <message>
        <source>Kernel command l&amp;ine</source>
        <translation>&amp;Kernel-Befehlszeile</translation>
    </message>
    <message>
        <source>Added to what each kernel is started with; see the command below</source>
        <translation>Wird an das angehängt, womit jeder Kernel gestartet wird; siehe den Befehl unten</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>nichts weiter</translation>
    </message>
    <message>
        <source>Memo&amp;ry dumps</source>
        <translation>Speicherabbil&amp;der</translation>
    </message>
    <message>
        <source>The memory of so many guests that hang is kept for a debugger, in files beside the session; each is as large as a machine's memory in use</source>
        <translation>Von so vielen hängenden Gästen wird der Speicher für einen Debugger aufbewahrt, in Dateien neben der Sitzung; jede ist so groß wie der belegte Speicher einer Maschine</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 at once, %2 MB together. This host has %3 MB free and a processor count of %4.</source>
        <translation>%1 zugleich, zusammen %2 MB. Dieser Rechner hat %3 MB frei; Prozessoren: %4.</translation>
    </message>
    <message>
        <source>That is too much: a starved machine looks like a hung one.</source>
        <translation>Das ist zu viel: Eine ausgehungerte Maschine sieht aus wie eine hängende.</translation>
    </message>
    <message>
        <source>is missing: name the disk image that the guests boot.</source>
        <translation>fehlt: Geben Sie das Plattenabbild an, das die Gäste booten.</translation>
    </message>
    <message>
        <source>is missing: name the private key that the image lets in.</source>
        <translation>fehlt: Nennen Sie den privaten Schlüssel, den das Abbild einlässt.</translation>
    </message>
</context>
<context>
    <name>culprit::app::BuildPage</name>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>How does a revision become a kernel?</source>
        <translation>Wie wird aus einer Revision ein Kernel?</translation>
    </message>
    <message>
        <source>Fra&amp;gments</source>
        <translation>Fra&amp;gmente</translation>
    </message>
    <message>
        <source>Files that are merged over the config, separated by blanks</source>
        <translation>Dateien, die in die Konfiguration eingemischt werden, durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Re&amp;quired options</source>
        <translation>Nötige &amp;Optionen</translation>
    </message>
    <message>
        <source>Options that must still be =y after olddefconfig, or the revision is not tested; separated by blanks, as CONFIG_KASAN CONFIG_IO_URING</source>
        <translation>Optionen, die nach olddefconfig noch =y sein müssen, sonst wird die Revision nicht getestet; durch Leerzeichen getrennt, etwa CONFIG_KASAN CONFIG_IO_URING</translation>
    </message>
    <message>
        <source>none but what guests need</source>
        <translation>nur, was Gäste brauchen</translation>
    </message>
    <message>
        <source>Build ti&amp;me limit</source>
        <translation>Build-Zeit&amp;limit</translation>
    </message>
    <message>
        <source>A build that takes longer has failed: 90m, 2h. The default is 2h</source>
        <translation>Ein Build, der länger dauert, gilt als fehlgeschlagen: 90m, 2h. Vorgabe: 2h</translation>
    </message>
    <message>
        <source>R&amp;ecipe</source>
        <translation>&amp;Rezept</translation>
    </message>
    <message>
        <source>Linux: its own make, made reproducible. The default</source>
        <translation>Linux: das eigene make, reproduzierbar gemacht. Vorgabe</translation>
    </message>
    <message>
        <source>Linux</source>
        <translation>Linux</translation>
    </message>
    <message>
        <source>own commands</source>
        <translation>eigene Befehle</translation>
    </message>
    <message>
        <source>Shell command, run in the sources; {source}, {objects}, {jobs} and {config} stand for what they say</source>
        <translation>Shell-Befehl, in den Quellen ausgeführt; {source}, {objects}, {jobs} und {config} stehen für das, was sie besagen</translation>
    </message>
    <message>
        <source>Con&amp;figure</source>
        <translation>Kon&amp;figurieren</translation>
    </message>
    <message>
        <source>nothing to configure</source>
        <translation>nichts zu konfigurieren</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>Ko&amp;mpilieren</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>What QEMU boots, as a path below the objects or the source</source>
        <translation>Was QEMU bootet, als Pfad unterhalb der Objekte oder der Quellen</translation>
    </message>
    <message>
        <source>vmlin&amp;ux</source>
        <translation>vmlinu&amp;x</translation>
    </message>
    <message>
        <source>ELF file with symbols, for source lines and to tell whether two kernels are the same</source>
        <translation>ELF-Datei mit Symbolen, für Quellzeilen und um zu erkennen, ob zwei Kernel gleich sind</translation>
    </message>
    <message>
        <source>Banne&amp;r</source>
        <translation>Ba&amp;nner</translation>
    </message>
    <message>
        <source>Text on the console that proves that the kernel runs</source>
        <translation>Text auf der Konsole, der beweist, dass der Kernel läuft</translation>
    </message>
    <message>
        <source>&amp;Config</source>
        <translation>&amp;Konfiguration</translation>
    </message>
    <message>
        <source>Each revision gets this .config by way of olddefconfig.
defconfig: the one that the newest revision's own make makes, with what guests need.
localmodconfig: the one of the kernel that runs here, with the modules that are loaded now, built in.
Both are made once, when the session starts, and kept in it. For a file of such a name write ./defconfig.</source>
        <translation>Jede Revision bekommt diese .config über olddefconfig.
defconfig: die, die make der neuesten Revision selbst erzeugt, mit dem, was Gäste brauchen.
localmodconfig: die des hier laufenden Kernels, mit den gerade geladenen Modulen fest eingebaut.
Beide werden einmal beim Start der Sitzung erzeugt und in ihr aufbewahrt. Für eine Datei dieses Namens ./defconfig schreiben.</translation>
    </message>
    <message>
        <source>the tree's defaults</source>
        <translation>Vorgaben des Baums</translation>
    </message>
    <message>
        <source>The tree's own, for virtual machines (defconfig)</source>
        <translation>Die des Baums, für virtuelle Maschinen (defconfig)</translation>
    </message>
    <message>
        <source>This machine's, with the modules in use built in (localmodconfig)</source>
        <translation>Die dieses Rechners, mit den benutzten Modulen fest eingebaut (localmodconfig)</translation>
    </message>
    <message>
        <source>Com&amp;piler</source>
        <translation>&amp;Compiler</translation>
    </message>
    <message>
        <source>default: gcc.
auto, auto-clang: for each revision the newest gcc or clang that is known to build its age, or what the table below says.
Or the name of a compiler, such as gcc-13; where it is not installed, the next newer one is taken</source>
        <translation>default: gcc.
auto, auto-clang: für jede Revision das neueste gcc oder clang, das Quellen ihres Alters bekanntermaßen kompiliert, oder was in der Tabelle unten steht.
Oder der Name eines Compilers, etwa gcc-13; ist er nicht installiert, wird der nächstneuere genommen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>A tag or commit that the revision contains; empty: all do</source>
        <translation>Tag oder Commit, den die Revision enthält; leer: von Anfang an</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>A tag or commit that the revision does not contain; empty: none</source>
        <translation>Tag oder Commit, den die Revision nicht enthält; leer: bis zum Schluss</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Stands with each build; may be empty</source>
        <translation>Wird bei jedem Build vermerkt; darf leer sein</translation>
    </message>
    <message>
        <source>Compilers by age</source>
        <translation>Compiler nach Alter</translation>
    </message>
    <message>
        <source>Compiler</source>
        <translation>Compiler</translation>
    </message>
    <message>
        <source>Such as gcc-10; the first row that fits counts</source>
        <translation>Etwa gcc-10; die erste passende Zeile zählt</translation>
    </message>
    <message>
        <source>Config changes</source>
        <translation>Konfigurationsänderungen</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Such as CONFIG_KCOV=n, separated by blanks</source>
        <translation>Etwa CONFIG_KCOV=n, durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Patches</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Hash of a commit that is applied to the sources; or name a patch</source>
        <translation>Hash eines Commits, der auf die Quellen angewendet wird; oder einen Patch angeben</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Patch</translation>
    </message>
    <message>
        <source>Path of a unified diff that is applied; or name a commit</source>
        <translation>Pfad eines Unified Diffs, der angewendet wird; oder einen Commit angeben</translation>
    </message>
    <message>
        <source>Guilty</source>
        <translation>Schuldig</translation>
    </message>
    <message>
        <source>Hash of a commit: only revisions that contain it are changed; may be empty</source>
        <translation>Hash eines Commits: Nur Revisionen, die ihn enthalten, werden geändert; darf leer sein</translation>
    </message>
    <message>
        <source>For the revisions of a stretch of the history; empty tables change nothing</source>
        <translation>Für die Revisionen eines Abschnitts der Historie; leere Tabellen ändern nichts</translation>
    </message>
    <message>
        <source>Compiler&amp;s by age</source>
        <translation>Compiler nach &amp;Alter</translation>
    </message>
    <message>
        <source>Config c&amp;hanges</source>
        <translation>Konfigurationsän&amp;derungen</translation>
    </message>
    <message>
        <source>Patches an&amp;d commits</source>
        <translation>&amp;Patches und Commits</translation>
    </message>
    <message>
        <source>Only for the recipe Linux: name the compiler in the commands</source>
        <translation>Nur beim Rezept „Linux“: sonst den Compiler in den Befehlen angeben</translation>
    </message>
    <message>
        <source>The tree's defaults may lack what guests need: the menu of the button at the right has configs that do not.</source>
        <translation>Den Vorgaben des Baums kann fehlen, was Gäste brauchen: Das Menü des Knopfes rechts hat Konfigurationen, denen nichts fehlt.</translation>
    </message>
</context>
<context>
    <name>culprit::app::CompareWindow</name>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 neben %2</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
</context>
<context>
    <name>culprit::app::ConsoleCompareWindow</name>
    <message>
        <source>Compare with another &amp;run…</source>
        <translation>Mit anderem &amp;Lauf vergleichen…</translation>
    </message>
    <message>
        <source>Two consoles</source>
        <translation>Zwei Konsolen</translation>
    </message>
</context>
<context>
    <name>culprit::app::ConsoleWall</name>
    <message>
        <source>&amp;Another console</source>
        <translation>&amp;Weitere Konsole</translation>
    </message>
    <message>
        <source>&amp;Close this console</source>
        <translation>Diese Konsole &amp;schließen</translation>
    </message>
    <message>
        <source>One for each &amp;machine</source>
        <translation>Eine je &amp;Maschine</translation>
    </message>
    <message>
        <source>Show one more console beside those in sight; it follows a run that they do not show</source>
        <translation>Neben den sichtbaren Konsolen eine weitere anzeigen; sie folgt einem Lauf, den diese nicht zeigen</translation>
    </message>
    <message>
        <source>Close the console that had the keyboard last; its run goes on</source>
        <translation>Die Konsole schließen, die zuletzt den Tastaturfokus hatte; ihr Lauf geht weiter</translation>
    </message>
    <message>
        <source>As many consoles as machines run at once, each following one of them</source>
        <translation>So viele Konsolen, wie Maschinen zugleich laufen; jede folgt einer davon</translation>
    </message>
    <message>
        <source>No more than %1 are shown</source>
        <translation>Mehr als %1 werden nicht angezeigt</translation>
    </message>
    <message>
        <source>There is only one</source>
        <translation>Es gibt nur eine</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>Keine Sitzung ist geöffnet</translation>
    </message>
</context>
<context>
    <name>culprit::app::DetailTabs</name>
    <message>
        <source>Report of %1</source>
        <translation>Bericht zu %1</translation>
    </message>
</context>
<context>
    <name>culprit::app::Doctor</name>
    <message>
        <source>makes static 32-bit programs</source>
        <translation>erzeugt statische 32-Bit-Programme</translation>
    </message>
    <message>
        <source>makes no static 32-bit programs</source>
        <translation>erzeugt keine statischen 32-Bit-Programme</translation>
    </message>
    <message>
        <source>%1 for reproducers with bits = 32</source>
        <translation>%1, für Reproduzierer mit bits = 32</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>install it (apt install %1) for guests from a disk image</source>
        <translation>installieren (apt install %1), für Gäste von einem Plattenabbild</translation>
    </message>
    <message>
        <source>runs shell scripts in guests</source>
        <translation>führt Shell-Skripte in Gästen aus</translation>
    </message>
    <message>
        <source>apt install busybox-static, for reproducers that are shell scripts</source>
        <translation>apt install busybox-static, für Reproduzierer, die Shell-Skripte sind</translation>
    </message>
    <message>
        <source>temporary files</source>
        <translation>temporäre Dateien</translation>
    </message>
    <message>
        <source>%1 is too long a path for QEMU's sockets</source>
        <translation>%1 ist ein zu langer Pfad für die Sockets von QEMU</translation>
    </message>
    <message>
        <source>%1 MB free in %2</source>
        <translation>%1 MB frei in %2</translation>
    </message>
    <message>
        <source>set TMPDIR to a folder with a short path and room</source>
        <translation>TMPDIR auf einen Ordner mit kurzem Pfad und genug Platz setzen</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>make room, or set XDG_CACHE_HOME to a larger disk; a distribution's config needs 15 GB</source>
        <translation>Platz schaffen oder XDG_CACHE_HOME auf eine größere Platte setzen; die Konfiguration einer Distribution braucht 15 GB</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>%1 MB free, %2 cores</source>
        <translation>%1 MB frei, %2 Kerne</translation>
    </message>
    <message>
        <source>close something, or give the machines less: [machine] memory</source>
        <translation>etwas schließen oder den Maschinen weniger geben: [machine] memory</translation>
    </message>
    <message>
        <source>install it (apt install qemu-system-x86)</source>
        <translation>installieren (apt install qemu-system-x86)</translation>
    </message>
    <message>
        <source>without it machines are several times slower: switch virtualization on in the firmware, load kvm_intel or kvm_amd, and be in the group kvm</source>
        <translation>ohne KVM sind Maschinen um ein Mehrfaches langsamer: Virtualisierung in der Firmware einschalten, kvm_intel oder kvm_amd laden und der Gruppe kvm angehören</translation>
    </message>
</context>
<context>
    <name>culprit::app::DurationField</name>
    <message>
        <source>must be a time such as "90s", "5m" or "1h30m".</source>
        <translation>muss eine Zeitangabe wie „90s“, „5m“ oder „1h30m“ sein.</translation>
    </message>
</context>
<context>
    <name>culprit::app::Exports</name>
    <message>
        <source>Report as te&amp;xt…</source>
        <translation>Bericht als &amp;Text…</translation>
    </message>
    <message>
        <source>The report for people, with the bisect log at its end</source>
        <translation>Der Bericht für Menschen, mit dem bisect-Log am Ende</translation>
    </message>
    <message>
        <source>&amp;Mail to the lists…</source>
        <translation>&amp;E-Mail an die Listen…</translation>
    </message>
    <message>
        <source>A regression report that git send-email takes, once the culprit is confirmed</source>
        <translation>Ein Regressionsbericht für git send-email, sobald der Verursacher bestätigt ist</translation>
    </message>
    <message>
        <source>&amp;Web page…</source>
        <translation>&amp;Webseite…</translation>
    </message>
    <message>
        <source>The report as one HTML file, without scripts</source>
        <translation>Der Bericht als eine HTML-Datei, ohne Skripte</translation>
    </message>
    <message>
        <source>&amp;Table of boots…</source>
        <translation>&amp;Boot-Tabelle…</translation>
    </message>
    <message>
        <source>How often parent and culprit booted and what they crashed with</source>
        <translation>Wie oft Eltern-Commit und Verursacher booteten und womit sie abstürzten</translation>
    </message>
    <message>
        <source>Log of &amp;git bisect…</source>
        <translation>Log von &amp;git bisect…</translation>
    </message>
    <message>
        <source>A log that git bisect replay takes</source>
        <translation>Ein Log, das git bisect replay annimmt</translation>
    </message>
    <message>
        <source>Log of s&amp;yzkaller…</source>
        <translation>Log von s&amp;yzkaller…</translation>
    </message>
    <message>
        <source>A log as syzbot's bisections write it</source>
        <translation>Ein Log, wie es die Bisektionen von syzbot schreiben</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>&amp;JSON…</translation>
    </message>
    <message>
        <source>Every event and what follows from them, by the installed schema</source>
        <translation>Jedes Ereignis und was daraus folgt, nach dem installierten Schema</translation>
    </message>
    <message>
        <source>&amp;Archive of the session…</source>
        <translation>Sitzungs&amp;archiv…</translation>
    </message>
    <message>
        <source>Plain files with consoles, configs and command lines; opening it makes a session again</source>
        <translation>Einfache Dateien mit Konsolen, Konfigurationen und Befehlszeilen; beim Öffnen wird daraus wieder eine Sitzung</translation>
    </message>
    <message>
        <source>Copy &amp;Fixes: line</source>
        <translation>&amp;Fixes:-Zeile kopieren</translation>
    </message>
    <message>
        <source>For the commit that repairs the bug, once the culprit is confirmed</source>
        <translation>Für den Commit, der den Fehler behebt, sobald der Verursacher bestätigt ist</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 wurde geschrieben.</translation>
    </message>
    <message>
        <source>In the clipboard: %1</source>
        <translation>In der Zwischenablage: %1</translation>
    </message>
</context>
<context>
    <name>culprit::app::FrameMenu</name>
    <message>
        <source>the selected commit</source>
        <translation>dem ausgewählten Commit</translation>
    </message>
    <message>
        <source>&amp;Look for %1 in the diff of %2</source>
        <translation>Im &amp;Diff von %2 nach %1 suchen</translation>
    </message>
    <message>
        <source>Sho&amp;w %1 in the diff of %2</source>
        <translation>%1 im Diff von %2 z&amp;eigen</translation>
    </message>
    <message>
        <source>Select a commit first</source>
        <translation>Zuerst einen Commit auswählen</translation>
    </message>
    <message>
        <source>By the names in the hunks' headings: the frame names no line</source>
        <translation>Nach den Namen in den Kopfzeilen der Hunks: Der Frame nennt keine Zeile</translation>
    </message>
    <message>
        <source>To the hunk that has the line, or the one nearest to it</source>
        <translation>Zum Hunk mit dieser Zeile oder zum nächstgelegenen</translation>
    </message>
</context>
<context>
    <name>culprit::app::GraphLevels</name>
    <message>
        <source>&amp;Tested commits only</source>
        <translation>Nur &amp;getestete Commits</translation>
    </message>
    <message>
        <source>What was tested, and how many commits lie between</source>
        <translation>Was getestet wurde, und wie viele Commits dazwischen liegen</translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation>&amp;Kandidaten</translation>
    </message>
    <message>
        <source>What was tested, and what may still be the culprit</source>
        <translation>Was getestet wurde, und was noch der Verursacher sein kann</translation>
    </message>
    <message>
        <source>&amp;Whole range</source>
        <translation>Gan&amp;zer Bereich</translation>
    </message>
    <message>
        <source>All commits between the good and the bad end</source>
        <translation>Alle Commits zwischen dem guten und dem schlechten Ende</translation>
    </message>
    <message>
        <source>Only tested commits of the %L1 are shown.</source>
        <translation>Von %L1 Commits sind nur die getesteten zu sehen.</translation>
    </message>
    <message>
        <source>Only tested commits and candidates of the %L1 are shown.</source>
        <translation>Von %L1 Commits sind nur die getesteten und die Kandidaten zu sehen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>First &amp;parents only</source>
        <translation>Nur &amp;erste Eltern</translation>
    </message>
    <message>
        <source>Of the level what the bad end leads to by first parents; a merge stands for what it merges</source>
        <translation>Von der gewählten Stufe nur, was vom schlechten Ende aus über erste Eltern zu erreichen ist; ein Merge steht für alles, was durch ihn hereinkam</translation>
    </message>
    <message>
        <source>It takes the kernel tree, which the session lacks</source>
        <translation>Dazu fehlt der Sitzung der Kernel-Baum</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>Keine Sitzung ist geöffnet</translation>
    </message>
    <message>
        <source>Only tested commits on the first-parent line of the %L1 are shown.</source>
        <translation>Von %L1 Commits sind nur die getesteten auf der Linie der ersten Eltern zu sehen.</translation>
    </message>
    <message>
        <source>Only tested commits and candidates on the first-parent line of the %L1 are shown.</source>
        <translation>Von %L1 Commits sind nur die getesteten und die Kandidaten auf der Linie der ersten Eltern zu sehen.</translation>
    </message>
    <message>
        <source>Only commits on the first-parent line of the %L1 are shown.</source>
        <translation>Von %L1 Commits sind nur die auf der Linie der ersten Eltern zu sehen.</translation>
    </message>
    <message>
        <source>%1 is not among them.</source>
        <translation>%1 ist nicht darunter.</translation>
    </message>
    <message>
        <source>First parents are not known: %1</source>
        <translation>Die ersten Eltern sind nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Reading which commits are on the first-parent line…</source>
        <translation>Die Commits auf der Linie der ersten Eltern werden ermittelt…</translation>
    </message>
</context>
<context>
    <name>culprit::app::HelpWindow</name>
    <message>
        <source>User guide</source>
        <translation>Benutzerhandbuch</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Seite des Handbuchs</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Suchen (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Words that a page must have; Enter goes to the next place</source>
        <translation>Wörter, die eine Seite haben muss; Enter geht zur nächsten Stelle</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The page before (Alt+Left)</source>
        <translation>Die Seite davor (Alt+Links)</translation>
    </message>
    <message>
        <source>On %1 of %2 pages</source>
        <translation>Auf %1 von %2 Seiten</translation>
    </message>
</context>
<context>
    <name>culprit::app::HunkBlame</name>
    <message>
        <source>No session is open</source>
        <translation>Keine Sitzung ist geöffnet</translation>
    </message>
    <message>
        <source>It takes the kernel tree, which the session lacks</source>
        <translation>Dazu fehlt der Sitzung der Kernel-Baum</translation>
    </message>
</context>
<context>
    <name>culprit::app::Layouts</name>
    <message>
        <source>Save layout</source>
        <translation>Anordnung speichern</translation>
    </message>
    <message>
        <source>Name; one that is there already is replaced:</source>
        <translation>Name; eine gleichnamige Anordnung wird ersetzt:</translation>
    </message>
    <message>
        <source>The layout that you saved by this name</source>
        <translation>Die Anordnung, die Sie unter diesem Namen gespeichert haben</translation>
    </message>
    <message>
        <source>You saved no layout</source>
        <translation>Sie haben keine Anordnung gespeichert</translation>
    </message>
    <message>
        <source>Remove one of the saved layouts first</source>
        <translation>Zuerst eine der gespeicherten Anordnungen entfernen</translation>
    </message>
</context>
<context>
    <name>culprit::app::LogPane</name>
    <message>
        <source>Run whose console is shown</source>
        <translation>Lauf, dessen Konsole angezeigt wird</translation>
    </message>
    <message>
        <source>Build whose log is shown</source>
        <translation>Build, dessen Log angezeigt wird</translation>
    </message>
    <message>
        <source>run %1 of %2, %3</source>
        <translation>Lauf %1 von %2, %3</translation>
    </message>
    <message>
        <source>build %1 of %2, %3</source>
        <translation>Build %1 von %2, %3</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Log speichern</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this console</source>
        <translation>Diese Konsole schließen</translation>
    </message>
    <message>
        <source>Close this console; its run goes on</source>
        <translation>Diese Konsole schließen; ihr Lauf geht weiter</translation>
    </message>
    <message>
        <source>The imported log holds no console.</source>
        <translation>Das importierte Log enthält keine Konsole.</translation>
    </message>
    <message>
        <source>The imported log holds no output of a build.</source>
        <translation>Das importierte Log enthält keine Build-Ausgabe.</translation>
    </message>
    <message>
        <source>No machine has run yet.</source>
        <translation>Bisher lief keine Maschine.</translation>
    </message>
    <message>
        <source>Nothing has been built yet.</source>
        <translation>Bisher wurde nichts kompiliert.</translation>
    </message>
    <message>
        <source>The other consoles show all runs so far; the next one comes here.</source>
        <translation>Die anderen Konsolen zeigen alle bisherigen Läufe; der nächste erscheint hier.</translation>
    </message>
</context>
<context>
    <name>culprit::app::MainWindow</name>
    <message>
        <source>Culprit</source>
        <translation>Culprit</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Bisection</source>
        <translation>Bisektion</translation>
    </message>
    <message>
        <source>About Culprit</source>
        <translation>Über Culprit</translation>
    </message>
    <message>
        <source>Culprit %1

Finds the kernel commit that introduced or fixed a bug.

GPL-3.0-or-later</source>
        <translation>Culprit %1

Findet den Kernel-Commit, der einen Fehler eingeführt oder behoben hat.

GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>needs your verdict</source>
        <translation>wartet auf Ihr Urteil</translation>
    </message>
    <message>
        <source>Needs your verdict: %1</source>
        <translation>Wartet auf Ihr Urteil: %1</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>culprit::app::MemoryField</name>
    <message>
        <source>must be a size such as "512M" or "2G".</source>
        <translation>muss eine Größe wie „512M“ oder „2G“ sein.</translation>
    </message>
</context>
<context>
    <name>culprit::app::NewBisectionDialog</name>
    <message>
        <source>New bisection</source>
        <translation>Neue Bisektion</translation>
    </message>
    <message>
        <source>Check of the settings</source>
        <translation>Prüfung der Einstellungen</translation>
    </message>
    <message>
        <source>Reading the range…</source>
        <translation>Bereich wird gelesen…</translation>
    </message>
    <message>
        <source>Settings (*.toml)</source>
        <translation>Einstellungen (*.toml)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>The page as commands</source>
        <translation>Die Seite als Befehle</translation>
    </message>
    <message>
        <source>As c&amp;ommands</source>
        <translation>Als &amp;Befehle</translation>
    </message>
    <message>
        <source>What this page stands for, to be copied into a terminal; it follows what is typed</source>
        <translation>Was diese Seite bedeutet, zum Kopieren in ein Terminal; folgt den Eingaben</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Go to the field that is meant</source>
        <translation>Zum betreffenden Feld gehen</translation>
    </message>
    <message>
        <source>&amp;Load template…</source>
        <translation>&amp;Vorlage laden…</translation>
    </message>
    <message>
        <source>Fill all pages from a SETUP.toml</source>
        <translation>Alle Seiten aus einer SETUP.toml ausfüllen</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Start p&amp;aused</source>
        <translation>Pausiert s&amp;tarten</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>nothing is wrong here</source>
        <translation>hier ist alles in Ordnung</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Make the session and start it</source>
        <translation>Die Sitzung anlegen und starten</translation>
    </message>
    <message>
        <source>Make the session; it waits until you start it</source>
        <translation>Die Sitzung anlegen; sie wartet, bis Sie sie starten</translation>
    </message>
    <message>
        <source>The page before (Ctrl+Page Up)</source>
        <translation>Vorherige Seite (Ctrl+Page Up)</translation>
    </message>
    <message>
        <source>This is the first page</source>
        <translation>Dies ist die erste Seite</translation>
    </message>
    <message>
        <source>The page after (Ctrl+Page Down)</source>
        <translation>Nächste Seite (Ctrl+Page Down)</translation>
    </message>
    <message>
        <source>This is the last page</source>
        <translation>Dies ist die letzte Seite</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>The settings are in %1.</source>
        <translation>Die Einstellungen stehen in %1.</translation>
    </message>
    <message>
        <source>Load template</source>
        <translation>Vorlage laden</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>What the guide says of this page (F1)</source>
        <translation>Was das Handbuch zu dieser Seite sagt (F1)</translation>
    </message>
</context>
<context>
    <name>culprit::app::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
</context>
<context>
    <name>culprit::app::PaneConnections</name>
    <message>
        <source>Nobody judged %1: there is nothing to remove.</source>
        <translation>Niemand hat %1 beurteilt: Es gibt nichts zu entfernen.</translation>
    </message>
    <message>
        <source>%1 was neither built nor run: it has no console.</source>
        <translation>%1 wurde weder kompiliert noch ausgeführt: Es gibt keine Konsole.</translation>
    </message>
    <message>
        <source>%1 was run already: Retest runs it again.</source>
        <translation>%1 lief schon: „Erneut testen“ lässt sie noch einmal laufen.</translation>
    </message>
</context>
<context>
    <name>culprit::app::RangePage</name>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Between which revisions does the bug come or go?</source>
        <translation>Zwischen welchen Revisionen entsteht oder verschwindet der Fehler?</translation>
    </message>
    <message>
        <source>&amp;Repository</source>
        <translation>&amp;Repository</translation>
    </message>
    <message>
        <source>Local kernel tree, with or without a checkout; it is never modified</source>
        <translation>Lokaler Kernel-Baum, mit oder ohne Checkout; er wird nie verändert</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>Gesu&amp;cht</translation>
    </message>
    <message>
        <source>What the search ends with. The default is the commit that introduced the bug</source>
        <translation>Womit die Suche endet. Vorgabe: der Commit, der den Fehler eingeführt hat</translation>
    </message>
    <message>
        <source>the commit that introduced the bug</source>
        <translation>Commit, der den Fehler eingeführt hat</translation>
    </message>
    <message>
        <source>the commit that fixed the bug</source>
        <translation>Commit, der den Fehler behoben hat</translation>
    </message>
    <message>
        <source>Own two word&amp;s</source>
        <translation>Zwei &amp;eigene Wörter</translation>
    </message>
    <message>
        <source>What verdicts are called: the word for the older side of the commit that is sought, a blank, the word for the newer side, such as: fast slow. The default is good and bad</source>
        <translation>Wie die Urteile heißen: das Wort für die ältere Seite des gesuchten Commits, ein Leerzeichen, das Wort für die neuere Seite, etwa: fast slow. Vorgabe: gut und schlecht</translation>
    </message>
    <message>
        <source>good and bad</source>
        <translation>gut und schlecht</translation>
    </message>
    <message>
        <source>Only pat&amp;hs</source>
        <translation>Nur &amp;Pfade</translation>
    </message>
    <message>
        <source>Files and folders from the top of the tree on, separated by blanks: only commits that change one of them are suspects, and the bad end</source>
        <translation>Dateien und Ordner ab der Wurzel des Baums, durch Leerzeichen getrennt: Verdächtig sind nur Commits, die etwas davon ändern, und das schlechte Ende</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>&amp;Merges as a whole (first parents only)</source>
        <translation>&amp;Merges als Ganzes (nur erste Eltern)</translation>
    </message>
    <message>
        <source>What came by a merge counts as done by the merge</source>
        <translation>Was durch einen Merge hereinkam, zählt als vom Merge verursacht</translation>
    </message>
    <message>
        <source>Size of the range</source>
        <translation>Größe des Bereichs</translation>
    </message>
    <message>
        <source>&amp;Bad</source>
        <translation>Sc&amp;hlecht</translation>
    </message>
    <message>
        <source>Revision that shows the bug: a tag, branch, hash or git describe name</source>
        <translation>Revision, die den Fehler zeigt: Tag, Branch, Hash oder ein Name von git describe</translation>
    </message>
    <message>
        <source>the revision that shows the bug, such as v6.13-rc1</source>
        <translation>die Revision, die den Fehler zeigt, etwa v6.13-rc1</translation>
    </message>
    <message>
        <source>&amp;Good</source>
        <translation>&amp;Gut</translation>
    </message>
    <message>
        <source>S&amp;wap them</source>
        <translation>Vert&amp;auschen</translation>
    </message>
    <message>
        <source>Put the good revision where the bad one is, and the other way round</source>
        <translation>Die gute Revision an die Stelle der schlechten setzen und umgekehrt</translation>
    </message>
    <message>
        <source>Only for the commit that introduced the bug</source>
        <translation>Nur bei der Suche nach dem Commit, der den Fehler eingeführt hat</translation>
    </message>
    <message>
        <source>The one revision that has the fix</source>
        <translation>Die eine Revision, die die Behebung enthält</translation>
    </message>
    <message>
        <source>Revisions that do not show it, separated by blanks. Left empty: earlier releases are tried, newest first, until one does not show it</source>
        <translation>Revisionen, die ihn nicht zeigen, durch Leerzeichen getrennt. Leer: Frühere Releases werden probiert, die neuesten zuerst, bis eines ihn nicht zeigt</translation>
    </message>
    <message>
        <source>the revision that has the fix</source>
        <translation>die Revision mit der Behebung</translation>
    </message>
    <message>
        <source>earlier releases are tried until one is good</source>
        <translation>frühere Releases werden probiert, bis eines gut ist</translation>
    </message>
    <message>
        <source>Look for what intro&amp;duced it</source>
        <translation>Verursacher s&amp;uchen</translation>
    </message>
    <message>
        <source>Look for the fi&amp;x</source>
        <translation>Behebung s&amp;uchen</translation>
    </message>
    <message>
        <source>Find the commit that introduced the bug, between these two</source>
        <translation>Zwischen diesen beiden den Commit finden, der den Fehler eingeführt hat</translation>
    </message>
    <message>
        <source>Find the commit that fixed the bug, between these two</source>
        <translation>Zwischen diesen beiden den Commit finden, der den Fehler behoben hat</translation>
    </message>
    <message>
        <source>Reading the range…</source>
        <translation>Bereich wird gelesen…</translation>
    </message>
</context>
<context>
    <name>culprit::app::RecoveryCard</name>
    <message>
        <source>The program was cut off</source>
        <translation>Das Programm wurde unterbrochen</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Fort&amp;setzen</translation>
    </message>
    <message>
        <source>Open &amp;paused</source>
        <translation>&amp;Pausiert öffnen</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>Nicht ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Do the same for this session every time</source>
        <translation>Bei dieser Sitzung immer so verfahren</translation>
    </message>
    <message>
        <source>%1 was open, and its bisection ran.</source>
        <translation>%1 war geöffnet; die Bisektion lief.</translation>
    </message>
    <message>
        <source>%1 was open; nothing ran.</source>
        <translation>%1 war geöffnet; nichts lief.</translation>
    </message>
    <message>
        <source>Open the session as it was, and go on with its bisection</source>
        <translation>Die Sitzung in ihrem letzten Stand öffnen und ihre Bisektion fortsetzen</translation>
    </message>
    <message>
        <source>Its bisection did not run</source>
        <translation>Ihre Bisektion lief nicht</translation>
    </message>
    <message>
        <source>Open the session as it was; nothing runs before you start it</source>
        <translation>Die Sitzung in ihrem letzten Stand öffnen; nichts läuft, bevor Sie es starten</translation>
    </message>
    <message>
        <source>The session stays in its file; open it whenever you want</source>
        <translation>Die Sitzung bleibt in ihrer Datei; sie lässt sich jederzeit öffnen</translation>
    </message>
</context>
<context>
    <name>culprit::app::RowsEditor</name>
    <message>
        <source>Remo&amp;ve row</source>
        <translation>Zeile &amp;entfernen</translation>
    </message>
    <message>
        <source>Add ro&amp;w</source>
        <translation>Zeile &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Add an empty row to "%1"</source>
        <translation>Eine leere Zeile zu „%1“ hinzufügen</translation>
    </message>
    <message>
        <source>Remove the row that the cursor is in</source>
        <translation>Die Zeile entfernen, in der der Cursor steht</translation>
    </message>
    <message>
        <source>Put the cursor into a row first</source>
        <translation>Zuerst den Cursor in eine Zeile setzen</translation>
    </message>
</context>
<context>
    <name>culprit::app::RulesPage</name>
    <message>
        <source>Verdict rules</source>
        <translation>Urteilsregeln</translation>
    </message>
    <message>
        <source>What counts as the bug, and when is the search sure?</source>
        <translation>Was zählt als der Fehler, und wann ist die Suche sicher?</translation>
    </message>
    <message>
        <source>learnt at the bad end</source>
        <translation>am schlechten Ende gelernt</translation>
    </message>
    <message>
        <source>&amp;From a log…</source>
        <translation>Aus einem &amp;Log…</translation>
    </message>
    <message>
        <source>Take the title of the first crash in a console log</source>
        <translation>Den Titel des ersten Absturzes aus einem Konsolen-Log übernehmen</translation>
    </message>
    <message>
        <source>&amp;Paste a report</source>
        <translation>Bericht &amp;einfügen</translation>
    </message>
    <message>
        <source>Take the title of the first crash in the clipboard's text</source>
        <translation>Den Titel des ersten Absturzes aus dem Text der Zwischenablage übernehmen</translation>
    </message>
    <message>
        <source>Crash titl&amp;e</source>
        <translation>&amp;Absturztitel</translation>
    </message>
    <message>
        <source>Title of the crash that is searched for. Other crashes count for nothing, until you say that they are the same bug. Left empty, it is learnt from what the bad end does</source>
        <translation>Titel des gesuchten Absturzes. Andere Abstürze zählen nicht, bis Sie sagen, dass sie derselbe Fehler sind. Leer: Er wird daraus gelernt, was am schlechten Ende geschieht</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>Die Zwischenablage</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>S&amp;uche</translation>
    </message>
    <message>
        <source>By probability: a bug that does not show in each run misleads nobody, and runs go where they tell most. The default.
By halving: a fixed number of runs makes a verdict, and each verdict is believed.</source>
        <translation>Nach Wahrscheinlichkeit: Ein Fehler, der sich nicht in jedem Lauf zeigt, führt niemanden in die Irre, und Läufe gehen dorthin, wo sie am meisten aussagen. Vorgabe.
Durch Halbieren: Eine feste Zahl von Läufen ergibt ein Urteil, und jedem Urteil wird geglaubt.</translation>
    </message>
    <message>
        <source>by probability</source>
        <translation>nach Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>by halving, as git bisect</source>
        <translation>durch Halbieren, wie git bisect</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Confi&amp;dence</source>
        <translation>&amp;Gewissheit</translation>
    </message>
    <message>
        <source>How sure the culprit must be for the search to end, in percent. The default is 99 %</source>
        <translation>Wie sicher der Verursacher sein muss, damit die Suche endet, in Prozent. Vorgabe: 99 %</translation>
    </message>
    <message>
        <source>Suspect &amp;commits around the crash first</source>
        <translation>&amp;Commits um den Absturz zuerst verdächtigen</translation>
    </message>
    <message>
        <source>Commits that touch what is on the crash's stack are more likely the culprit, those that touch nothing this kernel is built of hardly are.
If that misleads, it costs two builds at most. On by default</source>
        <translation>Commits, die berühren, was auf dem Stack des Absturzes steht, sind eher der Verursacher; solche, die nichts berühren, woraus dieser Kernel gebaut wird, kaum.
Führt das in die Irre, kostet es höchstens zwei Builds. Vorgabe: an</translation>
    </message>
    <message>
        <source>Runs a re&amp;vision</source>
        <translation>Läufe &amp;je Revision</translation>
    </message>
    <message>
        <source>For a verdict; both ends of the range get twice as many. The default is 10</source>
        <translation>Für ein Urteil; beide Enden des Bereichs bekommen doppelt so viele. Vorgabe: 10</translation>
    </message>
    <message>
        <source>&amp;Revert the culprit on the newest end, once it is confirmed</source>
        <translation>Bestätigten Verursacher am neuesten Ende &amp;revertieren</translation>
    </message>
    <message>
        <source>One more kernel: it shows whether the culprit alone makes the bug there. The repository is not touched. On by default</source>
        <translation>Ein Kernel mehr: Er zeigt, ob allein der Verursacher dort den Fehler auslöst. Das Repository bleibt unberührt. Vorgabe: an</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>Pause after ti&amp;me</source>
        <translation>Pause nach Ze&amp;it</translation>
    </message>
    <message>
        <source>How long the search may work until you start it again: 8h, 90m. No limit by default</source>
        <translation>Wie lange die Suche arbeiten darf, bis Sie sie erneut starten: 8h, 90m. Vorgabe: kein Limit</translation>
    </message>
    <message>
        <source>Pause after r&amp;uns</source>
        <translation>Pause nach Läu&amp;fen</translation>
    </message>
    <message>
        <source>How many runs may be started until you start it again. No limit by default</source>
        <translation>Wie viele Läufe gestartet werden dürfen, bis Sie erneut starten. Vorgabe: kein Limit</translation>
    </message>
    <message>
        <source>Pause after &amp;builds</source>
        <translation>Pause nach Buil&amp;ds</translation>
    </message>
    <message>
        <source>How many kernels may be built until you start it again; those that the cache has do not count. No limit by default</source>
        <translation>Wie viele Kernel kompiliert werden dürfen, bis Sie erneut starten; solche aus dem Cache zählen nicht. Vorgabe: kein Limit</translation>
    </message>
    <message>
        <source>Halving believes each verdict: it knows no doubt</source>
        <translation>Beim Halbieren wird jedem Urteil geglaubt: Zweifel gibt es nicht</translation>
    </message>
    <message>
        <source>Halving holds all commits for equally suspicious</source>
        <translation>Beim Halbieren gelten alle Commits als gleich verdächtig</translation>
    </message>
    <message>
        <source>The search by probability decides how many runs a revision is worth</source>
        <translation>Die Suche nach Wahrscheinlichkeit entscheidet, wie viele Läufe eine Revision wert ist</translation>
    </message>
    <message>
        <source>twice as many at both ends</source>
        <translation>an beiden Enden doppelt so viele</translation>
    </message>
    <message>
        <source>as many as tell something</source>
        <translation>so viele, wie sich lohnen</translation>
    </message>
    <message>
        <source>Console log</source>
        <translation>Konsolen-Log</translation>
    </message>
    <message>
        <source>%1 holds no crash report.</source>
        <translation>%1 enthält keinen Absturzbericht.</translation>
    </message>
</context>
<context>
    <name>culprit::app::RunControl</name>
    <message>
        <source>Stop now?</source>
        <translation>Jetzt stoppen?</translation>
    </message>
    <message>
        <source>What is under way is lost (builds: %1, runs: %2). What is known so far stays; "Pause after step" would let them end.</source>
        <translation>Was läuft, geht verloren (Builds: %1, Läufe: %2). Was bisher bekannt ist, bleibt; „Pause nach Schritt“ ließe es zu Ende laufen.</translation>
    </message>
    <message>
        <source>&amp;Stop now</source>
        <translation>Jetzt &amp;stoppen</translation>
    </message>
</context>
<context>
    <name>culprit::app::RunCopy</name>
    <message>
        <source>A run is being copied</source>
        <translation>Ein Lauf wird gerade kopiert</translation>
    </message>
    <message>
        <source>Select a run in the steps first</source>
        <translation>Zuerst einen Lauf in den Schritten auswählen</translation>
    </message>
    <message>
        <source>Run %1 is in the clipboard: paste it into a terminal.</source>
        <translation>Lauf %1 ist in der Zwischenablage: in ein Terminal einfügen.</translation>
    </message>
</context>
<context>
    <name>culprit::app::SelectionTrail</name>
    <message>
        <source>No commit was selected before this one</source>
        <translation>Vor diesem war kein Commit ausgewählt</translation>
    </message>
    <message>
        <source>There is no commit to go forward to</source>
        <translation>Nach diesem war kein Commit ausgewählt</translation>
    </message>
</context>
<context>
    <name>culprit::app::SessionBrowser</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Search names, culprits, crash titles, kernel trees</source>
        <translation>Namen, Verursacher, Absturztitel, Kernel-Bäume suchen</translation>
    </message>
    <message>
        <source>Search the sessions</source>
        <translation>Sitzungen durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Other &amp;file…</source>
        <translation>Andere &amp;Datei…</translation>
    </message>
    <message>
        <source>Select a session first</source>
        <translation>Zuerst eine Sitzung auswählen</translation>
    </message>
    <message>
        <source>There is no session yet; "New bisection" makes one.</source>
        <translation>Es gibt noch keine Sitzung; „Neue Bisektion“ legt eine an.</translation>
    </message>
    <message>
        <source>Sessions: %1</source>
        <translation>Sitzungen: %1</translation>
    </message>
    <message>
        <source>Sessions: %1 of %2</source>
        <translation>Sitzungen: %1 von %2</translation>
    </message>
</context>
<context>
    <name>culprit::app::SessionListModel</name>
    <message>
        <source>being read…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Kernel tree</source>
        <translation>Kernel-Baum</translation>
    </message>
</context>
<context>
    <name>culprit::app::SessionOpener</name>
    <message>
        <source>Sessions (*.culprit);;Bisection logs (*)</source>
        <translation>Sitzungen (*.culprit);;Bisektions-Logs (*)</translation>
    </message>
    <message>
        <source>A bisection runs</source>
        <translation>Eine Bisektion läuft</translation>
    </message>
    <message>
        <source>Another session ends what runs now. It can be resumed later from where it is.</source>
        <translation>Eine andere Sitzung beendet, was gerade läuft. Später lässt es sich an dieser Stelle fortsetzen.</translation>
    </message>
    <message>
        <source>%1 is the session that is shown.</source>
        <translation>%1 ist die angezeigte Sitzung.</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Import log</source>
        <translation>Log importieren</translation>
    </message>
    <message>
        <source>Bisection logs and archives (*.txt *.log *.tar.zst);;All files (*)</source>
        <translation>Bisektions-Logs und Archive (*.txt *.log *.tar.zst);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Kernel tree with the commits of the log</source>
        <translation>Kernel-Baum mit den Commits des Logs</translation>
    </message>
    <message>
        <source>A new session that goes on from event %1</source>
        <translation>Neue Sitzung, die ab Ereignis %1 fortfährt</translation>
    </message>
    <message>
        <source>Sessions (*.culprit)</source>
        <translation>Sitzungen (*.culprit)</translation>
    </message>
</context>
<context>
    <name>culprit::app::SettingsDialog</name>
    <message>
        <source>Single &amp;letters are keys in graph, steps and consoles</source>
        <translation>Einzelne &amp;Buchstaben als Tastenkürzel in Graph, Schritten und Konsolen</translation>
    </message>
    <message>
        <source>&amp;Notify me on the desktop while I look elsewhere</source>
        <translation>Desktop-Be&amp;nachrichtigungen, solange das Fenster nicht aktiv ist</translation>
    </message>
    <message>
        <source>&amp;Keep the machine awake while a bisection runs</source>
        <translation>Rechner wach &amp;halten, solange eine Bisektion läuft</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>G, B, S and others, while these panes have the keyboard</source>
        <translation>G, B, S und andere, solange diese Teilfenster den Tastaturfokus haben</translation>
    </message>
    <message>
        <source>When a verdict is needed, the search has ended, builds fail one after the other, or the disk gets full</source>
        <translation>Wenn ein Urteil gebraucht wird, die Suche beendet ist, Builds in Folge fehlschlagen oder die Platte voll wird</translation>
    </message>
    <message>
        <source>The screen may still be switched off and locked</source>
        <translation>Der Bildschirm kann weiterhin abgeschaltet und gesperrt werden</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Design:</translation>
    </message>
    <message>
        <source>&amp;Folder of sessions:</source>
        <translation>&amp;Sitzungsordner:</translation>
    </message>
    <message>
        <source>There is no such folder of sessions</source>
        <translation>Diesen Sitzungsordner gibt es nicht</translation>
    </message>
    <message>
        <source>"Open session" lists what lies there</source>
        <translation>„Sitzung öffnen“ führt auf, was dort liegt</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Folder of sessions</source>
        <translation>Sitzungsordner</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Hoher Kontrast, dunkel</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Kernels of finished builds, which need not be built again. Those that were not used for longest go when the next one is kept. Holds for sessions that are opened from now on, and for "culprit run"</source>
        <translation>Kernel aus fertigen Builds, die nicht erneut kompiliert werden müssen. Die am längsten unbenutzten weichen, wenn der nächste aufbewahrt wird. Gilt für Sitzungen, die ab jetzt geöffnet werden, und für „culprit run“</translation>
    </message>
    <message>
        <source>Finished &amp;builds, at most:</source>
        <translation>&amp;Fertige Builds, höchstens:</translation>
    </message>
</context>
<context>
    <name>culprit::app::SkipRangeDialog</name>
    <message>
        <source>Skip a range</source>
        <translation>Bereich überspringen</translation>
    </message>
    <message>
        <source>A tag or the first digits of a hash: this commit and all before it are not skipped</source>
        <translation>Ein Tag oder die ersten Stellen eines Hashs: Dieser Commit und alle davor werden nicht übersprungen</translation>
    </message>
    <message>
        <source>A tag or the first digits of a hash: the last commit that is skipped</source>
        <translation>Ein Tag oder die ersten Stellen eines Hashs: der letzte übersprungene Commit</translation>
    </message>
    <message>
        <source>for instance: this driver cannot be built there</source>
        <translation>zum Beispiel: dieser Treiber lässt sich dort nicht kompilieren</translation>
    </message>
    <message>
        <source>What it would change</source>
        <translation>Was sich dadurch ändern würde</translation>
    </message>
    <message>
        <source>Commits &amp;after</source>
        <translation>Commits &amp;nach</translation>
    </message>
    <message>
        <source>&amp;Up to</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>&amp;Because</source>
        <translation>&amp;Weil</translation>
    </message>
    <message>
        <source>&amp;Skip them</source>
        <translation>Über&amp;springen</translation>
    </message>
    <message>
        <source>Name the commit before the first one that is skipped, and the last one.</source>
        <translation>Geben Sie den Commit vor dem ersten übersprungenen und den letzten übersprungenen an.</translation>
    </message>
    <message>
        <source>The session has no commit “%1”.</source>
        <translation>Die Sitzung hat keinen Commit „%1“.</translation>
    </message>
    <message>
        <source>Several commits begin with “%1”: write more digits.</source>
        <translation>Mehrere Commits beginnen mit „%1“: mehr Stellen angeben.</translation>
    </message>
    <message>
        <source>There is no commit between them that could be skipped: what is tested, judged or an end stays.</source>
        <translation>Dazwischen liegt kein Commit, der übersprungen werden könnte: Was getestet, beurteilt oder ein Ende ist, bleibt.</translation>
    </message>
    <message>
        <source>These are %L1 commits; at most %L2 can be skipped at once.</source>
        <translation>Das sind %L1 Commits; höchstens %L2 lassen sich auf einmal überspringen.</translation>
    </message>
</context>
<context>
    <name>culprit::app::SleepInhibitor</name>
    <message>
        <source>A bisection runs</source>
        <translation>Eine Bisektion läuft</translation>
    </message>
</context>
<context>
    <name>culprit::app::StartPage</name>
    <message>
        <source>Culprit</source>
        <translation>Culprit</translation>
    </message>
    <message>
        <source>Finds the kernel commit that introduced or fixed a bug.</source>
        <translation>Findet den Kernel-Commit, der einen Fehler eingeführt oder behoben hat.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Looking for QEMU, compilers, disk and memory…</source>
        <translation>Suche nach QEMU, Compilern, Platte und Speicher…</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Fehlt: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Fine: %1</source>
        <translation>In Ordnung: %1</translation>
    </message>
    <message>
        <source>Latest sessions</source>
        <translation>Letzte Sitzungen</translation>
    </message>
</context>
<context>
    <name>culprit::app::SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Is this what you want?</source>
        <translation>Ist alles so gewünscht?</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Se&amp;ssion file</source>
        <translation>Sitzungs&amp;datei</translation>
    </message>
    <message>
        <source>Everything that happens is kept in this one new file; nothing else is needed to look at it later, on another machine too</source>
        <translation>Alles, was geschieht, wird in dieser einen neuen Datei festgehalten; mehr braucht es nicht, um es später anzusehen, auch auf einem anderen Rechner</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>Alle Werte</translation>
    </message>
    <message>
        <source>SETUP.toml</source>
        <translation>SETUP.toml</translation>
    </message>
    <message>
        <source>Sa&amp;ve as template…</source>
        <translation>Als Vorlage s&amp;peichern…</translation>
    </message>
    <message>
        <source>Write the settings as a SETUP.toml, for "culprit run" and for later sessions</source>
        <translation>Die Einstellungen als SETUP.toml schreiben, für „culprit run“ und für spätere Sitzungen</translation>
    </message>
    <message>
        <source>All val&amp;ues</source>
        <translation>&amp;Alle Werte</translation>
    </message>
    <message>
        <source>S&amp;ETUP.toml</source>
        <translation>S&amp;ETUP.toml</translation>
    </message>
    <message>
        <source>is missing: name a new file.</source>
        <translation>fehlt: Geben Sie eine neue Datei an.</translation>
    </message>
    <message>
        <source>%1 exists already: choose another file.</source>
        <translation>%1 existiert bereits: Wählen Sie eine andere Datei.</translation>
    </message>
</context>
<context>
    <name>culprit::app::TestPage</name>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>What shows the bug, once a kernel has booted?</source>
        <translation>Womit zeigt sich der Fehler, sobald ein Kernel gebootet ist?</translation>
    </message>
    <message>
        <source>&amp;Reproducer</source>
        <translation>&amp;Reproduzierer</translation>
    </message>
    <message>
        <source>A .c file (compiled static), a shell script, an executable, or a syzkaller program (.syz). It runs as root in each guest</source>
        <translation>Eine .c-Datei (statisch kompiliert), ein Shell-Skript, ein ausführbares Programm oder ein syzkaller-Programm (.syz). Läuft in jedem Gast als root</translation>
    </message>
    <message>
        <source>Sy&amp;zkaller</source>
        <translation>S&amp;yzkaller</translation>
    </message>
    <message>
        <source>Its checkout in which make execprog executor was run, or a folder with syz-execprog and syz-executor.
It should be the version that found the bug.</source>
        <translation>Der Checkout, in dem make execprog executor lief, oder ein Ordner mit syz-execprog und syz-executor.
Es sollte die Version sein, die den Fehler gefunden hat.</translation>
    </message>
    <message>
        <source>As a 32-&amp;bit program</source>
        <translation>Als 32-Bit-Pro&amp;gramm</translation>
    </message>
    <message>
        <source>Compile C with gcc -m32; each kernel must have CONFIG_IA32_EMULATION</source>
        <translation>C mit gcc -m32 kompilieren; jeder Kernel muss CONFIG_IA32_EMULATION haben</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>See&amp;d</translation>
    </message>
    <message>
        <source>Of the runs' seeds, so that a session can be played again alike; a whole number</source>
        <translation>Für die Seeds der Läufe, damit sich eine Sitzung genauso wiederholen lässt; eine ganze Zahl</translation>
    </message>
    <message>
        <source>by the clock</source>
        <translation>aus der Uhrzeit</translation>
    </message>
    <message>
        <source>R&amp;un time</source>
        <translation>&amp;Laufzeit</translation>
    </message>
    <message>
        <source>How long the reproducer runs: 90s, 5m, 1h30m. The default is 5m</source>
        <translation>Wie lange der Reproduzierer läuft: 90s, 5m, 1h30m. Vorgabe: 5m</translation>
    </message>
    <message>
        <source>Start it again &amp;while time is left</source>
        <translation>Wieder&amp;holen, solange Zeit bleibt</translation>
    </message>
    <message>
        <source>A reproducer that ends is started again until its time is over</source>
        <translation>Ein Reproduzierer, der endet, wird neu gestartet, bis seine Zeit um ist</translation>
    </message>
    <message>
        <source>Silen&amp;ce</source>
        <translation>Still&amp;e</translation>
    </message>
    <message>
        <source>A guest that says nothing for so long counts as hung. The default is 5m</source>
        <translation>Ein Gast, der so lange nichts ausgibt, gilt als hängend. Vorgabe: 5m</translation>
    </message>
    <message>
        <source>Boot ti&amp;me</source>
        <translation>B&amp;ootzeit</translation>
    </message>
    <message>
        <source>A guest that is not up by then did not boot; tripled under emulation. The default is 10m</source>
        <translation>Ein Gast, der bis dahin nicht läuft, hat nicht gebootet; bei Emulation gilt das Dreifache. Vorgabe: 10m</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ActivityLogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ereignis</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ActivityLogView</name>
    <message>
        <source>Activity log</source>
        <translation>Aktivitätsprotokoll</translation>
    </message>
    <message>
        <source>&amp;Show what it is about</source>
        <translation>&amp;Zeigen, worum es geht</translation>
    </message>
    <message>
        <source>&amp;Look at the session as it stood then</source>
        <translation>&amp;Sitzung im damaligen Stand ansehen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::AuditModel</name>
    <message>
        <source>%1 (yours)</source>
        <translation>%1 (von Ihnen)</translation>
    </message>
    <message>
        <source>%1 (the log's)</source>
        <translation>%1 (laut Log)</translation>
    </message>
    <message>
        <source>%1, runs inferred</source>
        <translation>%1, Läufe abgeleitet</translation>
    </message>
    <message>
        <source>The revisions that have a verdict, the weakest first</source>
        <translation>Die Revisionen, die ein Urteil haben, die schwächsten zuerst</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>What is audited: your verdict, else the imported log's, else that of the runs</source>
        <translation>Was geprüft wird: Ihr Urteil, sonst das des importierten Logs, sonst das der Läufe</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Chance that the verdict is right, by all runs of all revisions</source>
        <translation>Wahrscheinlichkeit, dass das Urteil stimmt, nach allen Läufen aller Revisionen</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>The same if this revision had not been tested</source>
        <translation>Dasselbe, wenn diese Revision nicht getestet worden wäre</translation>
    </message>
    <message>
        <source>If untested</source>
        <translation>Ohne Test</translation>
    </message>
    <message>
        <source>Chance of the answer if this revision had not been tested</source>
        <translation>Wahrscheinlichkeit der Antwort, wenn diese Revision nicht getestet worden wäre</translation>
    </message>
    <message>
        <source>Answer without it</source>
        <translation>Antwort ohne sie</translation>
    </message>
    <message>
        <source>What syzkaller's rules of 2021 make of the same runs</source>
        <translation>Was die Regeln von syzkaller von 2021 aus denselben Läufen machen</translation>
    </message>
    <message>
        <source>syzkaller 2021</source>
        <translation>syzkaller 2021</translation>
    </message>
    <message>
        <source>What syzkaller's rules of 2024 make of the same runs</source>
        <translation>Was die Regeln von syzkaller von 2024 aus denselben Läufen machen</translation>
    </message>
    <message>
        <source>syzkaller 2024</source>
        <translation>syzkaller 2024</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::AuditView</name>
    <message>
        <source>Sure judgements exclude each other: there is no answer.</source>
        <translation>Sichere Beurteilungen schließen einander aus: Es gibt keine Antwort.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The likeliest by all runs: %1, with %2.</source>
        <translation>Nach allen Läufen am wahrscheinlichsten: %1, mit %2.</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Why, and what would make sure</source>
        <translation>Warum, und was Gewissheit brächte</translation>
    </message>
    <message>
        <source>The same runs by other rules</source>
        <translation>Dieselben Läufe nach anderen Regeln</translation>
    </message>
    <message>
        <source>No session is open.</source>
        <translation>Keine Sitzung ist geöffnet.</translation>
    </message>
    <message>
        <source>Verdicts, the weakest first</source>
        <translation>Urteile, die schwächsten zuerst</translation>
    </message>
    <message>
        <source>The verdicts are being weighed…</source>
        <translation>Die Urteile werden abgewogen…</translation>
    </message>
    <message>
        <source>The session's range is empty or too large to be weighed: it cannot be audited.</source>
        <translation>Der Bereich der Sitzung ist leer oder zu groß zum Abwägen: Er lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>No revision has been tested so far.</source>
        <translation>Bisher wurde keine Revision getestet.</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::BlameView</name>
    <message>
        <source>%1 (no older history here)</source>
        <translation>%1 (hier keine ältere Historie)</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Who last changed the lines</source>
        <translation>Wer die Zeilen zuletzt änderte</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>The first %L1 rows are shown.</source>
        <translation>Nur die ersten %L1 Einträge werden angezeigt.</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::CodeEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::CommitView</name>
    <message>
        <source>Commit message</source>
        <translation>Commit-Nachricht</translation>
    </message>
    <message>
        <source>Author: %1, %2</source>
        <translation>Autor: %1, %2</translation>
    </message>
    <message>
        <source>Committer: %1, %2</source>
        <translation>Committer: %1, %2</translation>
    </message>
    <message>
        <source>Parents: %1</source>
        <translation>Eltern: %1</translation>
    </message>
    <message>
        <source>Parent: %1</source>
        <translation>Eltern-Commit: %1</translation>
    </message>
    <message>
        <source>No commit is selected.</source>
        <translation>Kein Commit ist ausgewählt.</translation>
    </message>
    <message>
        <source>Reading the patch…</source>
        <translation>Der Patch wird gelesen…</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ComparisonModel</name>
    <message>
        <source>%1 (judged)</source>
        <translation>%1 (beurteilt)</translation>
    </message>
    <message>
        <source>%1 (the log's)</source>
        <translation>%1 (laut Log)</translation>
    </message>
    <message>
        <source>%1, does not build</source>
        <translation>%1, lässt sich nicht kompilieren</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>%1, confirmed</source>
        <translation>%1, bestätigt</translation>
    </message>
    <message>
        <source>%1, not confirmed</source>
        <translation>%1, nicht bestätigt</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>one of %1 commits</source>
        <translation>einer von %1 Commits</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Diese Sitzung</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>Die andere</translation>
    </message>
    <message>
        <source>Why they differ</source>
        <translation>Grund des Unterschieds</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ComparisonView</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>The same answer.</source>
        <translation>Dieselbe Antwort.</translation>
    </message>
    <message>
        <source>Not the same answer.</source>
        <translation>Nicht dieselbe Antwort.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Where they part: %1</source>
        <translation>Wo sie auseinandergehen: %1</translation>
    </message>
    <message>
        <source>Setting %1: %2 here, %3 there</source>
        <translation>Einstellung %1: hier %2, dort %3</translation>
    </message>
    <message>
        <source>Only where the &amp;verdicts differ</source>
        <translation>Nur abweichende &amp;Urteile</translation>
    </message>
    <message>
        <source>Both answers</source>
        <translation>Beide Antworten</translation>
    </message>
    <message>
        <source>Revisions of both sessions</source>
        <translation>Revisionen beider Sitzungen</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConfigView</name>
    <message>
        <source>&amp;against</source>
        <translation>g&amp;egen</translation>
    </message>
    <message>
        <source>Revision to compare the config with</source>
        <translation>Revision, mit der die Konfiguration verglichen wird</translation>
    </message>
    <message>
        <source>The revision whose config this one's is compared with</source>
        <translation>Die Revision, mit deren Konfiguration diese verglichen wird</translation>
    </message>
    <message>
        <source>Config drift</source>
        <translation>Konfigurationsdrift</translation>
    </message>
    <message>
        <source>Config of %1</source>
        <translation>Konfiguration von %1</translation>
    </message>
    <message>
        <source>No commit is selected.</source>
        <translation>Kein Commit ist ausgewählt.</translation>
    </message>
    <message>
        <source>No config is kept of this revision: it was not built, or its build needs none.</source>
        <translation>Von dieser Revision ist keine Konfiguration aufbewahrt: Sie wurde nicht kompiliert, oder ihr Build braucht keine.</translation>
    </message>
    <message>
        <source>This is the only revision so far whose config is kept: there is none to compare it with.</source>
        <translation>Bisher ist nur von dieser Revision die Konfiguration aufbewahrt: Es gibt keine zum Vergleichen.</translation>
    </message>
    <message>
        <source>Comparing the configs…</source>
        <translation>Die Konfigurationen werden verglichen…</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleBar</name>
    <message>
        <source>No crash</source>
        <translation>Kein Absturz</translation>
    </message>
    <message>
        <source>Go to the next line where a crash report begins (E)</source>
        <translation>Zur nächsten Zeile, in der ein Absturzbericht beginnt (E)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Stay at the end while text arrives (F)</source>
        <translation>Am Ende bleiben, während Text ankommt (F)</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Break long lines at the edge of the window (Z)</source>
        <translation>Lange Zeilen am Fensterrand umbrechen (Z)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find text in this console (/ or Ctrl+F)</source>
        <translation>Text in dieser Konsole suchen (/ oder Ctrl+F)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save this log to a file (Ctrl+Shift+S)</source>
        <translation>Dieses Log in einer Datei speichern (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>● Following</source>
        <translation>● Folgt</translation>
    </message>
    <message>
        <source>○ Follow</source>
        <translation>○ Folgen</translation>
    </message>
    <message>
        <source>● Wrapped</source>
        <translation>● Umbrochen</translation>
    </message>
    <message>
        <source>○ Wrap</source>
        <translation>○ Umbrechen</translation>
    </message>
    <message>
        <source>1 crash report</source>
        <translation>1 Absturzbericht</translation>
    </message>
    <message numerus="yes">
        <source>%n crash reports</source>
        <translation>
            <numerusform>%n Absturzbericht</numerusform>
            <numerusform>%n Absturzberichte</numerusform>
        </translation>
    </message>
    <message>
        <source>No crash report begins in this console so far</source>
        <translation>Bisher beginnt in dieser Konsole kein Absturzbericht</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Time stamps: as they are, time since the line before, none (T)</source>
        <translation>Zeitstempel: unverändert, Zeit seit der vorigen Zeile, keine (T)</translation>
    </message>
    <message>
        <source>● Times</source>
        <translation>● Zeiten</translation>
    </message>
    <message>
        <source>Δ Times</source>
        <translation>Δ Zeiten</translation>
    </message>
    <message>
        <source>○ Times</source>
        <translation>○ Zeiten</translation>
    </message>
    <message>
        <source>Buttons of the console</source>
        <translation>Schaltflächen der Konsole</translation>
    </message>
    <message>
        <source>Go to the next error (E)</source>
        <translation>Zum nächsten Fehler (E)</translation>
    </message>
    <message>
        <source>No error</source>
        <translation>Kein Fehler</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the next error (E); the arrow lists them</source>
        <translation>Zum nächsten Fehler (E); der Pfeil listet alle auf</translation>
    </message>
    <message>
        <source>No line of this log tells an error so far</source>
        <translation>Bisher meldet keine Zeile dieses Logs einen Fehler</translation>
    </message>
    <message>
        <source>Go to the next line where a crash report begins (E); the arrow lists them</source>
        <translation>Zur nächsten Zeile, in der ein Absturzbericht beginnt (E); der Pfeil listet alle auf</translation>
    </message>
    <message>
        <source>More buttons</source>
        <translation>Weitere Knöpfe</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleComparisonView</name>
    <message>
        <source>&amp;First</source>
        <translation>&amp;Erster</translation>
    </message>
    <message>
        <source>Go to the first difference</source>
        <translation>Zum ersten Unterschied</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Vorheriger</translation>
    </message>
    <message>
        <source>Go to the difference before (p, [ or Alt+Up)</source>
        <translation>Zum vorherigen Unterschied (p, [ oder Alt+Up)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nächster</translation>
    </message>
    <message>
        <source>Go to the next difference (n, ] or Alt+Down)</source>
        <translation>Zum nächsten Unterschied (n, ] oder Alt+Down)</translation>
    </message>
    <message>
        <source>Run on the left</source>
        <translation>Linker Lauf</translation>
    </message>
    <message>
        <source>Run on the right</source>
        <translation>Rechter Lauf</translation>
    </message>
    <message>
        <source>Console on the left</source>
        <translation>Linke Konsole</translation>
    </message>
    <message>
        <source>Console on the right</source>
        <translation>Rechte Konsole</translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation>Vergleich läuft…</translation>
    </message>
    <message>
        <source>Only the first %1 lines or %2 MB of each console are compared.</source>
        <translation>Von jeder Konsole werden nur die ersten %1 Zeilen oder %2 MB verglichen.</translation>
    </message>
    <message>
        <source>No difference but in time stamps, addresses and the like</source>
        <translation>Kein Unterschied außer bei Zeitstempeln, Adressen und dergleichen</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 Unterschied</translation>
    </message>
    <message numerus="yes">
        <source>%Ln differences</source>
        <translation>
            <numerusform>%Ln Unterschied</numerusform>
            <numerusform>%Ln Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>difference %1 of %2, line %3 beside line %4</source>
        <translation>Unterschied %1 von %2, Zeile %3 neben Zeile %4</translation>
    </message>
    <message>
        <source>The consoles are still being compared</source>
        <translation>Die Konsolen werden noch verglichen</translation>
    </message>
    <message>
        <source>There is no difference</source>
        <translation>Es gibt keinen Unterschied</translation>
    </message>
    <message>
        <source>This is the first difference</source>
        <translation>Dies ist der erste Unterschied</translation>
    </message>
    <message>
        <source>This is the last difference</source>
        <translation>Dies ist der letzte Unterschied</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleEdit</name>
    <message>
        <source>Console text</source>
        <translation>Konsolentext</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleMap</name>
    <message>
        <source>Overview of the console</source>
        <translation>Übersicht der Konsole</translation>
    </message>
    <message>
        <source>Crash reports, warnings, matches and marks in the whole console; click to go there</source>
        <translation>Absturzberichte, Warnungen, Treffer und Marken in der ganzen Konsole; ein Klick führt dorthin</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleMatchList</name>
    <message>
        <source>Lines with a match or a mark</source>
        <translation>Zeilen mit Treffer oder Marke</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleMatchModel</name>
    <message>
        <source>line %1, marked: %2</source>
        <translation>Zeile %1, markiert: %2</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleView</name>
    <message>
        <source>crash report</source>
        <translation>Absturzbericht</translation>
    </message>
    <message>
        <source>No %1 in this console</source>
        <translation>Nicht in dieser Konsole: %1</translation>
    </message>
    <message>
        <source>%1 %2 of %3, line %4</source>
        <translation>%1 %2 von %3, Zeile %4</translation>
    </message>
    <message>
        <source>No line is marked; M marks one</source>
        <translation>Keine Zeile ist markiert; M markiert eine</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>, the rest is only in the session file</source>
        <translation>, der Rest steht nur in der Sitzungsdatei</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>&amp;Mark or unmark this line</source>
        <translation>Zeile &amp;markieren oder Marke entfernen</translation>
    </message>
    <message>
        <source>&amp;Next mark</source>
        <translation>&amp;Nächste Marke</translation>
    </message>
    <message>
        <source>&amp;Time stamps</source>
        <translation>&amp;Zeitstempel</translation>
    </message>
    <message>
        <source>&amp;As they are</source>
        <translation>&amp;Unverändert</translation>
    </message>
    <message>
        <source>Time &amp;since the line before</source>
        <translation>Zeit seit der &amp;vorigen Zeile</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>List the lines with a match below the console (L)</source>
        <translation>Die Zeilen mit Treffern unter der Konsole auflisten (L)</translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>… und weitere</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::DecisionView</name>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Select a revision to see why it is held for good or bad.</source>
        <translation>Eine Revision auswählen, um zu sehen, warum sie als gut oder schlecht gilt.</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::DiffView</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>type changed</source>
        <translation>Typ geändert</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>The rest of this patch is not shown.</source>
        <translation>Der Rest dieses Patches wird nicht angezeigt.</translation>
    </message>
    <message>
        <source>Changed files</source>
        <translation>Geänderte Dateien</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Patch</translation>
    </message>
    <message>
        <source>%1 (was %2)</source>
        <translation>%1 (vorher %2)</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>%1, %2, lines added: %3, removed: %4</source>
        <translation>%1, %2, Zeilen hinzugefügt: %3, entfernt: %4</translation>
    </message>
    <message>
        <source>Files: %1, lines: +%2 -%3</source>
        <translation>Dateien: %1, Zeilen: +%2 -%3</translation>
    </message>
    <message>
        <source> (the first %1 files are listed)</source>
        <translation> (die ersten %1 Dateien sind aufgeführt)</translation>
    </message>
    <message>
        <source>Nothing changed against the first parent.</source>
        <translation>Gegenüber dem ersten Eltern-Commit hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>&amp;Who last changed these lines</source>
        <translation>&amp;Wer diese Zeilen zuletzt änderte</translation>
    </message>
    <message>
        <source>The commits that the lines come from, as they were before</source>
        <translation>Die Commits, aus denen die vorherige Fassung der Zeilen stammt</translation>
    </message>
    <message>
        <source>This line is in no hunk</source>
        <translation>Diese Zeile liegt in keinem Hunk</translation>
    </message>
    <message>
        <source>The commit adds this file: nobody changed it before</source>
        <translation>Der Commit fügt diese Datei hinzu: Vorher hat niemand sie geändert</translation>
    </message>
    <message>
        <source>The hunk has no lines from before</source>
        <translation>Der Hunk enthält keine Zeilen der vorherigen Fassung</translation>
    </message>
    <message>
        <source>Line %1 of %2 before this commit</source>
        <translation>Zeile %1 von %2 vor diesem Commit</translation>
    </message>
    <message>
        <source>Lines %1–%2 of %3 before this commit</source>
        <translation>Zeilen %1–%2 von %3 vor diesem Commit</translation>
    </message>
    <message>
        <source>git reads the history of the file…</source>
        <translation>git liest die Historie der Datei…</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::EmptyNote</name>
    <message>
        <source>%1 F5 goes on with the bisection.</source>
        <translation>%1 F5 setzt die Bisektion fort.</translation>
    </message>
    <message>
        <source>%1 F5 starts the bisection.</source>
        <translation>%1 F5 startet die Bisektion.</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::FindBar</name>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Previous match (Shift+Return, N)</source>
        <translation>Vorheriger Treffer (Shift+Return, N)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match (Return, n)</source>
        <translation>Nächster Treffer (Return, n)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>Suchleiste schließen (Esc)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Suchtext</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>kein Treffer</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::HistoryModel</name>
    <message>
        <source>overruled</source>
        <translation>überstimmt</translation>
    </message>
    <message>
        <source>How likely the commit is the culprit, by all runs so far</source>
        <translation>Wie wahrscheinlich der Commit der Verursacher ist, nach allen bisherigen Läufen</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Wahrsch.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>1 commit between</source>
        <translation>1 Commit dazwischen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln commits between</source>
        <translation>
            <numerusform>%Ln Commit dazwischen</numerusform>
            <numerusform>%Ln Commits dazwischen</numerusform>
        </translation>
    </message>
    <message>
        <source>merges 1 commit</source>
        <translation>Merge von 1 Commit</translation>
    </message>
    <message numerus="yes">
        <source>merges %Ln commits</source>
        <translation>
            <numerusform>Merge von %Ln Commit</numerusform>
            <numerusform>Merge von %Ln Commits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>culprit::widgets::HistoryView</name>
    <message>
        <source>Commits of the range</source>
        <translation>Commits des Bereichs</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::PhasesView</name>
    <message>
        <source>Bad is bad</source>
        <translation>Schlecht ist schlecht</translation>
    </message>
    <message>
        <source>Good is good</source>
        <translation>Gut ist gut</translation>
    </message>
    <message>
        <source>Bisect</source>
        <translation>Bisektion</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>no such revision is named</source>
        <translation>keine solche Revision angegeben</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <source>no runs yet</source>
        <translation>noch keine Läufe</translation>
    </message>
    <message>
        <source>%1 of %2 releases tried</source>
        <translation>%1 von %2 Releases probiert</translation>
    </message>
    <message>
        <source>1 revision tested</source>
        <translation>1 Revision getestet</translation>
    </message>
    <message numerus="yes">
        <source>%n revisions tested</source>
        <translation>
            <numerusform>%n Revision getestet</numerusform>
            <numerusform>%n Revisionen getestet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, one commit has %2</source>
        <translation>%1, ein Commit hat %2</translation>
    </message>
    <message>
        <source>1 step, one commit is left</source>
        <translation>1 Schritt, ein Commit bleibt</translation>
    </message>
    <message numerus="yes">
        <source>%n steps, one commit is left</source>
        <translation>
            <numerusform>%n Schritt, ein Commit bleibt</numerusform>
            <numerusform>%n Schritte, ein Commit bleibt</numerusform>
        </translation>
    </message>
    <message>
        <source>1 suspect</source>
        <translation>1 Verdächtiger</translation>
    </message>
    <message numerus="yes">
        <source>%n suspects</source>
        <translation>
            <numerusform>%n Verdächtiger</numerusform>
            <numerusform>%n Verdächtige</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 to go, the likeliest with %3</source>
        <translation>%1, offen: %2, wahrscheinlichster mit %3</translation>
    </message>
    <message>
        <source>about 1 step to go</source>
        <translation>noch etwa 1 Schritt</translation>
    </message>
    <message numerus="yes">
        <source>about %n steps to go</source>
        <translation>
            <numerusform>noch etwa %n Schritt</numerusform>
            <numerusform>noch etwa %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>the culprit and its parents, run themselves</source>
        <translation>der Verursacher und seine Eltern, in eigenen Läufen</translation>
    </message>
    <message>
        <source>the culprit and its parents, again</source>
        <translation>der Verursacher und seine Eltern, erneut</translation>
    </message>
    <message>
        <source>%1 and its parents were run</source>
        <translation>%1 und seine Eltern hatten eigene Läufe</translation>
    </message>
    <message>
        <source>%1 and its parents are run</source>
        <translation>%1 und seine Eltern bekommen eigene Läufe</translation>
    </message>
    <message>
        <source>%1 stood its second test</source>
        <translation>%1 hielt dem zweiten Test stand</translation>
    </message>
    <message>
        <source>%1 and its parents, again</source>
        <translation>%1 und seine Eltern, erneut</translation>
    </message>
    <message>
        <source>between the bad end and the newest good release</source>
        <translation>zwischen dem schlechten Ende und dem neuesten guten Release</translation>
    </message>
    <message>
        <source>none is good</source>
        <translation>keines ist gut</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>next</source>
        <translation>als Nächstes</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::RangeRibbon</name>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>No range yet</source>
        <translation>Noch kein Bereich</translation>
    </message>
    <message>
        <source>No good end yet</source>
        <translation>Noch kein gutes Ende</translation>
    </message>
    <message>
        <source>%1 is the culprit</source>
        <translation>%1 ist der Verursacher</translation>
    </message>
    <message>
        <source>%1 is suspected</source>
        <translation>%1 ist verdächtig</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, mit %2</translation>
    </message>
    <message>
        <source>Suspects: %1 of %2</source>
        <translation>Verdächtige: %1 von %2</translation>
    </message>
    <message>
        <source>%1, the likeliest with %2</source>
        <translation>%1, wahrscheinlichster mit %2</translation>
    </message>
    <message>
        <source>The culprit is one of the %1 commits around here with %2.</source>
        <translation>Der Verursacher ist mit %2 Wahrscheinlichkeit einer der %1 Commits um diese Stelle.</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ReportView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>There is no report yet</source>
        <translation>Es gibt noch keinen Bericht</translation>
    </message>
    <message>
        <source>Copy the whole report, as it would be mailed</source>
        <translation>Den ganzen Bericht kopieren, wie er per E-Mail verschickt würde</translation>
    </message>
    <message>
        <source>Save the whole report to a file</source>
        <translation>Den ganzen Bericht in einer Datei speichern</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::RunGroups</name>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation><numerusform>%n Lauf</numerusform><numerusform>%n Läufe</numerusform></translation>
    </message>
    <message>
        <source>%1 of 1 revision</source>
        <translation>%1 einer Revision</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n revisions</source>
        <translation><numerusform>%1 von %n Revision</numerusform><numerusform>%1 von %n Revisionen</numerusform></translation>
    </message>
    <message>
        <source>run %1.%2  %3  %4</source>
        <translation>Lauf %1.%2  %3  %4</translation>
    </message>
    <message>
        <source>Crashes without a title</source>
        <translation>Abstürze ohne Titel</translation>
    </message>
    <message>
        <source>No crash</source>
        <translation>Kein Absturz</translation>
    </message>
    <message>
        <source>Boot failed</source>
        <translation>Boot fehlgeschlagen</translation>
    </message>
    <message>
        <source>Test failed</source>
        <translation>Test fehlgeschlagen</translation>
    </message>
    <message>
        <source>Infrastructure failed</source>
        <translation>Infrastrukturfehler</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>overruled, was %1</source>
        <translation>überstimmt, war %1</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::StepRows</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Crash title or cause</source>
        <translation>Absturztitel oder Ursache</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::StepsModel</name>
    <message>
        <source>run %1.%2</source>
        <translation>Lauf %1.%2</translation>
    </message>
    <message>
        <source>build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>, overruled, was %1</source>
        <translation>, überstimmt, war %1</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::StepsView</name>
    <message>
        <source>Filter by hash, subject, outcome, title</source>
        <translation>Nach Hash, Betreff, Ergebnis, Titel filtern</translation>
    </message>
    <message>
        <source>Filter the steps</source>
        <translation>Schritte filtern</translation>
    </message>
    <message>
        <source>Steps and runs</source>
        <translation>Schritte und Läufe</translation>
    </message>
    <message>
        <source>The imported log holds no tested revision.</source>
        <translation>Das importierte Log enthält keine getestete Revision.</translation>
    </message>
    <message>
        <source>No revision has been tested yet.</source>
        <translation>Bisher wurde keine Revision getestet.</translation>
    </message>
    <message>
        <source>No step matches the filter.</source>
        <translation>Kein Schritt passt zum Filter.</translation>
    </message>
    <message>
        <source>Group by nothing</source>
        <translation>Nicht gruppieren</translation>
    </message>
    <message>
        <source>Group by crash title</source>
        <translation>Nach Absturztitel gruppieren</translation>
    </message>
    <message>
        <source>Group the runs</source>
        <translation>Läufe gruppieren</translation>
    </message>
    <message>
        <source>By crash title: the runs that showed each, and those without a crash</source>
        <translation>Nach Absturztitel: die Läufe, die ihn zeigten, und die ohne Absturz</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::TimeBar</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Walk through the session's events</source>
        <translation>Die Ereignisse der Sitzung durchgehen</translation>
    </message>
    <message>
        <source>Event of the session</source>
        <translation>Ereignis der Sitzung</translation>
    </message>
    <message>
        <source>How the session stood after an event; at the end: now</source>
        <translation>Stand der Sitzung nach einem Ereignis; am Ende: jetzt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>How fast the session is played: 1× is an event a second</source>
        <translation>Wie schnell die Sitzung abgespielt wird: 1× ist ein Ereignis je Sekunde</translation>
    </message>
    <message>
        <source>No&amp;w</source>
        <translation>&amp;Jetzt</translation>
    </message>
    <message>
        <source>Back to how the session stands now</source>
        <translation>Zurück zum jetzigen Stand der Sitzung</translation>
    </message>
    <message>
        <source>Go on &amp;from here…</source>
        <translation>Von hier &amp;fortfahren…</translation>
    </message>
    <message>
        <source>What happened there</source>
        <translation>Was dort geschah</translation>
    </message>
    <message>
        <source>event %1 of %2</source>
        <translation>Ereignis %1 von %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>nothing has happened so far</source>
        <translation>bisher ist nichts geschehen</translation>
    </message>
    <message>
        <source>Look at an earlier event first</source>
        <translation>Zuerst ein früheres Ereignis ansehen</translation>
    </message>
    <message>
        <source>A new session with all that was known there, to decide otherwise</source>
        <translation>Eine neue Sitzung mit allem, was dort bekannt war, um anders zu entscheiden</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::TitlesModel</name>
    <message>
        <source>%1 (yours)</source>
        <translation>%1 (von Ihnen)</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>Crash title</source>
        <translation>Absturztitel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>This is no crash title of the session.</source>
        <translation>Das ist kein Absturztitel dieser Sitzung.</translation>
    </message>
    <message>
        <source>Drop it on a heading, or on a title below it.</source>
        <translation>Ziehen Sie ihn auf eine Überschrift oder auf einen Titel darunter.</translation>
    </message>
    <message>
        <source>It is below this heading already.</source>
        <translation>Er steht schon unter dieser Überschrift.</translation>
    </message>
    <message>
        <source>By the rules it is %1, so it cannot be undecided: %2</source>
        <translation>Nach den Regeln ist er %1 und kann nicht unentschieden sein: %2</translation>
    </message>
    <message>
        <source>Target: the bug that is searched for</source>
        <translation>Gesucht: der Fehler, um den es geht</translation>
    </message>
    <message>
        <source>Undecided: to be judged</source>
        <translation>Unentschieden: noch zu beurteilen</translation>
    </message>
    <message>
        <source>Unrelated: another bug</source>
        <translation>Fremd: ein anderer Fehler</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>Keine Sitzung ist geöffnet</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::TitlesView</name>
    <message>
        <source>&amp;Target</source>
        <translation>Gesuch&amp;t</translation>
    </message>
    <message>
        <source>&amp;Unrelated</source>
        <translation>F&amp;remd</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>Aut&amp;omatisch</translation>
    </message>
    <message>
        <source>Crash titles</source>
        <translation>Absturztitel</translation>
    </message>
    <message>
        <source>A crash with this title</source>
        <translation>Ein Absturz mit diesem Titel</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>Keine Sitzung ist geöffnet</translation>
    </message>
    <message>
        <source>No run has crashed so far.</source>
        <translation>Bisher ist kein Lauf abgestürzt.</translation>
    </message>
    <message>
        <source>Select a crash title to say what it is to this session.</source>
        <translation>Einen Absturztitel auswählen, um zu sagen, was er für diese Sitzung bedeutet.</translation>
    </message>
    <message>
        <source>No crash title is selected</source>
        <translation>Kein Absturztitel ist ausgewählt</translation>
    </message>
    <message>
        <source>You said so already</source>
        <translation>Bereits so von Ihnen festgelegt</translation>
    </message>
    <message>
        <source>This crash is the bug that is searched for: it makes a run count as bad</source>
        <translation>Dieser Absturz ist der gesuchte Fehler: Ein Lauf damit zählt als schlecht</translation>
    </message>
    <message>
        <source>This crash is another bug: a run that ends in it is no witness</source>
        <translation>Dieser Absturz ist ein anderer Fehler: Ein Lauf, der so endet, ist kein Zeuge</translation>
    </message>
    <message>
        <source>The rules decide: you have said nothing of this title</source>
        <translation>Die Regeln entscheiden: Zu diesem Titel haben Sie nichts gesagt</translation>
    </message>
    <message>
        <source>Take your decision back and let the rules decide</source>
        <translation>Ihre Entscheidung zurücknehmen und die Regeln entscheiden lassen</translation>
    </message>
    <message numerus="yes">
        <source>%n crash titles</source>
        <translation><numerusform>%n Absturztitel</numerusform><numerusform>%n Absturztitel</numerusform></translation>
    </message>
</context>
<context>
    <name>culprit::widgets::VerdictBar</name>
    <message>
        <source>&amp;Not sure</source>
        <translation>Unsi&amp;cher</translation>
    </message>
    <message>
        <source>Note: why</source>
        <translation>Notiz: warum</translation>
    </message>
    <message>
        <source>Note to the verdict</source>
        <translation>Notiz zum Urteil</translation>
    </message>
    <message>
        <source>Good and Bad then count as evidence that is right nine times in ten, beside the runs; the search may still test the revision</source>
        <translation>„Gut“ und „Schlecht“ zählen dann neben den Läufen als Indiz, das in neun von zehn Fällen stimmt; die Suche kann die Revision trotzdem testen</translation>
    </message>
    <message>
        <source>Mark %1</source>
        <translation>Markieren: %1</translation>
    </message>
    <message>
        <source>No revision to mark</source>
        <translation>Keine Revision zu markieren</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>The selection went on to %1. The buttons still mark %2.</source>
        <translation>Die Auswahl ist zu %1 weitergegangen. Die Schaltflächen markieren weiterhin %2.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Mark %1 %2: the bug is not there</source>
        <translation>%1 als %2 markieren: Der Fehler fehlt</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>Mark %1 %2: the bug is there</source>
        <translation>%1 als %2 markieren: Der Fehler ist vorhanden</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Skip %1: it cannot be told</source>
        <translation>%1 überspringen: Es lässt sich nicht sagen</translation>
    </message>
    <message>
        <source>Retest ×%1</source>
        <translation>Erneut ×%1</translation>
    </message>
    <message>
        <source>Run %1 again, %2 times, and count all runs</source>
        <translation>%1 erneut laufen lassen, %2 Mal, und alle Läufe zählen</translation>
    </message>
    <message>
        <source>Test next</source>
        <translation>Zuerst testen</translation>
    </message>
    <message>
        <source>Run %1 %2 times before anything else is tested</source>
        <translation>%1 %2 Mal laufen lassen, bevor anderes getestet wird</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take your verdict of %1 back: its runs decide again</source>
        <translation>Ihr Urteil über %1 zurücknehmen: Die Läufe entscheiden wieder</translation>
    </message>
    <message>
        <source>No revision is selected</source>
        <translation>Keine Revision ist ausgewählt</translation>
    </message>
    <message>
        <source>The verdict of %1 is not overruled</source>
        <translation>Das Urteil über %1 ist nicht überstimmt</translation>
    </message>
</context>
</TS>