// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace culprit::app
{

class PaneConnections;
class Preferences;
struct Actions;

/// Keeps the window's menus, keys and theme in step with what the user chose, whichever of them changes.
void connectPreferences(Preferences &preferences, const Actions &actions, const PaneConnections &panes);

} // namespace culprit::app
