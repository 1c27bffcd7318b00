import { shanghaiDay } from '../kernel/day.ts'
import type { Clock } from './ports.ts'

/** The machine's clock; days are those of Asia/Shanghai, wherever the machine stands. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => shanghaiDay(new Date()),
}

/** A clock that stands still: for tests and for exports as of a day. */
export const fixedClock = (instant: Date): Clock => ({ now: () => instant, today: () => shanghaiDay(instant) })
