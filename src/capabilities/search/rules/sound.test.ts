import { describe, expect, test } from 'vitest'
import { isHeard, soundOf } from './sound.ts'

describe('finding by sound', () => {
  const title = soundOf('明溪区停车收费管理办法（2024年修订）')
  test.each([
    ['tingche', true, 'whole syllables'],
    ['tingcheshoufei', true, 'several words in one run'],
    ['tincesoufei', true, 'sounds that are mixed up'],
    ['tcsf', true, 'initials'],
    ['mxqtcsfglbf', true, 'initials of a whole title'],
    ['tc', false, 'two initials say too little'],
    ['ingche', false, 'not from the middle of a syllable'],
    ['gongre', false, 'other words'],
  ])('%s is heard: %s (%s)', (letters, heard) => expect(isHeard(letters, title)).toBe(heard))
})
