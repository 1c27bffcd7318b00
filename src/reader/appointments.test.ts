import { expect, test } from 'vitest'
import { readAppointments } from './appointments.ts'

const read = (text: string) =>
  readAppointments(text.split('\n').map((line, index) => ({ text: line, line: index + 1 }))).map(
    ({ action, person, post }) => `${action === 'appoint' ? '+' : '-'}${person} ${post}`,
  )

test.each<[string, string, string[]]>([
  [
    'labels that hold for the lines below',
    '区政府决定：\n任命：\n周望舒为明溪区教育局局长；\n陈  一为明溪区水务局副局长（试用期一年）。\n免去：\n李明远的明溪区教育局局长职务；\n陈一的明溪区水务局总工程师职务。',
    ['+周望舒 明溪区教育局局长', '+陈一 明溪区水务局副局长', '-李明远 明溪区教育局局长', '-陈一 明溪区水务局总工程师'],
  ],
  [
    'all in one paragraph',
    '区政府决定，任命：周望舒为明溪区教育局局长；陈一为明溪区水务局副局长。免去：李明远的明溪区教育局局长职务。',
    ['+周望舒 明溪区教育局局长', '+陈一 明溪区水务局副局长', '-李明远 明溪区教育局局长'],
  ],
  [
    '同志任…，免去其…',
    '经研究，决定：\n周望舒同志任区教育局局长，试用期一年，免去其区教育局副局长职务；\n免去李明远同志的区审计局局长职务。',
    ['+周望舒 区教育局局长', '-周望舒 区教育局副局长', '-李明远 区审计局局长'],
  ],
  [
    'the word before each name',
    '任命周望舒（女，壮族）为明溪区人民法院副院长。\n免去李明远的明溪区人民检察院检察员职务。',
    ['+周望舒 明溪区人民法院副院长', '-李明远 明溪区人民检察院检察员'],
  ],
  [
    'several persons, names of minorities, a resignation',
    '任命：\n王一鸣、赵小满为明溪区公证处公证员；\n阿依·古丽为明溪区档案馆馆长。\n接受李明远辞去明溪区副区长职务的请求。',
    ['+王一鸣 明溪区公证处公证员', '+赵小满 明溪区公证处公证员', '+阿依·古丽 明溪区档案馆馆长', '-李明远 明溪区副区长'],
  ],
  [
    'several in one sentence, each with a comma before the name',
    '任命周望舒为青河市档案局局长，陈一为青河市水务局副局长（试用期一年）；\n免去李明远的青河市档案局局长职务，赵小满的青河市水务局副局长职务。',
    ['+周望舒 青河市档案局局长', '+陈一 青河市水务局副局长', '-李明远 青河市档案局局长', '-赵小满 青河市水务局副局长'],
  ],
  ['why somebody goes', '免去李明远的青河市水务局局长职务（退休）。', ['-李明远 青河市水务局局长']],
  [
    'numbered',
    '一、任命周望舒为青河市档案局局长；\n二、免去陈一的青河市档案局局长职务。',
    ['+周望舒 青河市档案局局长', '-陈一 青河市档案局局长'],
  ],
  ['a sentence that decides nothing', '各单位要做好工作交接，为平稳运行创造条件。', []],
])('%s', (_, text, expected) => expect(read(text)).toEqual(expected))
