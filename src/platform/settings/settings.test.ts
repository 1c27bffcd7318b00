import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '../audit/audit.ts'
import { readChanges } from '../changes/changes.ts'
import { emptyTables, openTestDatabase } from '../database/testing.ts'
import type { Database } from '../ports.ts'
import { chooseSite, findOrCreateSite, listSites, siteOfHost } from '../sites.ts'
import { advisedBeforePublic, missingBeforePublic } from './missing-settings.ts'
import { importSettings, loadSettings, settingsHistory } from './settings.ts'
import { readSettingsFile } from './settings-file.ts'

const file = (fields: Record<string, unknown> = {}) => {
  const read = readSettingsFile(JSON.stringify({ code: '990102', name: '明溪区人民政府', ...fields }))
  if (!read.ok) throw new Error(read.problem.message)
  return read.value
}

describe('a file of settings', () => {
  test.each([
    ['{', '不是有效的 JSON'],
    ['{"name":"明溪区"}', 'code'],
    ['{"code":"99","name":"明溪区"}', '六位'],
    ['{"code":"990102"}', 'name'],
    ['{"code":"990102","name":"明溪区","validFrom":"2024-02-30"}', 'validFrom'],
    ['{"code":"990102","name":"明溪区","domian":"x"}', '没有这样的设置：domian'],
    ['{"code":"990102","name":"明溪区","contact":{"fone":"1"}}', 'contact：没有这样的设置：fone'],
    ['{"code":"990102","name":"明溪区","domain":"https://www.mingxi.gov.cn"}', 'domain 只写域名'],
    ['{"code":"990102","name":"明溪区","site":"明溪"}', 'site'],
    ['{"code":"990102","name":"明溪区","colours":{"main":"red"}}', '#1f4e79'],
    ['{"code":"990102","name":"明溪区","annualSheet":"javascript:alert(1)"}', 'annualSheet'],
    ['{"code":"990102","name":"明溪区","governmentMark":"//elsewhere.example"}', 'governmentMark'],
    ['{"code":"990102","name":"明溪区","legalLayers":["province"]}', 'legalLayers'],
    ['{"code":"990102","name":"明溪区","legalLayers":[]}', 'national'],
    ['[]', '文件：这里应当是一组内容，写在 { } 里'],
    ['{"code":"990102","name":"明溪区","hosts":"a.gov.cn"}', 'hosts：这里应当是一列，写在 [ ] 里'],
    ['{"code":"990102","name":"明溪区","examples":[1]}', 'examples.0：这里应当是文字，写在引号里'],
    ['{"code":"990102","name":"明溪区","contact":"街道"}', 'contact：这里应当是一组内容'],
    ['{"code":"990102","name":"明溪区","colours":"#1f4e79"}', 'colours：这里应当是一组内容'],
  ])('%s is refused and says %s', (json, words) => {
    expect(readSettingsFile(json)).toMatchObject({ ok: false, problem: { message: expect.stringContaining(words) } })
  })
})

describe('what is missing before a site goes public', () => {
  test('nothing said: every element that the law asks for', () => {
    expect(missingBeforePublic(file())).toHaveLength(11)
  })

  test('all said: nothing', () => {
    const whole = file({
      domain: 'www.mingxi.gov.cn',
      idCode: '9901020001',
      icp: '云ICP备00000000号',
      policeFiling: '云公网安备00000000000000号',
      governmentMark: 'https://marks.example/1',
      organiser: '明溪区人民政府办公室',
      contact: { phone: '5550 0101' },
      guide: { unit: '政务公开科', address: '柳堤路8号', phone: '5550 0112', hours: '工作日' },
    })
    expect(missingBeforePublic(whole)).toEqual([])
    expect(missingBeforePublic({ ...whole, idCode: '12', domain: 'mingxi.com' })).toEqual([
      expect.stringContaining('mingxi.com'),
      expect.stringContaining('12'),
    ])
  })

  test('each says by which rule', () => {
    for (const sentence of missingBeforePublic(file())) expect(sentence).toMatch(/（(?!.*（).*[号条引计范]”?）。$/u)
  })

  test('a colour that cannot be read is told before citizens see it', () => {
    const advice = (main: string) =>
      advisedBeforePublic(file({ colours: { main }, annualSheet: '/a', examples: ['问'] }))
    expect(advice('#1f4e79')).toEqual([])
    expect(advice('#ffcc00')).toEqual([expect.stringContaining('1.5:1')])
  })
})

describe('settings in the record', () => {
  let database: Database
  const actor = { kind: 'person', name: '王一' } as const
  const at = new Date('2024-05-01T01:00:00Z')
  const importFile = (fields: Record<string, unknown> = {}) => importSettings(database, file(fields), actor, at)
  const nameOn = async (day: string) => (await database.read('default', (tx) => loadSettings(tx, 'default', day))).name
  const sites = () => database.asOwner(listSites)

  beforeAll(async () => {
    database = await openTestDatabase()
  })
  beforeEach(async () => {
    await emptyTables(database)
    await findOrCreateSite(database, null)
  })
  afterAll(() => database.close())

  test('each day has the settings that held then, and before the first there are none', async () => {
    await importFile({ validFrom: '2020-01-01', name: '旧名' })
    await importFile({ validFrom: '2024-01-01', name: '新名' })
    await importFile({ validFrom: '2025-01-01', name: '将来的名' })
    expect(await Promise.all(['2019-12-31', '2020-01-01', '2024-01-01', '2025-01-01'].map(nameOn))).toEqual([
      '未命名的区',
      '旧名',
      '新名',
      '将来的名',
    ])
    expect((await sites())[0]?.name).toBe('新名')
  })

  test('the same file again changes nothing, another is audited and in the change log', async () => {
    expect(await importFile()).toEqual({ ok: true, value: { siteId: 'default', isChanged: true } })
    expect(await importFile()).toEqual({ ok: true, value: { siteId: 'default', isChanged: false } })
    expect(await verifyAudit(database, 'default')).toMatchObject({ ok: true, rows: 1 })
    expect(await database.asOwner((tx) => readChanges(tx, 0, 10))).toMatchObject([{ entity: 'settings' }])
  })

  test('the history says from which day, by whom and what was changed', async () => {
    const imported = (fields: Record<string, unknown>, minute: number) =>
      importSettings(database, file(fields), actor, new Date(Date.UTC(2024, 4, 1, 1, minute)))
    await imported({ validFrom: '2020-01-01', contact: { phone: '1' } }, 0)
    await imported({ validFrom: '2024-01-01', icp: '甲', contact: { phone: '2' } }, 1)
    await imported({ validFrom: '2024-01-01', icp: '乙', contact: { phone: '2' } }, 2)
    const steps = await database.read('default', (tx) => settingsHistory(tx, 'default'))
    expect(steps.map(({ validFrom, by, changed, isReplaced }) => [validFrom, by, changed, isReplaced])).toEqual([
      ['2024-01-01', '王一', ['icp'], false],
      ['2024-01-01', '王一', ['icp', 'contact.phone'], true],
      ['2020-01-01', '王一', [], false],
    ])
  })

  test('a named site takes the place of the nameless empty one', async () => {
    expect((await importFile({ site: 'mingxi', domain: 'www.mingxi.gov.cn' })).ok).toBe(true)
    expect(await sites()).toEqual([
      { id: 'mingxi', code: '990102', name: '明溪区人民政府', hosts: ['www.mingxi.gov.cn'] },
    ])
  })

  test('a nameless site in use is never left aside', async () => {
    await importFile({ code: '000000' })
    expect(await importFile({ site: 'mingxi' })).toMatchObject({ ok: false, problem: { code: 'site-in-use' } })
    expect(await sites()).toHaveLength(1)
  })

  test('hosts lead to sites; a host that another site has is refused', async () => {
    await importFile({ domain: 'a.gov.cn' })
    expect(await importFile({ site: 'other', hosts: ['a.gov.cn'] })).toMatchObject({ problem: { code: 'host-taken' } })
    await importFile({ site: 'other', hosts: ['B.gov.cn'] })
    const known = await sites()
    expect(['A.gov.cn:8080', 'b.gov.cn', 'c.gov.cn'].map((host) => siteOfHost(known, host)?.id)).toEqual([
      'default',
      'other',
      undefined,
    ])
    expect(chooseSite(known, null)).toMatchObject({ problem: { code: 'site-needed' } })
    expect(chooseSite(known, 'nowhere')).toMatchObject({ problem: { code: 'unknown-site' } })
  })
})
