<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New bisection…</source>
        <translation>新建二分查找(&amp;N)…</translation>
    </message>
    <message>
        <source>Choose a kernel tree, a bad and a good revision, a config and a reproducer</source>
        <translation>选择内核源码树、坏修订版和好修订版、配置以及复现程序</translation>
    </message>
    <message>
        <source>&amp;Open session…</source>
        <translation>打开会话(&amp;O)…</translation>
    </message>
    <message>
        <source>Go on with a session, or walk through a finished one</source>
        <translation>继续一个会话，或回顾已完成的会话</translation>
    </message>
    <message>
        <source>&amp;Give the kernel tree…</source>
        <translation>指定内核源码树(&amp;G)…</translation>
    </message>
    <message>
        <source>Read the imported log again, with a kernel tree that has its commits</source>
        <translation>使用含有其提交的内核源码树，重新读取导入的日志</translation>
    </message>
    <message>
        <source>Co&amp;mpare with…</source>
        <translation>比较(&amp;M)…</translation>
    </message>
    <message>
        <source>Put another session, or a log, beside this one: same revisions, other verdicts, and why</source>
        <translation>将另一个会话或日志与此会话对照：相同的修订版、不同的判定及其原因</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>试用演示(&amp;D)</translation>
    </message>
    <message>
        <source>Bisect a small demo kernel with real builds and real machines</source>
        <translation>以真实的构建和真实的虚拟机对一个小型演示内核做二分查找</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the session's report as plain text</source>
        <translation>以纯文本复制会话的报告</translation>
    </message>
    <message>
        <source>Copy run as s&amp;hell</source>
        <translation>将运行复制为 shell(&amp;H)</translation>
    </message>
    <message>
        <source>Copy a text that does the selected run again when it is pasted into a terminal, without Culprit</source>
        <translation>复制一段文本，粘贴到终端即可重做所选的运行，无需 Culprit</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Stop what runs and close the window</source>
        <translation>停止正在运行的任务并关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Start, or go on with, the bisection</source>
        <translation>开始或继续二分查找</translation>
    </message>
    <message>
        <source>&amp;Pause after step</source>
        <translation>本步后暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Stop when the revision under test has its verdict</source>
        <translation>待测试中的修订版得出判定后停止</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>End builds and machines now; what is known so far stays</source>
        <translation>立即结束构建和虚拟机；已有的结果会保留</translation>
    </message>
    <message>
        <source>&amp;Follow the merge up…</source>
        <translation>追查合并(&amp;F)…</translation>
    </message>
    <message>
        <source>The culprit is a merge: set up the bisection that finds the commit behind it</source>
        <translation>元凶提交是合并提交：设置一次二分查找，找出其背后的提交</translation>
    </message>
    <message>
        <source>&amp;Good</source>
        <translation>好(&amp;G)</translation>
    </message>
    <message>
        <source>The bug is absent in this revision, whatever its runs say</source>
        <translation>此修订版不存在缺陷，无论其运行结果如何</translation>
    </message>
    <message>
        <source>&amp;Bad</source>
        <translation>坏(&amp;B)</translation>
    </message>
    <message>
        <source>The bug is present in this revision, whatever its runs say</source>
        <translation>此修订版存在缺陷，无论其运行结果如何</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>跳过(&amp;K)</translation>
    </message>
    <message>
        <source>This revision cannot be judged</source>
        <translation>此修订版无法判断</translation>
    </message>
    <message>
        <source>Skip ra&amp;nge…</source>
        <translation>跳过范围(&amp;N)…</translation>
    </message>
    <message>
        <source>Leave out several commits at once, and say why</source>
        <translation>一次排除多个提交，并说明原因</translation>
    </message>
    <message>
        <source>&amp;Retest</source>
        <translation>重测(&amp;R)</translation>
    </message>
    <message>
        <source>Run this revision %1 times more</source>
        <translation>再运行此修订版 %1 次</translation>
    </message>
    <message>
        <source>&amp;Undo judgement</source>
        <translation>撤销判断(&amp;U)</translation>
    </message>
    <message>
        <source>Take the latest judgement back</source>
        <translation>撤回最近的判断</translation>
    </message>
    <message>
        <source>R&amp;edo judgement</source>
        <translation>重做判断(&amp;E)</translation>
    </message>
    <message>
        <source>Bring the judgement back that was undone</source>
        <translation>恢复被撤销的判断</translation>
    </message>
    <message>
        <source>Go to &amp;current revision</source>
        <translation>转到当前修订版(&amp;C)</translation>
    </message>
    <message>
        <source>Select the revision under test and follow the search</source>
        <translation>选择测试中的修订版并跟随查找过程</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>下一窗格(&amp;N)</translation>
    </message>
    <message>
        <source>Move the keyboard to the next pane</source>
        <translation>将键盘焦点移到下一窗格</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>上一窗格(&amp;P)</translation>
    </message>
    <message>
        <source>Move the keyboard to the previous pane</source>
        <translation>将键盘焦点移到上一窗格</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Put all panes where they were at first</source>
        <translation>将所有窗格放回最初的位置</translation>
    </message>
    <message>
        <source>Theme of the &amp;system</source>
        <translation>系统主题(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>浅色或深色，跟随桌面</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>浅色主题(&amp;L)</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>深色主题(&amp;D)</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>深底浅字</translation>
    </message>
    <message>
        <source>&amp;About Culprit</source>
        <translation>关于 Culprit(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本与许可证</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>没有打开的会话</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>V&amp;erdict</source>
        <translation>判定(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>It is stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>It runs already</source>
        <translation>已在运行</translation>
    </message>
    <message>
        <source>It takes the kernel tree: "%1" in the File menu</source>
        <translation>需要内核源码树：“文件”菜单中的“%1”</translation>
    </message>
    <message>
        <source>The search has ended; a judgement can open it again</source>
        <translation>查找已结束；作出新的判断可重新开启查找</translation>
    </message>
    <message>
        <source>Nothing runs</source>
        <translation>没有正在运行的任务</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>继续(&amp;S)</translation>
    </message>
    <message>
        <source>It pauses after this step already</source>
        <translation>已设为本步后暂停</translation>
    </message>
    <message>
        <source>Select a commit first</source>
        <translation>请先选择一个提交</translation>
    </message>
    <message>
        <source>The search has not ended with a merge</source>
        <translation>查找的结果不是合并提交</translation>
    </message>
    <message>
        <source>There is no judgement to undo</source>
        <translation>没有可撤销的判断</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>没有可重做的判断</translation>
    </message>
    <message>
        <source>The session was not imported from a log</source>
        <translation>此会话不是从日志导入的</translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation>提交图(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Import log…</source>
        <translation>导入日志(&amp;I)…</translation>
    </message>
    <message>
        <source>Open a log of syzbot or of git bisect, or an archive of a session, as a session</source>
        <translation>将 syzbot 或 git bisect 的日志，或会话归档，作为会话打开</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>Theme, keys, notifications and what else is the same for all sessions</source>
        <translation>主题、按键、通知以及其他适用于所有会话的设置</translation>
    </message>
    <message>
        <source>Re&amp;move judgement</source>
        <translation>移除判断(&amp;M)</translation>
    </message>
    <message>
        <source>Take back what was said of this revision: its runs speak for it (U in graph and steps)</source>
        <translation>撤回对此修订版的判断：改由其运行决定（在提交图和步骤中按 U）</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>To the commit that was selected before</source>
        <translation>转到之前选中的提交</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>To the commit that was selected after this one</source>
        <translation>转到在此之后选中的提交</translation>
    </message>
    <message>
        <source>&amp;Older tested commit</source>
        <translation>较旧的已测试提交(&amp;O)</translation>
    </message>
    <message>
        <source>Down the graph to the next commit that was tested ([ there)</source>
        <translation>沿提交图向下，转到下一个已测试的提交（图中按 [）</translation>
    </message>
    <message>
        <source>Ne&amp;wer tested commit</source>
        <translation>较新的已测试提交(&amp;W)</translation>
    </message>
    <message>
        <source>Up the graph to the next commit that was tested (] there)</source>
        <translation>沿提交图向上，转到下一个已测试的提交（图中按 ]）</translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation>详情(&amp;E)</translation>
    </message>
    <message>
        <source>Why the selected revision is called what it is (Return in graph and steps)</source>
        <translation>所选修订版为何如此判定（在提交图和步骤中按 Return）</translation>
    </message>
    <message>
        <source>&amp;Diff</source>
        <translation>差异(&amp;D)</translation>
    </message>
    <message>
        <source>Message and patch of the selected commit (D in graph and steps)</source>
        <translation>所选提交的说明和补丁（在提交图和步骤中按 D）</translation>
    </message>
    <message>
        <source>Con&amp;sole</source>
        <translation>控制台(&amp;S)</translation>
    </message>
    <message>
        <source>The console of the selected revision's run (C in graph and steps)</source>
        <translation>所选修订版的运行的控制台（在提交图和步骤中按 C）</translation>
    </message>
    <message>
        <source>Find &amp;action…</source>
        <translation>查找操作(&amp;A)…</translation>
    </message>
    <message>
        <source>Type what you want to do, and do it from there</source>
        <translation>输入想做的事并直接执行</translation>
    </message>
    <message>
        <source>&amp;Drive</source>
        <translation>操控(&amp;D)</translation>
    </message>
    <message>
        <source>All panes, as at first: console and details beside each other</source>
        <translation>所有窗格，如最初那样：控制台与详情并排</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>监视(&amp;W)</translation>
    </message>
    <message>
        <source>The consoles of runs and builds at large</source>
        <translation>放大显示运行和构建的控制台</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>回顾(&amp;R)</translation>
    </message>
    <message>
        <source>Steps, details and activity, to walk through what was</source>
        <translation>步骤、详情和活动，用于回顾整个过程</translation>
    </message>
    <message>
        <source>&amp;Save layout as…</source>
        <translation>布局另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Keep this layout by a name</source>
        <translation>以指定名称保存此布局</translation>
    </message>
    <message>
        <source>Single-letter &amp;keys</source>
        <translation>单字母快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>G, B, S and others work in graph, steps and consoles while these have the keyboard</source>
        <translation>提交图、步骤和控制台具有键盘焦点时，G、B、S 等键在其中有效</translation>
    </message>
    <message>
        <source>&amp;To pane</source>
        <translation>转到窗格(&amp;T)</translation>
    </message>
    <message>
        <source>Show or hide the pane %1</source>
        <translation>显示或隐藏“%1”窗格</translation>
    </message>
    <message>
        <source>Show the pane %1 and give it the keyboard</source>
        <translation>显示“%1”窗格并将键盘焦点移到其中</translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <translation>布局(&amp;Y)</translation>
    </message>
    <message>
        <source>R&amp;emove layout</source>
        <translation>移除布局(&amp;E)</translation>
    </message>
    <message>
        <source>Nobody judged this revision</source>
        <translation>此修订版尚无人工判断</translation>
    </message>
    <message>
        <source>This revision was neither built nor run</source>
        <translation>此修订版既未构建也未运行</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>用户指南(&amp;U)</translation>
    </message>
    <message>
        <source>What is about the pane that has the keyboard</source>
        <translation>与当前获得键盘焦点的窗格有关的内容</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Every action with its keys</source>
        <translation>所有操作及其快捷键</translation>
    </message>
    <message>
        <source>&amp;Test next</source>
        <translation>接下来测试(&amp;T)</translation>
    </message>
    <message>
        <source>Run this revision %1 times before anything else is tested (N in graph and steps)</source>
        <translation>先运行此修订版 %1 次，再测试其他修订版（在图与步骤中按 N）</translation>
    </message>
    <message>
        <source>It was run already: Retest runs it again</source>
        <translation>它已经运行过：“重测”会再次运行它</translation>
    </message>
    <message>
        <source>Compare con&amp;soles…</source>
        <translation>比较控制台(&amp;S)…</translation>
    </message>
    <message>
        <source>Put the consoles of two runs beside each other, from their first difference on</source>
        <translation>并排对照两次运行的控制台，从第一处差异开始</translation>
    </message>
    <message>
        <source>E&amp;xample session</source>
        <translation>示例会话(&amp;X)</translation>
    </message>
    <message>
        <source>Walk through a finished bisection of the demo kernel; nothing is built or run</source>
        <translation>回顾一次已完成的演示内核二分查找；不会构建或运行任何内容</translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation>高对比度浅色(&amp;H)</translation>
    </message>
    <message>
        <source>Black on white, with strong frames</source>
        <translation>白底黑字，边框醒目</translation>
    </message>
    <message>
        <source>White on black, with strong frames</source>
        <translation>黑底白字，边框醒目</translation>
    </message>
    <message>
        <source>&amp;Consoles</source>
        <translation>控制台(&amp;C)</translation>
    </message>
    <message>
        <source>It takes the consoles of two runs</source>
        <translation>需要两次运行的控制台</translation>
    </message>
    <message>
        <source>High con&amp;trast, dark</source>
        <translation>高对比度深色(&amp;W)</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>%1 needs your verdict</source>
        <translation>%1 需要您的判定</translation>
    </message>
    <message>
        <source>the search has ended</source>
        <translation>查找已结束</translation>
    </message>
    <message>
        <source>the fix is found</source>
        <translation>已找到修复提交</translation>
    </message>
    <message>
        <source>the culprit is found</source>
        <translation>已找到元凶提交</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n builds failed in a row</source>
        <translation>
            <numerusform>%1：连续 %n 次构建失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the disk is nearly full</source>
        <translation>%1：磁盘空间即将用尽</translation>
    </message>
    <message>
        <source>%1 are left for builds.</source>
        <translation>可供构建使用的空间还剩 %1。</translation>
    </message>
</context>
<context>
    <name>DecisionText</name>
    <message>
        <source>By the tests of the others the bug is there with %1, and comes from this commit with %2.</source>
        <translation>据其他修订版的测试，此处存在缺陷的概率为 %1，缺陷源于此提交的概率为 %2。</translation>
    </message>
    <message>
        <source>Before any test its chance was ×%1, because it %2.</source>
        <translation>在任何测试之前，其概率为平均值的 %1 倍，原因：%2。</translation>
    </message>
    <message>
        <source>No verdict yet: %1</source>
        <translation>尚无判定：%1</translation>
    </message>
    <message>
        <source>Held for %1: %2</source>
        <translation>判为“%1”：%2</translation>
    </message>
    <message>
        <source>You think that it is %1, %2 to 1: that counts among the evidence.</source>
        <translation>您认为它是“%1”，把握为 %2 比 1：这会计入证据。</translation>
    </message>
    <message>
        <source>Not overruled.</source>
        <translation>未被否决。</translation>
    </message>
    <message>
        <source>Your note: %1</source>
        <translation>您的备注：%1</translation>
    </message>
    <message>
        <source>Held for %1, because you said so. By its runs it would be %2: %3</source>
        <translation>按您的判断判为“%1”。按其运行则为“%2”：%3</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>How many runs a verdict takes is not fixed: they go on where they tell something.</source>
        <translation>一个判定需要多少次运行并不固定：只要能提供信息就会继续运行。</translation>
    </message>
    <message>
        <source>A verdict takes 1 run.</source>
        <translation>一个判定需要 1 次运行。</translation>
    </message>
    <message numerus="yes">
        <source>A verdict takes %n runs.</source>
        <translation>
            <numerusform>一个判定需要 %n 次运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>The outcome of 1 run was overruled.</source>
        <translation>1 次运行的结果已否决。</translation>
    </message>
    <message numerus="yes">
        <source>The outcomes of %n runs were overruled.</source>
        <translation>
            <numerusform>%n 次运行的结果已否决。</numerusform>
        </translation>
    </message>
    <message>
        <source>Crash titles</source>
        <translation>崩溃标题</translation>
    </message>
    <message>
        <source>You said so.</source>
        <translation>这是您的判断。</translation>
    </message>
    <message>
        <source>Builds that failed</source>
        <translation>失败的构建</translation>
    </message>
    <message>
        <source>Not tested. It is still a suspect.</source>
        <translation>未测试，仍是嫌疑提交。</translation>
    </message>
    <message>
        <source>Not tested, and no suspect any more.</source>
        <translation>未测试，已不再是嫌疑提交。</translation>
    </message>
    <message>
        <source>Next: test %1</source>
        <translation>下一步：测试 %1</translation>
    </message>
    <message>
        <source>Next: search from %1 on</source>
        <translation>下一步：从 %1 开始查找</translation>
    </message>
    <message>
        <source>Next: revert %1</source>
        <translation>下一步：还原 %1</translation>
    </message>
    <message>
        <source>Next: it is your turn</source>
        <translation>下一步：请您决定</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Finished: no release is good</source>
        <translation>已完成：没有好的发布版</translation>
    </message>
    <message>
        <source>Finished: one of %1 commits</source>
        <translation>已完成：%1 个提交之一</translation>
    </message>
    <message>
        <source>1 more run is wanted.</source>
        <translation>还需 1 次运行。</translation>
    </message>
    <message numerus="yes">
        <source>%n more runs are wanted.</source>
        <translation>
            <numerusform>还需 %n 次运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspects: %1. Left to test after this: %2, about %3.</source>
        <translation>嫌疑提交：%1。本次之后尚待测试：%2，约 %3。</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>The culprit and its parents were tested again and stood it.</source>
        <translation>元凶提交及其父提交已通过复测。</translation>
    </message>
    <message>
        <source>It has not been tested a second time.</source>
        <translation>尚未复测。</translation>
    </message>
    <message>
        <source>What the next runs can tell</source>
        <translation>接下来的运行能说明什么</translation>
    </message>
    <message>
        <source>What the search knows</source>
        <translation>查找已知的情况</translation>
    </message>
    <message>
        <source>The next runs are expected to tell %1 bits about the culprit.</source>
        <translation>接下来的运行预计将提供 %1 比特有关元凶提交的信息。</translation>
    </message>
</context>
<context>
    <name>DoubtText</name>
    <message>
        <source>1 run</source>
        <translation>1 次运行</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>fix</source>
        <translation>修复提交</translation>
    </message>
    <message>
        <source>culprit</source>
        <translation>元凶提交</translation>
    </message>
    <message>
        <source>1 commit has %1 of the suspicion.</source>
        <translation>1 个提交占嫌疑的 %1。</translation>
    </message>
    <message>
        <source>%1 commits share 95 % of the suspicion, the likeliest has %2.</source>
        <translation>%1 个提交共占嫌疑的 95 %，最可能者占 %2。</translation>
    </message>
    <message>
        <source>a minute or less</source>
        <translation>1 分钟以内</translation>
    </message>
    <message>
        <source>%1 to %2 hours</source>
        <translation>%1 至 %2 小时</translation>
    </message>
    <message>
        <source>%1 to %2 minutes</source>
        <translation>%1 至 %2 分钟</translation>
    </message>
    <message>
        <source>under 0.1 %</source>
        <translation>低于 0.1 %</translation>
    </message>
    <message>
        <source>over 99.9 %</source>
        <translation>高于 99.9 %</translation>
    </message>
    <message>
        <source>That is less than the %1 asked for.</source>
        <translation>这低于所要求的 %1。</translation>
    </message>
    <message>
        <source>The likeliest %1 is %2, with %3; the search ends at %4.</source>
        <translation>最可能的%1是 %2，概率为 %3；达到 %4 时查找结束。</translation>
    </message>
    <message>
        <source>The %1 is one of %2 commits that no kernel tells apart with %3; the search ends at %4: %5.</source>
        <translation>%1是 %2 个无法用任何内核区分的提交之一，概率为 %3；达到 %4 时查找结束：%5。</translation>
    </message>
    <message>
        <source>The bug shows in %1 of the runs where it is (90 % sure: in %2 to %3 %).</source>
        <translation>在存在缺陷之处，%1 的运行会出现缺陷（90 % 把握：%2 至 %3 %）。</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>当前：%1</translation>
    </message>
    <message>
        <source>If the bug shows (%1): %2</source>
        <translation>若缺陷出现（%1）：%2</translation>
    </message>
    <message>
        <source>If it does not (%1): %2</source>
        <translation>若缺陷不出现（%1）：%2</translation>
    </message>
    <message>
        <source>only runs</source>
        <translation>仅需运行</translation>
    </message>
    <message>
        <source>about 1 build</source>
        <translation>约 1 次构建</translation>
    </message>
    <message numerus="yes">
        <source>about %n builds</source>
        <translation>
            <numerusform>约 %n 次构建</numerusform>
        </translation>
    </message>
    <message>
        <source>no build</source>
        <translation>0 次构建</translation>
    </message>
    <message>
        <source>1 build</source>
        <translation>1 次构建</translation>
    </message>
    <message numerus="yes">
        <source>%n builds</source>
        <translation>
            <numerusform>%n 次构建</numerusform>
        </translation>
    </message>
    <message>
        <source>To go: about %1, %2, %3.</source>
        <translation>剩余：约 %1，%2，%3。</translation>
    </message>
    <message>
        <source>It leans most on %1: without the runs there it would have %2.</source>
        <translation>最主要的依据是 %1：若没有那里的运行，概率将为 %2。</translation>
    </message>
    <message>
        <source>Called good; the bug is there all the same with %1.</source>
        <translation>判为好；但仍存在缺陷的概率为 %1。</translation>
    </message>
    <message>
        <source>Called bad; the bug is not there all the same with %1.</source>
        <translation>判为坏；但并不存在缺陷的概率为 %1。</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 s</source>
        <translation>%1秒</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1分%2秒</translation>
    </message>
    <message>
        <source>%1:%2:%3 h</source>
        <translation>%1时%2分%3秒</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>FrameFinder</name>
    <message>
        <source>No patch is shown here that the place could be looked for in.</source>
        <translation>此处未显示可供查找该位置的补丁。</translation>
    </message>
    <message>
        <source>Line numbers are those of the kernel that crashed.</source>
        <translation>行号以崩溃的内核为准。</translation>
    </message>
    <message>
        <source>Line numbers are of %1.</source>
        <translation>行号以 %1 为准。</translation>
    </message>
    <message>
        <source>The part of the patch that is shown does not touch %1.</source>
        <translation>补丁的已显示部分未改动 %1。</translation>
    </message>
    <message>
        <source>This commit does not touch %1.</source>
        <translation>此提交未改动 %1。</translation>
    </message>
    <message>
        <source>The part of the patch that is shown has no line of %1.</source>
        <translation>补丁的已显示部分不含 %1 的任何行。</translation>
    </message>
    <message>
        <source>This commit changes %1, but no line of it.</source>
        <translation>此提交更改了 %1，但未改动其任何一行。</translation>
    </message>
    <message>
        <source>This commit deletes %1.</source>
        <translation>此提交删除了 %1。</translation>
    </message>
    <message>
        <source>%1 is among the changed lines here.</source>
        <translation>%1 在此处更改的行之中。</translation>
    </message>
    <message>
        <source>%1 is in this hunk, but not touched itself.</source>
        <translation>%1 在此补丁块中，但其本身未被改动。</translation>
    </message>
    <message>
        <source>%1 is not in the part of the patch that is shown; the nearest hunk there is at line %2.</source>
        <translation>%1 不在补丁的已显示部分中；其中最近的补丁块位于第 %2 行。</translation>
    </message>
    <message>
        <source>%1 is not touched; the nearest hunk is at line %2.</source>
        <translation>%1 未被改动；最近的补丁块位于第 %2 行。</translation>
    </message>
    <message>
        <source>The frame names no line, and in the part of the patch that is shown no hunk is headed by %1.</source>
        <translation>该栈帧未给出行号，补丁的已显示部分中也没有标题为 %1 的补丁块。</translation>
    </message>
    <message>
        <source>The frame names no line, and no hunk of this commit is headed by %1.</source>
        <translation>该栈帧未给出行号，此提交中也没有标题为 %1 的补丁块。</translation>
    </message>
    <message>
        <source>By the function's name: this hunk is headed by %1.</source>
        <translation>按函数名查找：此补丁块的标题为 %1。</translation>
    </message>
    <message numerus="yes">
        <source>By the function's name: %n hunks are headed by %1, this is the first.</source>
        <translation>
            <numerusform>按函数名查找：%n 个补丁块的标题为 %1，这是第一个。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source># Keys</source>
        <translation># 快捷键</translation>
    </message>
    <message>
        <source>Alt and the underlined letter opens a menu or presses a button.</source>
        <translation>按 Alt 和带下划线的字母可打开菜单或按下按钮。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
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
        <translation>%1 中每步用时 %2</translation>
    </message>
    <message>
        <source>About %1: %2.</source>
        <translation>约 %1：%2。</translation>
    </message>
    <message>
        <source>Not known before a good release is found: %1.</source>
        <translation>找到好的发布版之前无法得知：%1。</translation>
    </message>
    <message>
        <source>Not known before the first steps: no earlier session of this tree tells how long one takes.</source>
        <translation>完成最初几步之前无法得知：没有此源码树的早先会话可说明每步需要多久。</translation>
    </message>
    <message>
        <source>a trimmed kernel needs 2 GB, a distribution's config 15 GB</source>
        <translation>精简的内核需要 2 GB，发行版的配置需要 15 GB</translation>
    </message>
    <message>
        <source>as much as your build leaves there, for each compiler at work</source>
        <translation>每个并行的编译器各需与您的构建产物一样大的空间</translation>
    </message>
    <message>
        <source>%1 free for builds in %2; %3. %4 free for the session file.</source>
        <translation>%2 中有 %1 可供构建使用；%3。会话文件处有 %4 可用。</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Decision</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>What the tree made of the session's config, against another revision</source>
        <translation>该源码树由会话配置得出的结果，与另一修订版对比</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>How sure each verdict is, and what hangs on it</source>
        <translation>每个判定的可靠程度及其影响</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Crash titles, and what each is to this session</source>
        <translation>崩溃标题及其与此会话的关系</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Steps and runs</source>
        <translation>步骤与运行</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Build output</source>
        <translation>构建输出</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Sessions (*.culprit)</source>
        <translation>会话 (*.culprit)</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>选择：%1</translation>
    </message>
</context>
<context>
    <name>RangeFinding</name>
    <message>
        <source>No good revision: the release %1 is tried.</source>
        <translation>没有好修订版：将尝试发布版 %1。</translation>
    </message>
    <message>
        <source>No good revision: %1 releases from %2 back to %3 are tried until one is good.</source>
        <translation>没有好修订版：将依次尝试从 %2 回溯到 %3 的 %1 个发布版，直到找到好的为止。</translation>
    </message>
    <message>
        <source>1 candidate: its test and those of the ends are all that is needed.</source>
        <translation>1 个候选：只需测试它和两端。</translation>
    </message>
    <message>
        <source>%1 candidates, about %2 steps.</source>
        <translation>%1 个候选，约 %2 步。</translation>
    </message>
    <message>
        <source>A good revision is not an ancestor of the bad one. What they share is tested first: if the bug is there already, it was fixed on the way to the good revision.</source>
        <translation>有一个好修订版不是坏修订版的祖先。将先测试二者的共同祖先：若其中已存在缺陷，则缺陷是在通往好修订版的途中被修复的。</translation>
    </message>
    <message>
        <source>The good revision is older than the bad one: a fix is looked for from an older bad revision to a newer good one.</source>
        <translation>好修订版比坏修订版旧：查找修复须从较旧的坏修订版到较新的好修订版。</translation>
    </message>
    <message>
        <source>The good revision is newer than the bad one: what introduced the bug is looked for from an older good revision to a newer bad one.</source>
        <translation>好修订版比坏修订版新：查找引入缺陷的提交须从较旧的好修订版到较新的坏修订版。</translation>
    </message>
</context>
<context>
    <name>RangeText</name>
    <message>
        <source>next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>building</source>
        <translation>构建中</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>测试中</translation>
    </message>
    <message>
        <source>overruled, was %1</source>
        <translation>已否决，原为“%1”</translation>
    </message>
    <message>
        <source>runs crashed: %1 of %2</source>
        <translation>崩溃的运行：%1/%2</translation>
    </message>
    <message>
        <source>the bug is there with %1</source>
        <translation>存在缺陷的概率为 %1</translation>
    </message>
    <message>
        <source>ruled out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>the culprit with %1</source>
        <translation>是元凶提交的概率为 %1</translation>
    </message>
</context>
<context>
    <name>RevisionText</name>
    <message>
        <source>building ahead</source>
        <translation>提前构建中</translation>
    </message>
    <message>
        <source>building</source>
        <translation>构建中</translation>
    </message>
    <message>
        <source>%1, culprit</source>
        <translation>%1，元凶提交</translation>
    </message>
    <message>
        <source>%1, suspect</source>
        <translation>%1，嫌疑提交</translation>
    </message>
    <message>
        <source>in doubt %1</source>
        <translation>存疑 %1</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>untested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>not yet run</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>the one run did not hit the bug</source>
        <translation>仅有的 1 次运行未触发缺陷</translation>
    </message>
    <message numerus="yes">
        <source>none of %n runs hit the bug</source>
        <translation>
            <numerusform>%n 次运行均未触发缺陷</numerusform>
        </translation>
    </message>
    <message>
        <source>the one run hit the bug</source>
        <translation>仅有的 1 次运行触发了缺陷</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n runs hit the bug</source>
        <translation>
            <numerusform>%n 次运行中有 %1 次触发缺陷</numerusform>
        </translation>
    </message>
    <message>
        <source>1 ended well</source>
        <translation>1 次正常结束</translation>
    </message>
    <message numerus="yes">
        <source>%n ended well</source>
        <translation>
            <numerusform>%n 次正常结束</numerusform>
        </translation>
    </message>
    <message>
        <source>1 crashed in another way</source>
        <translation>1 次以其他方式崩溃</translation>
    </message>
    <message numerus="yes">
        <source>%n crashed in another way</source>
        <translation>
            <numerusform>%n 次以其他方式崩溃</numerusform>
        </translation>
    </message>
    <message>
        <source>1 did not boot or test</source>
        <translation>1 次未能启动或测试</translation>
    </message>
    <message numerus="yes">
        <source>%n did not boot or test</source>
        <translation>
            <numerusform>%n 次未能启动或测试</numerusform>
        </translation>
    </message>
    <message>
        <source>1 failed outside the kernel</source>
        <translation>1 次在内核之外失败</translation>
    </message>
    <message numerus="yes">
        <source>%n failed outside the kernel</source>
        <translation>
            <numerusform>%n 次在内核之外失败</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is running</source>
        <translation>1 次正在运行</translation>
    </message>
    <message numerus="yes">
        <source>%n are running</source>
        <translation>
            <numerusform>%n 次正在运行</numerusform>
        </translation>
    </message>
    <message>
        <source>no runs yet</source>
        <translation>尚无运行</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>boot failed</source>
        <translation>启动失败</translation>
    </message>
    <message>
        <source>test failed</source>
        <translation>测试失败</translation>
    </message>
    <message>
        <source>infrastructure failed</source>
        <translation>基础设施故障</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>built</source>
        <translation>已构建</translation>
    </message>
    <message>
        <source>build failed</source>
        <translation>构建失败</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>unrelated</source>
        <translation>无关</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>no good end yet</source>
        <translation>尚无好端</translation>
    </message>
    <message>
        <source>1 candidate</source>
        <translation>1 个候选</translation>
    </message>
    <message numerus="yes">
        <source>%Ln candidates</source>
        <translation>
            <numerusform>%Ln 个候选</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1，概率为 %2</translation>
    </message>
    <message>
        <source>%1, %2 to go, the likeliest with %3</source>
        <translation>%1，剩余：%2，最可能者概率为 %3</translation>
    </message>
    <message>
        <source>%1, the last step</source>
        <translation>%1，最后一步</translation>
    </message>
    <message>
        <source>%1, about %2 steps</source>
        <translation>%1，约 %2 步</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>about %1 left, until %2</source>
        <translation>剩余约 %1，至 %2</translation>
    </message>
    <message>
        <source>Build progress</source>
        <translation>构建进度</translation>
    </message>
    <message>
        <source>ahead: </source>
        <translation>提前构建： </translation>
    </message>
    <message>
        <source>VM %1/%2</source>
        <translation>VM %1/%2</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 可用</translation>
    </message>
    <message>
        <source>nearly done</source>
        <translation>即将完成</translation>
    </message>
</context>
<context>
    <name>StepCells</name>
    <message>
        <source>the same kernel as %1, whose runs count</source>
        <translation>与 %1 的内核相同，其运行计入此处</translation>
    </message>
    <message>
        <source>The bug is there with %1.</source>
        <translation>存在缺陷的概率为 %1。</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>来自缓存</translation>
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
        <translation>修复提交：%1</translation>
    </message>
    <message>
        <source>culprit: %1</source>
        <translation>元凶提交：%1</translation>
    </message>
    <message>
        <source>ended without a culprit, suspects left: %1</source>
        <translation>已结束，未找到元凶，剩余嫌疑提交：%1</translation>
    </message>
    <message>
        <source>needs your verdict</source>
        <translation>需要您的判定</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>paused, candidates: %1</source>
        <translation>已暂停，候选：%1</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>a log, to be imported</source>
        <translation>日志，将被导入</translation>
    </message>
    <message>
        <source>runs now, candidates: %1</source>
        <translation>正在运行，候选：%1</translation>
    </message>
    <message>
        <source>was cut off and can go on, candidates: %1</source>
        <translation>曾意外中断，可以继续，候选：%1</translation>
    </message>
</context>
<context>
    <name>VerdictStyle</name>
    <message>
        <source>untested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>inferred good</source>
        <translation>推断为好</translation>
    </message>
    <message>
        <source>inferred bad</source>
        <translation>推断为坏</translation>
    </message>
    <message>
        <source>good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>坏</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>测试中</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>culprit</source>
        <translation>元凶提交</translation>
    </message>
    <message>
        <source>inferred %1</source>
        <translation>推断为 %1</translation>
    </message>
</context>
<context>
    <name>culprit::app::ActionFinder</name>
    <message>
        <source>Find action</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <source>What to do: words of an action</source>
        <translation>想做什么：输入操作中的字词</translation>
    </message>
    <message>
        <source>Words of an action</source>
        <translation>操作中的字词</translation>
    </message>
    <message>
        <source>Actions that fit</source>
        <translation>匹配的操作</translation>
    </message>
</context>
<context>
    <name>culprit::app::BootPage</name>
    <message>
        <source>Boot</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>In what machine does it boot?</source>
        <translation>在什么样的虚拟机中启动？</translation>
    </message>
    <message>
        <source>Gue&amp;st</source>
        <translation>客户机(&amp;S)</translation>
    </message>
    <message>
        <source>Made here: the program's own user space, which a C program or shell script needs no more than.
Booted once a kernel: each run goes on from a snapshot taken where the test starts; quicker, but not for bugs that depend on the boot.
A disk image: a distribution of yours; it is never written.</source>
        <translation>自动生成：本程序自带的用户空间，足以运行 C 程序或 shell 脚本。
每个内核启动一次：每次运行都从测试开始处的快照继续；更快，但不适用于与启动有关的缺陷。
磁盘映像：您自己的发行版；绝不会被写入。</translation>
    </message>
    <message>
        <source>made here, booted for each run</source>
        <translation>自动生成，每次运行都启动</translation>
    </message>
    <message>
        <source>made here, booted once a kernel</source>
        <translation>自动生成，每个内核启动一次</translation>
    </message>
    <message>
        <source>a disk image, by ssh</source>
        <translation>磁盘映像，经 ssh</translation>
    </message>
    <message>
        <source>&amp;Disk image</source>
        <translation>磁盘映像(&amp;D)</translation>
    </message>
    <message>
        <source>Raw or qcow2; runs write to throw-away overlays</source>
        <translation>raw 或 qcow2；运行时写入一次性的覆盖层</translation>
    </message>
    <message>
        <source>SSH ke&amp;y</source>
        <translation>SSH 密钥(&amp;Y)</translation>
    </message>
    <message>
        <source>Private key without a passphrase that the image lets in</source>
        <translation>映像所接受的无口令私钥</translation>
    </message>
    <message>
        <source>SSH &amp;user</source>
        <translation>SSH 用户(&amp;U)</translation>
    </message>
    <message>
        <source>Who is let in by that key. The default is root</source>
        <translation>以该密钥登录的用户。默认为 root</translation>
    </message>
    <message>
        <source>A&amp;ccelerator</source>
        <translation>加速器(&amp;C)</translation>
    </message>
    <message>
        <source>KVM is several times quicker than emulation; whether it really works is tried when the session starts</source>
        <translation>KVM 比模拟快数倍；会话开始时会检验它是否确实可用</translation>
    </message>
    <message>
        <source>KVM where it really works, else emulation</source>
        <translation>KVM 确实可用时用 KVM，否则用模拟</translation>
    </message>
    <message>
        <source>KVM</source>
        <translation>KVM</translation>
    </message>
    <message>
        <source>emulation (TCG)</source>
        <translation>模拟 (TCG)</translation>
    </message>
    <message>
        <source>&amp;Machines at once</source>
        <translation>并行虚拟机数(&amp;M)</translation>
    </message>
    <message>
        <source>Runs of one kernel go side by side. The default is as many as cores and memory allow</source>
        <translation>同一内核的多个运行并行进行。默认为核心和内存所允许的最大数量</translation>
    </message>
    <message>
        <source>as cores and memory allow</source>
        <translation>视核心和内存而定</translation>
    </message>
    <message>
        <source>C&amp;PUs each</source>
        <translation>每台 CPU 数(&amp;P)</translation>
    </message>
    <message>
        <source>Processors of each machine. The default is 2</source>
        <translation>每台虚拟机的处理器数。默认为 2</translation>
    </message>
    <message>
        <source>M&amp;emory each</source>
        <translation>每台内存(&amp;E)</translation>
    </message>
    <message>
        <source>Of each machine: 512M, 2G. The default is 2G</source>
        <translation>每台虚拟机的内存：512M、2G。默认为 2G</translation>
    </message>
    <message>
        <source>Kernel command l&amp;ine</source>
        <translation>内核命令行(&amp;I)</translation>
    </message>
    <message>
        <source>Added to what each kernel is started with; see the command below</source>
        <translation>附加到每个内核的启动参数之后；参见下方的命令</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>无附加参数</translation>
    </message>
    <message>
        <source>Memo&amp;ry dumps</source>
        <translation>内存转储(&amp;R)</translation>
    </message>
    <message>
        <source>The memory of so many guests that hang is kept for a debugger, in files beside the session; each is as large as a machine's memory in use</source>
        <translation>最多为这么多个卡死的客户机保留内存供调试器使用，存为会话旁的文件；每个文件与虚拟机正在使用的内存一样大</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 at once, %2 MB together. This host has %3 MB free and a processor count of %4.</source>
        <translation>同时 %1 台，共 %2 MB。本机有 %3 MB 可用内存，处理器数为 %4。</translation>
    </message>
    <message>
        <source>That is too much: a starved machine looks like a hung one.</source>
        <translation>这太多了：资源不足的虚拟机看起来就像卡死了一样。</translation>
    </message>
    <message>
        <source>is missing: name the disk image that the guests boot.</source>
        <translation>未填写：请指定客户机所启动的磁盘映像。</translation>
    </message>
    <message>
        <source>is missing: name the private key that the image lets in.</source>
        <translation>缺失：请指定该镜像接受的私钥。</translation>
    </message>
</context>
<context>
    <name>culprit::app::BuildPage</name>
    <message>
        <source>Build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>How does a revision become a kernel?</source>
        <translation>修订版如何变成内核？</translation>
    </message>
    <message>
        <source>Fra&amp;gments</source>
        <translation>配置片段(&amp;G)</translation>
    </message>
    <message>
        <source>Files that are merged over the config, separated by blanks</source>
        <translation>合并到配置之上的文件，以空格分隔</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Re&amp;quired options</source>
        <translation>必需选项(&amp;Q)</translation>
    </message>
    <message>
        <source>Options that must still be =y after olddefconfig, or the revision is not tested; separated by blanks, as CONFIG_KASAN CONFIG_IO_URING</source>
        <translation>经 olddefconfig 后仍须为 =y 的选项，否则不测试该修订版；以空格分隔，如 CONFIG_KASAN CONFIG_IO_URING</translation>
    </message>
    <message>
        <source>none but what guests need</source>
        <translation>仅客户机所需的选项</translation>
    </message>
    <message>
        <source>Build ti&amp;me limit</source>
        <translation>构建时限(&amp;M)</translation>
    </message>
    <message>
        <source>A build that takes longer has failed: 90m, 2h. The default is 2h</source>
        <translation>超过此时间的构建视为失败：90m、2h。默认为 2h</translation>
    </message>
    <message>
        <source>R&amp;ecipe</source>
        <translation>构建方案(&amp;E)</translation>
    </message>
    <message>
        <source>Linux: its own make, made reproducible. The default</source>
        <translation>Linux：内核自身的 make，并使构建可重现。此为默认</translation>
    </message>
    <message>
        <source>Linux</source>
        <translation>Linux</translation>
    </message>
    <message>
        <source>own commands</source>
        <translation>自定义命令</translation>
    </message>
    <message>
        <source>Shell command, run in the sources; {source}, {objects}, {jobs} and {config} stand for what they say</source>
        <translation>在源码目录中运行的 shell 命令；{source}、{objects}、{jobs} 和 {config} 分别代表源码目录、目标目录、作业数和配置</translation>
    </message>
    <message>
        <source>Con&amp;figure</source>
        <translation>配置命令(&amp;F)</translation>
    </message>
    <message>
        <source>nothing to configure</source>
        <translation>无需配置</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>构建命令(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>内核映像(&amp;I)</translation>
    </message>
    <message>
        <source>What QEMU boots, as a path below the objects or the source</source>
        <translation>QEMU 所启动的文件，为相对于目标目录或源码目录的路径</translation>
    </message>
    <message>
        <source>vmlin&amp;ux</source>
        <translation>vmlinux(&amp;U)</translation>
    </message>
    <message>
        <source>ELF file with symbols, for source lines and to tell whether two kernels are the same</source>
        <translation>带符号的 ELF 文件，用于源码行以及判断两个内核是否相同</translation>
    </message>
    <message>
        <source>Banne&amp;r</source>
        <translation>启动标志(&amp;R)</translation>
    </message>
    <message>
        <source>Text on the console that proves that the kernel runs</source>
        <translation>控制台上证明内核已运行的文本</translation>
    </message>
    <message>
        <source>&amp;Config</source>
        <translation>配置(&amp;C)</translation>
    </message>
    <message>
        <source>Each revision gets this .config by way of olddefconfig.
defconfig: the one that the newest revision's own make makes, with what guests need.
localmodconfig: the one of the kernel that runs here, with the modules that are loaded now, built in.
Both are made once, when the session starts, and kept in it. For a file of such a name write ./defconfig.</source>
        <translation>每个修订版都经 olddefconfig 使用此 .config。
defconfig：由最新修订版自身的 make 生成，并加上客户机所需的选项。
localmodconfig：本机运行中内核的配置，并将当前已加载的模块编译进内核。
两者都在会话开始时生成一次并保存在会话中。若文件恰为此名，请写 ./defconfig。</translation>
    </message>
    <message>
        <source>the tree's defaults</source>
        <translation>源码树的默认配置</translation>
    </message>
    <message>
        <source>The tree's own, for virtual machines (defconfig)</source>
        <translation>源码树自带，用于虚拟机 (defconfig)</translation>
    </message>
    <message>
        <source>This machine's, with the modules in use built in (localmodconfig)</source>
        <translation>本机配置，并内置使用中的模块 (localmodconfig)</translation>
    </message>
    <message>
        <source>Com&amp;piler</source>
        <translation>编译器(&amp;P)</translation>
    </message>
    <message>
        <source>default: gcc.
auto, auto-clang: for each revision the newest gcc or clang that is known to build its age, or what the table below says.
Or the name of a compiler, such as gcc-13; where it is not installed, the next newer one is taken</source>
        <translation>default：gcc。
auto、auto-clang：为每个修订版选用已知能构建该时期内核的最新 gcc 或 clang，或按下表指定。
也可为编译器名称，如 gcc-13；若未安装，则采用下一个较新的版本</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>A tag or commit that the revision contains; empty: all do</source>
        <translation>该修订版所包含的标签或提交；空：均包含</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>A tag or commit that the revision does not contain; empty: none</source>
        <translation>该修订版所不包含的标签或提交；空：无</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Stands with each build; may be empty</source>
        <translation>随每次构建注明；可为空</translation>
    </message>
    <message>
        <source>Compilers by age</source>
        <translation>各时期编译器</translation>
    </message>
    <message>
        <source>Compiler</source>
        <translation>编译器</translation>
    </message>
    <message>
        <source>Such as gcc-10; the first row that fits counts</source>
        <translation>如 gcc-10；以首个匹配的行为准</translation>
    </message>
    <message>
        <source>Config changes</source>
        <translation>配置更改</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Such as CONFIG_KCOV=n, separated by blanks</source>
        <translation>如 CONFIG_KCOV=n，以空格分隔</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>补丁</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Hash of a commit that is applied to the sources; or name a patch</source>
        <translation>要应用到源码的提交的哈希值；或改为指定补丁</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>补丁</translation>
    </message>
    <message>
        <source>Path of a unified diff that is applied; or name a commit</source>
        <translation>要应用的 unified diff 文件的路径；或改为指定提交</translation>
    </message>
    <message>
        <source>Guilty</source>
        <translation>肇因提交</translation>
    </message>
    <message>
        <source>Hash of a commit: only revisions that contain it are changed; may be empty</source>
        <translation>提交的哈希值：只更改包含该提交的修订版；可为空</translation>
    </message>
    <message>
        <source>For the revisions of a stretch of the history; empty tables change nothing</source>
        <translation>用于某段历史中的修订版；空表不作任何更改</translation>
    </message>
    <message>
        <source>Compiler&amp;s by age</source>
        <translation>各时期编译器(&amp;S)</translation>
    </message>
    <message>
        <source>Config c&amp;hanges</source>
        <translation>配置更改(&amp;H)</translation>
    </message>
    <message>
        <source>Patches an&amp;d commits</source>
        <translation>补丁和提交(&amp;D)</translation>
    </message>
    <message>
        <source>Only for the recipe Linux: name the compiler in the commands</source>
        <translation>仅用于构建方案 Linux：请在命令中指定编译器</translation>
    </message>
    <message>
        <source>The tree's defaults may lack what guests need: the menu of the button at the right has configs that do not.</source>
        <translation>源码树的默认配置可能缺少客户机所需的选项：右侧按钮的菜单提供了齐全的配置。</translation>
    </message>
</context>
<context>
    <name>culprit::app::CompareWindow</name>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 与 %2 对照</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
</context>
<context>
    <name>culprit::app::ConsoleCompareWindow</name>
    <message>
        <source>Compare with another &amp;run…</source>
        <translation>与另一次运行比较(&amp;R)…</translation>
    </message>
    <message>
        <source>Two consoles</source>
        <translation>两个控制台</translation>
    </message>
</context>
<context>
    <name>culprit::app::ConsoleWall</name>
    <message>
        <source>&amp;Another console</source>
        <translation>再加一个控制台(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Close this console</source>
        <translation>关闭此控制台(&amp;C)</translation>
    </message>
    <message>
        <source>One for each &amp;machine</source>
        <translation>每台虚拟机一个(&amp;M)</translation>
    </message>
    <message>
        <source>Show one more console beside those in sight; it follows a run that they do not show</source>
        <translation>在现有控制台旁再显示一个；它跟随其他控制台未显示的运行</translation>
    </message>
    <message>
        <source>Close the console that had the keyboard last; its run goes on</source>
        <translation>关闭最后具有键盘焦点的控制台；其运行会继续</translation>
    </message>
    <message>
        <source>As many consoles as machines run at once, each following one of them</source>
        <translation>控制台数与并行虚拟机数相同，各跟随其中一台</translation>
    </message>
    <message>
        <source>No more than %1 are shown</source>
        <translation>最多显示 %1 个</translation>
    </message>
    <message>
        <source>There is only one</source>
        <translation>只有一个控制台</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>没有打开的会话</translation>
    </message>
</context>
<context>
    <name>culprit::app::DetailTabs</name>
    <message>
        <source>Report of %1</source>
        <translation>%1 的报告</translation>
    </message>
</context>
<context>
    <name>culprit::app::Doctor</name>
    <message>
        <source>makes static 32-bit programs</source>
        <translation>可生成静态 32 位程序</translation>
    </message>
    <message>
        <source>makes no static 32-bit programs</source>
        <translation>无法生成静态 32 位程序</translation>
    </message>
    <message>
        <source>%1 for reproducers with bits = 32</source>
        <translation>%1，用于 bits = 32 的复现程序</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>install it (apt install %1) for guests from a disk image</source>
        <translation>请安装（apt install %1），供磁盘映像客户机使用</translation>
    </message>
    <message>
        <source>runs shell scripts in guests</source>
        <translation>可在客户机中运行 shell 脚本</translation>
    </message>
    <message>
        <source>apt install busybox-static, for reproducers that are shell scripts</source>
        <translation>apt install busybox-static，供 shell 脚本形式的复现程序使用</translation>
    </message>
    <message>
        <source>temporary files</source>
        <translation>临时文件</translation>
    </message>
    <message>
        <source>%1 is too long a path for QEMU's sockets</source>
        <translation>%1 作为 QEMU 套接字的路径过长</translation>
    </message>
    <message>
        <source>%1 MB free in %2</source>
        <translation>%2 中有 %1 MB 可用</translation>
    </message>
    <message>
        <source>set TMPDIR to a folder with a short path and room</source>
        <translation>请将 TMPDIR 设为路径短且空间足够的文件夹</translation>
    </message>
    <message>
        <source>found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>make room, or set XDG_CACHE_HOME to a larger disk; a distribution's config needs 15 GB</source>
        <translation>请腾出空间，或将 XDG_CACHE_HOME 设到更大的磁盘；发行版的配置需要 15 GB</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>%1 MB free, %2 cores</source>
        <translation>%1 MB 可用，%2 个核心</translation>
    </message>
    <message>
        <source>close something, or give the machines less: [machine] memory</source>
        <translation>请关闭一些程序，或减少虚拟机的内存：[machine] memory</translation>
    </message>
    <message>
        <source>install it (apt install qemu-system-x86)</source>
        <translation>请安装（apt install qemu-system-x86）</translation>
    </message>
    <message>
        <source>without it machines are several times slower: switch virtualization on in the firmware, load kvm_intel or kvm_amd, and be in the group kvm</source>
        <translation>没有它虚拟机会慢数倍：请在固件中开启虚拟化，加载 kvm_intel 或 kvm_amd，并加入 kvm 组</translation>
    </message>
</context>
<context>
    <name>culprit::app::DurationField</name>
    <message>
        <source>must be a time such as "90s", "5m" or "1h30m".</source>
        <translation>必须是时间，如“90s”、“5m”或“1h30m”。</translation>
    </message>
</context>
<context>
    <name>culprit::app::Exports</name>
    <message>
        <source>Report as te&amp;xt…</source>
        <translation>文本报告(&amp;X)…</translation>
    </message>
    <message>
        <source>The report for people, with the bisect log at its end</source>
        <translation>供人阅读的报告，末尾附二分查找日志</translation>
    </message>
    <message>
        <source>&amp;Mail to the lists…</source>
        <translation>发往邮件列表的邮件(&amp;M)…</translation>
    </message>
    <message>
        <source>A regression report that git send-email takes, once the culprit is confirmed</source>
        <translation>可用 git send-email 发送的回归报告，需元凶提交已确认</translation>
    </message>
    <message>
        <source>&amp;Web page…</source>
        <translation>网页(&amp;W)…</translation>
    </message>
    <message>
        <source>The report as one HTML file, without scripts</source>
        <translation>单个 HTML 文件形式的报告，不含脚本</translation>
    </message>
    <message>
        <source>&amp;Table of boots…</source>
        <translation>启动统计表(&amp;T)…</translation>
    </message>
    <message>
        <source>How often parent and culprit booted and what they crashed with</source>
        <translation>父提交和元凶提交启动了多少次，以及以何种标题崩溃</translation>
    </message>
    <message>
        <source>Log of &amp;git bisect…</source>
        <translation>git bisect 日志(&amp;G)…</translation>
    </message>
    <message>
        <source>A log that git bisect replay takes</source>
        <translation>可供 git bisect replay 使用的日志</translation>
    </message>
    <message>
        <source>Log of s&amp;yzkaller…</source>
        <translation>syzkaller 日志(&amp;Y)…</translation>
    </message>
    <message>
        <source>A log as syzbot's bisections write it</source>
        <translation>syzbot 二分查找格式的日志</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>Every event and what follows from them, by the installed schema</source>
        <translation>所有事件及由其得出的结果，符合已安装的模式定义</translation>
    </message>
    <message>
        <source>&amp;Archive of the session…</source>
        <translation>会话归档(&amp;A)…</translation>
    </message>
    <message>
        <source>Plain files with consoles, configs and command lines; opening it makes a session again</source>
        <translation>含控制台、配置和命令行的普通文件；打开后可还原为会话</translation>
    </message>
    <message>
        <source>Copy &amp;Fixes: line</source>
        <translation>复制 Fixes: 行(&amp;F)</translation>
    </message>
    <message>
        <source>For the commit that repairs the bug, once the culprit is confirmed</source>
        <translation>用于修复缺陷的提交，需元凶提交已确认</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>In the clipboard: %1</source>
        <translation>已复制到剪贴板：%1</translation>
    </message>
</context>
<context>
    <name>culprit::app::FrameMenu</name>
    <message>
        <source>the selected commit</source>
        <translation>所选提交</translation>
    </message>
    <message>
        <source>&amp;Look for %1 in the diff of %2</source>
        <translation>在 %2 的差异中查找 %1(&amp;L)</translation>
    </message>
    <message>
        <source>Sho&amp;w %1 in the diff of %2</source>
        <translation>在 %2 的差异中显示 %1(&amp;W)</translation>
    </message>
    <message>
        <source>Select a commit first</source>
        <translation>请先选择一个提交</translation>
    </message>
    <message>
        <source>By the names in the hunks' headings: the frame names no line</source>
        <translation>按补丁块标题中的函数名查找：该栈帧未给出行号</translation>
    </message>
    <message>
        <source>To the hunk that has the line, or the one nearest to it</source>
        <translation>转到包含该行或距其最近的补丁块</translation>
    </message>
</context>
<context>
    <name>culprit::app::GraphLevels</name>
    <message>
        <source>&amp;Tested commits only</source>
        <translation>仅已测试的提交(&amp;T)</translation>
    </message>
    <message>
        <source>What was tested, and how many commits lie between</source>
        <translation>已测试的提交，以及其间的提交数</translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation>候选(&amp;C)</translation>
    </message>
    <message>
        <source>What was tested, and what may still be the culprit</source>
        <translation>已测试的提交，以及仍可能是元凶的提交</translation>
    </message>
    <message>
        <source>&amp;Whole range</source>
        <translation>整个范围(&amp;W)</translation>
    </message>
    <message>
        <source>All commits between the good and the bad end</source>
        <translation>好端与坏端之间的所有提交</translation>
    </message>
    <message>
        <source>Only tested commits of the %L1 are shown.</source>
        <translation>共 %L1 个提交，仅显示已测试的。</translation>
    </message>
    <message>
        <source>Only tested commits and candidates of the %L1 are shown.</source>
        <translation>共 %L1 个提交，仅显示已测试的和候选。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>First &amp;parents only</source>
        <translation>仅第一父提交(&amp;P)</translation>
    </message>
    <message>
        <source>Of the level what the bad end leads to by first parents; a merge stands for what it merges</source>
        <translation>在当前显示级别中，仅保留从坏端沿第一父提交可达的提交；合并提交代表其所合并的内容</translation>
    </message>
    <message>
        <source>It takes the kernel tree, which the session lacks</source>
        <translation>需要内核源码树，而此会话没有</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>没有打开的会话</translation>
    </message>
    <message>
        <source>Only tested commits on the first-parent line of the %L1 are shown.</source>
        <translation>共 %L1 个提交，仅显示第一父提交线上已测试的。</translation>
    </message>
    <message>
        <source>Only tested commits and candidates on the first-parent line of the %L1 are shown.</source>
        <translation>共 %L1 个提交，仅显示第一父提交线上已测试的和候选。</translation>
    </message>
    <message>
        <source>Only commits on the first-parent line of the %L1 are shown.</source>
        <translation>共 %L1 个提交，仅显示第一父提交线上的。</translation>
    </message>
    <message>
        <source>%1 is not among them.</source>
        <translation>%1 不在所显示之列。</translation>
    </message>
    <message>
        <source>First parents are not known: %1</source>
        <translation>第一父提交未知：%1</translation>
    </message>
    <message>
        <source>Reading which commits are on the first-parent line…</source>
        <translation>正在读取哪些提交在第一父提交线上…</translation>
    </message>
</context>
<context>
    <name>culprit::app::HelpWindow</name>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>指南页面</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>在指南中查找</translation>
    </message>
    <message>
        <source>Words that a page must have; Enter goes to the next place</source>
        <translation>页面必须包含的字词；按 Enter 跳到下一处</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>The page before (Alt+Left)</source>
        <translation>上一页 (Alt+←)</translation>
    </message>
    <message>
        <source>On %1 of %2 pages</source>
        <translation>%2 页中有 %1 页匹配</translation>
    </message>
</context>
<context>
    <name>culprit::app::HunkBlame</name>
    <message>
        <source>No session is open</source>
        <translation>没有打开的会话</translation>
    </message>
    <message>
        <source>It takes the kernel tree, which the session lacks</source>
        <translation>需要内核源码树，而此会话没有</translation>
    </message>
</context>
<context>
    <name>culprit::app::Layouts</name>
    <message>
        <source>Save layout</source>
        <translation>保存布局</translation>
    </message>
    <message>
        <source>Name; one that is there already is replaced:</source>
        <translation>名称（已有的同名布局将被替换）：</translation>
    </message>
    <message>
        <source>The layout that you saved by this name</source>
        <translation>您以此名称保存的布局</translation>
    </message>
    <message>
        <source>You saved no layout</source>
        <translation>没有已保存的布局</translation>
    </message>
    <message>
        <source>Remove one of the saved layouts first</source>
        <translation>请先移除一个已保存的布局</translation>
    </message>
</context>
<context>
    <name>culprit::app::LogPane</name>
    <message>
        <source>Run whose console is shown</source>
        <translation>所显示控制台的运行</translation>
    </message>
    <message>
        <source>Build whose log is shown</source>
        <translation>所显示日志的构建</translation>
    </message>
    <message>
        <source>run %1 of %2, %3</source>
        <translation>%2 的运行 %1，%3</translation>
    </message>
    <message>
        <source>build %1 of %2, %3</source>
        <translation>%2 的构建 %1，%3</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this console</source>
        <translation>关闭此控制台</translation>
    </message>
    <message>
        <source>Close this console; its run goes on</source>
        <translation>关闭此控制台；其运行会继续</translation>
    </message>
    <message>
        <source>The imported log holds no console.</source>
        <translation>导入的日志不含控制台输出。</translation>
    </message>
    <message>
        <source>The imported log holds no output of a build.</source>
        <translation>导入的日志不含构建输出。</translation>
    </message>
    <message>
        <source>No machine has run yet.</source>
        <translation>尚未运行过虚拟机。</translation>
    </message>
    <message>
        <source>Nothing has been built yet.</source>
        <translation>尚未构建过内核。</translation>
    </message>
    <message>
        <source>The other consoles show all runs so far; the next one comes here.</source>
        <translation>其他控制台已显示目前的所有运行；下一次运行将显示在此处。</translation>
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
        <translation>消息</translation>
    </message>
    <message>
        <source>Bisection</source>
        <translation>二分查找</translation>
    </message>
    <message>
        <source>About Culprit</source>
        <translation>关于 Culprit</translation>
    </message>
    <message>
        <source>Culprit %1

Finds the kernel commit that introduced or fixed a bug.

GPL-3.0-or-later</source>
        <translation>Culprit %1

查找引入或修复缺陷的内核提交。

GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>needs your verdict</source>
        <translation>需要您的判定</translation>
    </message>
    <message>
        <source>Needs your verdict: %1</source>
        <translation>需要您的判定：%1</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>报告已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>culprit::app::MemoryField</name>
    <message>
        <source>must be a size such as "512M" or "2G".</source>
        <translation>必须是大小，如“512M”或“2G”。</translation>
    </message>
</context>
<context>
    <name>culprit::app::NewBisectionDialog</name>
    <message>
        <source>New bisection</source>
        <translation>新建二分查找</translation>
    </message>
    <message>
        <source>Check of the settings</source>
        <translation>设置检查</translation>
    </message>
    <message>
        <source>Reading the range…</source>
        <translation>正在读取范围…</translation>
    </message>
    <message>
        <source>Settings (*.toml)</source>
        <translation>设置 (*.toml)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>The page as commands</source>
        <translation>此页对应的命令</translation>
    </message>
    <message>
        <source>As c&amp;ommands</source>
        <translation>对应命令(&amp;O)</translation>
    </message>
    <message>
        <source>What this page stands for, to be copied into a terminal; it follows what is typed</source>
        <translation>此页所对应的命令，可复制到终端；随输入更新</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Go to the field that is meant</source>
        <translation>转到所指的字段</translation>
    </message>
    <message>
        <source>&amp;Load template…</source>
        <translation>载入模板(&amp;L)…</translation>
    </message>
    <message>
        <source>Fill all pages from a SETUP.toml</source>
        <translation>用 SETUP.toml 填写所有页面</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>上一步(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Start p&amp;aused</source>
        <translation>创建后暂停(&amp;A)</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>开始(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>nothing is wrong here</source>
        <translation>此处没有问题</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Make the session and start it</source>
        <translation>创建会话并开始</translation>
    </message>
    <message>
        <source>Make the session; it waits until you start it</source>
        <translation>创建会话；待您开始后才运行</translation>
    </message>
    <message>
        <source>The page before (Ctrl+Page Up)</source>
        <translation>上一页 (Ctrl+Page Up)</translation>
    </message>
    <message>
        <source>This is the first page</source>
        <translation>这是第一页</translation>
    </message>
    <message>
        <source>The page after (Ctrl+Page Down)</source>
        <translation>下一页 (Ctrl+Page Down)</translation>
    </message>
    <message>
        <source>This is the last page</source>
        <translation>这是最后一页</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>保存为模板</translation>
    </message>
    <message>
        <source>The settings are in %1.</source>
        <translation>设置已保存到 %1。</translation>
    </message>
    <message>
        <source>Load template</source>
        <translation>载入模板</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>What the guide says of this page (F1)</source>
        <translation>指南中关于本页的说明 (F1)</translation>
    </message>
</context>
<context>
    <name>culprit::app::Notifier</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
</context>
<context>
    <name>culprit::app::PaneConnections</name>
    <message>
        <source>Nobody judged %1: there is nothing to remove.</source>
        <translation>%1 尚无人工判断：没有可移除的判断。</translation>
    </message>
    <message>
        <source>%1 was neither built nor run: it has no console.</source>
        <translation>%1 既未构建也未运行：没有控制台。</translation>
    </message>
    <message>
        <source>%1 was run already: Retest runs it again.</source>
        <translation>%1 已经运行过：“重测”会再次运行它。</translation>
    </message>
</context>
<context>
    <name>culprit::app::RangePage</name>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Between which revisions does the bug come or go?</source>
        <translation>缺陷在哪些修订版之间出现或消失？</translation>
    </message>
    <message>
        <source>&amp;Repository</source>
        <translation>仓库(&amp;R)</translation>
    </message>
    <message>
        <source>Local kernel tree, with or without a checkout; it is never modified</source>
        <translation>本地内核源码树，有无检出均可；绝不会被修改</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>What the search ends with. The default is the commit that introduced the bug</source>
        <translation>查找的目标。默认为引入缺陷的提交</translation>
    </message>
    <message>
        <source>the commit that introduced the bug</source>
        <translation>引入缺陷的提交</translation>
    </message>
    <message>
        <source>the commit that fixed the bug</source>
        <translation>修复缺陷的提交</translation>
    </message>
    <message>
        <source>Own two word&amp;s</source>
        <translation>自定义判定词(&amp;S)</translation>
    </message>
    <message>
        <source>What verdicts are called: the word for the older side of the commit that is sought, a blank, the word for the newer side, such as: fast slow. The default is good and bad</source>
        <translation>判定的名称：所查找提交较旧一侧的词、一个空格、较新一侧的词，如：fast slow。默认为好和坏</translation>
    </message>
    <message>
        <source>good and bad</source>
        <translation>好和坏</translation>
    </message>
    <message>
        <source>Only pat&amp;hs</source>
        <translation>仅限路径(&amp;H)</translation>
    </message>
    <message>
        <source>Files and folders from the top of the tree on, separated by blanks: only commits that change one of them are suspects, and the bad end</source>
        <translation>相对于源码树顶层的文件和文件夹，以空格分隔：只有改动其中之一的提交以及坏端才是嫌疑提交</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>&amp;Merges as a whole (first parents only)</source>
        <translation>将合并视为整体（仅第一父提交）(&amp;M)</translation>
    </message>
    <message>
        <source>What came by a merge counts as done by the merge</source>
        <translation>经合并而来的改动算作该合并所为</translation>
    </message>
    <message>
        <source>Size of the range</source>
        <translation>范围大小</translation>
    </message>
    <message>
        <source>&amp;Bad</source>
        <translation>坏(&amp;B)</translation>
    </message>
    <message>
        <source>Revision that shows the bug: a tag, branch, hash or git describe name</source>
        <translation>出现缺陷的修订版：标签、分支、哈希值或 git describe 名称</translation>
    </message>
    <message>
        <source>the revision that shows the bug, such as v6.13-rc1</source>
        <translation>出现缺陷的修订版，如 v6.13-rc1</translation>
    </message>
    <message>
        <source>&amp;Good</source>
        <translation>好(&amp;G)</translation>
    </message>
    <message>
        <source>S&amp;wap them</source>
        <translation>互换(&amp;W)</translation>
    </message>
    <message>
        <source>Put the good revision where the bad one is, and the other way round</source>
        <translation>将好修订版与坏修订版互换位置</translation>
    </message>
    <message>
        <source>Only for the commit that introduced the bug</source>
        <translation>仅用于查找引入缺陷的提交</translation>
    </message>
    <message>
        <source>The one revision that has the fix</source>
        <translation>含有修复的那一个修订版</translation>
    </message>
    <message>
        <source>Revisions that do not show it, separated by blanks. Left empty: earlier releases are tried, newest first, until one does not show it</source>
        <translation>未出现缺陷的修订版，以空格分隔。留空：从最新的开始尝试更早的发布版，直到缺陷不再出现</translation>
    </message>
    <message>
        <source>the revision that has the fix</source>
        <translation>含有修复的修订版</translation>
    </message>
    <message>
        <source>earlier releases are tried until one is good</source>
        <translation>尝试更早的发布版，直到找到好的为止</translation>
    </message>
    <message>
        <source>Look for what intro&amp;duced it</source>
        <translation>查找引入缺陷的提交(&amp;D)</translation>
    </message>
    <message>
        <source>Look for the fi&amp;x</source>
        <translation>查找修复(&amp;X)</translation>
    </message>
    <message>
        <source>Find the commit that introduced the bug, between these two</source>
        <translation>在这两者之间查找引入缺陷的提交</translation>
    </message>
    <message>
        <source>Find the commit that fixed the bug, between these two</source>
        <translation>在这两者之间查找修复缺陷的提交</translation>
    </message>
    <message>
        <source>Reading the range…</source>
        <translation>正在读取范围…</translation>
    </message>
</context>
<context>
    <name>culprit::app::RecoveryCard</name>
    <message>
        <source>The program was cut off</source>
        <translation>程序曾意外中断</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>继续(&amp;U)</translation>
    </message>
    <message>
        <source>Open &amp;paused</source>
        <translation>打开并暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>不打开(&amp;L)</translation>
    </message>
    <message>
        <source>Do the same for this session every time</source>
        <translation>以后对此会话都这样做</translation>
    </message>
    <message>
        <source>%1 was open, and its bisection ran.</source>
        <translation>%1 当时已打开，其二分查找正在运行。</translation>
    </message>
    <message>
        <source>%1 was open; nothing ran.</source>
        <translation>%1 当时已打开；没有正在运行的任务。</translation>
    </message>
    <message>
        <source>Open the session as it was, and go on with its bisection</source>
        <translation>按原样打开会话，并继续其二分查找</translation>
    </message>
    <message>
        <source>Its bisection did not run</source>
        <translation>其二分查找当时未在运行</translation>
    </message>
    <message>
        <source>Open the session as it was; nothing runs before you start it</source>
        <translation>按原样打开会话；在您开始之前不会运行任何任务</translation>
    </message>
    <message>
        <source>The session stays in its file; open it whenever you want</source>
        <translation>会话仍保留在其文件中；可随时打开</translation>
    </message>
</context>
<context>
    <name>culprit::app::RowsEditor</name>
    <message>
        <source>Remo&amp;ve row</source>
        <translation>移除行(&amp;V)</translation>
    </message>
    <message>
        <source>Add ro&amp;w</source>
        <translation>添加行(&amp;W)</translation>
    </message>
    <message>
        <source>Add an empty row to "%1"</source>
        <translation>向“%1”添加一个空行</translation>
    </message>
    <message>
        <source>Remove the row that the cursor is in</source>
        <translation>移除光标所在的行</translation>
    </message>
    <message>
        <source>Put the cursor into a row first</source>
        <translation>请先将光标置于某一行</translation>
    </message>
</context>
<context>
    <name>culprit::app::RulesPage</name>
    <message>
        <source>Verdict rules</source>
        <translation>判定规则</translation>
    </message>
    <message>
        <source>What counts as the bug, and when is the search sure?</source>
        <translation>什么算作此缺陷？查找到何时才算确定？</translation>
    </message>
    <message>
        <source>learnt at the bad end</source>
        <translation>由坏端得出</translation>
    </message>
    <message>
        <source>&amp;From a log…</source>
        <translation>从日志(&amp;F)…</translation>
    </message>
    <message>
        <source>Take the title of the first crash in a console log</source>
        <translation>取控制台日志中首个崩溃的标题</translation>
    </message>
    <message>
        <source>&amp;Paste a report</source>
        <translation>粘贴报告(&amp;P)</translation>
    </message>
    <message>
        <source>Take the title of the first crash in the clipboard's text</source>
        <translation>取剪贴板文本中首个崩溃的标题</translation>
    </message>
    <message>
        <source>Crash titl&amp;e</source>
        <translation>崩溃标题(&amp;E)</translation>
    </message>
    <message>
        <source>Title of the crash that is searched for. Other crashes count for nothing, until you say that they are the same bug. Left empty, it is learnt from what the bad end does</source>
        <translation>所查找崩溃的标题。其他崩溃不计入，除非您指明它们是同一缺陷。留空则由坏端的表现得出</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>查找方式(&amp;S)</translation>
    </message>
    <message>
        <source>By probability: a bug that does not show in each run misleads nobody, and runs go where they tell most. The default.
By halving: a fixed number of runs makes a verdict, and each verdict is believed.</source>
        <translation>按概率：并非每次运行都出现的缺陷也不会造成误导，并且运行会用在最能提供信息之处。此为默认。
按折半：以固定的运行次数得出判定，并采信每个判定。</translation>
    </message>
    <message>
        <source>by probability</source>
        <translation>按概率</translation>
    </message>
    <message>
        <source>by halving, as git bisect</source>
        <translation>按折半，同 git bisect</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Confi&amp;dence</source>
        <translation>置信度(&amp;D)</translation>
    </message>
    <message>
        <source>How sure the culprit must be for the search to end, in percent. The default is 99 %</source>
        <translation>元凶提交要达到多大把握才结束查找，以百分比计。默认为 99 %</translation>
    </message>
    <message>
        <source>Suspect &amp;commits around the crash first</source>
        <translation>优先怀疑与崩溃相关的提交(&amp;C)</translation>
    </message>
    <message>
        <source>Commits that touch what is on the crash's stack are more likely the culprit, those that touch nothing this kernel is built of hardly are.
If that misleads, it costs two builds at most. On by default</source>
        <translation>改动了崩溃调用栈上代码的提交更可能是元凶提交，未改动此内核任何组成部分的提交则几乎不可能。
即使造成误导，最多也只多费两次构建。默认启用</translation>
    </message>
    <message>
        <source>Runs a re&amp;vision</source>
        <translation>每修订版运行数(&amp;V)</translation>
    </message>
    <message>
        <source>For a verdict; both ends of the range get twice as many. The default is 10</source>
        <translation>用于得出一个判定；范围两端加倍。默认为 10</translation>
    </message>
    <message>
        <source>&amp;Revert the culprit on the newest end, once it is confirmed</source>
        <translation>元凶提交确认后，在最新端将其还原(&amp;R)</translation>
    </message>
    <message>
        <source>One more kernel: it shows whether the culprit alone makes the bug there. The repository is not touched. On by default</source>
        <translation>多构建一个内核：可表明该处的缺陷是否仅由元凶提交造成。不会改动仓库。默认启用</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Pause after ti&amp;me</source>
        <translation>达到时长后暂停(&amp;M)</translation>
    </message>
    <message>
        <source>How long the search may work until you start it again: 8h, 90m. No limit by default</source>
        <translation>查找工作多久后暂停，待您再次开始：8h、90m。默认无限制</translation>
    </message>
    <message>
        <source>Pause after r&amp;uns</source>
        <translation>达到运行数后暂停(&amp;U)</translation>
    </message>
    <message>
        <source>How many runs may be started until you start it again. No limit by default</source>
        <translation>启动多少次运行后暂停，待您再次开始。默认无限制</translation>
    </message>
    <message>
        <source>Pause after &amp;builds</source>
        <translation>达到构建数后暂停(&amp;B)</translation>
    </message>
    <message>
        <source>How many kernels may be built until you start it again; those that the cache has do not count. No limit by default</source>
        <translation>构建多少个内核后暂停，待您再次开始；缓存中已有的不计。默认无限制</translation>
    </message>
    <message>
        <source>Halving believes each verdict: it knows no doubt</source>
        <translation>折半采信每个判定：不存在疑问</translation>
    </message>
    <message>
        <source>Halving holds all commits for equally suspicious</source>
        <translation>折半视所有提交嫌疑相等</translation>
    </message>
    <message>
        <source>The search by probability decides how many runs a revision is worth</source>
        <translation>按概率查找时，由查找决定一个修订版值得运行多少次</translation>
    </message>
    <message>
        <source>twice as many at both ends</source>
        <translation>两端加倍</translation>
    </message>
    <message>
        <source>as many as tell something</source>
        <translation>按能提供的信息而定</translation>
    </message>
    <message>
        <source>Console log</source>
        <translation>控制台日志</translation>
    </message>
    <message>
        <source>%1 holds no crash report.</source>
        <translation>%1 不含崩溃报告。</translation>
    </message>
</context>
<context>
    <name>culprit::app::RunControl</name>
    <message>
        <source>Stop now?</source>
        <translation>立即停止？</translation>
    </message>
    <message>
        <source>What is under way is lost (builds: %1, runs: %2). What is known so far stays; "Pause after step" would let them end.</source>
        <translation>正在进行的工作将丢失（构建：%1，运行：%2）。已知的结果会保留；使用“本步后暂停”可让其完成。</translation>
    </message>
    <message>
        <source>&amp;Stop now</source>
        <translation>立即停止(&amp;S)</translation>
    </message>
</context>
<context>
    <name>culprit::app::RunCopy</name>
    <message>
        <source>A run is being copied</source>
        <translation>正在复制一个运行</translation>
    </message>
    <message>
        <source>Select a run in the steps first</source>
        <translation>请先在步骤中选择一个运行</translation>
    </message>
    <message>
        <source>Run %1 is in the clipboard: paste it into a terminal.</source>
        <translation>运行 %1 已复制到剪贴板：请粘贴到终端中。</translation>
    </message>
</context>
<context>
    <name>culprit::app::SelectionTrail</name>
    <message>
        <source>No commit was selected before this one</source>
        <translation>此前没有选中过其他提交</translation>
    </message>
    <message>
        <source>There is no commit to go forward to</source>
        <translation>没有可前进到的提交</translation>
    </message>
</context>
<context>
    <name>culprit::app::SessionBrowser</name>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Search names, culprits, crash titles, kernel trees</source>
        <translation>查找名称、元凶提交、崩溃标题、内核源码树</translation>
    </message>
    <message>
        <source>Search the sessions</source>
        <translation>查找会话</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Other &amp;file…</source>
        <translation>其他文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Select a session first</source>
        <translation>请先选择一个会话</translation>
    </message>
    <message>
        <source>There is no session yet; "New bisection" makes one.</source>
        <translation>还没有会话；可用“新建二分查找”创建。</translation>
    </message>
    <message>
        <source>Sessions: %1</source>
        <translation>会话：%1</translation>
    </message>
    <message>
        <source>Sessions: %1 of %2</source>
        <translation>会话：%1 / %2</translation>
    </message>
</context>
<context>
    <name>culprit::app::SessionListModel</name>
    <message>
        <source>being read…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Kernel tree</source>
        <translation>内核源码树</translation>
    </message>
</context>
<context>
    <name>culprit::app::SessionOpener</name>
    <message>
        <source>Sessions (*.culprit);;Bisection logs (*)</source>
        <translation>会话 (*.culprit);;二分查找日志 (*)</translation>
    </message>
    <message>
        <source>A bisection runs</source>
        <translation>二分查找正在运行</translation>
    </message>
    <message>
        <source>Another session ends what runs now. It can be resumed later from where it is.</source>
        <translation>打开另一个会话会结束当前的运行。之后可以从当前位置继续。</translation>
    </message>
    <message>
        <source>%1 is the session that is shown.</source>
        <translation>%1 就是当前显示的会话。</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Import log</source>
        <translation>导入日志</translation>
    </message>
    <message>
        <source>Bisection logs and archives (*.txt *.log *.tar.zst);;All files (*)</source>
        <translation>二分查找日志和归档 (*.txt *.log *.tar.zst);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Kernel tree with the commits of the log</source>
        <translation>含有日志中提交的内核源码树</translation>
    </message>
    <message>
        <source>A new session that goes on from event %1</source>
        <translation>从事件 %1 继续的新会话</translation>
    </message>
    <message>
        <source>Sessions (*.culprit)</source>
        <translation>会话 (*.culprit)</translation>
    </message>
</context>
<context>
    <name>culprit::app::SettingsDialog</name>
    <message>
        <source>Single &amp;letters are keys in graph, steps and consoles</source>
        <translation>在提交图、步骤和控制台中使用单字母快捷键(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Notify me on the desktop while I look elsewhere</source>
        <translation>窗口不在前台时发送桌面通知(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Keep the machine awake while a bisection runs</source>
        <translation>二分查找运行时阻止本机睡眠(&amp;K)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>G, B, S and others, while these panes have the keyboard</source>
        <translation>G、B、S 等键，在这些窗格具有键盘焦点时有效</translation>
    </message>
    <message>
        <source>When a verdict is needed, the search has ended, builds fail one after the other, or the disk gets full</source>
        <translation>需要您的判定、查找结束、构建接连失败或磁盘将满时</translation>
    </message>
    <message>
        <source>The screen may still be switched off and locked</source>
        <translation>屏幕仍可关闭和锁定</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Folder of sessions:</source>
        <translation>会话文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>There is no such folder of sessions</source>
        <translation>此会话文件夹不存在</translation>
    </message>
    <message>
        <source>"Open session" lists what lies there</source>
        <translation>“打开会话”会列出其中的内容</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>Folder of sessions</source>
        <translation>会话文件夹</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高对比度浅色</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高对比度深色</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Kernels of finished builds, which need not be built again. Those that were not used for longest go when the next one is kept. Holds for sessions that are opened from now on, and for "culprit run"</source>
        <translation>已完成构建的内核，无需再次构建。保存下一个时，最久未使用的会被清除。适用于此后打开的会话以及“culprit run”</translation>
    </message>
    <message>
        <source>Finished &amp;builds, at most:</source>
        <translation>已完成构建的空间上限(&amp;B)：</translation>
    </message>
</context>
<context>
    <name>culprit::app::SkipRangeDialog</name>
    <message>
        <source>Skip a range</source>
        <translation>跳过范围</translation>
    </message>
    <message>
        <source>A tag or the first digits of a hash: this commit and all before it are not skipped</source>
        <translation>标签或哈希值的开头几位：此提交及其之前的所有提交都不跳过</translation>
    </message>
    <message>
        <source>A tag or the first digits of a hash: the last commit that is skipped</source>
        <translation>标签或哈希值的开头几位：最后一个要跳过的提交</translation>
    </message>
    <message>
        <source>for instance: this driver cannot be built there</source>
        <translation>例如：此驱动在这里无法构建</translation>
    </message>
    <message>
        <source>What it would change</source>
        <translation>将会带来的变化</translation>
    </message>
    <message>
        <source>Commits &amp;after</source>
        <translation>此提交之后(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Up to</source>
        <translation>直到(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Because</source>
        <translation>原因(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Skip them</source>
        <translation>跳过(&amp;S)</translation>
    </message>
    <message>
        <source>Name the commit before the first one that is skipped, and the last one.</source>
        <translation>请指定首个要跳过的提交之前的那个提交，以及最后一个要跳过的提交。</translation>
    </message>
    <message>
        <source>The session has no commit “%1”.</source>
        <translation>会话中没有提交“%1”。</translation>
    </message>
    <message>
        <source>Several commits begin with “%1”: write more digits.</source>
        <translation>有多个提交以“%1”开头：请多写几位。</translation>
    </message>
    <message>
        <source>There is no commit between them that could be skipped: what is tested, judged or an end stays.</source>
        <translation>两者之间没有可以跳过的提交：已测试、已判断的提交和两端都会保留。</translation>
    </message>
    <message>
        <source>These are %L1 commits; at most %L2 can be skipped at once.</source>
        <translation>这里有 %L1 个提交；一次最多可跳过 %L2 个。</translation>
    </message>
</context>
<context>
    <name>culprit::app::SleepInhibitor</name>
    <message>
        <source>A bisection runs</source>
        <translation>二分查找正在运行</translation>
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
        <translation>查找引入或修复缺陷的内核提交。</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Looking for QEMU, compilers, disk and memory…</source>
        <translation>正在查找 QEMU、编译器、磁盘和内存…</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注意：%1</translation>
    </message>
    <message>
        <source>Fine: %1</source>
        <translation>正常：%1</translation>
    </message>
    <message>
        <source>Latest sessions</source>
        <translation>最近的会话</translation>
    </message>
</context>
<context>
    <name>culprit::app::SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Is this what you want?</source>
        <translation>这是您想要的吗？</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Se&amp;ssion file</source>
        <translation>会话文件(&amp;S)</translation>
    </message>
    <message>
        <source>Everything that happens is kept in this one new file; nothing else is needed to look at it later, on another machine too</source>
        <translation>所有过程都保存在这一个新文件中；以后查看时无需其他文件，换一台机器也可以</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>所有值</translation>
    </message>
    <message>
        <source>SETUP.toml</source>
        <translation>SETUP.toml</translation>
    </message>
    <message>
        <source>Sa&amp;ve as template…</source>
        <translation>保存为模板(&amp;V)…</translation>
    </message>
    <message>
        <source>Write the settings as a SETUP.toml, for "culprit run" and for later sessions</source>
        <translation>将设置写入 SETUP.toml，供“culprit run”和以后的会话使用</translation>
    </message>
    <message>
        <source>All val&amp;ues</source>
        <translation>所有值(&amp;U)</translation>
    </message>
    <message>
        <source>S&amp;ETUP.toml</source>
        <translation>SETUP.toml(&amp;E)</translation>
    </message>
    <message>
        <source>is missing: name a new file.</source>
        <translation>未填写：请指定新文件。</translation>
    </message>
    <message>
        <source>%1 exists already: choose another file.</source>
        <translation>%1 已存在：请选择其他文件。</translation>
    </message>
</context>
<context>
    <name>culprit::app::TestPage</name>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>What shows the bug, once a kernel has booted?</source>
        <translation>内核启动后，用什么使缺陷出现？</translation>
    </message>
    <message>
        <source>&amp;Reproducer</source>
        <translation>复现程序(&amp;R)</translation>
    </message>
    <message>
        <source>A .c file (compiled static), a shell script, an executable, or a syzkaller program (.syz). It runs as root in each guest</source>
        <translation>.c 文件（静态编译）、shell 脚本、可执行文件或 syzkaller 程序 (.syz)。在每个客户机中以 root 身份运行</translation>
    </message>
    <message>
        <source>Sy&amp;zkaller</source>
        <translation>Syzkaller(&amp;Z)</translation>
    </message>
    <message>
        <source>Its checkout in which make execprog executor was run, or a folder with syz-execprog and syz-executor.
It should be the version that found the bug.</source>
        <translation>已运行过 make execprog executor 的 syzkaller 检出，或含有 syz-execprog 和 syz-executor 的文件夹。
应为发现该缺陷的版本。</translation>
    </message>
    <message>
        <source>As a 32-&amp;bit program</source>
        <translation>作为 32 位程序(&amp;B)</translation>
    </message>
    <message>
        <source>Compile C with gcc -m32; each kernel must have CONFIG_IA32_EMULATION</source>
        <translation>以 gcc -m32 编译 C 文件；每个内核都须有 CONFIG_IA32_EMULATION</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>随机种子(&amp;D)</translation>
    </message>
    <message>
        <source>Of the runs' seeds, so that a session can be played again alike; a whole number</source>
        <translation>用于各次运行的种子，使会话可以同样地重演；须为整数</translation>
    </message>
    <message>
        <source>by the clock</source>
        <translation>取自时钟</translation>
    </message>
    <message>
        <source>R&amp;un time</source>
        <translation>运行时间(&amp;U)</translation>
    </message>
    <message>
        <source>How long the reproducer runs: 90s, 5m, 1h30m. The default is 5m</source>
        <translation>复现程序运行多久：90s、5m、1h30m。默认为 5m</translation>
    </message>
    <message>
        <source>Start it again &amp;while time is left</source>
        <translation>时间未到则再次启动(&amp;W)</translation>
    </message>
    <message>
        <source>A reproducer that ends is started again until its time is over</source>
        <translation>复现程序若提前结束，则再次启动，直到时间用尽</translation>
    </message>
    <message>
        <source>Silen&amp;ce</source>
        <translation>静默时限(&amp;C)</translation>
    </message>
    <message>
        <source>A guest that says nothing for so long counts as hung. The default is 5m</source>
        <translation>客户机无输出达到此时长即视为卡死。默认为 5m</translation>
    </message>
    <message>
        <source>Boot ti&amp;me</source>
        <translation>启动时限(&amp;M)</translation>
    </message>
    <message>
        <source>A guest that is not up by then did not boot; tripled under emulation. The default is 10m</source>
        <translation>客户机届时仍未就绪即视为启动失败；模拟时为三倍。默认为 10m</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ActivityLogModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ActivityLogView</name>
    <message>
        <source>Activity log</source>
        <translation>活动日志</translation>
    </message>
    <message>
        <source>&amp;Show what it is about</source>
        <translation>显示相关内容(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Look at the session as it stood then</source>
        <translation>查看当时的会话状态(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::AuditModel</name>
    <message>
        <source>%1 (yours)</source>
        <translation>%1（您的判断）</translation>
    </message>
    <message>
        <source>%1 (the log's)</source>
        <translation>%1（来自日志）</translation>
    </message>
    <message>
        <source>%1, runs inferred</source>
        <translation>%1，运行为推断</translation>
    </message>
    <message>
        <source>The revisions that have a verdict, the weakest first</source>
        <translation>有判定的修订版，最不可靠的在前</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订版</translation>
    </message>
    <message>
        <source>What is audited: your verdict, else the imported log's, else that of the runs</source>
        <translation>审核的对象：您的判定，否则是导入日志的判定，否则是由运行得出的判定</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Chance that the verdict is right, by all runs of all revisions</source>
        <translation>据所有修订版的全部运行，该判定正确的概率</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>The same if this revision had not been tested</source>
        <translation>假如未测试此修订版，该判定正确的概率</translation>
    </message>
    <message>
        <source>If untested</source>
        <translation>假如未测试</translation>
    </message>
    <message>
        <source>Chance of the answer if this revision had not been tested</source>
        <translation>假如未测试此修订版，现有结论的概率</translation>
    </message>
    <message>
        <source>Answer without it</source>
        <translation>无此项的结论</translation>
    </message>
    <message>
        <source>What syzkaller's rules of 2021 make of the same runs</source>
        <translation>按 syzkaller 2021 年的规则，相同的运行会得出什么</translation>
    </message>
    <message>
        <source>syzkaller 2021</source>
        <translation>syzkaller 2021</translation>
    </message>
    <message>
        <source>What syzkaller's rules of 2024 make of the same runs</source>
        <translation>按 syzkaller 2024 年的规则，相同的运行会得出什么</translation>
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
        <translation>确定的判断相互矛盾：没有结论。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The likeliest by all runs: %1, with %2.</source>
        <translation>据全部运行，最可能的是：%1，概率为 %2。</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Why, and what would make sure</source>
        <translation>原因，以及如何加以确证</translation>
    </message>
    <message>
        <source>The same runs by other rules</source>
        <translation>按其他规则看相同的运行</translation>
    </message>
    <message>
        <source>No session is open.</source>
        <translation>没有打开的会话。</translation>
    </message>
    <message>
        <source>Verdicts, the weakest first</source>
        <translation>判定，最不可靠的在前</translation>
    </message>
    <message>
        <source>The verdicts are being weighed…</source>
        <translation>正在权衡各个判定…</translation>
    </message>
    <message>
        <source>The session's range is empty or too large to be weighed: it cannot be audited.</source>
        <translation>会话的范围为空或过大，无法权衡，因此不能审核。</translation>
    </message>
    <message>
        <source>No revision has been tested so far.</source>
        <translation>目前还没有测试过任何修订版。</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::BlameView</name>
    <message>
        <source>%1 (no older history here)</source>
        <translation>%1（此处没有更早的历史）</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Who last changed the lines</source>
        <translation>各行最后由谁更改</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>The first %L1 rows are shown.</source>
        <translation>仅显示前 %L1 行。</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::CodeEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::CommitView</name>
    <message>
        <source>Commit message</source>
        <translation>提交说明</translation>
    </message>
    <message>
        <source>Author: %1, %2</source>
        <translation>作者：%1，%2</translation>
    </message>
    <message>
        <source>Committer: %1, %2</source>
        <translation>提交者：%1，%2</translation>
    </message>
    <message>
        <source>Parents: %1</source>
        <translation>父提交：%1</translation>
    </message>
    <message>
        <source>Parent: %1</source>
        <translation>父提交：%1</translation>
    </message>
    <message>
        <source>Reading the patch…</source>
        <translation>正在读取补丁…</translation>
    </message>
    <message>
        <source>No commit is selected.</source>
        <translation>没有选中提交。</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ComparisonModel</name>
    <message>
        <source>%1 (judged)</source>
        <translation>%1（人工判断）</translation>
    </message>
    <message>
        <source>%1 (the log's)</source>
        <translation>%1（来自日志）</translation>
    </message>
    <message>
        <source>%1, does not build</source>
        <translation>%1，无法构建</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>%1, confirmed</source>
        <translation>%1，已确认</translation>
    </message>
    <message>
        <source>%1, not confirmed</source>
        <translation>%1，未确认</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有结论</translation>
    </message>
    <message>
        <source>one of %1 commits</source>
        <translation>%1 个提交之一</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订版</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>此会话</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>另一会话</translation>
    </message>
    <message>
        <source>Why they differ</source>
        <translation>不同的原因</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ComparisonView</name>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>The same answer.</source>
        <translation>结论相同。</translation>
    </message>
    <message>
        <source>Not the same answer.</source>
        <translation>结论不同。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Where they part: %1</source>
        <translation>分歧之处：%1</translation>
    </message>
    <message>
        <source>Setting %1: %2 here, %3 there</source>
        <translation>设置 %1：这边为 %2，那边为 %3</translation>
    </message>
    <message>
        <source>Only where the &amp;verdicts differ</source>
        <translation>仅显示判定不同之处(&amp;V)</translation>
    </message>
    <message>
        <source>Both answers</source>
        <translation>两边的结论</translation>
    </message>
    <message>
        <source>Revisions of both sessions</source>
        <translation>两个会话的修订版</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConfigView</name>
    <message>
        <source>&amp;against</source>
        <translation>对比(&amp;A)</translation>
    </message>
    <message>
        <source>Revision to compare the config with</source>
        <translation>与之对比配置的修订版</translation>
    </message>
    <message>
        <source>The revision whose config this one's is compared with</source>
        <translation>当前修订版的配置与此修订版的配置对比</translation>
    </message>
    <message>
        <source>Config drift</source>
        <translation>配置漂移</translation>
    </message>
    <message>
        <source>Config of %1</source>
        <translation>%1 的配置</translation>
    </message>
    <message>
        <source>No commit is selected.</source>
        <translation>没有选中提交。</translation>
    </message>
    <message>
        <source>No config is kept of this revision: it was not built, or its build needs none.</source>
        <translation>未保存此修订版的配置：尚未构建，或其构建不需要配置。</translation>
    </message>
    <message>
        <source>This is the only revision so far whose config is kept: there is none to compare it with.</source>
        <translation>目前只保存了这一个修订版的配置：没有可对比的配置。</translation>
    </message>
    <message>
        <source>Comparing the configs…</source>
        <translation>正在比较配置…</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleBar</name>
    <message>
        <source>No crash</source>
        <translation>无崩溃</translation>
    </message>
    <message>
        <source>Go to the next line where a crash report begins (E)</source>
        <translation>转到下一个崩溃报告的起始行 (E)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Stay at the end while text arrives (F)</source>
        <translation>有新文本时停留在末尾 (F)</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Break long lines at the edge of the window (Z)</source>
        <translation>长行在窗口边缘处换行 (Z)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find text in this console (/ or Ctrl+F)</source>
        <translation>在此控制台中查找文本 (/ 或 Ctrl+F)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save this log to a file (Ctrl+Shift+S)</source>
        <translation>将此日志保存到文件 (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>● Following</source>
        <translation>● 跟随中</translation>
    </message>
    <message>
        <source>○ Follow</source>
        <translation>○ 跟随</translation>
    </message>
    <message>
        <source>● Wrapped</source>
        <translation>● 已换行</translation>
    </message>
    <message>
        <source>○ Wrap</source>
        <translation>○ 换行</translation>
    </message>
    <message>
        <source>1 crash report</source>
        <translation>1 个崩溃报告</translation>
    </message>
    <message numerus="yes">
        <source>%n crash reports</source>
        <translation>
            <numerusform>%n 个崩溃报告</numerusform>
        </translation>
    </message>
    <message>
        <source>No crash report begins in this console so far</source>
        <translation>此控制台中目前没有崩溃报告</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>Time stamps: as they are, time since the line before, none (T)</source>
        <translation>时间戳：原样、与上一行的时间差、无 (T)</translation>
    </message>
    <message>
        <source>● Times</source>
        <translation>● 时间戳</translation>
    </message>
    <message>
        <source>Δ Times</source>
        <translation>Δ 时间戳</translation>
    </message>
    <message>
        <source>○ Times</source>
        <translation>○ 时间戳</translation>
    </message>
    <message>
        <source>Buttons of the console</source>
        <translation>控制台按钮</translation>
    </message>
    <message>
        <source>Go to the next error (E)</source>
        <translation>转到下一个错误 (E)</translation>
    </message>
    <message>
        <source>No error</source>
        <translation>无错误</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the next error (E); the arrow lists them</source>
        <translation>转到下一个错误 (E)；点击箭头可列出各个错误</translation>
    </message>
    <message>
        <source>No line of this log tells an error so far</source>
        <translation>此日志中目前没有报错的行</translation>
    </message>
    <message>
        <source>Go to the next line where a crash report begins (E); the arrow lists them</source>
        <translation>转到下一个崩溃报告的起始行 (E)；点击箭头可列出各起始行</translation>
    </message>
    <message>
        <source>More buttons</source>
        <translation>更多按钮</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleComparisonView</name>
    <message>
        <source>&amp;First</source>
        <translation>第一处(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the first difference</source>
        <translation>转到第一处差异</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一处(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the difference before (p, [ or Alt+Up)</source>
        <translation>转到上一处差异 (p、[ 或 Alt+Up)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next difference (n, ] or Alt+Down)</source>
        <translation>转到下一处差异 (n、] 或 Alt+Down)</translation>
    </message>
    <message>
        <source>Run on the left</source>
        <translation>左侧的运行</translation>
    </message>
    <message>
        <source>Run on the right</source>
        <translation>右侧的运行</translation>
    </message>
    <message>
        <source>Console on the left</source>
        <translation>左侧的控制台</translation>
    </message>
    <message>
        <source>Console on the right</source>
        <translation>右侧的控制台</translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Only the first %1 lines or %2 MB of each console are compared.</source>
        <translation>每个控制台仅比较前 %1 行或 %2 MB。</translation>
    </message>
    <message>
        <source>No difference but in time stamps, addresses and the like</source>
        <translation>除时间戳、地址等之外没有差异</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 处差异</translation>
    </message>
    <message numerus="yes">
        <source>%Ln differences</source>
        <translation>
            <numerusform>%Ln 处差异</numerusform>
        </translation>
    </message>
    <message>
        <source>difference %1 of %2, line %3 beside line %4</source>
        <translation>差异 %1/%2，左侧第 %3 行，右侧第 %4 行</translation>
    </message>
    <message>
        <source>The consoles are still being compared</source>
        <translation>仍在比较控制台</translation>
    </message>
    <message>
        <source>There is no difference</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>This is the first difference</source>
        <translation>这是第一处差异</translation>
    </message>
    <message>
        <source>This is the last difference</source>
        <translation>这是最后一处差异</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleEdit</name>
    <message>
        <source>Console text</source>
        <translation>控制台文本</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleMap</name>
    <message>
        <source>Overview of the console</source>
        <translation>控制台概览</translation>
    </message>
    <message>
        <source>Crash reports, warnings, matches and marks in the whole console; click to go there</source>
        <translation>整个控制台中的崩溃报告、警告、匹配和标记；点击即可转到</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleMatchList</name>
    <message>
        <source>Lines with a match or a mark</source>
        <translation>有匹配或标记的行</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleMatchModel</name>
    <message>
        <source>line %1, marked: %2</source>
        <translation>第 %1 行，已标记：%2</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ConsoleView</name>
    <message>
        <source>crash report</source>
        <translation>崩溃报告</translation>
    </message>
    <message>
        <source>No %1 in this console</source>
        <translation>此控制台中没有%1</translation>
    </message>
    <message>
        <source>%1 %2 of %3, line %4</source>
        <translation>%1 %2/%3，第 %4 行</translation>
    </message>
    <message>
        <source>No line is marked; M marks one</source>
        <translation>没有标记的行；按 M 标记一行</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>, the rest is only in the session file</source>
        <translation>，其余仅在会话文件中</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>&amp;Mark or unmark this line</source>
        <translation>标记或取消标记此行(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Next mark</source>
        <translation>下一标记(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Time stamps</source>
        <translation>时间戳(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;As they are</source>
        <translation>原样(&amp;A)</translation>
    </message>
    <message>
        <source>Time &amp;since the line before</source>
        <translation>与上一行的时间差(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>无(&amp;N)</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>List the lines with a match below the console (L)</source>
        <translation>在控制台下方列出匹配的行 (L)</translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>…以及更多</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::DecisionView</name>
    <message>
        <source>Decision</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Select a revision to see why it is held for good or bad.</source>
        <translation>选择一个修订版，查看它被判为好或坏的原因。</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::DiffView</name>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>已重命名</translation>
    </message>
    <message>
        <source>type changed</source>
        <translation>类型已更改</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>The rest of this patch is not shown.</source>
        <translation>此补丁的其余部分未显示。</translation>
    </message>
    <message>
        <source>Changed files</source>
        <translation>更改的文件</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>补丁</translation>
    </message>
    <message>
        <source>%1 (was %2)</source>
        <translation>%1（原为 %2）</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>二进制</translation>
    </message>
    <message>
        <source>%1, %2, lines added: %3, removed: %4</source>
        <translation>%1，%2，新增行：%3，删除行：%4</translation>
    </message>
    <message>
        <source>Files: %1, lines: +%2 -%3</source>
        <translation>文件：%1，行：+%2 -%3</translation>
    </message>
    <message>
        <source> (the first %1 files are listed)</source>
        <translation> （仅列出前 %1 个文件）</translation>
    </message>
    <message>
        <source>Nothing changed against the first parent.</source>
        <translation>与第一父提交相比没有更改。</translation>
    </message>
    <message>
        <source>&amp;Who last changed these lines</source>
        <translation>这些行最后由谁更改(&amp;W)</translation>
    </message>
    <message>
        <source>The commits that the lines come from, as they were before</source>
        <translation>这些行在此提交之前的内容来自哪些提交</translation>
    </message>
    <message>
        <source>This line is in no hunk</source>
        <translation>此行不在任何补丁块中</translation>
    </message>
    <message>
        <source>The commit adds this file: nobody changed it before</source>
        <translation>此提交新增该文件：此前无人更改过</translation>
    </message>
    <message>
        <source>The hunk has no lines from before</source>
        <translation>此补丁块不含更改前的行</translation>
    </message>
    <message>
        <source>Line %1 of %2 before this commit</source>
        <translation>此提交之前 %2 的第 %1 行</translation>
    </message>
    <message>
        <source>Lines %1–%2 of %3 before this commit</source>
        <translation>此提交之前 %3 的第 %1–%2 行</translation>
    </message>
    <message>
        <source>git reads the history of the file…</source>
        <translation>git 正在读取该文件的历史…</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::EmptyNote</name>
    <message>
        <source>%1 F5 goes on with the bisection.</source>
        <translation>%1按 F5 继续二分查找。</translation>
    </message>
    <message>
        <source>%1 F5 starts the bisection.</source>
        <translation>%1按 F5 开始二分查找。</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::FindBar</name>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Previous match (Shift+Return, N)</source>
        <translation>上一个匹配 (Shift+Return、N)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match (Return, n)</source>
        <translation>下一个匹配 (Return、n)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>关闭查找栏 (Esc)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>要查找的文本</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 个匹配</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 个匹配</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::HistoryModel</name>
    <message>
        <source>overruled</source>
        <translation>已否决</translation>
    </message>
    <message>
        <source>How likely the commit is the culprit, by all runs so far</source>
        <translation>据迄今的全部运行，该提交是元凶提交的概率</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>1 commit between</source>
        <translation>其间 1 个提交</translation>
    </message>
    <message numerus="yes">
        <source>%Ln commits between</source>
        <translation>
            <numerusform>其间 %Ln 个提交</numerusform>
        </translation>
    </message>
    <message>
        <source>merges 1 commit</source>
        <translation>合并了 1 个提交</translation>
    </message>
    <message numerus="yes">
        <source>merges %Ln commits</source>
        <translation>
            <numerusform>合并了 %Ln 个提交</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>culprit::widgets::HistoryView</name>
    <message>
        <source>Commits of the range</source>
        <translation>范围内的提交</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::PhasesView</name>
    <message>
        <source>Bad is bad</source>
        <translation>坏端为坏</translation>
    </message>
    <message>
        <source>Good is good</source>
        <translation>好端为好</translation>
    </message>
    <message>
        <source>Bisect</source>
        <translation>二分查找</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>no such revision is named</source>
        <translation>未指定此类修订版</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%2 个中有 %1 个为“%3”</translation>
    </message>
    <message>
        <source>no runs yet</source>
        <translation>尚无运行</translation>
    </message>
    <message>
        <source>%1 of %2 releases tried</source>
        <translation>已尝试 %2 个发布版中的 %1 个</translation>
    </message>
    <message>
        <source>1 revision tested</source>
        <translation>已测试 1 个修订版</translation>
    </message>
    <message numerus="yes">
        <source>%n revisions tested</source>
        <translation>
            <numerusform>已测试 %n 个修订版</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, one commit has %2</source>
        <translation>%1，其中一个提交的概率为 %2</translation>
    </message>
    <message>
        <source>1 step, one commit is left</source>
        <translation>1 步，剩余一个提交</translation>
    </message>
    <message numerus="yes">
        <source>%n steps, one commit is left</source>
        <translation>
            <numerusform>%n 步，剩余一个提交</numerusform>
        </translation>
    </message>
    <message>
        <source>1 suspect</source>
        <translation>1 个嫌疑提交</translation>
    </message>
    <message numerus="yes">
        <source>%n suspects</source>
        <translation>
            <numerusform>%n 个嫌疑提交</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 to go, the likeliest with %3</source>
        <translation>%1，剩余：%2，最可能者概率为 %3</translation>
    </message>
    <message>
        <source>about 1 step to go</source>
        <translation>还需约 1 步</translation>
    </message>
    <message numerus="yes">
        <source>about %n steps to go</source>
        <translation>
            <numerusform>还需约 %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>the culprit and its parents, run themselves</source>
        <translation>实际运行元凶提交及其父提交</translation>
    </message>
    <message>
        <source>the culprit and its parents, again</source>
        <translation>复测元凶提交及其父提交</translation>
    </message>
    <message>
        <source>%1 and its parents were run</source>
        <translation>已运行 %1 及其父提交</translation>
    </message>
    <message>
        <source>%1 and its parents are run</source>
        <translation>正在运行 %1 及其父提交</translation>
    </message>
    <message>
        <source>%1 stood its second test</source>
        <translation>%1 已通过复测</translation>
    </message>
    <message>
        <source>%1 and its parents, again</source>
        <translation>复测 %1 及其父提交</translation>
    </message>
    <message>
        <source>between the bad end and the newest good release</source>
        <translation>在坏端与最新的好发布版之间</translation>
    </message>
    <message>
        <source>none is good</source>
        <translation>没有好的</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一个</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::RangeRibbon</name>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>No range yet</source>
        <translation>尚无范围</translation>
    </message>
    <message>
        <source>No good end yet</source>
        <translation>尚无好端</translation>
    </message>
    <message>
        <source>%1 is the culprit</source>
        <translation>%1 是元凶提交</translation>
    </message>
    <message>
        <source>%1 is suspected</source>
        <translation>%1 有嫌疑</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1，概率为 %2</translation>
    </message>
    <message>
        <source>Suspects: %1 of %2</source>
        <translation>嫌疑提交：%1/%2</translation>
    </message>
    <message>
        <source>%1, the likeliest with %2</source>
        <translation>%1，最可能者概率为 %2</translation>
    </message>
    <message>
        <source>The culprit is one of the %1 commits around here with %2.</source>
        <translation>元凶提交是此处附近 %1 个提交之一的概率为 %2。</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::ReportView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>There is no report yet</source>
        <translation>尚无报告</translation>
    </message>
    <message>
        <source>Copy the whole report, as it would be mailed</source>
        <translation>复制完整的报告，与邮寄的内容相同</translation>
    </message>
    <message>
        <source>Save the whole report to a file</source>
        <translation>将完整的报告保存到文件</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::RunGroups</name>
    <message>
        <source>1 run</source>
        <translation>1 次运行</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation><numerusform>%n 次运行</numerusform></translation>
    </message>
    <message>
        <source>%1 of 1 revision</source>
        <translation>1 个修订版的 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n revisions</source>
        <translation><numerusform>%n 个修订版的 %1</numerusform></translation>
    </message>
    <message>
        <source>run %1.%2  %3  %4</source>
        <translation>运行 %1.%2  %3  %4</translation>
    </message>
    <message>
        <source>Crashes without a title</source>
        <translation>无标题的崩溃</translation>
    </message>
    <message>
        <source>No crash</source>
        <translation>无崩溃</translation>
    </message>
    <message>
        <source>Boot failed</source>
        <translation>启动失败</translation>
    </message>
    <message>
        <source>Test failed</source>
        <translation>测试失败</translation>
    </message>
    <message>
        <source>Infrastructure failed</source>
        <translation>基础设施故障</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>overruled, was %1</source>
        <translation>已否决，原为“%1”</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::StepRows</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Crash title or cause</source>
        <translation>崩溃标题或原因</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::StepsModel</name>
    <message>
        <source>run %1.%2</source>
        <translation>运行 %1.%2</translation>
    </message>
    <message>
        <source>build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>步骤 %1</translation>
    </message>
    <message>
        <source>, overruled, was %1</source>
        <translation>，已否决，原为“%1”</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::StepsView</name>
    <message>
        <source>Filter by hash, subject, outcome, title</source>
        <translation>按哈希值、主题、结果、标题筛选</translation>
    </message>
    <message>
        <source>Filter the steps</source>
        <translation>筛选步骤</translation>
    </message>
    <message>
        <source>Steps and runs</source>
        <translation>步骤与运行</translation>
    </message>
    <message>
        <source>The imported log holds no tested revision.</source>
        <translation>导入的日志不含已测试的修订版。</translation>
    </message>
    <message>
        <source>No revision has been tested yet.</source>
        <translation>尚未测试过任何修订版。</translation>
    </message>
    <message>
        <source>No step matches the filter.</source>
        <translation>没有与筛选条件匹配的步骤。</translation>
    </message>
    <message>
        <source>Group by nothing</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Group by crash title</source>
        <translation>按崩溃标题分组</translation>
    </message>
    <message>
        <source>Group the runs</source>
        <translation>对运行分组</translation>
    </message>
    <message>
        <source>By crash title: the runs that showed each, and those without a crash</source>
        <translation>按崩溃标题：出现各标题的运行，以及没有崩溃的运行</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::TimeBar</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Walk through the session's events</source>
        <translation>逐一回顾会话的事件</translation>
    </message>
    <message>
        <source>Event of the session</source>
        <translation>会话的事件</translation>
    </message>
    <message>
        <source>How the session stood after an event; at the end: now</source>
        <translation>某一事件之后会话的状态；末端为现在</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast the session is played: 1× is an event a second</source>
        <translation>会话的播放速度：1× 为每秒一个事件</translation>
    </message>
    <message>
        <source>No&amp;w</source>
        <translation>现在(&amp;W)</translation>
    </message>
    <message>
        <source>Back to how the session stands now</source>
        <translation>回到会话现在的状态</translation>
    </message>
    <message>
        <source>Go on &amp;from here…</source>
        <translation>从此处继续(&amp;F)…</translation>
    </message>
    <message>
        <source>What happened there</source>
        <translation>当时发生的事</translation>
    </message>
    <message>
        <source>event %1 of %2</source>
        <translation>事件 %1/%2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>nothing has happened so far</source>
        <translation>尚未发生任何事件</translation>
    </message>
    <message>
        <source>Look at an earlier event first</source>
        <translation>请先查看较早的事件</translation>
    </message>
    <message>
        <source>A new session with all that was known there, to decide otherwise</source>
        <translation>新建一个会话，包含当时已知的一切，以便另作决定</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::TitlesModel</name>
    <message>
        <source>%1 (yours)</source>
        <translation>%1（您的判断）</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>相关性</translation>
    </message>
    <message>
        <source>Crash title</source>
        <translation>崩溃标题</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>修订版</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>This is no crash title of the session.</source>
        <translation>这不是此会话的崩溃标题。</translation>
    </message>
    <message>
        <source>Drop it on a heading, or on a title below it.</source>
        <translation>请拖放到某个分组标题上，或其下的崩溃标题上。</translation>
    </message>
    <message>
        <source>It is below this heading already.</source>
        <translation>它已在此分组标题之下。</translation>
    </message>
    <message>
        <source>By the rules it is %1, so it cannot be undecided: %2</source>
        <translation>按规则它是“%1”，因此不能为未定：%2</translation>
    </message>
    <message>
        <source>Target: the bug that is searched for</source>
        <translation>目标：正在查找的缺陷</translation>
    </message>
    <message>
        <source>Undecided: to be judged</source>
        <translation>未定：有待判断</translation>
    </message>
    <message>
        <source>Unrelated: another bug</source>
        <translation>无关：另一个缺陷</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>没有打开的会话</translation>
    </message>
</context>
<context>
    <name>culprit::widgets::TitlesView</name>
    <message>
        <source>&amp;Target</source>
        <translation>目标(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Unrelated</source>
        <translation>无关(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>自动(&amp;A)</translation>
    </message>
    <message>
        <source>Crash titles</source>
        <translation>崩溃标题</translation>
    </message>
    <message>
        <source>A crash with this title</source>
        <translation>具有此标题的一次崩溃</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>没有打开的会话</translation>
    </message>
    <message>
        <source>No run has crashed so far.</source>
        <translation>目前没有运行崩溃。</translation>
    </message>
    <message>
        <source>Select a crash title to say what it is to this session.</source>
        <translation>选择一个崩溃标题，指明它与此会话的关系。</translation>
    </message>
    <message>
        <source>No crash title is selected</source>
        <translation>没有选中崩溃标题</translation>
    </message>
    <message>
        <source>You said so already</source>
        <translation>您已这样判断</translation>
    </message>
    <message>
        <source>This crash is the bug that is searched for: it makes a run count as bad</source>
        <translation>此崩溃就是所查找的缺陷：使运行计为坏</translation>
    </message>
    <message>
        <source>This crash is another bug: a run that ends in it is no witness</source>
        <translation>此崩溃是另一个缺陷：以其结束的运行不能作证</translation>
    </message>
    <message>
        <source>The rules decide: you have said nothing of this title</source>
        <translation>由规则决定：您尚未对此标题作出判断</translation>
    </message>
    <message>
        <source>Take your decision back and let the rules decide</source>
        <translation>撤回您的判断，由规则决定</translation>
    </message>
    <message numerus="yes">
        <source>%n crash titles</source>
        <translation><numerusform>%n 个崩溃标题</numerusform></translation>
    </message>
</context>
<context>
    <name>culprit::widgets::VerdictBar</name>
    <message>
        <source>&amp;Not sure</source>
        <translation>不确定(&amp;N)</translation>
    </message>
    <message>
        <source>Note: why</source>
        <translation>备注：原因</translation>
    </message>
    <message>
        <source>Note to the verdict</source>
        <translation>判定的备注</translation>
    </message>
    <message>
        <source>Good and Bad then count as evidence that is right nine times in ten, beside the runs; the search may still test the revision</source>
        <translation>此时“好”和“坏”与运行一同计为证据，视为十次中有九次正确；查找仍可能测试此修订版</translation>
    </message>
    <message>
        <source>Mark %1</source>
        <translation>标记 %1</translation>
    </message>
    <message>
        <source>No revision to mark</source>
        <translation>没有可标记的修订版</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>改为 %1</translation>
    </message>
    <message>
        <source>The selection went on to %1. The buttons still mark %2.</source>
        <translation>选择已移到 %1。按钮仍作用于 %2。</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Mark %1 %2: the bug is not there</source>
        <translation>将 %1 标记为“%2”：不存在缺陷</translation>
    </message>
    <message>
        <source>good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>坏</translation>
    </message>
    <message>
        <source>Mark %1 %2: the bug is there</source>
        <translation>将 %1 标记为“%2”：存在缺陷</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>坏</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Skip %1: it cannot be told</source>
        <translation>跳过 %1：无法判断</translation>
    </message>
    <message>
        <source>Retest ×%1</source>
        <translation>重测 ×%1</translation>
    </message>
    <message>
        <source>Run %1 again, %2 times, and count all runs</source>
        <translation>将 %1 再运行 %2 次，并计入所有运行</translation>
    </message>
    <message>
        <source>Test next</source>
        <translation>优先测试</translation>
    </message>
    <message>
        <source>Run %1 %2 times before anything else is tested</source>
        <translation>先将 %1 运行 %2 次，再测试其他修订版</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take your verdict of %1 back: its runs decide again</source>
        <translation>撤回您对 %1 的判定：重新由其运行决定</translation>
    </message>
    <message>
        <source>No revision is selected</source>
        <translation>没有选中修订版</translation>
    </message>
    <message>
        <source>The verdict of %1 is not overruled</source>
        <translation>%1 的判定未被否决</translation>
    </message>
</context>
</TS>