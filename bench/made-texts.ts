import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Numbers that look random and are the same for the same seed (mulberry32): a run that failed can be made again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const WHAT = [
  '河道保洁',
  '路灯维修',
  '老年食堂',
  '夜间巡查',
  '校车安全',
  '村道养护',
  '供水管网',
  '垃圾分类',
  '消防通道',
]
const HOW = ['加强', '规范', '改进', '推进', '做好']
const DUTIES = [
  '建立台账，逐项登记，问题当月解决。',
  '每季度检查一次，结果向社会公布。',
  '落实经费，专款专用，接受审计监督。',
  '公布联系电话，七日内答复来电来信。',
  '组织培训，所有人员考核合格后上岗。',
]
const UNITS = ['区住房和城乡建设局', '区交通运输局', '区教育局', '区民政局', '各镇人民政府、街道办事处']
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** A notice of our fictional district, of about the length of a real one. */
export function madeNotice(index: number, random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const year = 2019 + (index % 6)
  const title = `关于${pick(HOW)}${pick(WHAT)}工作的通知（${index}）`
  const clauses = NUMERALS.slice(0, 3 + Math.floor(random() * 7)).map((numeral) => {
    const inner = ['（一）', '（二）', '（三）'].slice(0, Math.floor(random() * 4))
    return [
      `${numeral}、${pick(HOW)}${pick(WHAT)}。${pick(DUTIES)}责任单位：${pick(UNITS)}。`,
      ...inner.map((label) => `${label}${pick(WHAT)}。${pick(DUTIES)}${pick(DUTIES)}`),
    ].join('\n')
  })
  const cited = index > 3 ? `根据《关于做好公共服务工作的意见》（云岭政发〔${year}〕${1 + (index % 40)}号）要求，` : ''
  return `云岭市明溪区人民政府\n${title}\n\n明溪政发〔${year}〕${index + 1}号\n\n${UNITS.join('，')}：\n\n${cited}为${pick(HOW)}${pick(WHAT)}工作，现将有关事项通知如下。\n\n${clauses.join('\n\n')}\n\n云岭市明溪区人民政府\n${year}年${1 + (index % 12)}月${1 + (index % 28)}日\n`
}

/** An issue of the gazette with so many notices. */
export function madeGazette(number: number, documents: number, random: () => number): string {
  const notices = Array.from({ length: documents }, (_, index) => madeNotice(100_000 * number + index, random))
  return `云岭市明溪区人民政府公报\n2024年第${number}期（总第${40 + number}期）\n\n${notices.join('\n\n')}`
}

/** Writes so many notices, a file each, and one gazette, whose documents are loaded in steps. */
export function writeTexts(folder: string, notices: number, gazetteOf: number, seed = 1): void {
  const random = randomFrom(seed)
  mkdirSync(folder, { recursive: true })
  for (let index = 0; index < notices; index++)
    writeFileSync(join(folder, `${String(index).padStart(5, '0')}.txt`), madeNotice(index, random))
  if (gazetteOf > 0) writeFileSync(join(folder, '公报2024年第1期.txt'), madeGazette(1, gazetteOf, random))
}
