import type { FC } from 'hono/jsx'
import { Facts, type FactsProps } from '../margin-note/margin-note.tsx'
import { PhoneLink } from '../phone-link/phone-link.tsx'

export interface AddressCardProps {
  readonly phone: string | null
  /** Address, hours and what else helps to get there. */
  readonly facts: FactsProps['facts']
  readonly id?: string
}

/** Where to turn: the telephone large, the rest beneath. */
export const AddressCard: FC<AddressCardProps> = ({ phone, facts, id = 'contact' }) => (
  <aside class="unit-card" id={id} aria-labelledby={`${id}-title`}>
    <h2 class="section-title" id={`${id}-title`}>
      联系
    </h2>
    {phone ? (
      <p>
        <PhoneLink class="phone" phone={phone} />
      </p>
    ) : null}
    <Facts facts={facts} />
  </aside>
)
