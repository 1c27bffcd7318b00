import { componentExamples } from '../../examples.ts'
import { RelationList } from './relation-list.tsx'

export const relationList = componentExamples({
  name: 'relation-list',
  component: RelationList,
  cases: {
    'in the library and not': {
      entries: [
        {
          effect: '修改',
          title: '明溪区机动车停车管理办法',
          docNumber: '明溪政发〔2024〕2号',
          href: '/documents/990102-2024-000001',
          place: { text: '第一条', href: '#n-1' },
        },
        {
          effect: '依据',
          title: '云岭市人民政府关于推进基本养老服务的意见',
          docNumber: '云政发〔2023〕17号',
          href: null,
        },
      ],
    },
  },
})
