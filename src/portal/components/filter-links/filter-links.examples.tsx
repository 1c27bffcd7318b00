import { componentExamples } from '../../examples.ts'
import { ChosenFilters, FilterLinks } from './filter-links.tsx'

export const filterLinks = componentExamples({
  name: 'filter-links',
  component: FilterLinks,
  around: (child) => (
    <section>
      <h2 class="hidden-text">查询结果</h2>
      {child}
    </section>
  ),
  cases: {
    'one chosen': {
      summary: '筛选：全部37件',
      groups: [
        {
          label: '年份',
          clearHref: '/documents',
          choices: [
            { text: '2025', count: 9, href: '/documents?year=2025', isChosen: true },
            { text: '2024', count: 14, href: '/documents?year=2024', isChosen: false },
          ],
        },
        {
          label: '发文机关',
          clearHref: null,
          choices: [
            { text: '明溪区人民政府办公室', count: 21, href: '/documents?issuer=a', isChosen: false },
            { text: '明溪区民政局、明溪区财政局', count: 1, href: '/documents?issuer=b', isChosen: false },
          ],
        },
        { label: '主题', clearHref: null, choices: [] },
      ],
    },
  },
})

export const chosenFilters = componentExamples({
  name: 'chosen-filters',
  component: ChosenFilters,
  cases: {
    'two chosen': {
      chosen: [
        { label: '年份', text: '2024', removeHref: '/documents?validity=repealed' },
        { label: '状态', text: '已废止', removeHref: '/documents?year=2024' },
      ],
      clearHref: '/documents',
    },
  },
})
