/** A part of a page about the portal: a heading with paragraphs or points. */
export interface AboutPart {
  readonly id: string
  readonly heading: string
  readonly paragraphs?: readonly string[]
  readonly points?: readonly string[]
  /** States of validity with their marks, and what each means; null: no mark. */
  readonly states?: readonly (readonly [state: string | null, meaning: string])[]
}

export const HELP: readonly AboutPart[] = [
  {
    id: 'search',
    heading: '怎样查文件',
    paragraphs: ['在首页的方框里写您想办的事，用平常的话写就行。查到的结果按有关的程度排列，也可以改成按日期。'],
    points: [
      '知道文号：直接写文号，括号用〔〕、[]、() 都可以。',
      '知道名称：写名称里的几个词，不必写全。',
      '想看某个部门、某一年的：在“文件”页用左边的筛选条件，手机上点“筛选”打开。',
    ],
  },
  {
    id: 'read',
    heading: '怎样看一份文件',
    paragraphs: [
      '文件按原来的样子排列：发文机关、文号、标题、正文。左边是目录，右边是成文日期、效力、刊载它的公报、它引用的和引用它的文件；手机上这些折在正文下面，点一下就打开。',
      '每一条都有自己的网址：点这一条后面的 ¶，再把网址发给别人，打开就是这一条。用电脑时先把鼠标移到这一条上。',
    ],
  },
  {
    id: 'validity',
    heading: '效力怎么看',
    states: [
      ['in-force', '文件写明了施行日期或者有效期，现在正在执行。'],
      ['amended', '后来的文件改过其中的内容，页面上写明是哪一份。'],
      ['expired', '有效期已过。'],
      ['repealed', '后来的文件明文废止了它。'],
      [null, '没有标记的：文件没有写明，我们不作推断。拿不准时请问发文机关。'],
    ],
  },
  {
    id: 'elder',
    heading: '字太小怎么办',
    paragraphs: [
      '点页面上方的“长辈版”，字会放大，按钮会变大，页面会变简单，还可以朗读。点“标准版”就回到原来的样子。也可以用浏览器自己的放大功能，放到两倍也不用左右移动。',
    ],
  },
  {
    id: 'print',
    heading: '打印和下载',
    paragraphs: [
      '文件页直接打印出来就是公文的版式，不带网页的菜单。每份文件可以下载原件、纯文本、Markdown 和 JSON；表格可以下载 CSV，用表格软件打开。',
    ],
  },
  {
    id: 'follow',
    heading: '有新文件时知道',
    paragraphs: [
      '本网站提供订阅源（Atom）：在阅读软件里填入本网站的地址，新文件会自动出现。全部文件和每个部门各有一个。',
    ],
  },
  {
    id: 'missing',
    heading: '没有查到',
    paragraphs: [
      '可以少写几个字再查，或者换一个说法。仍然没有的，可以按首页写明的地址和电话申请公开政府信息，也可以直接问有关部门。',
    ],
  },
]

export const ACCESSIBILITY: readonly AboutPart[] = [
  {
    id: 'goal',
    heading: '我们的目标',
    paragraphs: [
      '公开的文件应当人人读得到。本网站按照《中华人民共和国无障碍环境建设法》第二十九条、第三十二条的要求，参照国家标准 GB/T 37668—2019 和《互联网网站适老化通用设计规范》设计。',
    ],
  },
  {
    id: 'done',
    heading: '我们做到的',
    points: [
      '只用键盘可以看完全部内容，焦点始终看得见，每页开头可以直接跳到正文。',
      '标题、列表、表格、导航都有语义，读屏软件可以按结构浏览。',
      '文字放大到两倍不用左右移动；表格在自己的框里滚动。',
      '状态同时用文字、形状和颜色表示，不靠颜色分辨。',
      '文字与背景的对比度不低于 4.5:1；跟随系统的深色模式和“减少动态效果”的设置。',
      '没有弹窗、飘窗、广告和验证码；不运行脚本也可以阅读和查询。',
      '提供长辈版：大字、大按钮、简单的页面和朗读。',
    ],
  },
  {
    id: 'limits',
    heading: '还有不足',
    points: [
      '有些原件是扫描的图片或者 PDF，读屏软件读不出来；本网站上的文字版可以读。',
      '朗读用的是您的设备自带的语音，有些设备没有中文语音。',
      '列很多的统计表在手机上需要在表格里左右滑动。',
    ],
  },
]

export const PRIVACY: readonly AboutPart[] = [
  {
    id: 'nothing-asked',
    heading: '不用登录',
    paragraphs: ['查文件、读文件、下载都不用登录，也不要求您留下姓名和电话。'],
  },
  {
    id: 'no-cookies',
    heading: '不使用 Cookie',
    paragraphs: [
      '本网站不在您的设备上存放 Cookie，不使用统计和广告代码，页面里的内容都来自本网站。如果您选了长辈版，浏览器会在自己的本地存储里记下这个选择（名称为 view），它不会发给我们；点“标准版”就改回来。',
    ],
  },
  {
    id: 'queries',
    heading: '查询的内容',
    paragraphs: ['您写的查询词只用来查找，不与任何人的身份放在一起保存。'],
  },
  {
    id: 'logs',
    heading: '访问记录',
    paragraphs: [
      '为防止个别地址频繁访问拖慢网站，程序在内存里按访问地址（IP）短时计数，不写入硬盘。程序出错时记下出错的页面和时间。机房的网络设备依照《中华人民共和国网络安全法》第二十一条留存网络日志的，由主办单位管理，只用于网络安全。',
    ],
  },
  {
    id: 'links',
    heading: '通往别处的链接',
    paragraphs: ['“我为政府网站找错”和页脚的备案号通往国家的网站，那里适用那里的规定。'],
  },
]
