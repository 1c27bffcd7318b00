import { statfsSync } from 'node:fs'

/**
 * Least room on the disk for a write. The embedded record takes a whole segment of its log (16 MB) at a moment that nobody
 * chooses, and one that finds no room for it never answers again: it would hold the process for good.
 */
export const LEAST_ROOM = 32 * 1024 * 1024

const roomAt = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Throws, as a full disk does, when a write may find no room; asking takes some millionths of a second. */
export function checkRoom(folder: string, room: (folder: string) => number = roomAt): void {
  if (room(folder) < LEAST_ROOM)
    throw Object.assign(new Error(`less than ${LEAST_ROOM} bytes are free`), { code: 'ENOSPC', path: folder })
}
