import { contrast, readableOn } from '../../kernel/colour.ts'
import type { SiteSettings } from '../ports.ts'
import { NAMELESS_NAME } from '../sites.ts'

/** 10 characters: area code and serial, or `bm` and 8 digits for ministries. */
const ID_CODE = /^(?:\d{10}|bm\d{8})$/

const TAGS = '政府网站发展指引附件“网页设计规范”'
const FOOTER = '政府网站发展指引“页面设计”'
const DOMAIN = '国办函〔2018〕55号'
const GUIDE = '政府信息公开条例第十二条'

/** What the law asks for and the settings do not say, one sentence each with its source: without it no site goes public. */
export function missingBeforePublic(settings: SiteSettings): string[] {
  const { name, domain, idCode } = settings
  const wanted: readonly (readonly [unknown, string, string])[] = [
    [name !== NAMELESS_NAME, '缺少网站名称（name）：每页的 SiteName 标签要用', TAGS],
    [domain, '缺少域名（domain）：每页的 SiteDomain 标签要用', TAGS],
    [!domain || /\.(?:gov\.cn|政务)$/.test(domain), `域名 ${domain} 不是 .gov.cn 或 .政务 域名`, DOMAIN],
    [idCode, '缺少网站标识码（idCode）：页脚和 SiteIDCode 标签要用', TAGS],
    [!idCode || ID_CODE.test(idCode), `网站标识码 ${idCode} 不是10位（六位区划代码加四位序号）`, TAGS],
    [settings.icp, '缺少 ICP 备案号（icp）：页脚要用', '互联网信息服务管理办法第四条、第十二条'],
    [
      settings.policeFiling,
      '缺少公安备案号（policeFiling）：页脚要用',
      '计算机信息网络国际联网安全保护管理办法第十二条',
    ],
    [settings.governmentMark, '缺少党政机关网站标识的网址（governmentMark）：页脚要用', FOOTER],
    [settings.organiser, '缺少主办单位（organiser）：页脚要用', FOOTER],
    [settings.contact.phone, '缺少联系电话（contact.phone）：页脚要用', FOOTER],
    [settings.guide.unit, '缺少依申请公开的受理机构（guide.unit）', GUIDE],
    [settings.guide.address, '缺少依申请公开受理机构的地址（guide.address）', GUIDE],
    [settings.guide.phone, '缺少依申请公开受理机构的电话（guide.phone）', GUIDE],
    [settings.guide.hours, '缺少依申请公开受理机构的办公时间（guide.hours）', GUIDE],
  ]
  return wanted.filter(([value]) => !value).map(([, sentence, source]) => `${sentence}（${source}）。`)
}

/** What a site may go public without, but should think of. */
export function advisedBeforePublic({ annualSheet, colours, examples }: SiteSettings): string[] {
  const shown = colours ? readableOn(colours.main, ['#ffffff']) : null
  return [
    annualSheet
      ? null
      : '还没有网站工作年度报表的网址（annualSheet）：每年1月31日前在首页公布上一年度的（国办函〔2018〕12号）。',
    colours && shown !== colours.main.toLowerCase()
      ? `主色 ${colours.main} 与白底的对比度只有 ${contrast(colours.main, '#ffffff').toFixed(1)}:1，作文字看不清（应不低于4.5:1），页面上会自动加深。`
      : null,
    examples.length === 0 ? '没有常问的问题（examples）：首页搜索框下面可以放三个，帮人开口。' : null,
  ].filter((sentence) => sentence !== null)
}
