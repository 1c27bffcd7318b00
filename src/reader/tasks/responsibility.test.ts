import { describe, expect, test } from 'vitest'
import { readResponsibleCell } from './responsibility.ts'

describe('who answers, from one cell', () => {
  test.each([
    ['区民政局、各镇', [], ['区民政局', '各镇'], ''],
    ['牵头单位：区民政局；配合单位：区财政局、各镇', ['区民政局'], ['区民政局', '区财政局', '各镇'], ''],
    ['牵头：区民政局 配合：区财政局', ['区民政局'], ['区民政局', '区财政局'], ''],
    ['责任单位：区水务局；完成时限：6月底前', [], ['区水务局'], '6月底前'],
    ['区民政局牵头，区财政局、各镇配合', ['区民政局'], ['区民政局', '区财政局', '各镇'], ''],
    ['责任单位：区民政局牵头，各镇配合', ['区民政局'], ['区民政局', '各镇'], ''],
    ['责任单位：区水务局；责任人：王一', [], ['区水务局'], ''],
    ['区水务局（牵头）、区财政局', ['区水务局'], ['区水务局', '区财政局'], ''],
  ])('%s', (cell, lead, responsible, due) => {
    expect(readResponsibleCell(cell)).toEqual({ lead, responsible, due })
  })
})
