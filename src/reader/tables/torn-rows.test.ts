import { describe, expect, test } from 'vitest'
import { readLines } from '../lines.ts'
import { tornRows } from './torn-rows.ts'

/** Rows with → between their cells; other lines as they are. */
const mended = (text: string): string[] => {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line.replaceAll('→', '\t') }))
  return tornRows(readLines({ format: 'txt', lines, hints: {}, findings: [] })).map(({ source }) =>
    source.text.replaceAll('\t', '→'),
  )
}

const HEADER = '序号→任务→责任单位→时限'
const SECOND = '2→巡河→各镇→全年'

describe('rows that line breaks tore', () => {
  test.each([
    ['a cell over two lines', `1→修缮三座水闸，完成\n验收并移交。→区水务局→6月底前`],
    ['a cell over three lines, the middle one without tabs', `1→修缮三座水闸，\n完成验收\n并移交。→区水务局→6月底前`],
    ['two cells torn', `1→修缮三座水闸，完成\n验收并移交。→区水务局、\n区财政局→6月底前`],
  ])('%s', (_, torn) => {
    const rows = mended(`${HEADER}\n${torn}\n${SECOND}`)
    expect(rows).toHaveLength(3)
    expect(rows[1]).toMatch(/^1→修缮三座水闸，完成验收并移交。→区水务局(?:、区财政局)?→6月底前$/)
  })

  test.each([
    ['names torn', '序号→任务→责任\n单位→时限'],
    ['the last name torn', '序号→任务→责任单位→完成\n时限', '序号→任务→责任单位→完成'],
  ])('a header: %s', (_, header, first = '序号→任务→责任单位→时限') => {
    expect(mended(`${header}\n1→清淤→区水务局→4月\n${SECOND}\n3→护林→区林业局→5月`)[0]).toBe(first)
  })

  test('text under the header of a later page is what the page before left of a cell', () => {
    const later = `${HEADER}\n3→护林→区林业局→5月`
    expect(
      mended(
        `${HEADER}\n1→清淤→区水务局→4月\n2→巡查各村的山林并→各镇→全年\n\n${later.replace('\n', '\n登记造册。\n')}`,
      )[4],
    ).toBe('→→登记造册。')
    expect(mended(`${HEADER}\n另行安排。\n1→清淤→区水务局→4月`)[1]).toBe('另行安排。')
  })

  test('lines between two numbers that follow one another carry the last cell on', () => {
    expect(mended(`序号→任务→责任单位\n1→清淤→区水务局、\n区财政局、\n各镇\n2→巡河→各镇\n3→护林→区林业局`)[1]).toBe(
      '1→清淤→区水务局、区财政局、各镇',
    )
  })

  test.each([
    ['an empty line ends a row', '1→清淤→区水务局\n\n2→巡河→各镇→全年'],
    ['the next number begins a row', '1→疏浚北干渠全线→区水务局\n2→巡河→各镇'],
    ['a sentence that ended is whole', '1→疏浚北干渠全线。\n区水务局→6月'],
    ['a clause is no cell', '1→清淤→区水务局→4月\n二、加强督查\n2→巡河→各镇→全年'],
    ['a note is no cell', '1→清淤→区水务局→4月\n注：以上为快报数\n2→巡河→各镇→全年'],
  ])('%s', (_, rows) => {
    const text = `${HEADER}\n${rows}\n3→护林→区林业局→5月\n4→防火→各镇→5月`
    expect(mended(text)).toEqual(text.split('\n').filter((line) => line !== ''))
  })
})
