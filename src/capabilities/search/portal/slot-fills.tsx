import { Door } from '../../../portal/components/door/door.tsx'
import type { SlotFills } from '../../../portal/slots.ts'

/** The door to the documents on the first page. */
export const searchSlots: SlotFills = {
  'home.doors': [
    {
      order: 1,
      load: async () => true,
      render: () => <Door name="查政策" gist="文件逐条可查，注明现在还算不算数" href="/documents" />,
      tags: () => [],
    },
  ],
}
