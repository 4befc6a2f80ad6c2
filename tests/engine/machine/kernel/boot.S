/* SPDX-FileCopyrightText: 2026 The Culprit developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

	.section .multiboot, "a"
	.align 4
	.long 0x1badb002
	.long 0
	.long -0x1badb002

	.text
	.globl _start
_start:
	cli
	mov $stack_end, %esp
	lgdt gdt_pointer
	ljmp $8, $1f
1:	mov $16, %ax
	mov %ax, %ds
	mov %ax, %es
	mov %ax, %ss
	mov $nmi_entry, %eax
	mov %ax, idt + 16
	movw $8, idt + 18
	movw $0x8e00, idt + 20
	shr $16, %eax
	mov %ax, idt + 22
	lidt idt_pointer
	push 16(%ebx)
	call kernel_main
	ud2

nmi_entry:
	call nmi
	iret

	.globl triple_fault
triple_fault:
	lidt no_idt
	int3

	.data
	.align 8
gdt:	.quad 0
	.quad 0x00cf9a000000ffff
	.quad 0x00cf92000000ffff
gdt_pointer:
	.word 23
	.long gdt
idt_pointer:
	.word 23
	.long idt
no_idt:	.word 0
	.long 0

	.bss
	.align 16
idt:	.skip 24
	.align 16
	.skip 16384
stack_end:

	.section .note.GNU-stack, "", @progbits
