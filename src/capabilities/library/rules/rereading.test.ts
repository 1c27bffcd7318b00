import { expect, test } from 'vitest'
import { type ReadPlace, renamedIdentities } from './rereading.ts'

const place = (
  identity: string,
  title: string,
  from: number,
  to: number,
  docNumber: string | null = null,
): ReadPlace => ({
  identity,
  title,
  docNumber,
  lines: { from, to },
})

test.each([
  [[place('甲', '关于停车的通知', 1, 20)], [place('甲', '关于停车的通知', 1, 20)], [], 'nothing was read otherwise'],
  [
    [place('甲', '公报 关于停车的通知', 1, 20)],
    [place('乙', '关于停车的通知', 3, 20)],
    [['甲', '乙']],
    'the title lost what did not belong to it',
  ],
  [
    [place('甲', '关于停车的通知', 1, 20)],
    [place('乙', '任免名单', 40, 60)],
    [],
    'another document elsewhere is no successor',
  ],
  [
    [place('甲', '关于停车的通知', 1, 40)],
    [place('乙', '关于停车的通知', 1, 20), place('丙', '关于供热的通知', 21, 40)],
    [['甲', '乙']],
    'one that held two gives its name to the likest',
  ],
  [
    [place('甲', '关于停车的通知', 1, 20), place('乙', '关于供热的通知', 21, 40)],
    [place('甲', '关于停车的通知', 1, 20), place('丙', '关于做好供热的通知', 21, 40)],
    [['乙', '丙']],
    'what is still there is not renamed',
  ],
  [
    [place('甲', '关于停车的', 1, 5, '明溪政发〔2024〕2号')],
    [place('乙', '机动车停车管理办法', 30, 60, '明溪政发〔2024〕2号')],
    [['甲', '乙']],
    'the same number',
  ],
] as [ReadPlace[], ReadPlace[], [string, string][], string][])(
  '%j → %j: %j (%s)',
  (before, after, renamed, _because) => {
    expect(renamedIdentities(before, after)).toEqual(renamed)
  },
)
