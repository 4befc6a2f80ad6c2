/* SPDX-FileCopyrightText: 2026 The Culprit developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every vector pushes an error code and its number, then saves the rest as struct regs has it. */

	.macro vector number has_code=0
	.globl vector_\number
vector_\number:
	.if \has_code == 0
	pushl $0
	.endif
	pushl $\number
	jmp entry_common
	.endm

	.text
	vector 0
	vector 1
	vector 2
	vector 3
	vector 4
	vector 5
	vector 6
	vector 7
	vector 8 1
	vector 9
	vector 10 1
	vector 11 1
	vector 12 1
	vector 13 1
	vector 14 1
	vector 15
	vector 16
	vector 17 1
	vector 18
	vector 19
	vector 32

	.type entry_common, @function
entry_common:
	pushal
	xorl %eax, %eax
	movw %fs, %ax
	pushl %eax
	movl $0x18, %eax
	movw %ax, %fs
	movl %esp, %eax
	pushl %eax
	call do_trap
	addl $4, %esp
	popl %eax
	movw %ax, %fs
	popal
	addl $8, %esp
	iret
	.size entry_common, . - entry_common

	.globl load_descriptors
	.type load_descriptors, @function
load_descriptors:
	movl 4(%esp), %eax
	lgdt (%eax)
	movl 8(%esp), %eax
	lidt (%eax)
	movl $0x10, %eax
	movw %ax, %ds
	movw %ax, %es
	movw %ax, %ss
	movl $0x18, %eax
	movw %ax, %fs
	movw %ax, %gs
	ljmp $0x08, $1f
1:	ret
	.size load_descriptors, . - load_descriptors

	.section .note.GNU-stack,"",@progbits
