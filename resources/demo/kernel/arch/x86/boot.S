/* SPDX-FileCopyrightText: 2026 The Culprit developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define MULTIBOOT_MAGIC 0x1badb002
#define MULTIBOOT_FLAGS 0x00000003 /* aligned modules, memory map */

	.section .multiboot,"ax"
	.align 4
	.long MULTIBOOT_MAGIC
	.long MULTIBOOT_FLAGS
	.long -(MULTIBOOT_MAGIC + MULTIBOOT_FLAGS)

	.text
	.globl _start
	.type _start, @function
_start:
	cli
	movl $stack_top, %esp
	xorl %ebp, %ebp
	pushl %ebx
	pushl %eax
	call start_kernel
1:	hlt
	jmp 1b
	.size _start, . - _start

	.bss
	.align 16
	.globl stack_bottom
	.globl stack_top
stack_bottom:
	.skip 32768
stack_top:

	.section .note.GNU-stack,"",@progbits
