import type { FC } from 'hono/jsx'
import { PhoneLink } from '../phone-link/phone-link.tsx'

export interface DoorProps {
  readonly name: string
  /** One line of what stands behind it. */
  readonly gist: string
  readonly href: string
}

/** A door of the first page. */
export const Door: FC<DoorProps> = ({ name, gist, href }) => (
  <li>
    <a class="door" href={href}>
      <span class="door-name">{name}</span>
      <span class="door-gist">{gist}</span>
      <svg class="door-arrow" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M3 12h17M14 6l6 6-6 6" />
      </svg>
    </a>
  </li>
)

export interface GuideDoorProps {
  readonly name: string
  readonly unit: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly hours: string | null
}

/** Where a door is not there yet: where to turn instead. */
export const GuideDoor: FC<GuideDoorProps> = ({ name, unit, phone, address, hours }) => (
  <li>
    <div class="door door--guide">
      <span class="door-name">{name}</span>
      {unit ? <span class="door-gist">到{unit}办理</span> : null}
      {phone ? <PhoneLink class="phone" phone={phone} /> : null}
      {address || hours ? <span class="door-gist">{[address, hours].filter(Boolean).join('，')}</span> : null}
    </div>
  </li>
)
