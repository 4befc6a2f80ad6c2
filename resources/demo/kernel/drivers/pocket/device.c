// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/frame.h>
#include <pocket/kernel.h>
#include <pocket/mm.h>
#include <pocket/string.h>

#define POCKET_DEVICES 2
#define POCKET_HANDLES 4

struct pocket_device {
	u32 number;
	struct pocket_ring ring;
	u32 opens;
};

static struct pocket_device devices[POCKET_DEVICES];
static struct pocket_device *handles[POCKET_HANDLES];

noinline int pocket_open(const char *path)
{
	u32 number, handle;

	if (strncmp(path, "/dev/pocket", 11) != 0)
		return -ENODEV;
	number = (u32)(path[11] - '0');
	if (number >= POCKET_DEVICES || path[12] != '\0')
		return -ENODEV;
	for (handle = 0; handle < POCKET_HANDLES; handle++) {
		if (!handles[handle]) {
			handles[handle] = &devices[number];
			devices[number].opens++;
			return (int)handle;
		}
	}
	return -ENOMEM;
}

static struct pocket_device *from_handle(int handle)
{
	return handle >= 0 && handle < POCKET_HANDLES ? handles[handle] : NULL;
}

static int pocket_queue_frame(struct pocket_device *device, u32 size)
{
	struct pocket_frame *frame = pocket_frame_alloc(size);
	int error;

	if (!frame)
		return -EINVAL;
	memset(frame->data, (int)frame->sequence, size);
	pocket_timer_check(frame->sequence);
	pocket_link_account(size);
	error = pocket_ring_push(&device->ring, frame);
	if (error)
		pocket_frame_put(frame);
	return error;
}

noinline int pocket_ioctl(int handle, u32 request, u32 argument)
{
	struct pocket_device *device = from_handle(handle);

	if (!device)
		return -EINVAL;
	switch (request) {
	case POCKET_IOCTL_FRAME:
		return pocket_queue_frame(device, argument);
	case POCKET_IOCTL_FLUSH:
		pocket_ring_flush(&device->ring);
		return 0;
	case POCKET_IOCTL_STAT:
		return (int)device->ring.sent;
	default:
		return -ENOTTY;
	}
}

noinline int pocket_close(int handle)
{
	struct pocket_device *device = from_handle(handle);

	if (!device)
		return -EINVAL;
	handles[handle] = NULL;
	if (--device->opens == 0)
		pocket_ring_discard(&device->ring);
	return 0;
}

static int pocket_probe(void)
{
	u32 i;

	for (i = 0; i < POCKET_DEVICES; i++) {
		devices[i].number = i;
		pocket_ring_init(&devices[i].ring);
		printk("pocket pocket%u: ring of %d frames, chunks of %d bytes\n", i, POCKET_RING_SIZE, POCKET_CHUNK);
	}
	return 0;
}
initcall(pocket_probe);
