import { describe, expect, test } from 'vitest'
import { signatureApart } from './run-in-signature.ts'
import { readOne } from './testing.ts'

describe('a signature that lost the break before it', () => {
  test.each<[string, string, string[]]>([
    [
      'at the end of the text',
      '本公告自公布之日起施行。特此公告。明溪区水利局2023年8月28日',
      ['本公告自公布之日起施行。特此公告。', '明溪区水利局2023年8月28日'],
    ],
    [
      'before what is issued and how it begins',
      '现印发给你们，请认真贯彻执行。明溪区人民政府2023年5月4日明溪区停车管理办法（试行）第一章总则第一条 为规范停车，制定本办法。',
      [
        '现印发给你们，请认真贯彻执行。',
        '明溪区人民政府2023年5月4日',
        '明溪区停车管理办法（试行）',
        '第一章总则第一条 为规范停车，制定本办法。',
      ],
    ],
    [
      'before a note and a title',
      '请遵照执行。 云岭市人民政府办公室  2019年10月12日 （此件公开发布）云岭市古井保护方案为保护古井，制定本方案。',
      [
        '请遵照执行。 ',
        '云岭市人民政府办公室  2019年10月12日',
        ' （此件公开发布）',
        '云岭市古井保护方案',
        '为保护古井，制定本方案。',
      ],
    ],
    [
      'behind the name of an attached file, before what the page says of itself',
      '附件：检疫名录.doc云岭海关2024年1月1日公告下载链接：云岭海关公告.pdf',
      ['附件：检疫名录.doc', '云岭海关2024年1月1日', '公告下载链接：云岭海关公告.pdf'],
    ],
    [
      'with Chinese numerals',
      '特此通知。明溪区教育局二〇二一年三月九日',
      ['特此通知。', '明溪区教育局二〇二一年三月九日'],
    ],
    [
      'of several organs, each behind a blank',
      '请认真贯彻执行。 明溪区教育局 明溪区财政局 明溪区卫生健康局 2025年12月26日 校园体检管理办法',
      ['请认真贯彻执行。 ', '明溪区教育局', '明溪区财政局', '明溪区卫生健康局', '2025年12月26日', ' 校园体检管理办法'],
    ],
    [
      'behind a bracket',
      '加强值守。（牵头单位：区应急局）明溪区人民政府办公室2017年2月22日相关附件：',
      ['加强值守。（牵头单位：区应急局）', '明溪区人民政府办公室2017年2月22日', '相关附件：'],
    ],
    [
      'behind a list of attachments and a wide blank',
      '附件：2012年度先进单位名单　 云岭县人民政府2013年5月20日',
      ['附件：2012年度先进单位名单　 ', '云岭县人民政府2013年5月20日'],
    ],
    [
      'the day alone, behind a list of attachments',
      '附件：账户迁移管理规定二〇〇七年四月六日',
      ['附件：账户迁移管理规定', '二〇〇七年四月六日'],
    ],
  ])('%s', (_name, text, pieces) => expect(signatureApart(text)).toEqual(pieces))

  test.each([
    ['a sentence that names an organ and a day', '原办法废止。明溪区水利局2020年3月1日发布的通知同时废止。'],
    ['what an organ did on a day', '工作完成。区人民政府2020年3月1日召开会议，听取汇报。'],
    ['the printing line', '抄送：区委办公室。明溪区人民政府办公室2020年3月1日印发'],
    ['a day in the middle of a sentence', '本办法由明溪区水利局2020年3月1日起负责解释。'],
    ['a day in the title of an attachment', '附件：区政府督查室截至2020年3月1日'],
    ['a day that is no signature', '报名截止日期为2020年3月1日'],
  ])('%s stays whole', (_name, text) => expect(signatureApart(text)).toEqual([text]))

  test('gives the document its issuer, its day and its enclosure', () => {
    const document = readOne(
      `关于印发明溪区停车管理办法的通知
明溪政发〔2023〕7号
各街道办事处：为规范停车，现印发《明溪区停车管理办法》，请认真贯彻执行。明溪区人民政府2023年5月4日明溪区停车管理办法第一章总则第一条 为规范停车，制定本办法。第二条 泊位向社会开放。`,
    )
    expect(document).toMatchObject({
      issuer: '明溪区人民政府',
      signedOn: '2023-05-04',
      enclosure: '明溪区停车管理办法',
    })
    expect(document.elements.flatMap((element) => (element.kind === 'clause' ? [element.path] : []))).toEqual([
      '第一章',
      '第一章/第一条',
      '第一章/第二条',
    ])
  })

  test('a line of many days is read once', () => {
    const text = '会议。明溪区水利局2020年3月1日召开'.repeat(20_000)
    expect(signatureApart(text)).toEqual([text])
  })
})
