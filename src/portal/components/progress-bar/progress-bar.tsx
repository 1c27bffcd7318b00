import type { FC } from 'hono/jsx'

export interface ProgressBarProps {
  /** What is under way: the bar's name for those who do not see it. */
  readonly label: string
  readonly done: number
  readonly total: number
}

/** How far a piece of work is, as a bar and in figures. */
export const ProgressBar: FC<ProgressBarProps> = ({ label, done, total }) => (
  <div class="progress">
    <progress value={done} max={Math.max(total, 1)} aria-label={label} />
    <span class="number">
      {done} / {total}
    </span>
  </div>
)
