import { componentExamples } from '../../examples.ts'
import { Door, GuideDoor } from './door.tsx'

export const door = componentExamples({
  name: 'door',
  component: Door,
  around: (child) => <ul class="doors">{child}</ul>,
  cases: {
    'to the library': { name: '查政策', gist: '现行有效文件1,024件，逐条可查', href: '/documents' },
  },
})

export const guideDoor = componentExamples({
  name: 'guide-door',
  component: GuideDoor,
  around: (child) => <ul class="doors">{child}</ul>,
  cases: {
    'where to turn': {
      name: '依申请公开',
      unit: '区政府办公室政务公开科',
      phone: '（0000）5550 0112',
      address: '柳堤路8号二楼',
      hours: '工作日 9:00—17:30',
    },
    'only a telephone': { name: '依申请公开', unit: null, phone: '（0000）5550 0112', address: null, hours: null },
  },
})
