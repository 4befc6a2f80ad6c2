// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/process/guard/processtree.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <memory>
#include <string>
#include <sys/types.h>
#include <unistd.h>
#include <vector>

namespace culprit::guard
{

namespace
{

struct CloseFile {
    void operator()(FILE *file) const { std::fclose(file); }
    void operator()(DIR *directory) const { closedir(directory); }
};

void appendChildrenOfThread(const std::string &task, std::vector<pid_t> &children)
{
    const std::unique_ptr<FILE, CloseFile> file(std::fopen((task + "/children").c_str(), "re"));
    int pid = 0;
    while (file && std::fscanf(file.get(), "%d", &pid) == 1) {
        children.push_back(pid);
    }
}

void appendChildren(pid_t parent, std::vector<pid_t> &children)
{
    const std::string tasks = "/proc/" + std::to_string(parent) + "/task";
    const std::unique_ptr<DIR, CloseFile> directory(opendir(tasks.c_str()));
    while (const dirent *entry = directory ? readdir(directory.get()) : nullptr) {
        if (entry->d_name[0] != '.') {
            appendChildrenOfThread(tasks + '/' + entry->d_name, children);
        }
    }
}

} // namespace

void signalDescendants(int signal)
{
    std::vector<pid_t> pending;
    appendChildren(getpid(), pending);
    while (!pending.empty()) {
        const pid_t pid = pending.back();
        pending.pop_back();
        kill(pid, signal);
        appendChildren(pid, pending);
    }
}

} // namespace culprit::guard
