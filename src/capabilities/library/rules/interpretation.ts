/** 《明溪区停车管理办法》政策解读, 一图读懂《…》: what a text about a document is called; it names what it is about. */
const ABOUT =
  /^(?:(?:一图读懂|图解|一图看懂|解读)[:：]?)?(?:关于)?《(.{2,150})》(?:（[^）]{2,40}）)?的?(?:政策|文字|图文|专家|部门|有关)?(?:解读|图解|问答|起草说明|新闻发布)?$/
const IS_ABOUT = /解读|图解|读懂|看懂|问答|起草说明/

/** The title of the document that this one interprets, by its own title; null when it interprets none. */
export function interpretedTitle(title: string): string | null {
  if (!IS_ABOUT.test(title)) return null
  return ABOUT.exec(title)?.[1] ?? null
}
