import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listDocuments } from '../store/summary.queries.ts'
import { openTestLibrary, type TestLibrary } from '../testing.ts'
import { exportRecord } from './export-record.ts'

let library: TestLibrary
beforeAll(async () => {
  library = await openTestLibrary()
})
afterAll(() => library.close())
beforeEach(() => library.reset())

const listed = () =>
  library.deps.database.read('mingxi', (tx) =>
    listDocuments(tx, { kind: 'public' }, {}, { limit: 50, offset: 0, sort: 'title' }, library.deps.clock.today()),
  )

/** The record's export as text. */
async function exported(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-export-'))
  await exportRecord(library.deps, { siteId: 'mingxi', folder, withIds: false })
  const text = readFileSync(join(folder, 'documents.jsonl'), 'utf8')
  rmSync(folder, { recursive: true })
  return text
}

const PARKING = `明溪区人民政府关于规范停车秩序的通知

明溪政发〔2024〕2号

各街道办事处：

一、合理设置泊位。各街道办事处应当在三十日内完成辖区泊位普查。

二、严格收费管理。收费标准应当公示。

明溪区人民政府

2024年2月20日
`

const HEATING = `明溪区人民政府关于做好供热保障的通知

明溪政发〔2024〕8号

各街道办事处：

一、加强储备。供热单位应当储备十五天以上的燃料。

二、按照《明溪区人民政府关于规范停车秩序的通知》（明溪政发〔2024〕2号）保障抢修车辆停放。

明溪区人民政府

2024年10月9日
`

describe('loading', () => {
  test('gives the same export whatever the order, and nothing new the second time', async () => {
    const first = await library.load({ 'a.txt': PARKING, 'b.txt': HEATING, 'c.txt': `${PARKING}\n` })
    expect(first).toMatchObject({ documents: 3, new: 2, updated: 1, failed: [] })
    const text = await exported()
    expect(await library.load({ 'a.txt': PARKING, 'c.txt': `${PARKING}\n` })).toMatchObject({ unchanged: 2 })
    expect((await listed()).items.map(({ docNumber }) => docNumber)).toEqual([
      '明溪政发〔2024〕8号',
      '明溪政发〔2024〕2号',
    ])
    await library.reset()
    await library.load({ 'c.txt': `${PARKING}\n`, 'b.txt': HEATING, 'a.txt': PARKING })
    expect(await exported()).toBe(text)
  })
})
