import type { FC } from 'hono/jsx'

export interface PhoneLinkProps {
  /** As people write it: （0000）5550 0130 */
  readonly phone: string
  readonly class?: string
}

/** A telephone number that a phone dials when it is touched, in one line. */
export const PhoneLink: FC<PhoneLinkProps> = ({ phone, class: look }) => (
  <a class={look} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
    {phone.replaceAll(' ', '\u00a0')}
  </a>
)
