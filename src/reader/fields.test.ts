import { expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '../law/national/kinds.ts'
import { contactOf, kindOf } from './fields.ts'
import { readLines } from './lines.ts'

const read = (text: string) => {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line }))
  return contactOf(readLines({ format: 'txt', lines, hints: {}, findings: [] }))
}

test.each([
  ['（联系人：市水务局防汛科，电话：0000-55501111）', '市水务局防汛科', '0000-55501111', 'who answers questions'],
  [
    '（联系人：青溪市水务局防汛科　王科长；联系电话：0000-55501111）',
    '青溪市水务局防汛科',
    '0000-55501111',
    'no person',
  ],
  [
    '（联系人：青溪市水务局　供水科，联系电话：0000-55501111）',
    '青溪市水务局供水科',
    '0000-55501111',
    'a section is no person',
  ],
  ['（联系人：市水务局防汛科　赵丽，联系电话：0000-55501111）', '市水务局防汛科', '0000-55501111', 'a name alone'],
  ['政策咨询：市能源局综合股，咨询电话：0000-55501111。', '市能源局综合股', '0000-55501111', 'about a policy'],
  ['（业务联系：市工信局运行股，0000-55501111）', '市工信局运行股', '0000-55501111', 'without 电话'],
  [
    '（联系人：周望舒；联系单位：市水务局防汛科；联系电话：0000-55501111）',
    '市水务局防汛科',
    '0000-55501111',
    'a person before the unit',
  ],
  [
    '（联系单位：市能源局综合股，联系人：赵丽，电话：0000-55501111）',
    '市能源局综合股',
    '0000-55501111',
    'a person behind the unit',
  ],
  ['（青溪市水务局联系人：周望舒，联系电话：0000-55501111）', '青溪市水务局', '0000-55501111', 'a person of a unit'],
  ['（市能源局联系人：赵丽，联系电话：0000-55501111）', '市能源局', '0000-55501111', 'the same'],
  ['（联系人：周望舒；联系电话：0000-55501111）', '', '0000-55501111', 'a person alone is no unit'],
  ['联系人：赵女士　　联系电话：0000-55501111', '', '0000-55501111', 'the same with a form of address'],
  ['（咨询电话：市水务局防汛科，0000一5550 1111）', '市水务局防汛科', '0000一5550 1111', 'a misread stroke and a gap'],
  ['（咨询电话：市能源局，0000-555 1111）', '市能源局', '0000-555 1111', 'a gap'],
  ['（解读单位：市水务局，电话：0000-55501111）', '市水务局', '0000-55501111', 'who explains a rule'],
  ['联 系 人：市水务局防汛科  赵丽然\n\n联系电话：0000-55501111', '市水务局防汛科', '0000-55501111', 'two lines'],
  ['联系人：赵丽\n联系电话：0000-55501111', '', '0000-55501111', 'two lines, a person alone'],
  ['联系人：赵丽，陈一。\n联系电话：0000-55501111', '', '0000-55501111', 'two persons alone'],
  ['联系人：青溪银行　周望舒\n联系电话：0000-55501111', '青溪银行', '0000-55501111', 'a bank and a person'],
  ['联系人：流通发展司 陈一\n电 话：0000-55501111', '流通发展司', '0000-55501111', 'a department and a person'],
  ['联系人：周望 丛林\n联系电话：0000-55501111', '', '0000-55501111', 'the same'],
  ['联系单位：市水务局\n\n\n\n联系电话：0000-55501111', '', '0000-55501111', 'lines that do not stand together'],
  ['联系单位：市能源局\n联系电话：0000-55501111', '市能源局', '0000-55501111', 'unit and number on two lines'],
  ['联系部门：市水务局\n\n电话：0000-55501111', '市水务局', '0000-55501111', 'the same, the second a plain label'],
  [
    '联系单位：市能源局\n\n联 系 人：赵丽\n\n电　　话：0000-55501111',
    '市能源局',
    '0000-55501111',
    'unit, person and number on three lines',
  ],
  ['联系单位：市水务局\n联系人：周望舒\n联系电话：0000-55501111', '市水务局', '0000-55501111', 'the same'],
  ['联 系 电 话：市水务局防汛科，0000-55501111', '市水务局防汛科', '0000-55501111', 'a label set wide'],
  ['（咨 询 电 话：市能源局，0000-55501111）', '市能源局', '0000-55501111', 'the same in brackets'],
  ['（市水务局联系电话：0000-55501111）', '市水务局', '0000-55501111', 'the unit before the label'],
  ['（市能源局综合股联系电话：0000-55501111）', '市能源局综合股', '0000-55501111', 'the same, a section of it'],
  [
    '（联系人：赵丽，市水务局防汛科，电话0000-55501111）',
    '市水务局防汛科',
    '0000-55501111',
    'a person before the unit',
  ],
  ['（联系人：县政府　办公室，电话0000-55501111）', '县政府办公室', '0000-55501111', 'an organ is no person'],
  ['（联系人：周望舒，市能源局，0000-55501111）', '市能源局', '0000-55501111', 'the same without 电话'],
])('%s: %s, %s (%s)', (text, unit, phone) => expect(read(text)).toEqual({ unit, phone }))

const kinds = DOCUMENT_KINDS.map(({ name }) => name)

test.each([
  ['一图读懂《明溪区停车管理办法》', '解读', 'an explanation that begins with what it is'],
  ['图解：明溪区垃圾分类条例', '解读', 'the same, of a rule'],
  ['政策解读｜青河市人民政府公告2021年第11号', '解读', 'what it explains is an announcement'],
  ['明溪区停车管理办法政策解读', '解读', 'an explanation that ends so'],
  ['图解城市规划展览馆管理办法', '管理办法', 'the kind at the end is the document’s'],
  ['青河市人民政府办公室关于取水许可的复函', '函', 'an answer to a letter is a letter (第八条)'],
  ['明溪区人民政府关于第27号建议的答复函', '函', 'the same to a deputy'],
  ['青河市人民政府公告2021年第11号', '公告', 'the number behind the kind'],
])('%s: %s (%s)', (title, kind) => expect(kindOf(title, kinds)).toBe(kind))
