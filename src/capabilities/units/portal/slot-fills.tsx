import type { SlotFills } from '../../../portal/slots.ts'

/** The units' entry in the main navigation. */
export const unitSlots: SlotFills = {
  navigation: [
    {
      order: 6,
      load: async () => true,
      render: () => (
        <li>
          <a href="/units">部门</a>
        </li>
      ),
      tags: () => [],
    },
  ],
}
