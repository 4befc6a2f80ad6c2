# SPDX-FileCopyrightText: 2026 The Culprit developers
# SPDX-License-Identifier: GPL-3.0-or-later

# nm -n to a table of (address, name) pairs of the functions, ended by a pair of zeros.
BEGIN { print ".section .kallsyms,\"a\"\n.globl kallsyms_table\nkallsyms_table:"; n = 0 }
$2 ~ /^[tT]$/ && $1 != last {
	names[n] = $3
	printf ".long 0x%s, .Lname%d\n", $1, n++
	last = $1
}
END {
	print ".long 0, 0"
	for (i = 0; i < n; i++)
		printf ".Lname%d: .asciz \"%s\"\n", i, names[i]
	print ".section .note.GNU-stack,\"\",@progbits"
}
