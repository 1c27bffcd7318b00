import { shanghaiDay } from '../kernel/day.ts'
import type { Clock } from './ports.ts'

/** The machine's clock; days are those of Asia/Shanghai, wherever the machine stands. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => shanghaiDay(new Date()),
}
