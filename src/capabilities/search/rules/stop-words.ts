/** Words that carry no meaning for finding: particles, question words, politeness, filler. Data, not rules. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    '的 了 和 与 及 或 在 是 有 为 对 等 也 都 就 还 又 被 把 将 从 到 向 于 以 之 其 这 那 个 吗 呢 吧 啊 呀 么 ' +
    '我 你 您 他 她 它 我们 你们 他们 我家 咱 咱们 自己 人家 ' +
    '什么 怎么 怎样 怎么样 如何 哪 哪个 哪些 哪里 哪儿 谁 多少 几 何时 什么时候 为什么 是否 是不是 有没有 能不能 可不可以 ' +
    '请 请问 请教 想 想问 问 问问 知道 告诉 咨询 了解 麻烦 谢谢 你好 您好 帮忙 一下 现在 目前 最近 ' +
    '能 能够 可以 可 会 要 应该 需要 得 该 让 给 去 来 没 没有 不 ' +
    '关于 有关 相关 以及 其中 那么 这个 那个 一个 一些 这些 那些 归 属于 管 办 找'
  ).split(' '),
)
